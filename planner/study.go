package planner

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Study is one person's preparation for one sitting of one exam.
type Study struct {
	ID       string
	Name     string
	ExamID   string // catalogue entry, "" for an exam of one's own
	ExamCode string // shown in the sidebar: "ISSMP"
	ExamDate Date
	Start    Date
	Sample   bool // made of sample data, and marked so wherever it is shown
	Domains  []StudyDomain

	Questions   int // of the exam
	ExamMinutes int

	Availability Availability

	SessionMinutes int        // usual length of a session
	HoursReference float64    // hours from 30 % to 80 % (see Exam)
	ContentShare   float64    // share of HoursReference that a first pass takes
	Target         float64    // expected score aimed at, 0..1
	Buffer         float64    // share of capacity held back, 0..0.5
	MockMinutes    int        // length of a full mock
	MocksWanted    int        // number of mocks; MocksAuto lets the length of the plan decide
	PassLine       float64    // assumed share of correct answers that passes
	ScaledPassMark bool       // only a scaled mark is published, so PassLine is uncertain itself
	Steadiness     Steadiness // how much a change of the plan must bring; "" is normal
}

// Clone is a copy that can be changed without changing s.
func (s Study) Clone() Study {
	s.Domains = slices.Clone(s.Domains)
	s.Availability = s.Availability.Clone()
	return s
}

// MocksAuto as Study.MocksWanted: the planner chooses the number of mocks.
const MocksAuto = -1

// StudyDomain is a domain as one person meets it.
type StudyDomain struct {
	Domain
	Difficulty float64 // 1 is usual; 2 takes twice the hours
	Rating     int     // own rating 1..5; 0 means not rated
	// Mastery, when HasMastery, is taken as it is (0..1); otherwise it is worked out from Rating and evidence.
	Mastery    float64
	HasMastery bool
	// Skim leaves the first pass out: straight to the questions. A way out when time is short, always announced.
	Skim bool
}

// Defaults of a study where nothing is said. Sources: docs/planning.md.
const (
	DefaultSessionMinutes = 45
	DefaultHoursReference = 120
	DefaultContentShare   = 0.45
	DefaultTarget         = 0.75
	DefaultBuffer         = 0.15
	DefaultMockMinutes    = 180
	DefaultQuestions      = 100
	DefaultPassLine       = 0.70
	DefaultRating         = 3
)

// Bounds of a study; beyond them the input is refused with the field named.
const (
	MaxDomains        = 50
	MaxPlanDays       = 5 * 366
	MaxSessionMinutes = 240
	MaxMockMinutes    = 600
	MaxTextRunes      = 10_000
	MaxNameRunes      = 200
	MaxQuestions      = 1_000
)

// NewStudy is a study for a catalogue entry with every default filled in; dates and availability are still to be set.
func NewStudy(e Exam) Study {
	s := Study{
		Name: e.Code, ExamID: e.ID, ExamCode: e.Code,
		Questions: e.Questions(), ExamMinutes: e.Minutes, MockMinutes: e.Minutes,
		HoursReference: float64(e.HoursReference), PassLine: e.Pass.Line, ScaledPassMark: e.Pass.Scaled(),
		MocksWanted: MocksAuto,
	}
	for _, d := range e.Domains {
		s.Domains = append(s.Domains, StudyDomain{Domain: d, Difficulty: 1})
	}
	return s.WithDefaults()
}

// WithDefaults fills what was left at zero. Buffer and MocksWanted have meaningful zeros and are left as they are.
func (s Study) WithDefaults() Study {
	setInt := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	setFloat := func(p *float64, v float64) {
		if *p == 0 {
			*p = v
		}
	}
	s.Steadiness = s.Steadiness.OrNormal()
	setInt(&s.SessionMinutes, DefaultSessionMinutes)
	setInt(&s.Questions, DefaultQuestions)
	setInt(&s.ExamMinutes, DefaultMockMinutes)
	setInt(&s.MockMinutes, s.ExamMinutes)
	setFloat(&s.HoursReference, DefaultHoursReference)
	setFloat(&s.ContentShare, DefaultContentShare)
	setFloat(&s.Target, DefaultTarget)
	setFloat(&s.PassLine, DefaultPassLine)
	domains := make([]StudyDomain, len(s.Domains))
	copy(domains, s.Domains)
	for i := range domains {
		setFloat(&domains[i].Difficulty, 1)
	}
	s.Domains = domains
	return s
}

// Domain finds a domain of the study by its ID.
func (s Study) Domain(id string) (StudyDomain, bool) {
	for _, d := range s.Domains {
		if d.ID == id {
			return d, true
		}
	}
	return StudyDomain{}, false
}

// DomainIndex is the position of a domain, or -1.
func (s Study) DomainIndex(id string) int {
	for i, d := range s.Domains {
		if d.ID == id {
			return i
		}
	}
	return -1
}

// WeightTotal is the sum of the domain weights.
func (s Study) WeightTotal() float64 {
	sum := 0.0
	for _, d := range s.Domains {
		sum += d.Weight
	}
	return sum
}

// Validate checks everything a study carries, without regard to today's date; the error names the field.
func (s Study) Validate() error {
	if s.ExamDate.IsZero() {
		return fieldErrorf("exam_date", "an exam date is needed, like 2027-02-04")
	}
	if !s.Start.IsZero() && s.Start.After(s.ExamDate) {
		return fieldErrorf("start", "the start (%s) is after the exam (%s)", s.Start, s.ExamDate)
	}
	if !s.Start.IsZero() && s.Start.DaysUntil(s.ExamDate) > MaxPlanDays {
		return fieldErrorf("exam_date", "the exam is more than five years after the start")
	}
	if err := CheckText("name", s.Name, MaxNameRunes); err != nil {
		return err
	}
	if err := s.Availability.Validate(); err != nil {
		return err
	}
	if _, ok := changeTax[s.Steadiness.OrNormal()]; !ok {
		return fieldErrorf("steadiness", "%q is none of low, normal and high", clip(string(s.Steadiness), 40))
	}
	if err := s.validateFigures(); err != nil {
		return err
	}
	return validateDomains(s.Domains)
}

func (s Study) validateFigures() error {
	ints := []struct {
		field     string
		v, lo, hi int
	}{
		{"session_minutes", s.SessionMinutes, 10, MaxSessionMinutes},
		{"mock_minutes", s.MockMinutes, 10, MaxMockMinutes},
		{"exam_minutes", s.ExamMinutes, 10, MaxMockMinutes},
		{"questions", s.Questions, 1, MaxQuestions},
		{"mocks_wanted", s.MocksWanted, MocksAuto, 50},
	}
	for _, c := range ints {
		if c.v < c.lo || c.v > c.hi {
			return fieldErrorf(c.field, "%d is out of range (%d to %d)", c.v, max(c.lo, 0), c.hi)
		}
	}
	floats := []struct {
		field     string
		v, lo, hi float64
	}{
		{"hours_reference", s.HoursReference, 1, 5000},
		{"content_share", s.ContentShare, 0, 1},
		{"target", s.Target, 0.01, 1},
		{"buffer", s.Buffer, 0, 0.5},
		{"pass_line", s.PassLine, 0.01, 1},
	}
	for _, c := range floats {
		if math.IsNaN(c.v) || c.v < c.lo || c.v > c.hi {
			return fieldErrorf(c.field, "%v is out of range (%v to %v)", c.v, c.lo, c.hi)
		}
	}
	return nil
}

func validateDomains(ds []StudyDomain) error {
	if len(ds) == 0 {
		return fieldErrorf("domains", "at least one domain is needed")
	}
	if len(ds) > MaxDomains {
		return fieldErrorf("domains", "%d domains are more than the %d Milepost plans with", len(ds), MaxDomains)
	}
	seen := make(map[string]bool, len(ds))
	for i, d := range ds {
		field := func(name string) string { return fmt.Sprintf("domains[%d].%s", i, name) }
		if strings.TrimSpace(d.ID) == "" {
			return fieldErrorf(field("id"), "every domain needs an id")
		}
		if err := CheckText(field("id"), d.ID, 64); err != nil {
			return err
		}
		if seen[d.ID] {
			return fieldErrorf(field("id"), "the id %q is used twice", clip(d.ID, 40))
		}
		seen[d.ID] = true
		if err := CheckText(field("name"), d.Name, MaxTextRunes); err != nil {
			return err
		}
		switch {
		case math.IsNaN(d.Weight) || math.IsInf(d.Weight, 0):
			return fieldErrorf(field("weight"), "the weight is not a finite number")
		case d.Weight < 0:
			return fieldErrorf(field("weight"), "a weight cannot be negative (%v)", d.Weight)
		case d.Weight > 1e9:
			return fieldErrorf(field("weight"), "the weight %v is too large", d.Weight)
		case math.IsNaN(d.Difficulty) || d.Difficulty < 0.1 || d.Difficulty > 10:
			return fieldErrorf(field("difficulty"), "%v is out of range (0.1 to 10)", d.Difficulty)
		case d.Rating < 0 || d.Rating > 5:
			return fieldErrorf(field("rating"), "a rating goes from 1 to 5 (got %d)", d.Rating)
		case d.HasMastery && (math.IsNaN(d.Mastery) || d.Mastery < 0 || d.Mastery > 1):
			return fieldErrorf(field("mastery"), "%v is not a share from 0 to 1", d.Mastery)
		}
	}
	return nil
}

// CheckText refuses text that is not UTF-8 or longer than limit runes.
func CheckText(field, text string, limit int) error {
	if !utf8.ValidString(text) {
		return fieldErrorf(field, "the text is not valid UTF-8")
	}
	if n := utf8.RuneCountInString(text); n > limit {
		return fieldErrorf(field, "%d characters are more than the %d allowed", n, limit)
	}
	return nil
}
