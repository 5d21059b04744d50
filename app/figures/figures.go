// Package figures makes what charts draw out of what the application knows.
//
// The window and the reports show the same figures: what stands in them, and in which words, is decided here, once. It knows nothing of
// windows, pages and files; how a figure looks is up to package charts. Start at [Readiness].
package figures

import (
	"fmt"

	"milepost/app"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/charts"
	"milepost/planner"
)

// Words let a figure speak the language that is in use when they are made.
func Words() charts.Words {
	v := lang.Now()
	return charts.Words{Text: v.Of, ShortDate: v.ShortDay, LongDate: v.Date, Month: v.ShortMonth, Duration: phrase.Duration, Percent: v.Percent}
}

// Readiness is the estimate as a figure: the level over time, the mocks it rests on, and the forecast to the exam.
func Readiness(v app.ReadinessView) charts.ReadinessData {
	est := v.Estimate
	d := charts.ReadinessData{
		Words:  Words(),
		Series: est.Series, Mocks: mockPoints(v.Mocks), PassLine: v.Study.PassLine, PassLabel: passLabel(v),
		Today: v.AsOf, Exam: v.Study.ExamDate, Milestones: milestoneMarks(v.Milestones),
	}
	if est.HasForecast {
		d.Forecast = est.Forecast
	}
	if est.Evidence.Mocks == 0 {
		d.Series = nil // what is believed before any mock is no result of this person
		d.Title = lang.T("No estimate yet")
		d.Empty = lang.T("The line begins with your first mock. A short diagnostic is a good start.")
		return d
	}
	if n := len(est.Series); n > 0 {
		now := est.Series[n-1]
		d.Title = lang.T("Readiness today: %s, likely %d–%d%%", phrase.Share(now.Median), phrase.Percent(now.Low), phrase.Percent(now.High))
	}
	return d
}

// passLabel is "Pass line 70% (assumed from 700/1000)".
func passLabel(v app.ReadinessView) string {
	out := lang.T("Pass line %s", phrase.Share(v.Study.PassLine))
	switch {
	case v.Study.ScaledPassMark && v.Exam.Pass.Mark > 0 && v.Exam.Pass.ScaleMax > 0:
		out += lang.T(" (assumed from %d/%d)", v.Exam.Pass.Mark, v.Exam.Pass.ScaleMax)
	case v.Study.ScaledPassMark:
		out += lang.T(" (assumed)")
	}
	return out
}

// mockPoints gives each source the number of its sign, in the order in which sources were first used.
func mockPoints(mocks []planner.Mock) []charts.MockPoint {
	shapes := make(map[string]int)
	out := make([]charts.MockPoint, 0, len(mocks))
	for _, m := range mocks {
		if _, known := shapes[m.Source]; !known {
			shapes[m.Source] = len(shapes)
		}
		out = append(out, charts.MockPoint{
			Date: m.Date, Share: m.Share(), Source: m.Source, Shape: shapes[m.Source], Weak: !m.Timed || !m.FirstAttempt,
		})
	}
	return out
}

func milestoneMarks(milestones []planner.Milestone) []charts.MilestoneMark {
	out := make([]charts.MilestoneMark, 0, len(milestones))
	for i, ms := range milestones {
		if ms.ID == planner.MilestoneExam {
			continue // the exam has a line of its own
		}
		out = append(out, charts.MilestoneMark{Date: ms.Date, Name: fmt.Sprintf("M%d %s", i+1, lang.Said(ms.Name)), Met: ms.Met})
	}
	return out
}
