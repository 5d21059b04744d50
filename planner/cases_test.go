package planner

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// plannerCase is a request with an upper bound of the score any plan can reach in the model; see testdata/README.md.
type plannerCase struct {
	Name           string   `json:"name"`
	BaseScore      float64  `json:"base_score"`
	UpperBound     *float64 `json:"upper_bound"`
	ReferenceScore float64  `json:"reference_score"`
	Request        struct {
		Today    Date `json:"today"`
		Start    Date `json:"start"`
		ExamDate Date `json:"exam_date"`
		Domains  []struct {
			ID         string  `json:"id"`
			Weight     float64 `json:"weight"`
			Difficulty float64 `json:"difficulty"`
			Mastery    float64 `json:"mastery"`
		} `json:"domains"`
		Questions      int            `json:"questions"`
		ExamMinutes    int            `json:"exam_minutes"`
		MockMinutes    int            `json:"mock_minutes"`
		Availability   map[string]int `json:"availability"`
		DaysOff        []DateRange    `json:"days_off"`
		SessionMinutes int            `json:"session_minutes"`
		HoursReference float64        `json:"hours_reference"`
		ContentShare   float64        `json:"content_share"`
		Target         float64        `json:"target"`
		Buffer         float64        `json:"buffer"`
	} `json:"request"`
}

// attainable is the best score known: the bound where there is one.
func (c plannerCase) attainable() float64 {
	if c.UpperBound != nil {
		return *c.UpperBound
	}
	return c.ReferenceScore
}

func (c plannerCase) request() Request {
	q := c.Request
	s := Study{
		ExamDate: q.ExamDate, Start: q.Start, Questions: q.Questions, ExamMinutes: q.ExamMinutes, MockMinutes: q.MockMinutes,
		SessionMinutes: q.SessionMinutes, HoursReference: q.HoursReference, ContentShare: q.ContentShare, Target: q.Target, Buffer: q.Buffer,
		MocksWanted: MocksAuto,
	}
	for i, k := range WeekdayKeys {
		s.Availability.Weekday[i] = q.Availability[k]
	}
	s.Availability.Off = q.DaysOff
	for _, d := range q.Domains {
		s.Domains = append(s.Domains, StudyDomain{Domain: Domain{ID: d.ID, Weight: d.Weight}, Difficulty: d.Difficulty, Mastery: d.Mastery, HasMastery: true})
	}
	return Request{Today: q.Today, Study: s}
}

func readCases(t testing.TB) []plannerCase {
	t.Helper()
	raw, err := os.ReadFile("testdata/planner-cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Cases []plannerCase `json:"cases"`
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	return file.Cases
}

// modelScore works out the expected score of laid-out sessions straight from the formulas of docs/planning.md, sharing no code with the engine.
func modelScore(c plannerCase, sessions []Session) float64 {
	sum := 0.0
	for _, d := range c.Request.Domains {
		sum += d.Weight
	}
	perHour := map[Activity]float64{Learn: 0.8, Practise: 1, Review: 0.6, MockExam: 1, Debrief: 0.6}
	score := 0.0
	for _, d := range c.Request.Domains {
		w := d.Weight / sum
		rate := math.Log(0.67/0.17) / (w * c.Request.HoursReference * d.Difficulty)
		hours := 0.0
		for _, s := range sessions {
			share := 0.0
			if s.Domain == d.ID {
				share = 1
			} else if s.Domain == "" {
				share = w
			}
			days := float64(s.Date.DaysUntil(c.Request.ExamDate))
			hours += share * perHour[s.Activity] * float64(s.Minutes) / 60 * (1 - 0.3*(1-math.Exp(-days/60)))
		}
		score += w * (0.97 - (0.97-d.Mastery)*math.Exp(-rate*hours))
	}
	return score
}

// TestCases measures plans against the best any planner can do in the model. Days with a remainder let a plan use more minutes than the bound
// counted on, so a share may exceed 100 %; it is counted as 100 % at most in the mean.
func TestCases(t *testing.T) {
	const wantMean, wantEach = 0.995, 0.99
	t.Logf("%-26s %8s %6s %6s %6s %7s %6s", "case", "sessions", "base", "score", "bound", "share %", "review")
	mean := 0.0
	cases := readCases(t)
	for _, c := range cases {
		p, err := Build(c.request())
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		got := modelScore(c, p.Sessions)
		if math.Abs(got-p.ExpectedScore) > 1e-9 {
			t.Errorf("%s: the plan says %.6f, its sessions give %.6f", c.Name, p.ExpectedScore, got)
		}
		share := (got - c.BaseScore) / (c.attainable() - c.BaseScore)
		review, total := 0, 0
		for _, s := range p.Sessions {
			total += s.Minutes
			if s.Activity == Review {
				review += s.Minutes
			}
		}
		t.Logf("%-26s %8d %6.2f %6.2f %6.2f %7.2f %5.1f%%", c.Name, len(p.Sessions), 100*c.BaseScore, 100*got, 100*c.attainable(), 100*share, 100*float64(review)/float64(total))
		if share < wantEach {
			t.Errorf("%s: %.2f %% of the attainable gain, want %.0f %%", c.Name, 100*share, 100*wantEach)
		}
		mean += math.Min(share, 1) / float64(len(cases))
	}
	t.Logf("mean %.2f %%", 100*mean)
	if mean < wantMean {
		t.Errorf("mean %.2f %% of the attainable gain, want %.1f %%", 100*mean, 100*wantMean)
	}
}
