package mocks

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
)

// typedTwice saves a mock and types the same again, in small letters.
func typedTwice(t *testing.T) (*guitest.Window, *Page, *shell) {
	t.Helper()
	w, p, s := openSized(t, withStudy(t), fyne.NewSize(1072, 1100))
	for _, source := range []string{"Bank", " bank"} {
		p.form.source.Load(source)
		fillAll(p.form, "10")
		p.Save()
		w.Settle()
	}
	if n := len(stored(t, s)); n != 1 {
		t.Fatalf("%d mocks are stored, failed: %q", n, s.Failed)
	}
	w.WantText("This looks like a mock you recorded already")
	w.WantText("Bank of 23 November 2026, 60 of 125")
	return w, p, s
}

func TestTheSameResultTwiceIsAskedAbout(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		w, p, s := typedTwice(t)
		w.Key(key)
		if w.DialogOpen() || len(stored(t, s)) != 1 || p.form.source.Entry.Text != " bank" || !p.form.touched() {
			t.Errorf("%s loses what was typed, or stores it", key)
		}
	}
}

func TestTheSameResultTwiceCanBeSaved(t *testing.T) {
	w, p, s := typedTwice(t)
	w.TapText("Save anyway")
	if n := len(stored(t, s)); n != 2 || w.DialogOpen() || p.form.touched() {
		t.Errorf("%d mocks are stored", n)
	}
}

func TestTheSameResultTwiceCanBeDiscarded(t *testing.T) {
	w, p, s := typedTwice(t)
	w.TapText("Discard")
	if n := len(stored(t, s)); n != 1 || w.DialogOpen() || p.form.touched() {
		t.Errorf("%d mocks are stored, the form is touched: %v", n, p.form.touched())
	}
}

func TestEditingAMockIsNoSecondOne(t *testing.T) {
	w, p, s := openSized(t, stage.Sample(t), fyne.NewSize(1072, 1100))
	p.onEdit(stored(t, s)[0])
	p.form.note.SetText("Slept badly.")
	p.Save()
	if w.DialogOpen() || stored(t, s)[0].Note != "Slept badly." {
		t.Errorf("the note is %q", stored(t, s)[0].Note)
	}
}
