package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

func TestTheTimelineIsGoneThroughByKeyboard(t *testing.T) {
	w, p, _ := open(t, stage.Sample(t))
	w.TapText("Timeline")
	if !p.timeline.content.Visible() || p.month.content.Visible() || p.list.content.Visible() {
		t.Fatal("the timeline is not what is seen")
	}
	p.timeline.draw(700, 400, 1) // the test window draws no rasters
	p.FocusFirst()
	if w.Focused() != p.timeline.chart {
		t.Fatalf("the keyboard is at %T", w.Focused())
	}
	w.Key(fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if want := p.view.Today.Monday().AddDays(14); p.day != want {
		t.Errorf("the day is %s, want %s", p.day, want)
	}
	w.Key(fyne.KeyHome, fyne.KeyReturn)
	if want := p.timeline.data.First; p.day != want {
		t.Errorf("the day is %s, want %s", p.day, want)
	}
	w.Key(fyne.KeyEnd, fyne.KeyRight, fyne.KeyReturn)
	if want := p.view.Study.ExamDate.Monday(); p.day != want {
		t.Errorf("the day is %s, want the week of the exam, %s", p.day, want)
	}
	if words := p.timeline.chart.PlainText(); !strings.Contains(words, "First pass") || !strings.Contains(words, "Mocks: ") {
		t.Errorf("in words: %q", words)
	}
}

func TestTheLanesAreTheHoursOfThePlan(t *testing.T) {
	_, p, _ := open(t, stage.Sample(t))
	d := timelineData(p.view)
	if len(d.Lanes) < len(p.view.Study.Domains) {
		t.Fatalf("%d lanes", len(d.Lanes))
	}
	planned, done := 0, 0
	for _, l := range d.Lanes {
		for _, w := range l.Weeks {
			planned += w.Planned
			done += w.Done
		}
	}
	wantPlanned, wantDone := 0, 0
	for _, s := range p.view.Sessions {
		switch s.Status {
		case planner.Done:
			wantPlanned += s.DoneMinutes
			wantDone += s.DoneMinutes
		case planner.Planned:
			wantPlanned += s.Minutes
		}
	}
	if planned != wantPlanned || done != wantDone || done == 0 {
		t.Errorf("planned %d and done %d, want %d and %d", planned, done, wantPlanned, wantDone)
	}
	var last planner.Date
	for _, phase := range d.Phases {
		if !last.IsZero() && phase.From != last.AddDays(1) {
			t.Errorf("%s begins on %s, the phase before ends on %s", phase.Name, phase.From, last)
		}
		last = phase.To
	}
	if last != p.view.Study.ExamDate.AddDays(-1) {
		t.Errorf("the last phase ends on %s", last)
	}
}

func TestAPlanWithoutSessionsHasATimeline(t *testing.T) {
	exam := planner.MustDate("2027-02-04")
	v := app.PlanView{Today: planner.MustDate("2026-11-23")}
	v.Study.ExamDate = exam
	v.Study.Domains = []planner.StudyDomain{{Domain: planner.Domain{ID: "a", Name: "A", Weight: 1}}}
	d := timelineData(v)
	if len(d.Lanes) != 1 || len(d.Phases) != 0 || len(d.Lanes[0].Weeks) != 1 {
		t.Errorf("%+v", d)
	}
}
