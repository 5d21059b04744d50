package setup

import (
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/widgets"
	"milepost/planner"
)

var fifthOfDecember = planner.DayMinutes{Date: planner.MustDate("2026-12-05"), Minutes: 180}

func TestASpecialDayByKeyboard(t *testing.T) {
	w, p, s := open(t, stage.OpenApp(t, nil))
	before := planOf(t, p).AvailableMinutes
	w.Focus(p.form.hours.addDay)
	w.Key(fyne.KeyReturn)
	w.WantText("A special day")
	w.Type("5 dec")
	w.Key(fyne.KeyTab)
	w.Type("6h")
	w.Key(fyne.KeyReturn)
	if w.DialogOpen() {
		t.Fatalf("the dialog is still open: %q", w.Texts())
	}
	w.WantText("5 Dec: 6 h")
	if w.Focused() != p.form.hours.addDay {
		t.Errorf("the keyboard is at %T", w.Focused())
	}
	if got := planOf(t, p).AvailableMinutes; got <= before {
		t.Errorf("%d minutes are available and %d were before", got, before)
	}
	p.Save()
	if got := current(t, s).Availability.Days; len(got) != 1 || got[0] != (planner.DayMinutes{Date: fifthOfDecember.Date, Minutes: 360}) {
		t.Errorf("stored is %v", got)
	}
}

func TestASpecialDayByMouseIsProposedWithAMock(t *testing.T) {
	w, p, _ := open(t, stage.OpenApp(t, nil))
	w.TapText("Special day…")
	w.Type("5 dec")
	w.TapText("Add")
	w.WantText("5 Dec: 3 h")
	if got := p.draft.Availability.Days; len(got) != 1 || got[0] != fifthOfDecember {
		t.Errorf("the draft has %v", got)
	}
}

// withFifth has a special day in the draft.
func withFifth(t *testing.T) (*guitest.Window, *Page, *widgets.Chip) {
	t.Helper()
	w, p, _ := open(t, stage.OpenApp(t, nil))
	w.TapText("Special day…")
	w.Type("5 dec")
	w.Key(fyne.KeyReturn)
	return w, p, guitest.Find[*widgets.Chip](w, "5 Dec: 3 h")
}

func TestASpecialDayIsRemoved(t *testing.T) {
	for name, remove := range map[string]func(*guitest.Window, *widgets.Chip){
		"by keyboard": func(w *guitest.Window, c *widgets.Chip) { w.Focus(c); w.Key(fyne.KeyDelete) },
		"by mouse":    func(w *guitest.Window, c *widgets.Chip) { w.TapAt(c, fyne.NewPos(c.Size().Width-8, c.Size().Height/2)) },
	} {
		t.Run(name, func(t *testing.T) {
			w, p, chip := withFifth(t)
			before := planOf(t, p).AvailableMinutes
			remove(w, chip)
			w.WantNoText("5 Dec: 3 h")
			if len(p.draft.Availability.Days) != 0 || w.Focused() != p.form.hours.addDay {
				t.Errorf("left are %v, the keyboard is at %T", p.draft.Availability.Days, w.Focused())
			}
			if got := planOf(t, p).AvailableMinutes; got == before {
				t.Error("the answer is the same")
			}
		})
	}
}

func TestASpecialDayIsChanged(t *testing.T) {
	w, p, chip := withFifth(t)
	w.Focus(chip)
	w.Key(fyne.KeyReturn)
	w.WantText("Change a special day")
	w.Type("0")
	w.Key(fyne.KeyReturn)
	w.WantText("5 Dec: nothing")
	if got := p.draft.Availability.Days; len(got) != 1 || got[0].Minutes != 0 {
		t.Errorf("the draft has %v", got)
	}
}

func TestASpecialDayThatCannotBeSaysWhy(t *testing.T) {
	for _, c := range []struct{ name, day, time, want string }{
		{"no date", "whenever", "3h", "Write a date"},
		{"in the past", "1 nov 2026", "3h", "The earliest day is"},
		{"more than a day holds", "5 dec", "17h", "A day holds at most 16 h of study."},
		{"no time", "5 dec", "long", "Write a time like"},
		{"a day off", "25 dec", "3h", "25 December is among your days off."},
	} {
		t.Run(c.name, func(t *testing.T) {
			w, p, _ := open(t, stage.Sample(t))
			w.TapText("Special day…")
			w.Type(c.day)
			w.Key(fyne.KeyTab)
			w.Type(c.time)
			w.TapText("Add")
			if !w.DialogOpen() || len(p.draft.Availability.Days) != 0 {
				t.Fatalf("the draft has %v", p.draft.Availability.Days)
			}
			w.WantText(c.want)
			w.Canvas().Unfocus()
			w.Key(fyne.KeyEscape)
			if w.DialogOpen() {
				t.Error("Escape leaves the dialog open")
			}
		})
	}
}

func TestDaysOffAreAddedAndRemovedByKeyboard(t *testing.T) {
	w, p, s := open(t, stage.Sample(t))
	w.Focus(p.form.hours.addOff)
	w.Key(fyne.KeyReturn)
	w.Key(fyne.KeyRight, fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn) // 24 and 25 November
	w.TapText("Add")
	w.WantText("24 Nov – 25 Nov off")
	w.Focus(guitest.Find[*widgets.Chip](w, "16 Jan off"))
	w.Key(fyne.KeyReturn)
	w.WantNoText("16 Jan off")
	if w.Focused() != p.form.hours.addOff {
		t.Errorf("the keyboard is at %T", w.Focused())
	}
	p.Save()
	off := current(t, s).Availability.Off
	if len(off) != 2 || off[0].String() != "2026-11-24..2026-11-25" || off[1].First != planner.MustDate("2026-12-24") {
		t.Errorf("stored is %v", off)
	}
}
