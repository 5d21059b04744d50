package plan

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/planner"
)

// openList shows the plan as a list, with the keyboard on the first session that is still to come.
func openList(t *testing.T) (*guitest.Window, *Page, *shell) {
	t.Helper()
	w, p, s := open(t, stage.Sample(t))
	p.views.SetSelected(asList)
	p.showView()
	w.Settle()
	p.list.takeFocus()
	return w, p, s
}

// mark marks the selected session and the next ones.
func mark(t *testing.T, w *guitest.Window, p *Page, more int) []string {
	t.Helper()
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	p.list.table.KeyDown(shift)
	for range more {
		w.Key(fyne.KeyDown)
	}
	p.list.table.KeyUp(shift)
	ids := p.list.table.Marked()
	if len(ids) != more+1 {
		t.Fatalf("%d sessions are chosen", len(ids))
	}
	return ids
}

func TestSeveralSessionsAreChangedAsOne(t *testing.T) {
	for _, c := range []struct {
		key     fyne.KeyName
		changed func(planner.Session) bool
		said    string
	}{
		{fyne.KeyS, func(s planner.Session) bool { return s.Status == planner.Skipped }, "3 sessions skipped [Undo]"},
		{fyne.KeyP, func(s planner.Session) bool { return s.Pinned }, "3 sessions pinned [Undo]"},
	} {
		w, p, s := openList(t)
		before := stored(t, s)
		ids := mark(t, w, p, 2)
		w.WantText("3 sessions · ")
		w.Key(c.key)
		for _, id := range ids {
			if got := session(t, s, id); !c.changed(got) {
				t.Errorf("%s: the session is %+v", c.key, got)
			}
		}
		if len(s.Said) != 1 || s.Said[0] != c.said {
			t.Errorf("%s: said %q", c.key, s.Said)
		}
		if _, err := s.model.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if after := stored(t, s); !equalRows(rowsOf(before), rowsOf(after)) {
			t.Errorf("%s: one undo does not bring everything back", c.key)
		}
	}
}

func TestSeveralSessionsMoveTogetherByKeyboard(t *testing.T) {
	w, p, s := openList(t)
	ids := mark(t, w, p, 1)
	w.Key(fyne.KeyM)
	if !w.DialogOpen() {
		t.Fatal("M opens nothing")
	}
	w.Type("5 dec 2026")
	w.Key(fyne.KeyReturn)
	for _, id := range ids {
		if got := session(t, s, id); got.Date != planner.MustDate("2026-12-05") || !got.Pinned {
			t.Errorf("moved to %s, pinned %v", got.Date, got.Pinned)
		}
	}
	if w.Focused() != p.list.table {
		t.Errorf("the keyboard is on %T", w.Focused())
	}
}

// What fits only some of those that are chosen says how many, and is done with those alone.
func TestWhatFitsOnlySomeIsDoneWithThose(t *testing.T) {
	w, p, s := openList(t)
	p.list.table.TypedShortcut(&fyne.ShortcutSelectAll{})
	w.Settle()
	open := 0
	for _, x := range stored(t, s).Sessions {
		if x.Status == planner.Planned || x.Status == planner.Missed {
			open++
		}
	}
	found := false
	for _, a := range p.actionsForAll(p.chosen()) {
		found = found || a.key == fyne.KeyD && a.text == "Done (1)" // today's
	}
	if !found {
		t.Error("what is done today and before cannot be marked done with all that is chosen")
	}
	w.Key(fyne.KeyS)
	for _, x := range stored(t, s).Sessions {
		if x.Status == planner.Planned {
			t.Fatalf("%s of %s was not skipped", x.Title, x.Date)
		}
	}
	if want := len(s.Said); want != 1 {
		t.Fatalf("said %q", s.Said)
	}
	w.Key(fyne.KeyEscape)
	if n := len(p.list.table.Marked()); n != 1 {
		t.Errorf("after Escape %d are chosen", n)
	}
	w.WantNoText("sessions · ")
}

func TestTheListBeginsAtWhatIsNext(t *testing.T) {
	w, _, _ := openList(t)
	w.WantText("Today") // the day of the session that is next; it would be out of sight below a month of others
}
