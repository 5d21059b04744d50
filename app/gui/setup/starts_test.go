package setup

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

func TestUsualStartsAreTypedAndStoredAndMoveNothing(t *testing.T) {
	w, p, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1400))
	for _, start := range p.form.hours.starts {
		enter(w, start, "any")
	}
	before, err := s.model.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	enter(w, p.form.hours.starts[0], "7pm")
	enter(w, p.form.hours.starts[5], "930")
	w.TapText("Change")
	enter(w, p.form.more.mockStart, "8:30")
	w.WantText("19:00")
	w.WantText("09:30")
	w.WantText("mocks of 3 h at 08:30")
	p.Save()
	a := current(t, s).Availability
	if a.Start != [7]planner.TimeOfDay{0: planner.TimeAt(1140), 5: planner.TimeAt(570)} || a.MockStart != planner.TimeAt(510) {
		t.Errorf("stored are %v, mocks at %s", a.Start, a.MockStart)
	}
	after, err := s.model.Plan(t.Context())
	if err != nil || len(after.Sessions) != len(before.Sessions) {
		t.Fatalf("%d sessions became %d (%v)", len(before.Sessions), len(after.Sessions), err)
	}
	for i, x := range after.Sessions {
		if !reflect.DeepEqual(x.Session, before.Sessions[i].Session) {
			t.Fatalf("%+v became %+v", before.Sessions[i].Session, x.Session)
		}
	}
}

func TestAStartThatIsNoTimeIsSaidAndNotStored(t *testing.T) {
	w, p, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1400))
	enter(w, p.form.hours.starts[2], "25:00")
	wantUnder(t, w, p.form.hours.starts[2], "Start on Wednesday: A day goes from 00:00 to 23:59.")
	p.Save()
	if w.Focused() != p.form.hours.starts[2] || len(s.Opened) > 0 {
		t.Errorf("the keyboard is at %T, opened %v", w.Focused(), s.Opened)
	}
	w.Type("19")
	p.Save()
	if got := current(t, s).Availability.Start[2]; got != planner.TimeAt(1140) {
		t.Errorf("put right, stored is %q", got)
	}
	w.TapText("Change")
	enter(w, p.form.more.mockStart, "early")
	wantUnder(t, w, p.form.more.mockStart, "Write a time like 19:00, 7pm or 1930.")
}

func TestADayThatRunsPastMidnightIsTold(t *testing.T) {
	w, p, _ := openSized(t, stage.OpenApp(t, nil), fyne.NewSize(1072, 1400))
	enter(w, p.form.hours.weekdays[4], "1 h")
	enter(w, p.form.hours.starts[4], "23:00")
	w.WantNoText("Past midnight")
	enter(w, p.form.hours.weekdays[4], "1 h 15")
	w.WantText("Past midnight: Friday from 23:00.")
	enter(w, p.form.hours.starts[4], "any")
	w.WantNoText("Past midnight")
}

func TestUsualStartsStayWithAnotherExam(t *testing.T) {
	w, p, _ := openSized(t, stage.OpenApp(t, nil), fyne.NewSize(1072, 1400))
	enter(w, p.form.hours.starts[1], "19:00")
	p.form.exam.onExam(1)
	if got := p.draft.Availability.Start[1]; got != planner.TimeAt(1140) || p.form.hours.starts[1].Time() != got {
		t.Errorf("with another exam Tuesday starts at %q, on screen %q", got, p.form.hours.starts[1].Time())
	}
}
