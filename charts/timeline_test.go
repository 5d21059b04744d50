package charts

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/planner"
)

// way is four weeks of two domains and mocks, from a Monday.
func way() TimelineData {
	return TimelineData{
		First: day("2026-11-23"), Today: day("2026-12-02"), Exam: day("2026-12-18"),
		Lanes: []Lane{
			{Name: "D1 Leadership", Domain: 0, Weeks: []LaneWeek{{120, 120}, {90, 30}, {60, 0}, {}}},
			{Name: "D2 Risk", Domain: 1, Weeks: []LaneWeek{{60, 60}, {}, {45, 0}, {30, 0}}},
			{Name: "Mocks", Domain: -1, Weeks: []LaneWeek{{}, {}, {180, 0}}},
		},
		Phases:     []Phase{{"Practice", day("2026-12-05"), day("2026-12-14")}, {"First pass", day("2026-11-23"), day("2026-12-04")}},
		Milestones: []MilestoneMark{{Date: day("2026-12-10"), Name: "M2 Two mocks"}, {Date: day("2026-11-25"), Name: "M1 Diagnostic", Met: true}},
	}
}

func TestATimelineSaysWhatAWeekHolds(t *testing.T) {
	d := way()
	d.Words.Duration = func(minutes int) string { return fmt.Sprintf("%d:%02d", minutes/60, minutes%60) }
	for week, want := range [][]string{
		{"Week of 23 November 2026: 3:00 of 3:00", "D1 Leadership: 2:00 of 2:00", "D2 Risk: 1:00 of 1:00", "25 Nov: M1 Diagnostic (met)"},
		{"Week of 30 November 2026: 0:30 of 1:30", "D1 Leadership: 0:30 of 1:30"},
		{"Week of 7 December 2026: 4:45", "D1 Leadership: 1:00", "D2 Risk: 0:45", "Mocks: 3:00", "10 Dec: M2 Two mocks"},
		{"Week of 14 December 2026: 0:30", "D2 Risk: 0:30", "Exam 18 Dec"},
	} {
		if got := d.InWords(week); !slices.Equal(got, want) {
			t.Errorf("week %d: %q, want %q", week, got, want)
		}
	}
	if d.InWords(-1) != nil || d.InWords(4) != nil {
		t.Error("weeks that are none say something")
	}
	if got, want := d.Summary(), "From 23 November 2026 to 18 December 2026. First pass: 23 Nov – 4 Dec. Practice: 5 Dec – 14 Dec. D1 Leadership: 2:30 of 4:30. D2 Risk: 1:00 of 2:15. Mocks: 3:00. Milestones met: 1 of 2."; got != want {
		t.Errorf("in a few sentences: %q, want %q", got, want)
	}
	if got := way().InWords(2)[2]; got != "D2 Risk: 45 min" {
		t.Errorf("without words of its own it says %q", got)
	}
	header, rows := d.Table()
	if len(header) != 5 || len(rows) != 4 || !slices.Equal(rows[2], []string{"2026-12-07", "4:45", "1:00", "0:45", "3:00"}) {
		t.Errorf("as a table: %q %q", header, rows)
	}
}

func TestTheWeekUnderThePointer(t *testing.T) {
	p := NewTimelinePlot(way(), Options{Width: 800, Height: 300})
	for week := range p.Weeks() {
		middle := p.Middle(week)
		if got, at, ok := p.Week(middle); !ok || got != week || at != middle {
			t.Errorf("at %v is week %d, want %d", middle, got, week)
		}
		if got := p.WeekOf(p.Monday(week).AddDays(6)); got != week {
			t.Errorf("the Sunday of week %d is in %d", week, got)
		}
	}
	if got, _, _ := p.Week(-1e9); got != 0 {
		t.Errorf("far at the left is week %d", got)
	}
	if got, _, _ := p.Week(1e9); got != 3 {
		t.Errorf("far at the right is week %d", got)
	}
	if got := p.WeekOf(day("2031-01-01")); got != 3 {
		t.Errorf("after the end is week %d", got)
	}
}

// inked collects what is written and which areas are filled.
type inked struct {
	texts []string
	boxes []rect
}

func (r *inked) Fill(p Path, _ color.NRGBA) {
	if q := p[0].Points; len(q) == 4 {
		r.boxes = append(r.boxes, rect{q[0].X, q[0].Y, q[2].X, q[2].Y})
	}
}

func (r *inked) Stroke(Path, Stroke) {}

func (r *inked) Text(t Text) { r.texts = append(r.texts, t.Text) }

func TestBarsAreAsHighAsTheirMinutes(t *testing.T) {
	p := NewTimelinePlot(way(), Options{Width: 800, Height: 300})
	r := &inked{}
	if err := p.DrawOn(r); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(r.texts, "D1 Leadership") || !slices.Contains(r.texts, "First pass") || !slices.Contains(r.texts, "Practice") {
		t.Errorf("written is %q", r.texts)
	}
	lane := p.lane(2)
	highest := lane.bottom
	for _, b := range r.boxes {
		if b.left > lane.left && b.bottom == lane.bottom && b.top > lane.top {
			highest = min(highest, b.top)
		}
	}
	if share := (lane.bottom - highest) / lane.height(); share < 0.8 || share > 1 {
		t.Errorf("the fullest week takes %v of its lane", share)
	}
}

func TestATimelineOfAnythingIsDrawn(t *testing.T) {
	dates := rapid.Custom(func(t *rapid.T) planner.Date {
		return planner.Date{Year: rapid.IntRange(-5, 12000).Draw(t, "year"), Month: 1, Day: rapid.IntRange(-3, 40).Draw(t, "day")}
	})
	rapid.Check(t, func(t *rapid.T) {
		d := TimelineData{First: dates.Draw(t, "first"), Today: dates.Draw(t, "today"), Exam: dates.Draw(t, "exam"), Empty: "Nothing yet."}
		if rapid.Bool().Draw(t, "usual") {
			d.First = day("2026-11-23")
		}
		for range rapid.IntRange(0, 6).Draw(t, "lanes") {
			l := Lane{Name: rapid.String().Draw(t, "name"), Domain: rapid.IntRange(-3, 60).Draw(t, "domain")}
			for range rapid.IntRange(0, 40).Draw(t, "weeks") {
				l.Weeks = append(l.Weeks, LaneWeek{rapid.IntRange(-50, 1_000_000).Draw(t, "planned"), rapid.IntRange(-50, 1_000_000).Draw(t, "done")})
			}
			d.Lanes = append(d.Lanes, l)
		}
		for range rapid.IntRange(0, 4).Draw(t, "phases") {
			d.Phases = append(d.Phases, Phase{rapid.String().Draw(t, "phase"), dates.Draw(t, "from"), dates.Draw(t, "to")})
			d.Milestones = append(d.Milestones, MilestoneMark{Date: dates.Draw(t, "milestone"), Name: rapid.String().Draw(t, "milestone name")})
		}
		p := NewTimelinePlot(d, Options{Width: rapid.IntRange(1, 900).Draw(t, "width"), Height: rapid.IntRange(1, 500).Draw(t, "height"), TextScale: rapid.Float64Range(0.5, 4).Draw(t, "text")})
		if _, err := p.Image(); err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(d.Summary()) == "" {
			t.Fatal("it says nothing")
		}
		for week := range p.Weeks() {
			if got, _, ok := p.Week(p.Middle(week)); p.area.width() > 0 && (!ok || got != week) {
				t.Fatalf("week %d is found as %d", week, got)
			}
		}
	})
}
