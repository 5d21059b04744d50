package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

// stored reads the plan from the data file.
func stored(t *testing.T, s *shell) app.PlanView {
	t.Helper()
	v, err := s.model.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// session finds a stored session.
func session(t *testing.T, s *shell, id string) planner.Session {
	t.Helper()
	for _, v := range stored(t, s).Sessions {
		if v.ID == id {
			return v.Session
		}
	}
	t.Fatalf("no session %s is stored", id)
	return planner.Session{}
}

// first puts the keyboard on the first session of today.
func first(t *testing.T, w *guitest.Window, p *Page) *sessionRow {
	t.Helper()
	p.FocusFirst()
	w.Key(fyne.KeyReturn)
	if len(p.dayCard.rows) == 0 || w.Focused() != p.dayCard.rows[0] {
		t.Fatalf("Enter on today leads to %T", w.Focused())
	}
	return p.dayCard.rows[0]
}

func TestKeysOnASessionChangeWhatIsStored(t *testing.T) {
	for _, c := range []struct {
		key    fyne.KeyName
		status planner.Status
		pinned bool
		said   string
	}{
		{fyne.KeyD, planner.Done, false, "Done: "},
		{fyne.KeyS, planner.Skipped, false, "Skipped: "},
		{fyne.KeyP, planner.Planned, true, "Pinned"},
	} {
		t.Run(string(c.key), func(t *testing.T) {
			w, p, s := open(t, stage.Sample(t))
			row := first(t, w, p)
			id := row.session.ID
			w.Key(c.key)
			got := session(t, s, id)
			if got.Status != c.status || got.Pinned != c.pinned {
				t.Errorf("stored is %s, pinned %v", got.Status, got.Pinned)
			}
			if last := s.Said[len(s.Said)-1]; !strings.HasPrefix(last, c.said) || !strings.HasSuffix(last, "[Undo]") {
				t.Errorf("said %q", last)
			}
			if w.Focused() != p.dayCard.rows[0] {
				t.Errorf("the keyboard has gone to %T", w.Focused())
			}
		})
	}
}

func TestReopenWhatWasDone(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	id := first(t, w, p).session.ID
	w.Key(fyne.KeyD)
	w.WantText("done")
	w.Key(fyne.KeyR)
	if got := session(t, s, id); got.Status != planner.Planned || got.DoneMinutes != 0 {
		t.Errorf("stored is %s with %d minutes", got.Status, got.DoneMinutes)
	}
}

func TestMoveByKeyboard(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	moved := first(t, w, p).session
	id := moved.ID
	w.Key(fyne.KeyM)
	w.WantText("Move " + label(moved))
	w.Type("27 nov 2026")
	w.Key(fyne.KeyReturn)
	if w.DialogOpen() {
		t.Fatalf("the dialog is still open: %q", w.Texts())
	}
	got := session(t, s, id)
	if got.Date != planner.MustDate("2026-11-27") || !got.Pinned {
		t.Errorf("stored is %s, pinned %v", got.Date, got.Pinned)
	}
	if last := s.Said[len(s.Said)-1]; last != "Moved to Friday 27 November and pinned there [Undo]" {
		t.Errorf("said %q", last)
	}
}

func TestMoveToADayThatCannotBeSaysWhy(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	id := first(t, w, p).session.ID
	w.Key(fyne.KeyM)
	w.Type("1 mar 2027")
	w.Key(fyne.KeyReturn)
	if !w.DialogOpen() {
		t.Error("the dialog has closed")
	}
	if got := session(t, s, id); got.Date != planner.MustDate("2026-11-23") {
		t.Errorf("it was moved to %s", got.Date)
	}
}

func TestASessionDraggedToAnotherDayMoves(t *testing.T) {
	_, p, s := open(t, stage.Sample(t))
	id := p.dayCard.rows[0].session.ID
	p.month.calendar.OnMoved(id, planner.MustDate("2026-11-26"))
	if got := session(t, s, id); got.Date != planner.MustDate("2026-11-26") || !got.Pinned {
		t.Errorf("stored is %s, pinned %v", got.Date, got.Pinned)
	}
	p.month.calendar.OnMoved(id, planner.MustDate("2026-11-01"))
	if len(s.Failed) != 1 || !strings.Contains(s.Failed[0], "has passed") {
		t.Errorf("moving into the past said %q", s.Failed)
	}
}

func TestDeleteLeavesTheKeyboardOnTheDay(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	p.chooseDay(planner.MustDate("2026-11-28")) // a day with several sessions
	w.Settle()
	before := len(p.dayCard.rows)
	if before < 2 {
		t.Fatalf("the day has %d sessions, and the test needs two", before)
	}
	id := p.dayCard.rows[0].session.ID
	w.Focus(p.dayCard.rows[0])
	w.Key(fyne.KeyDelete)
	for _, v := range stored(t, s).Sessions {
		if v.ID == id {
			t.Error("it is still stored")
		}
	}
	if len(p.dayCard.rows) != before-1 || w.Focused() != p.dayCard.rows[0] {
		t.Errorf("%d rows are left and the keyboard is at %T", len(p.dayCard.rows), w.Focused())
	}
}

func TestAddASessionAhead(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	day := planner.MustDate("2026-12-02")
	p.chooseDay(day)
	w.Settle()
	w.TapText("Add…")
	w.WantText("Add a session on Wednesday 2 December")
	w.TapText("Add")
	found := 0
	for _, v := range stored(t, s).Sessions {
		if v.Date == day && v.Pinned && v.Minutes == 45 && v.Activity == planner.Practise && v.Status == planner.Planned {
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d such sessions are stored; on screen: %q", found, w.Texts())
	}
}

func TestDayOffAndBack(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	day := planner.MustDate("2026-11-24")
	w.Focus(p.month.calendar)
	w.Key(fyne.KeyRight)
	w.WantText("Tuesday 24 November")
	w.TapText("Day off")
	if v := stored(t, s); !v.Study.Availability.IsOff(day) || len(sessionsOn(v, day)) != 0 {
		t.Errorf("off is %v with %d sessions", v.Study.Availability.IsOff(day), len(sessionsOn(v, day)))
	}
	w.WantText("Day off. Nothing is planned here.")
	w.TapText("Cancel day off")
	if v := stored(t, s); v.Study.Availability.IsOff(day) || len(sessionsOn(v, day)) == 0 {
		t.Errorf("off is %v with %d sessions", v.Study.Availability.IsOff(day), len(sessionsOn(v, day)))
	}
}

func TestTheListLeadsToTheSession(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	w.Tap(p.views) // the middle: between both
	p.views.SetSelected(asList)
	p.showView()
	w.Settle()
	if got, want := len(p.list.table.Rows()), len(stored(t, s).Sessions); got != want {
		t.Errorf("the list has %d rows for %d sessions", got, want)
	}
	w.Focus(p.list.table)
	w.Key(fyne.KeyEnd, fyne.KeyReturn)
	last := stored(t, s).Sessions
	row, ok := w.Focused().(*sessionRow)
	if !ok || row.session.ID != last[len(last)-1].ID {
		t.Errorf("Enter leads to %T", w.Focused())
	}
}

func TestReloadKeepsTheDayAndTheKeyboard(t *testing.T) {
	w, p, _ := open(t, stage.Sample(t))
	p.chooseDay(planner.MustDate("2026-11-28"))
	w.Focus(p.dayCard.rows[1])
	row := p.dayCard.rows[1]
	p.Reload()
	w.Settle()
	if p.day != planner.MustDate("2026-11-28") || w.Focused() != row {
		t.Errorf("the day is %s and the keyboard at %T", p.day, w.Focused())
	}
}

func TestTheMenuOffersWhatFits(t *testing.T) {
	w, p, _ := open(t, stage.Sample(t))
	view := p.dayCard.rows[0].session
	for _, c := range []struct {
		status planner.Status
		days   int
		want   string
	}{
		{planner.Planned, 0, "Done Skip Move… Pin Edit… Delete"},
		{planner.Planned, 3, "Skip Move… Pin Edit… Delete"},
		{planner.Missed, -3, "Done Skip Move… Edit… Delete"},
		{planner.Done, 0, "Reopen Edit… Delete"},
		{planner.Skipped, 0, "Reopen Move… Edit… Delete"},
	} {
		s := view
		s.Status, s.Date = c.status, view.Date.AddDays(c.days)
		var got []string
		for _, a := range p.actionsFor(s) {
			got = append(got, a.text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %d days from today: %q, want %q", c.status, c.days, got, c.want)
		}
	}
	w.Tap(p.dayCard.rows[0])
	w.WantText("Skip  (S)")
}

func TestWithoutAStudyItLeadsToSetup(t *testing.T) {
	w, _, s := open(t, stage.OpenApp(t, nil))
	w.TapText("Set up a study")
	if len(s.Opened) != 1 || s.Opened[0] != kit.Setup {
		t.Errorf("opened %v", s.Opened)
	}
}

func TestNothingIsWiderThanTheWindow(t *testing.T) {
	for _, width := range []float32{1072, 792} {
		for _, scale := range []float64{1, 1.4, 2} {
			for _, view := range []int{asCalendar, asList} {
				w, p, _ := openSized(t, stage.Sample(t), fyne.NewSize(width, 650), guitest.TextScale(scale))
				p.views.SetSelected(view)
				p.showView()
				w.Settle()
				if need := p.Content().MinSize().Width; need > width {
					t.Errorf("view %d at text size %v needs %v of %v", view, scale, need, width)
				}
				card := guitest.Find[*widgets.Card](w, "Milestones")
				if right := w.Position(card).X + card.Size().Width; right > width {
					t.Errorf("view %d at text size %v ends at %v of %v", view, scale, right, width)
				}
			}
		}
	}
}

func TestASessionIsEditedByKeyboard(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	row := first(t, w, p)
	id, was := row.session.ID, row.session.Session
	w.Key(fyne.KeyE)
	w.WantText("What you change by hand is pinned")
	w.Key(fyne.KeyBackspace, fyne.KeyBackspace) // the minutes have the keyboard
	w.Type("25")
	w.Key(fyne.KeyTab)
	w.Type("chapter 4")
	w.Key(fyne.KeyReturn)
	got := session(t, s, id)
	if got.Minutes != 25 || got.Note != "chapter 4" || !got.Pinned || got.Domain != was.Domain || got.Activity != was.Activity || got.Date != was.Date {
		t.Errorf("stored is %+v", got)
	}
	if _, err := s.model.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := session(t, s, id); got.Minutes != was.Minutes || got.Pinned != was.Pinned || got.Note != was.Note {
		t.Errorf("undone is %+v", got)
	}
}

func TestAnEditThatMakesNoSenseStaysOpen(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	row := first(t, w, p)
	w.Key(fyne.KeyE)
	w.Key(fyne.KeyBackspace, fyne.KeyBackspace)
	w.Key(fyne.KeyReturn)
	w.WantText("A session has 1 to")
	if !w.DialogOpen() {
		t.Error("the form has closed")
	}
	if got := session(t, s, row.session.ID); got.Minutes != row.session.Minutes {
		t.Errorf("stored are %d minutes", got.Minutes)
	}
}
