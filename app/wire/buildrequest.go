package wire

import (
	"fmt"
	"slices"
	"strings"

	"milepost/planner"
)

// BuildRequest is the request of `milepost build`. Pointers tell "not given" from zero.
type BuildRequest struct {
	Format         *int              `json:"format"`
	Today          string            `json:"today"`
	Start          string            `json:"start"`
	ExamDate       string            `json:"exam_date"`
	Exam           string            `json:"exam"`
	Name           string            `json:"name"`
	Domains        []BuildDomain     `json:"domains"`
	Questions      *int              `json:"questions"`
	ExamMinutes    *int              `json:"exam_minutes"`
	Availability   map[string]int    `json:"availability"`
	Starts         map[string]string `json:"starts"`
	MockStart      *string           `json:"mock_start"`
	Days           map[string]int    `json:"days"`
	DaysOff        []string          `json:"days_off"`
	SessionMinutes *int              `json:"session_minutes"`
	HoursReference *float64          `json:"hours_reference"`
	ContentShare   *float64          `json:"content_share"`
	Target         *float64          `json:"target"`
	Buffer         *float64          `json:"buffer"`
	MockMinutes    *int              `json:"mock_minutes"`
	MocksWanted    *int              `json:"mocks_wanted"`
	PassLine       *float64          `json:"pass_line"`
	ScaledPassMark *bool             `json:"scaled_pass_mark"`
	Mocks          []Mock            `json:"mocks"`
	Sources        []Source          `json:"sources"`
	Pinned         []Session         `json:"pinned"`
	Skim           []string          `json:"skim"`
	History        []Session         `json:"history"`
	Sittings       []Sitting         `json:"sittings"`
	Retake         *RetakeRule       `json:"retake"`
}

// BuildDomain is a domain of a build request.
type BuildDomain struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Weight     *float64 `json:"weight"`
	Difficulty *float64 `json:"difficulty"`
	Rating     *int     `json:"rating"`
	Mastery    *float64 `json:"mastery"`
	Skim       bool     `json:"skim"`
}

// Exams finds catalogue entries.
type Exams interface {
	Exam(id string) (planner.Exam, bool)
}

// BuildInput is a decoded build request.
type BuildInput struct {
	Request planner.Request
	Mocks   []planner.Mock
	Sources []Source
	Notices []planner.Notice
}

// DecodeBuild reads a build request. Errors name the field.
func DecodeBuild(b []byte, exams Exams) (BuildInput, error) {
	var r BuildRequest
	if err := decodeStrict(b, &r); err != nil {
		return BuildInput{}, err
	}
	return r.input(exams)
}

// input turns a request into what the planner takes.
func (r BuildRequest) input(exams Exams) (BuildInput, error) {
	if err := checkFormat(r.Format); err != nil {
		return BuildInput{}, err
	}
	today, err := parseDate("today", r.Today)
	if err != nil {
		return BuildInput{}, err
	}
	study, err := r.study(exams)
	if err != nil {
		return BuildInput{}, err
	}
	in := BuildInput{Request: planner.Request{Today: today, Study: study}, Sources: r.Sources}
	if in.Request.Study.Availability, in.Notices, err = r.availability(); err != nil {
		return BuildInput{}, err
	}
	if in.Mocks, err = decodeMocks(r.Mocks); err != nil {
		return BuildInput{}, err
	}
	for i, mk := range in.Mocks {
		if err := mk.Validate(study.Domains, today); err != nil {
			return BuildInput{}, planner.Under(fmt.Sprintf("mocks[%d]", i), err)
		}
	}
	if in.Request.Pinned, err = r.pinned(study); err != nil {
		return BuildInput{}, err
	}
	if in.Request.Sittings, err = decodeSittings(r.Sittings, study.Domains); err != nil {
		return BuildInput{}, err
	}
	in.Request.Retake = r.retakeRule(exams)
	if in.Request.History, err = decodeHistory(r.History, today); err != nil {
		return BuildInput{}, err
	}
	if r.Start != "" {
		start, err := parseDate("start", r.Start)
		if err != nil {
			return BuildInput{}, err
		}
		in.Request.Study.Start = start
		if start.After(today) {
			in.Request.Today = start
		}
	} else {
		in.Request.Study.Start = today
		if today.After(in.Request.Study.ExamDate) {
			in.Request.Study.Start = in.Request.Study.ExamDate
		}
	}
	return in, nil
}

func (r BuildRequest) study(exams Exams) (planner.Study, error) {
	var s planner.Study
	switch {
	case r.Exam != "":
		exam, ok := exams.Exam(r.Exam)
		if !ok {
			return s, &planner.FieldError{Field: "exam", Reason: fmt.Sprintf("%q is not in the catalogue; `milepost exams` lists what is", r.Exam)}
		}
		s = planner.NewStudy(exam)
	case len(r.Domains) == 0:
		return s, &planner.FieldError{Field: "domains", Reason: "give an exam of the catalogue, or the domains themselves"}
	default:
		s.MocksWanted = planner.MocksAuto
	}
	s.Buffer = planner.DefaultBuffer
	if r.Name != "" {
		s.Name = r.Name
	}
	examDate, err := parseDate("exam_date", r.ExamDate)
	if err != nil {
		return s, err
	}
	s.ExamDate = examDate
	if s.Domains, err = r.mergeDomains(s.Domains); err != nil {
		return s, err
	}
	if err := r.figures(&s); err != nil {
		return s, err
	}
	for i, id := range r.Skim {
		if s.DomainIndex(id) < 0 {
			return s, &planner.FieldError{Field: fmt.Sprintf("skim[%d]", i), Reason: fmt.Sprintf("the study has no domain %q", id)}
		}
	}
	s = planner.Change{Skim: r.Skim}.Apply(s)
	return s.WithDefaults(), nil
}

// retakeRule is the rule that is given, else that of the exam.
func (r BuildRequest) retakeRule(exams Exams) planner.RetakeRule {
	if r.Retake != nil {
		return r.Retake.Rule()
	}
	if r.Exam == "" {
		return planner.RetakeRule{}
	}
	exam, _ := exams.Exam(r.Exam)
	return exam.Retake
}

// mergeDomains lets given domains replace or override the catalogue's.
func (r BuildRequest) mergeDomains(catalogue []planner.StudyDomain) ([]planner.StudyDomain, error) {
	if len(r.Domains) == 0 {
		return catalogue, nil
	}
	var out []planner.StudyDomain
	for i, d := range r.Domains {
		field := func(name string) string { return fmt.Sprintf("domains[%d].%s", i, name) }
		merged := planner.StudyDomain{Difficulty: 1}
		if at := slices.IndexFunc(catalogue, func(c planner.StudyDomain) bool { return c.ID == d.ID }); at >= 0 {
			merged = catalogue[at]
		}
		merged.ID = d.ID
		if d.Name != "" {
			merged.Name = d.Name
		}
		if merged.Name == "" {
			merged.Name = d.ID
		}
		switch {
		case d.Weight != nil:
			merged.Weight = *d.Weight
		case merged.Weight == 0:
			return nil, &planner.FieldError{Field: field("weight"), Reason: "a weight is needed"}
		}
		if d.Difficulty != nil {
			if *d.Difficulty == 0 {
				return nil, &planner.FieldError{Field: field("difficulty"), Reason: "0 is out of range (0.1 to 10)"}
			}
			merged.Difficulty = *d.Difficulty
		}
		if d.Rating != nil {
			if *d.Rating < 1 || *d.Rating > 5 {
				return nil, &planner.FieldError{Field: field("rating"), Reason: fmt.Sprintf("a rating goes from 1 to 5 (got %d)", *d.Rating)}
			}
			merged.Rating = *d.Rating
		}
		if d.Mastery != nil {
			merged.Mastery, merged.HasMastery = *d.Mastery, true
		}
		merged.Skim = d.Skim
		out = append(out, merged)
	}
	return out, nil
}

// figures copies what was given; a zero that was given is refused where zero means "not given" inside.
func (r BuildRequest) figures(s *planner.Study) error {
	ints := []struct {
		field string
		from  *int
		to    *int
	}{
		{"questions", r.Questions, &s.Questions},
		{"exam_minutes", r.ExamMinutes, &s.ExamMinutes},
		{"session_minutes", r.SessionMinutes, &s.SessionMinutes},
		{"mock_minutes", r.MockMinutes, &s.MockMinutes},
	}
	for _, f := range ints {
		if f.from == nil {
			continue
		}
		if *f.from <= 0 {
			return &planner.FieldError{Field: f.field, Reason: fmt.Sprintf("%d is out of range; it must be above zero", *f.from)}
		}
		*f.to = *f.from
	}
	if r.ExamMinutes != nil && r.MockMinutes == nil {
		s.MockMinutes = *r.ExamMinutes
	}
	floats := []struct {
		field string
		from  *float64
		to    *float64
	}{
		{"hours_reference", r.HoursReference, &s.HoursReference},
		{"content_share", r.ContentShare, &s.ContentShare},
		{"target", r.Target, &s.Target},
		{"pass_line", r.PassLine, &s.PassLine},
	}
	for _, f := range floats {
		if f.from == nil {
			continue
		}
		if *f.from <= 0 {
			return &planner.FieldError{Field: f.field, Reason: fmt.Sprintf("%v is out of range; it must be above zero", *f.from)}
		}
		*f.to = *f.from
	}
	if r.Buffer != nil {
		s.Buffer = *r.Buffer
	}
	if r.MocksWanted != nil {
		if *r.MocksWanted < 0 {
			return &planner.FieldError{Field: "mocks_wanted", Reason: "the number of mocks cannot be negative"}
		}
		s.MocksWanted = *r.MocksWanted
	}
	if r.ScaledPassMark != nil {
		s.ScaledPassMark = *r.ScaledPassMark
	}
	return nil
}

func (r BuildRequest) availability() (planner.Availability, []planner.Notice, error) {
	var a planner.Availability
	var notices []planner.Notice
	if r.Availability == nil {
		return a, nil, &planner.FieldError{Field: "availability", Reason: "say how many minutes each weekday offers"}
	}
	for _, key := range sortedKeys(r.Availability) {
		i := slices.Index(planner.WeekdayKeys[:], key)
		if i < 0 {
			return a, nil, &planner.FieldError{Field: "availability." + key, Reason: "weekdays are mon, tue, wed, thu, fri, sat, sun"}
		}
		a.Weekday[i] = r.Availability[key]
	}
	if err := r.starts(&a); err != nil {
		return a, nil, err
	}
	for _, key := range sortedKeys(r.Days) {
		d, err := parseDate("days", key)
		if err != nil {
			return a, nil, err
		}
		a.Days = append(a.Days, planner.DayMinutes{Date: d, Minutes: r.Days[key]})
	}
	for i, text := range r.DaysOff {
		field := fmt.Sprintf("days_off[%d]", i)
		rg, err := planner.ParseDateRange(text)
		if err != nil {
			return a, nil, &planner.FieldError{Field: field, Reason: err.Error()}
		}
		if !strings.HasPrefix(strings.TrimSpace(text), rg.First.String()) {
			notices = append(notices, planner.Notice{Code: "days-off-reversed", Text: field + " had its ends the wrong way round; it was read as " + rg.String()})
		}
		a.Off = append(a.Off, rg)
	}
	a.Off = planner.MergeRanges(a.Off)
	return a, notices, nil
}

func (r BuildRequest) pinned(study planner.Study) ([]planner.Session, error) {
	var out []planner.Session
	for i, p := range r.Pinned {
		s, err := p.session()
		if err != nil {
			return nil, planner.Under(fmt.Sprintf("pinned[%d]", i), err)
		}
		if s.Domain != "" && study.DomainIndex(s.Domain) < 0 {
			return nil, &planner.FieldError{Field: fmt.Sprintf("pinned[%d].domain", i), Reason: fmt.Sprintf("the study has no domain %q", s.Domain)}
		}
		s.Pinned = true
		out = append(out, s)
	}
	return out, nil
}

// starts reads when days begin on the clock.
func (r BuildRequest) starts(a *planner.Availability) error {
	for _, key := range sortedKeys(r.Starts) {
		i := slices.Index(planner.WeekdayKeys[:], key)
		if i < 0 {
			return &planner.FieldError{Field: "starts." + key, Reason: "weekdays are mon, tue, wed, thu, fri, sat, sun"}
		}
		at, err := planner.ParseTimeOfDay(r.Starts[key])
		if err != nil {
			return &planner.FieldError{Field: "starts." + key, Reason: err.Error()}
		}
		a.Start[i] = at
	}
	if r.MockStart == nil {
		return nil
	}
	at, err := planner.ParseTimeOfDay(*r.MockStart)
	if err != nil {
		return &planner.FieldError{Field: "mock_start", Reason: err.Error()}
	}
	a.MockStart = at
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
