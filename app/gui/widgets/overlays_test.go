package widgets_test

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// asked opens a dialog over a button and notes what happens.
type asked struct {
	w                 *guitest.Window
	below             *widgets.Button
	entry             *widgets.Entry
	confirmed, closed int
	belowTapped       int
	fail              error
}

func ask(t *testing.T, change func(*widgets.DialogSpec)) *asked {
	a := &asked{entry: widgets.NewEntry("Name", nil)}
	a.below = widgets.NewButton("Below", func() { a.belowTapped++ })
	a.w = guitest.NewWindow(t, widgets.NewColumn("", a.below), 800, 600)
	a.w.Focus(a.below)
	spec := widgets.DialogSpec{
		Title: "New study", Content: a.entry, Confirm: "Create", First: a.entry,
		OnConfirm: func() error { a.confirmed++; return a.fail },
		OnClosed:  func() { a.closed++ },
	}
	if change != nil {
		change(&spec)
	}
	widgets.ShowDialog(a.w, spec)
	a.w.Settle()
	return a
}

func TestDialogEnterConfirmsFromAnEntry(t *testing.T) {
	a := ask(t, nil)
	a.w.WantText("New study")
	a.w.Type("ISSMP")
	a.w.Key(fyne.KeyReturn)
	if a.confirmed != 1 || a.closed != 1 || a.w.DialogOpen() {
		t.Errorf("confirmed %d, closed %d, open %v", a.confirmed, a.closed, a.w.DialogOpen())
	}
	if a.w.Focused() != a.below {
		t.Error("the keyboard does not go back to where it was")
	}
}

func TestDialogEscapeCancelsWhereverTheFocusIs(t *testing.T) {
	for tabs := range 4 {
		a := ask(t, nil)
		for range tabs {
			a.w.Key(fyne.KeyTab)
		}
		a.w.Key(fyne.KeyEscape)
		if a.confirmed != 0 || a.closed != 1 || a.w.DialogOpen() {
			t.Errorf("after %d tabs: confirmed %d, closed %d, open %v", tabs, a.confirmed, a.closed, a.w.DialogOpen())
		}
	}
}

func TestDialogButtonsDoWhatTheySay(t *testing.T) {
	a := ask(t, nil)
	a.w.TapText("Create")
	b := ask(t, nil)
	b.w.TapText("Cancel")
	if a.confirmed != 1 || b.confirmed != 0 || a.closed != 1 || b.closed != 1 {
		t.Errorf("confirmed %d and %d, closed %d and %d", a.confirmed, b.confirmed, a.closed, b.closed)
	}
}

func TestDialogStaysOpenWhenItFails(t *testing.T) {
	a := ask(t, nil)
	a.fail = errors.New("The exam date has passed. Choose a later one.")
	a.w.Key(fyne.KeyReturn)
	if !a.w.DialogOpen() || a.closed != 0 {
		t.Fatal("the dialog closed although it failed")
	}
	a.w.WantText("The exam date has passed.")
	a.fail = nil
	a.w.Key(fyne.KeyReturn)
	if a.w.DialogOpen() || a.confirmed != 2 {
		t.Error("the second try does not close the dialog")
	}
}

func TestWhatLiesBelowADialogCannotBeReached(t *testing.T) {
	a := ask(t, nil)
	if !widgets.OverlayOpen(a.w) {
		t.Error("OverlayOpen does not see the dialog")
	}
	a.w.TapAt(a.w.Dialog(), fyne.NewPos(5, 5))
	if a.belowTapped != 0 || !a.w.DialogOpen() {
		t.Error("a click beside the dialog went through it")
	}
}

func TestDangerousDialogIsNotConfirmedByHabit(t *testing.T) {
	a := ask(t, func(s *widgets.DialogSpec) { s.Danger, s.First = true, nil })
	a.w.Key(fyne.KeyReturn)
	if a.confirmed != 0 || a.closed != 1 {
		t.Errorf("Enter on a dangerous dialog: confirmed %d, closed %d", a.confirmed, a.closed)
	}
}

func TestDialogThatCannotBeConfirmedYet(t *testing.T) {
	confirmed := false
	w := guitest.NewWindow(t, widgets.NewColumn(""), 800, 600)
	d := widgets.ShowDialog(w, widgets.DialogSpec{Title: "Import", Confirm: "Import", OnConfirm: func() error { confirmed = true; return nil }})
	d.SetConfirmable(false)
	w.Canvas().Unfocus()
	w.Key(fyne.KeyReturn)
	if confirmed || !w.DialogOpen() {
		t.Error("Enter confirmed a dialog that cannot be confirmed")
	}
	d.SetConfirmable(true)
	w.Key(fyne.KeyReturn)
	if !confirmed {
		t.Error("the dialog cannot be confirmed")
	}
}

func TestDialogFitsIntoASmallWindow(t *testing.T) {
	w := guitest.NewWindow(t, widgets.NewColumn(""), 400, 300, guitest.TextScale(2))
	widgets.ShowDialog(w, widgets.DialogSpec{Title: "Long", Content: box(100, 2000), Confirm: "Save"})
	w.Settle()
	button := w.FindText("Save")
	if end := w.Position(button).Y + button.Size().Height; end > 300 {
		t.Errorf("the confirm button ends at %v, out of the window", end)
	}
}

// manualTimer stands in for the clock: time passes when a test says so.
type manualTimer struct {
	duration  time.Duration
	due       func()
	cancelled int
}

func (m *manualTimer) after(d time.Duration, f func()) func() {
	m.duration, m.due = d, f
	return func() { m.cancelled++ }
}

func TestToastComesAndGoes(t *testing.T) {
	timer := &manualTimer{}
	toaster := widgets.NewToaster(widgets.NewColumn("", widgets.NewText("content", widgets.StyleBody)), timer.after)
	w := guitest.NewWindow(t, toaster, 800, 600)
	toaster.Say(widgets.ToastSpec{Text: "Session deleted", Duration: 3 * time.Second})
	w.WantText("Session deleted")
	w.WantText("content")
	if timer.duration != 3*time.Second {
		t.Errorf("it stays for %v", timer.duration)
	}
	timer.due()
	w.WantNoText("Session deleted")
	w.WantText("content")
}

func TestToastActionByMouseAndKeyboard(t *testing.T) {
	undone := 0
	timer := &manualTimer{}
	field := widgets.NewEntry("", nil)
	toaster := widgets.NewToaster(widgets.NewColumn("", field), timer.after)
	w := guitest.NewWindow(t, toaster, 800, 600)
	spec := widgets.ToastSpec{Text: "Session deleted", Action: "Undo", OnAction: func() { undone++ }}
	w.Focus(field)
	toaster.Say(spec)
	w.Settle()
	if w.Focused() != field {
		t.Error("a message takes the keyboard away")
	}
	w.TapText("Undo")
	toaster.Say(spec)
	w.Settle()
	w.Focus(field)
	w.Key(fyne.KeyTab, fyne.KeyReturn)
	if undone != 2 || timer.cancelled != 2 {
		t.Errorf("undone %d times, timer cancelled %d times", undone, timer.cancelled)
	}
	w.WantNoText("Session deleted")
}

func TestNewToastReplacesTheOneBefore(t *testing.T) {
	timer := &manualTimer{}
	toaster := widgets.NewToaster(widgets.NewColumn(""), timer.after)
	w := guitest.NewWindow(t, toaster, 800, 600)
	toaster.Say(widgets.ToastSpec{Text: "First", Action: "Undo"})
	toaster.Say(widgets.ToastSpec{Text: "Second"})
	w.WantNoText("First")
	w.WantNoText("Undo")
	w.WantText("Second")
	if timer.cancelled != 1 {
		t.Errorf("the first timer was cancelled %d times", timer.cancelled)
	}
}

func TestEmptyStateOffersItsAction(t *testing.T) {
	tapped := 0
	state := widgets.NewEmptyState(nil, "No mocks yet", "Record one to see where you stand.", widgets.NewPrimaryButton("Record a mock", func() { tapped++ }))
	w := guitest.NewWindow(t, widgets.NewCard("", state), 500, 400)
	w.WantText("Record one to see where you stand.")
	w.TapText("Record a mock")
	if tapped != 1 {
		t.Error("the action does nothing")
	}
	if narrow, wide := state.HeightForWidth(160), state.HeightForWidth(500); narrow <= wide {
		t.Errorf("height is %v at 160 and %v at 500", narrow, wide)
	}
}

func TestCardTitleCanChange(t *testing.T) {
	card := widgets.NewCard("", widgets.NewText("70%", widgets.StyleFigure)).SetBar(widgets.BarTop, look.ColorGood)
	w := guitest.NewWindow(t, card, 300, 200)
	before := card.MinSize().Height
	card.SetTitle("Chance of passing")
	w.WantText("Chance of passing")
	if card.MinSize().Height <= before {
		t.Error("the title takes no room")
	}
}
