package exchange

import (
	"fmt"

	"milepost/planner"
)

// Study is a study with everything that belongs to it.
type Study struct {
	ID      string `json:"id"`
	Created string `json:"created_at"` // RFC 3339, UTC
	Facts
	Sessions      []Session      `json:"sessions"`   // by date, order and ID
	Milestones    []Milestone    `json:"milestones"` // by date
	Mocks         []Mock         `json:"mocks"`      // by date and ID
	Sittings      []Sitting      `json:"sittings"`   // by date and ID
	Sources       []Source       `json:"sources"`    // by name
	Guess         *Guess         `json:"guess,omitempty"`
	Forecasts     []Forecast     `json:"forecasts"`      // by day
	MockForecasts []MockForecast `json:"mock_forecasts"` // by ID of the mock
}

// Facts are what a person says of a study: exam, dates, hours, domains. They are one record.
type Facts struct {
	Name           string              `json:"name"`
	Exam           string              `json:"exam,omitempty"` // catalogue entry
	ExamCode       string              `json:"exam_code,omitempty"`
	ExamDate       planner.Date        `json:"exam_date"`
	Start          string              `json:"start,omitempty"`
	Sample         bool                `json:"sample,omitempty"`
	Questions      int                 `json:"questions"`
	ExamMinutes    int                 `json:"exam_minutes"`
	Domains        []Domain            `json:"domains"`
	Availability   Week                `json:"availability"` // minutes
	Starts         WeekStarts          `json:"starts"`       // on the clock
	MockStart      string              `json:"mock_start,omitempty"`
	Days           []DayMinutes        `json:"days"`
	DaysOff        []planner.DateRange `json:"days_off"`
	SessionMinutes int                 `json:"session_minutes"`
	HoursReference float64             `json:"hours_reference"`
	ContentShare   float64             `json:"content_share"`
	Target         float64             `json:"target"`
	Buffer         float64             `json:"buffer"`
	MockMinutes    int                 `json:"mock_minutes"`
	MocksWanted    *int                `json:"mocks_wanted"` // null: the planner decides
	PassLine       float64             `json:"pass_line"`
	ScaledPassMark bool                `json:"scaled_pass_mark"`
	Steadiness     planner.Steadiness  `json:"steadiness"`
}

// Domain is a weighted part of the exam as one person meets it.
type Domain struct {
	ID         string   `json:"id"`
	Name       string   `json:"name"`
	Weight     float64  `json:"weight"`
	WeightMin  float64  `json:"weight_min"`
	WeightMax  float64  `json:"weight_max"`
	Topics     []string `json:"topics"`
	Difficulty float64  `json:"difficulty"`
	Rating     int      `json:"rating"`
	Mastery    *float64 `json:"mastery,omitempty"`
	Skim       bool     `json:"skim,omitempty"`
}

// Week is a whole number for each weekday.
type Week struct {
	Mon int `json:"mon"`
	Tue int `json:"tue"`
	Wed int `json:"wed"`
	Thu int `json:"thu"`
	Fri int `json:"fri"`
	Sat int `json:"sat"`
	Sun int `json:"sun"`
}

// WeekStarts is a time on the clock for each weekday, "19:00", or "" where nothing was said.
type WeekStarts struct {
	Mon string `json:"mon,omitempty"`
	Tue string `json:"tue,omitempty"`
	Wed string `json:"wed,omitempty"`
	Thu string `json:"thu,omitempty"`
	Fri string `json:"fri,omitempty"`
	Sat string `json:"sat,omitempty"`
	Sun string `json:"sun,omitempty"`
}

// DayMinutes is the override of one day.
type DayMinutes struct {
	Date    planner.Date `json:"date"`
	Minutes int          `json:"minutes"`
}

// FactsOf writes down what a study says.
func FactsOf(s planner.Study) Facts {
	w, at := s.Availability.Weekday, s.Availability.Start
	f := Facts{
		Name: s.Name, Exam: s.ExamID, ExamCode: s.ExamCode, ExamDate: s.ExamDate, Start: s.Start.String(), Sample: s.Sample,
		Questions: s.Questions, ExamMinutes: s.ExamMinutes, Domains: []Domain{},
		Availability: Week{w[0], w[1], w[2], w[3], w[4], w[5], w[6]},
		Starts:       WeekStarts{at[0].String(), at[1].String(), at[2].String(), at[3].String(), at[4].String(), at[5].String(), at[6].String()},
		MockStart:    s.Availability.MockStart.String(), Days: []DayMinutes{}, DaysOff: append([]planner.DateRange{}, s.Availability.Off...),
		SessionMinutes: s.SessionMinutes, HoursReference: s.HoursReference, ContentShare: s.ContentShare, Target: s.Target, Buffer: s.Buffer,
		MockMinutes: s.MockMinutes, PassLine: s.PassLine, ScaledPassMark: s.ScaledPassMark, Steadiness: s.Steadiness.OrNormal(),
	}
	if s.MocksWanted != planner.MocksAuto {
		f.MocksWanted = &s.MocksWanted
	}
	for _, d := range s.Availability.Days {
		f.Days = append(f.Days, DayMinutes(d))
	}
	for _, d := range s.Domains {
		f.Domains = append(f.Domains, domainOf(d))
	}
	return f
}

func domainOf(d planner.StudyDomain) Domain {
	out := Domain{
		ID: d.ID, Name: d.Name, Weight: d.Weight, WeightMin: d.WeightMin, WeightMax: d.WeightMax, Topics: append([]string{}, d.Topics...),
		Difficulty: d.Difficulty, Rating: d.Rating, Skim: d.Skim,
	}
	if d.HasMastery {
		out.Mastery = &d.Mastery
	}
	return out
}

// Planner is the study in the planner's words. Whether it is a sound one is for others to say.
func (s Study) Planner() (planner.Study, error) {
	out := planner.Study{
		ID: s.ID, Name: s.Name, ExamID: s.Exam, ExamCode: s.ExamCode, ExamDate: s.ExamDate, Sample: s.Sample,
		Questions: s.Questions, ExamMinutes: s.ExamMinutes, SessionMinutes: s.SessionMinutes, HoursReference: s.HoursReference,
		ContentShare: s.ContentShare, Target: s.Target, Buffer: s.Buffer, MockMinutes: s.MockMinutes, MocksWanted: planner.MocksAuto,
		PassLine: s.PassLine, ScaledPassMark: s.ScaledPassMark, Steadiness: s.Steadiness,
	}
	if s.MocksWanted != nil {
		out.MocksWanted = *s.MocksWanted
	}
	if s.Start != "" {
		var err error
		if out.Start, err = planner.ParseDate(s.Start); err != nil {
			return out, &planner.FieldError{Field: "start", Reason: err.Error()}
		}
	}
	for _, d := range s.Domains {
		out.Domains = append(out.Domains, d.planner())
	}
	return out, s.availability(&out.Availability)
}

func (d Domain) planner() planner.StudyDomain {
	out := planner.StudyDomain{
		Domain:     planner.Domain{ID: d.ID, Name: d.Name, Weight: d.Weight, WeightMin: d.WeightMin, WeightMax: d.WeightMax},
		Difficulty: d.Difficulty, Rating: d.Rating, Skim: d.Skim,
	}
	if len(d.Topics) > 0 {
		out.Topics = d.Topics
	}
	if d.Mastery != nil {
		out.Mastery, out.HasMastery = *d.Mastery, true
	}
	return out
}

func (s Study) availability(a *planner.Availability) error {
	w, at := s.Availability, s.Starts
	a.Weekday = [7]int{w.Mon, w.Tue, w.Wed, w.Thu, w.Fri, w.Sat, w.Sun}
	for i, text := range []string{at.Mon, at.Tue, at.Wed, at.Thu, at.Fri, at.Sat, at.Sun, s.MockStart} {
		if text == "" {
			continue
		}
		t, err := planner.ParseTimeOfDay(text)
		if err != nil {
			return &planner.FieldError{Field: "starts", Reason: fmt.Sprintf("%q: %v", text, err)}
		}
		if i == 7 {
			a.MockStart = t
		} else {
			a.Start[i] = t
		}
	}
	for _, d := range s.Days {
		a.Days = append(a.Days, planner.DayMinutes(d))
	}
	a.Off = append(a.Off, s.DaysOff...)
	return nil
}
