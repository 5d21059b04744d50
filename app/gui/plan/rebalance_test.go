package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

// rowsOf are the stored sessions, to compare by.
func rowsOf(v app.PlanView) []planner.Session {
	out := make([]planner.Session, len(v.Sessions))
	for i, s := range v.Sessions {
		out[i] = s.Session
	}
	return out
}

func equalRows(a, b []planner.Session) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// missSome takes done back for the latest sessions before today, so that there is something to make up.
func missSome(t *testing.T, s *shell) {
	t.Helper()
	v := stored(t, s)
	for i := len(v.Sessions) - 1; i >= 0; i-- {
		if x := v.Sessions[i]; x.Date.Before(v.Today) && v.Today.DaysUntil(x.Date) >= -8 && x.Status == planner.Done {
			if err := s.model.ReopenSession(t.Context(), x.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestRebalanceIsShownBeforeItIsStored(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	missSome(t, s)
	p.Reload()
	before := rowsOf(stored(t, s))
	w.TapText("Rebalance")
	if !w.DialogOpen() {
		t.Fatal("no dialog")
	}
	w.WantText("Cushion")
	w.WantText("Busiest day")
	if !equalRows(before, rowsOf(stored(t, s))) {
		t.Fatal("the preview stored something")
	}
	w.Key(fyne.KeyEscape)
	if w.DialogOpen() || !equalRows(before, rowsOf(stored(t, s))) {
		t.Fatal("Escape stored something, or left the dialog open")
	}
	w.TapText("Rebalance")
	w.TapText("Spread")
	w.WantText("one session a day")
	w.TapText("Apply")
	after := rowsOf(stored(t, s))
	if equalRows(before, after) {
		t.Fatal("nothing was stored")
	}
	for _, x := range after {
		if x.Status == planner.Missed {
			t.Errorf("%s of %s is still missed", x.ID, x.Date)
		}
	}
	if last := s.Said[len(s.Said)-1]; !strings.HasPrefix(last, "Rebalanced: ") {
		t.Errorf("said %q", last)
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !equalRows(before, rowsOf(stored(t, s))) {
		t.Error("undo does not bring the old plan back")
	}
}

func TestARepairedPlanNeedsNoRepair(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	missSome(t, s)
	if _, err := s.model.ApplyRebalance(t.Context(), app.RebalanceOptions{}); err != nil {
		t.Fatal(err)
	}
	p.Reload()
	w.TapText("Rebalance")
	w.WantText("Nothing needs to change.")
	w.WantText("Every session stays as it is.")
}

func TestWhatIfStoresNothingUntilItIsMadeSo(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	before := rowsOf(stored(t, s))
	exam := stored(t, s).Study.ExamDate
	p.onWhatIf()
	w.WantText("As it is now")
	w.TapText("+30 min")
	w.WantText("+30 min a day")
	w.TapText("Keep to compare")
	w.TapText("-15 min")
	w.WantText("+30 min a day")
	w.WantText("-15 min a day")
	if !equalRows(before, rowsOf(stored(t, s))) || stored(t, s).Study.ExamDate != exam {
		t.Fatal("a question stored something")
	}
	w.TapText("Make it so")
	if got := stored(t, s).Study.Availability.Weekday[0]; got != 45 {
		t.Errorf("Monday has %d minutes", got)
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !equalRows(before, rowsOf(stored(t, s))) {
		t.Error("undo does not bring the old plan back")
	}
}
