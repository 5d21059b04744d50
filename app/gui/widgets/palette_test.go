package widgets_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// palette opens a palette over a window with a field that has the keyboard, and notes what is chosen.
func palette(t *testing.T) (w *guitest.Window, below *widgets.Entry, chosen *[]int) {
	t.Helper()
	below, chosen = widgets.NewEntry("", nil), &[]int{}
	w = guitest.NewWindow(t, widgets.NewPadded(look.SpaceCard, widgets.NewColumn("", below)), 700, 500)
	w.Focus(below)
	widgets.ShowPalette(w, []widgets.Command{
		{Text: "Rebalance…", Note: "Edit · Ctrl R"}, {Text: "Record a mock…", Note: "Edit · Ctrl M"}, {Text: "Call back", Note: "On this page"}, {Text: "Back up now", Note: "Settings"},
	}, func(i int) { *chosen = append(*chosen, i) })
	w.Settle()
	return w, below, chosen
}

func TestPaletteByKeyboard(t *testing.T) {
	for typed, want := range map[string]int{"": 0, "mock": 1, "BACK": 3, "ctrl m": 1, "page": 2, " settings ": 3} {
		w, below, chosen := palette(t)
		w.Type(typed)
		w.Key(fyne.KeyReturn)
		if fmt.Sprint(*chosen) != fmt.Sprint([]int{want}) || w.DialogOpen() {
			t.Errorf("%q: chosen %v, open %v; want %d", typed, *chosen, w.DialogOpen(), want)
		}
		if w.Focused() != below {
			t.Errorf("%q: what had the keyboard does not get it back", typed)
		}
	}
}

func TestThePaletteShowsTheNearestFirst(t *testing.T) {
	w, _, chosen := palette(t)
	w.Type("back") // Back up now before Call back
	w.Key(fyne.KeyDown, fyne.KeyReturn)
	if fmt.Sprint(*chosen) != "[2]" {
		t.Errorf("chosen %v", *chosen)
	}
}

func TestThePaletteCloses(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyTab} {
		w, below, chosen := palette(t)
		w.Key(key)
		if w.DialogOpen() || len(*chosen) > 0 || w.Focused() != below {
			t.Errorf("%s: open %v, chosen %v", key, w.DialogOpen(), *chosen)
		}
	}
	w, _, chosen := palette(t)
	w.Type("nothing like it")
	w.WantText("Nothing matches")
	w.Key(fyne.KeyReturn)
	if !w.DialogOpen() || len(*chosen) > 0 {
		t.Errorf("open %v, chosen %v", w.DialogOpen(), *chosen)
	}
}

func TestThePaletteStaysInsideTheWindow(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 320, Height: 200}, {Width: 640, Height: 300}, {Width: 2000, Height: 1400}} {
		w := guitest.NewWindow(t, widgets.NewText("", widgets.StyleBody), size.Width, size.Height)
		var commands []widgets.Command
		for i := range 60 {
			commands = append(commands, widgets.Command{Text: fmt.Sprintf("A command with a rather long name, number %d", i), Note: "Somewhere · Ctrl X"})
		}
		widgets.ShowPalette(w, commands, func(int) {})
		w.Settle()
		surfaces := guitest.All[*widgets.Surface](w)
		if len(surfaces) == 0 {
			t.Fatalf("in %v there is no palette", size)
		}
		for _, surface := range surfaces {
			pos := w.Position(surface)
			end := pos.Add(surface.Size())
			if pos.X < 0 || pos.Y < 0 || end.X > size.Width || end.Y > size.Height {
				t.Errorf("in %v the palette goes from %v to %v", size, pos, end)
			}
		}
	}
}

func TestOffersOfATree(t *testing.T) {
	press := func() {}
	off, hidden := widgets.NewButton("Off", press), widgets.NewButton("Hidden", press)
	off.Disable()
	hidden.Hide()
	away := widgets.NewCard("Away", widgets.NewButton("In a hidden card", press))
	away.Hide()
	chosen := -1
	views, fixed := widgets.NewSegmented([]string{"Chart", "Table"}, func(i int) { chosen = i }), widgets.NewSegmented([]string{"One", "Two"}, nil)
	fixed.Disable()
	tree := widgets.NewScroll(widgets.NewPadded(look.Space, widgets.NewColumn("",
		widgets.NewPageHeader("Title", "", widgets.NewPrimaryButton("Header", press)),
		widgets.NewCard("Card", widgets.NewFlow("", widgets.NewButton("First", press), off, hidden, widgets.NewButton("", press), widgets.NewButton("Not wired", nil))),
		widgets.NewField("Field", widgets.NewButton("In a field", press)), views, fixed, away)))
	var got []string
	for _, o := range widgets.Offers(tree) {
		got = append(got, o.Text)
		o.Do()
	}
	if fmt.Sprint(got) != "[Header First In a field Table]" || chosen != 1 || views.Selected() != 1 {
		t.Errorf("found %q, chosen was %d", got, chosen)
	}
	if widgets.Offers(nil) != nil {
		t.Error("found something in nothing")
	}
}
