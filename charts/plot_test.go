package charts

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/planner"
)

func TestDatesAndPlacesAreInverse(t *testing.T) {
	p := NewReadinessPlot(studyHalfway(), Options{Width: 900, Height: 400})
	rapid.Check(t, func(t *rapid.T) {
		d := p.first.AddDays(rapid.IntRange(0, p.first.DaysUntil(p.last)).Draw(t, "day"))
		if got := p.DateAt(p.X(d)); got != d {
			t.Errorf("%v lies at %v, where %v is", d, p.X(d), got)
		}
	})
	left, _, right, _ := p.Area()
	if p.DateAt(left-100) != p.first || p.DateAt(right+100) != p.last {
		t.Errorf("beyond the axes lie %v and %v, want the first and last day %v and %v", p.DateAt(left-100), p.DateAt(right+100), p.first, p.last)
	}
}

func TestSharesGrowUpwards(t *testing.T) {
	p := NewReadinessPlot(studyHalfway(), Options{Width: 900, Height: 400})
	_, top, _, bottom := p.Area()
	if p.Y(0.3) != bottom || p.Y(1) != top || p.Y(0.6) <= p.Y(0.7) {
		t.Errorf("30%%, 60%%, 70%% and 100%% lie at %v, %v, %v and %v between %v and %v", p.Y(0.3), p.Y(0.6), p.Y(0.7), p.Y(1), top, bottom)
	}
}

func TestNearest(t *testing.T) {
	p := NewReadinessPlot(studyHalfway(), Options{Width: 1800, Height: 800, Scale: 2})
	tests := []struct {
		name, date, want string
		forecast, mock   bool
	}{
		{"a mock", "2026-11-18", "18 November 2026: 66%, likely 57–75%. Mock CCCure 64%.", false, true},
		{"a weak mock", "2026-11-11", "11 November 2026: 64%, likely 54–73%. Mock Boson ExSim 68%, untimed or repeated.", false, true},
		{"the exam", "2027-02-04", "4 February 2027, forecast: 78%, likely 66–90%.", true, false},
		{"a milestone ahead", "2026-12-07", "7 December 2026, forecast: 69%, likely 61–78%. Milestone: Half of the weight learned.", true, false},
		{"today", "2026-11-23", "23 November 2026: 68%, likely 60–76%.", false, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, ok := p.Nearest(p.X(day(test.date)) + 0.3)
			if !ok || r.Date != day(test.date) {
				t.Fatalf("found %v, %v", r.Date, ok)
			}
			if r.Text != test.want || r.Forecast != test.forecast || (r.Mock != nil) != test.mock || !r.HasLevel {
				t.Errorf("%+v, want %q", r, test.want)
			}
		})
	}
}

func TestNearestIsNearest(t *testing.T) {
	p := NewReadinessPlot(studyHalfway(), Options{Width: 900, Height: 400})
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-50, 1000).Draw(t, "x")
		got, _ := p.Nearest(x)
		for _, r := range p.stops {
			if math.Abs(p.X(r.Date)-x) < math.Abs(p.X(got.Date)-x) {
				t.Errorf("%v is nearer to %v than %v", r.Date, x, got.Date)
			}
		}
	})
}

func TestStepWalksOverEveryStopAndBack(t *testing.T) {
	p := NewReadinessPlot(studyHalfway(), Options{Width: 900, Height: 400})
	var there []planner.Date
	at, _ := p.Step(planner.Date{}, 1)
	for {
		there = append(there, at.Date)
		next, _ := p.Step(at.Date, 1)
		if next.Date == at.Date {
			break
		}
		at = next
	}
	if len(there) != len(p.stops) {
		t.Errorf("walked over %d of %d stops", len(there), len(p.stops))
	}
	for i := len(there) - 1; i >= 0; i-- {
		if at.Date != there[i] {
			t.Fatalf("going back: %v, want %v", at.Date, there[i])
		}
		at, _ = p.Step(at.Date, -1)
	}
	if last, _ := p.Step(planner.Date{}, -1); last.Date != there[len(there)-1] {
		t.Errorf("a step back from nowhere leads to %v", last.Date)
	}
	if between, _ := p.Step(day("2026-12-25"), 0); between.Date != day("2026-12-07") {
		t.Errorf("no step on Christmas Day leads to %v, want the stop before", between.Date)
	}
}

func TestAPlotWithNothingAnswersAll(t *testing.T) {
	for name, o := range map[string]Options{"drawable": {Width: 400, Height: 200}, "not drawable": {Width: -1}} {
		t.Run(name, func(t *testing.T) {
			p := NewReadinessPlot(ReadinessData{}, o)
			if _, ok := p.Nearest(10); ok {
				t.Error("Nearest found something")
			}
			if _, ok := p.Step(day("2026-11-23"), 1); ok {
				t.Error("Step found something")
			}
			if d := p.DateAt(10); !d.IsZero() {
				t.Errorf("there is a day %v", d)
			}
			if x := p.X(day("2026-11-23")); math.IsNaN(x) || math.IsInf(x, 0) {
				t.Errorf("X is %v", x)
			}
		})
	}
}

func TestSummary(t *testing.T) {
	tests := []struct {
		name string
		data ReadinessData
		want string
	}{
		{"halfway", studyHalfway(), "Level on 23 November 2026: 68%, likely between 60 and 76. Forecast for 4 February 2027: 78%, likely between 66 and 90. " +
			"Pass line 75% (assumed from 700/1000). 6 mocks, the last: Boson ExSim, 71% on 22 November 2026. Milestones met: 1 of 3. Exam on 4 February 2027."},
		{"just begun", justBegun(), "Not enough evidence yet. Record a mock exam with at least 50 questions, and the chart begins. " +
			"Pass line 75% (assumed from 700/1000). Milestones met: 0 of 2. Exam on 4 February 2027."},
		{"nothing", ReadinessData{}, "There is no estimate of the level yet."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.data.Summary(); got != test.want {
				t.Errorf("\n got %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestTable(t *testing.T) {
	d := studyHalfway()
	header, rows := d.Table()
	if want := len(d.Series) + len(d.Mocks) + len(d.Milestones) + len(d.Forecast); len(rows) != want {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	seen := make(map[string]bool)
	for i, row := range rows {
		if len(row) != len(header) {
			t.Errorf("row %d has %d cells under %d headings", i, len(row), len(header))
		}
		if i > 0 && row[0] < rows[i-1][0] {
			t.Errorf("%s comes after %s", row[0], rows[i-1][0])
		}
		seen[strings.Join(row, "|")] = true
	}
	for _, want := range []string{
		"2026-11-11|Mock|68%|||Boson ExSim, untimed or repeated", "2026-11-09|Milestone||||Diagnostic taken (met)",
		"2027-02-04|Forecast|78%|66%|90%|",
	} {
		if !seen[want] {
			t.Errorf("no row %s", want)
		}
	}
}
