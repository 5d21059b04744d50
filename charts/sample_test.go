package charts

import (
	"image"
	"math"
	"os"
	"testing"

	"milepost/planner"
	"milepost/planner/readiness"
)

// day reads a date; it panics on a bad one.
func day(s string) planner.Date { return planner.MustDate(s) }

// studyHalfway is a study as it looks in its middle: six mocks from two sources, a level on most days, a forecast to the exam.
func studyHalfway() ReadinessData {
	d := ReadinessData{
		Title:    "Readiness: 68% (60–76%)",
		Subtitle: "Estimated exam score over time, from 6 mocks in 2 question banks. Band: 90% range.",
		PassLine: 0.75, PassLabel: "Pass line 75% (assumed from 700/1000)",
		Today: day("2026-11-23"), Exam: day("2027-02-04"),
		Mocks: []MockPoint{
			{Date: day("2026-10-18"), Share: 0.49, Source: "Boson ExSim"},
			{Date: day("2026-10-27"), Share: 0.60, Source: "Boson ExSim"},
			{Date: day("2026-11-04"), Share: 0.57, Source: "CCCure", Shape: 1},
			{Date: day("2026-11-11"), Share: 0.68, Source: "Boson ExSim", Weak: true},
			{Date: day("2026-11-18"), Share: 0.64, Source: "CCCure", Shape: 1},
			{Date: day("2026-11-22"), Share: 0.71, Source: "Boson ExSim"},
		},
		Milestones: []MilestoneMark{
			{Date: day("2026-11-09"), Name: "Diagnostic taken", Met: true},
			{Date: day("2026-12-07"), Name: "Half of the weight learned"},
			{Date: day("2027-01-24"), Name: "Taper"},
		},
		Empty: "Not enough evidence yet. Record a mock exam with at least 50 questions, and the chart begins.",
	}
	start := day("2026-10-16")
	days := start.DaysUntil(d.Today)
	for i := 0; i <= days; i += 2 {
		t := float64(i) / float64(days)
		m := 0.52 + 0.155*math.Pow(t, 0.7)
		d.Series = append(d.Series, readiness.Point{Date: start.AddDays(i), Median: m, Low: m - 0.13 + 0.05*t, High: m + 0.13 - 0.05*t})
	}
	d.Forecast = []readiness.Point{
		{Date: d.Today, Median: 0.675, Low: 0.595, High: 0.755},
		{Date: d.Exam, Median: 0.775, Low: 0.655, High: 0.895},
	}
	return d
}

// oneMock is a study with one mock, taken today.
func oneMock() ReadinessData {
	d := studyHalfway()
	d.Mocks = d.Mocks[5:]
	d.Mocks[0].Date = d.Today
	d.Series = []readiness.Point{{Date: d.Today, Median: 0.61, Low: 0.44, High: 0.77}}
	d.Forecast[0] = d.Series[0]
	d.Milestones = d.Milestones[1:]
	return d
}

// justBegun is a study without a mock.
func justBegun() ReadinessData {
	d := studyHalfway()
	d.Series, d.Forecast, d.Mocks, d.Milestones = nil, nil, nil, d.Milestones[1:]
	return d
}

// twoYears is a long study with forty mocks from seven sources.
func twoYears() ReadinessData {
	d := justBegun()
	d.Milestones = nil
	names := []string{"Boson ExSim", "CCCure", "Official practice tests", "Sybex", "Pocket Prep", "A source with quite a long name", "Wiley"}
	for i := range 40 {
		on := day("2025-02-10").AddDays(i*16 + i%5)
		level := 0.42 + 0.32*float64(i)/40 + 0.02*math.Sin(float64(i)*1.7)
		d.Mocks = append(d.Mocks, MockPoint{Date: on, Share: level + 0.06*math.Sin(float64(i)*2.9), Source: names[i%7], Shape: i % 7, Weak: i%6 == 5})
		d.Series = append(d.Series, readiness.Point{Date: on, Median: level, Low: level - 0.1, High: level + 0.1})
	}
	d.Forecast = []readiness.Point{{Date: d.Today, Median: 0.73, Low: 0.65, High: 0.8}, {Date: d.Exam, Median: 0.78, Low: 0.7, High: 0.86}}
	return d
}

// examTomorrow leaves no room between today and the exam.
func examTomorrow() ReadinessData {
	d := studyHalfway()
	d.Exam = d.Today.AddDays(1)
	d.Forecast[1].Date = d.Exam
	return d
}

// mocksOnly has mocks but too little evidence for a level.
func mocksOnly() ReadinessData {
	d := justBegun()
	d.Mocks = studyHalfway().Mocks[3:5]
	return d
}

// situations are the studies every figure is tried with.
func situations() map[string]ReadinessData {
	return map[string]ReadinessData{
		"halfway": studyHalfway(), "one mock": oneMock(), "just begun": justBegun(), "two years": twoYears(),
		"exam tomorrow": examTomorrow(), "mocks only": mocksOnly(), "nothing at all": {},
	}
}

// testFonts are the program's own fonts when they lie beside this package, else what a figure uses without any.
func testFonts(t testing.TB) Fonts {
	t.Helper()
	regular, err := os.ReadFile("../resources/fonts/Inter-Regular.ttf")
	if err != nil {
		return Fonts{}
	}
	bold, err := os.ReadFile("../resources/fonts/Inter-SemiBold.ttf")
	if err != nil {
		return Fonts{}
	}
	return Fonts{Regular: regular, Bold: bold}
}

// mustDraw draws a figure or ends the test.
func mustDraw(t testing.TB, d ReadinessData, o Options) *image.RGBA {
	t.Helper()
	picture, err := Readiness(d, o)
	if err != nil {
		t.Fatalf("draw: %v", err)
	}
	rgba, ok := picture.(*image.RGBA)
	if !ok {
		t.Fatalf("the picture is a %T, want *image.RGBA", picture)
	}
	return rgba
}
