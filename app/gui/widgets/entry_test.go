package widgets_test

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

func TestEntryHandsKeysOnThatItHasNoUseFor(t *testing.T) {
	entry := widgets.NewEntry("Source", nil)
	w := guitest.NewWindow(t, entry, 200, 60)
	var heard []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { heard = append(heard, key.Name) })
	w.Focus(entry)
	w.Key(fyne.KeyEscape, fyne.KeyReturn, fyne.KeyLeft)
	if len(heard) != 2 || heard[0] != fyne.KeyEscape || heard[1] != fyne.KeyReturn {
		t.Errorf("the window heard %v", heard)
	}
	escapes, submitted := 0, ""
	entry.OnEscape = func() { escapes++ }
	entry.OnSubmitted = func(text string) { submitted = text }
	w.Type("Boson")
	w.Key(fyne.KeyEscape, fyne.KeyReturn)
	if len(heard) != 2 || escapes != 1 || submitted != "Boson" {
		t.Errorf("heard %v, %d escapes, submitted %q", heard, escapes, submitted)
	}
}

func TestNoteIsSubmittedByCtrlEnterAndLeftByTab(t *testing.T) {
	note, after := widgets.NewNoteEntry("What went wrong?", 3, nil), widgets.NewButton("Save", nil)
	w := guitest.NewWindow(t, widgets.NewColumn(look.Space, note, after), 300, 200)
	submitted := ""
	note.OnSubmitted = func(text string) { submitted = text }
	w.Focus(note)
	w.Type("Ran out")
	w.Key(fyne.KeyReturn)
	w.Type("of time")
	w.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if submitted != "Ran out\nof time" {
		t.Errorf("submitted %q", submitted)
	}
	w.Key(fyne.KeyTab)
	if w.Focused() != after {
		t.Error("Tab does not leave the note")
	}
}

func TestLoadTellsNobody(t *testing.T) {
	var told []string
	entry := widgets.NewEntry("", func(text string) { told = append(told, text) })
	w := guitest.NewWindow(t, entry, 200, 60)
	entry.Load("Boson")
	w.Tap(entry)
	w.Key(fyne.KeyEnd)
	w.Type("!")
	if len(told) != 1 || told[0] != "Boson!" {
		t.Errorf("told %q", told)
	}
}

func TestNumberEntryTakesDigitsOnly(t *testing.T) {
	var n int
	var ok bool
	entry := widgets.NewNumberEntry("0", widgets.NumberSpec{Max: 125}, func(number int, fine bool) { n, ok = number, fine })
	w := guitest.NewWindow(t, widgets.NewColumn("", entry), 200, 60)
	w.Key(fyne.KeyTab)
	w.Type("a8-9.,x")
	if n != 89 || !ok {
		t.Errorf("number is %d, %v", n, ok)
	}
	w.Type("9999")
	if entry.Text != "899" || ok {
		t.Errorf("text is %q, and a number out of bounds counts: %v", entry.Text, ok)
	}
}

func TestNumberEntryIsReplacedWhenReachedByTab(t *testing.T) {
	entry := widgets.NewNumberEntry("0", widgets.NumberSpec{Max: 125}, nil)
	w := guitest.NewWindow(t, widgets.NewColumn("", entry), 200, 60)
	entry.LoadValue(125)
	w.Key(fyne.KeyTab)
	w.Type("91")
	if n, ok := entry.Value(); n != 91 || !ok {
		t.Errorf("number is %d, %v", n, ok)
	}
}

func TestNumberEntrySteps(t *testing.T) {
	entry := widgets.NewNumberEntry("", widgets.NumberSpec{Min: 5, Max: 60, Step: 15}, nil)
	w := guitest.NewWindow(t, widgets.NewColumn("", entry), 200, 60)
	w.Focus(entry)
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyUp, 5}, {fyne.KeyUp, 20}, {fyne.KeyUp, 35}, {fyne.KeyUp, 50}, {fyne.KeyUp, 60}, {fyne.KeyDown, 45}} {
		w.Key(c.key)
		if n, _ := entry.Value(); n != c.want {
			t.Fatalf("after %s the number is %d, want %d", c.key, n, c.want)
		}
	}
}

// Whatever is typed or pasted, what stays is digits, and not too many.
func TestNumberEntryHoldsDigitsWhateverComes(t *testing.T) {
	entry := widgets.NewNumberEntry("", widgets.NumberSpec{Max: 250}, nil)
	w := guitest.NewWindow(t, widgets.NewColumn("", entry), 200, 60)
	w.Focus(entry)
	rapid.Check(t, func(r *rapid.T) {
		entry.Load("")
		for _, letter := range rapid.String().Draw(r, "typed") {
			entry.TypedRune(letter)
		}
		clipboard := test.NewClipboard()
		clipboard.SetContent(rapid.String().Draw(r, "pasted"))
		entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		if _, err := strconv.ParseUint(entry.Text, 10, 16); entry.Text != "" && err != nil || len(entry.Text) > 3 {
			r.Fatalf("the entry holds %q", entry.Text)
		}
	})
}

func TestFieldMakesRoomForItsError(t *testing.T) {
	field := widgets.NewField("Correct", widgets.NewEntry("", nil))
	w := guitest.NewWindow(t, widgets.NewColumn(look.Space, field), 200, 200)
	before := field.MinSize().Height
	field.SetError("There were only 125 questions.")
	w.Settle()
	w.WantText("There were only 125 questions.")
	if field.MinSize().Height <= before {
		t.Error("the error takes no room")
	}
	field.SetError("")
	w.Settle()
	if field.MinSize().Height != before || w.HasText("only") {
		t.Error("the error stays")
	}
}
