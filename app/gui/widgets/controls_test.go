package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// counted is a control, how to make it do its one thing, and how often it did.
type counted struct {
	control fyne.Focusable
	times   *int
}

func pressables() map[string]func() counted {
	of := func(make func(press func()) fyne.Focusable) func() counted {
		return func() counted {
			times := 0
			return counted{make(func() { times++ }), &times}
		}
	}
	return map[string]func() counted{
		"button":      of(func(press func()) fyne.Focusable { return widgets.NewButton("Move…", press) }),
		"primary":     of(func(press func()) fyne.Focusable { return widgets.NewPrimaryButton("Start", press) }),
		"quiet":       of(func(press func()) fyne.Focusable { return widgets.NewQuietButton("Why?", press) }),
		"danger":      of(func(press func()) fyne.Focusable { return widgets.NewDangerButton("Delete", press) }),
		"icon button": of(func(press func()) fyne.Focusable { return widgets.NewIconButton("Delete", theme.DeleteIcon(), press) }),
		"sign button": of(func(press func()) fyne.Focusable { return widgets.NewSignButton("Later", "›", press) }),
		"nav item":    of(func(press func()) fyne.Focusable { return widgets.NewNavItem("Today", "1", press) }),
		"check":       of(func(press func()) fyne.Focusable { return widgets.NewCheck("Timed", func(bool) { press() }) }),
		"chip": of(func(press func()) fyne.Focusable {
			chip := widgets.NewChip("16 Jan off", nil)
			chip.OnTapped = press
			return chip
		}),
	}
}

func TestControlsAnswerToMouseAndKeys(t *testing.T) {
	for name, make := range pressables() {
		t.Run(name, func(t *testing.T) {
			c := make()
			object := c.control.(fyne.CanvasObject)
			w := guitest.NewWindow(t, widgets.NewRow(look.Space, object), 300, 80)
			w.Tap(object)
			w.Key(fyne.KeyTab)
			if w.Focused() != c.control {
				t.Fatal("Tab does not reach it")
			}
			w.Key(fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter)
			if *c.times != 4 {
				t.Errorf("it acted %d times after a click and three keys, want 4", *c.times)
			}
			object.(fyne.Disableable).Disable()
			w.Tap(object)
			c.control.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			if *c.times != 4 {
				t.Error("it acts while disabled")
			}
		})
	}
}

func TestFocusCanBeSeen(t *testing.T) {
	all := pressables()
	all["entry"] = func() counted { return counted{control: widgets.NewEntry("", nil)} }
	all["number entry"] = func() counted { return counted{control: widgets.NewNumberEntry("", widgets.NumberSpec{Max: 9}, nil)} }
	all["select field"] = func() counted { return counted{control: widgets.NewSelectField("", []string{"A"}, nil)} }
	all["segmented"] = func() counted { return counted{control: widgets.NewSegmented([]string{"A", "B"}, nil)} }
	for name, make := range all {
		t.Run(name, func(t *testing.T) {
			c := make()
			w := guitest.NewWindow(t, widgets.NewPadded(look.SpaceCard, c.control.(fyne.CanvasObject)), 300, 80)
			if ringSeen(w) {
				t.Error("there is a focus ring before there is focus")
			}
			w.Focus(c.control)
			if !ringSeen(w) {
				t.Error("there is no focus ring")
			}
			w.Canvas().Unfocus()
			if ringSeen(w) {
				t.Error("the focus ring stays")
			}
		})
	}
}

// ringSeen looks for a visible outline, 2 wide, in the colour of the focus ring.
func ringSeen(w *guitest.Window) bool {
	want := look.New(look.ModeLight, 1).Color(look.ColorFocusRing, theme.VariantLight)
	for _, rect := range guitest.All[*canvas.Rectangle](w) {
		if rect.StrokeWidth == 2 && rect.StrokeColor == want {
			return true
		}
	}
	return false
}

func TestButtonIsAsLargeAsWhatItShows(t *testing.T) {
	plain, hinted := widgets.NewButton("Save", nil), widgets.NewButton("Save", nil).WithHint("Ctrl S")
	withIcon := widgets.NewButton("Save", nil).WithIcon(theme.ContentAddIcon())
	if hinted.MinSize().Width <= plain.MinSize().Width || withIcon.MinSize().Width <= plain.MinSize().Width {
		t.Errorf("widths: plain %v, with hint %v, with icon %v", plain.MinSize(), hinted.MinSize(), withIcon.MinSize())
	}
	w := guitest.NewWindow(t, widgets.NewRow("", hinted), 300, 60)
	w.WantText("Ctrl S")
}

func TestFieldsAndButtonsAreEquallyHigh(t *testing.T) {
	for _, scale := range []float64{0.8, 1, 1.4, 2} {
		entry, button := widgets.NewEntry("", nil), widgets.NewButton("Today", nil)
		choice := widgets.NewSelectField("", []string{"A"}, nil)
		guitest.NewWindow(t, widgets.NewRow("", entry, button, choice), 600, 100, guitest.TextScale(scale))
		for name, h := range map[string]float32{"entry": entry.MinSize().Height, "select": choice.MinSize().Height} {
			if d := h - button.MinSize().Height; d < -2 || d > 2 {
				t.Errorf("at %v: %s %v high, button %v", scale, name, h, button.MinSize().Height)
			}
		}
	}
}

func TestCheckTellsItsState(t *testing.T) {
	var told []bool
	check := widgets.NewCheck("First attempt", func(on bool) { told = append(told, on) })
	w := guitest.NewWindow(t, check, 200, 40)
	check.SetOn(true) // by the program: nobody is told
	w.Tap(check)
	w.Tap(check)
	if len(told) != 2 || told[0] || !told[1] || !check.On {
		t.Errorf("told %v, on is %v", told, check.On)
	}
}

func TestChipIsRemovedByItsCrossAndByDelete(t *testing.T) {
	removed := 0
	chip := widgets.NewChip("24 Dec – 1 Jan off", func() { removed++ })
	w := guitest.NewWindow(t, widgets.NewRow("", chip), 300, 40)
	w.TapAt(chip, fyne.NewPos(10, 10))
	if removed != 0 {
		t.Error("a click on the text removes the chip")
	}
	w.TapAt(chip, fyne.NewPos(chip.Size().Width-8, 10))
	w.Focus(chip)
	w.Key(fyne.KeyDelete)
	if removed != 2 {
		t.Errorf("removed %d times, want 2", removed)
	}
}

func TestChipThatDoesNothingIsSkippedByTab(t *testing.T) {
	after := widgets.NewButton("Add days off", nil)
	w := guitest.NewWindow(t, widgets.NewRow("", widgets.NewChip("16 Jan off", nil), after), 300, 40)
	w.Key(fyne.KeyTab)
	if w.Focused() != after {
		t.Errorf("Tab went to %v", w.Focused())
	}
}

func TestSegmentedByMouseAndKeys(t *testing.T) {
	var told []int
	views := widgets.NewSegmented([]string{"Calendar", "Timeline", "List"}, func(i int) { told = append(told, i) })
	w := guitest.NewWindow(t, widgets.NewRow("", views), 400, 60)
	w.TapText("Timeline")
	w.Focus(views)
	w.Key(fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyHome, fyne.KeyEnd)
	want := []int{1, 2, 1, 0, 2}
	if len(told) != len(want) {
		t.Fatalf("told %v, want %v", told, want)
	}
	for i := range want {
		if told[i] != want[i] {
			t.Fatalf("told %v, want %v", told, want)
		}
	}
}

func TestSegmentedDoesNotMoveWhenAnotherIsChosen(t *testing.T) {
	views := widgets.NewSegmented([]string{"Calendar", "Timeline", "List"}, nil)
	w := guitest.NewWindow(t, widgets.NewRow("", views), 400, 60)
	before := views.MinSize()
	w.TapText("List")
	if views.MinSize() != before {
		t.Errorf("the size went from %v to %v", before, views.MinSize())
	}
}

func TestNavItemMarksTheOpenScreen(t *testing.T) {
	item := widgets.NewNavItem("Readiness", "4", nil)
	w := guitest.NewWindow(t, item, 208, 40)
	w.WantText("4")
	item.SetSelected(true)
	w.Settle()
	if text := guitest.Find[*canvas.Text](w, "Readiness"); !text.TextStyle.Bold {
		t.Error("the open screen is not bold")
	}
}

func TestSwitchingToDarkReachesEveryText(t *testing.T) {
	w := guitest.NewWindow(t, widgets.Gallery(), 1280, 900)
	w.SetLook(guitest.Dark())
	light, dark := look.New(look.ModeLight, 1), look.New(look.ModeDark, 1)
	onToast := dark.Color(look.ColorOnToast, theme.VariantDark) // dark letters are right on a light message
	for _, text := range guitest.All[*canvas.Text](w) {
		if text.Color == light.Color(theme.ColorNameForeground, theme.VariantLight) && text.Color != onToast {
			t.Errorf("%q keeps the light colour", text.Text)
		}
	}
}

func TestWhatGetsTheFocusBelowTheWindowIsScrolledTo(t *testing.T) {
	var rows []fyne.CanvasObject
	for range 40 {
		rows = append(rows, widgets.NewButton("Button", nil))
	}
	last := widgets.NewEntry("Last", nil)
	scroll := widgets.NewScroll(widgets.NewColumn("", append(rows, last)...))
	w := guitest.NewWindow(t, scroll, 300, 200)
	for _, rect := range guitest.All[*canvas.Rectangle](w) {
		if rect.StrokeWidth == 2 && !rect.Visible() {
			t.Fatal("a ring is hidden: Fyne would not know where it is when it is needed")
		}
	}
	w.Focus(last)
	if scroll.Offset() == 0 {
		t.Error("the last field has the focus out of sight")
	}
}
