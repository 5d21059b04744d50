package widgets_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// choice opens a window with a select field that notes what is chosen.
func choice(t *testing.T, options ...string) (*guitest.Window, *widgets.SelectField, *[]int) {
	chosen := &[]int{}
	field := widgets.NewSelectField("Choose a source", options, func(i int) { *chosen = append(*chosen, i) })
	return guitest.NewWindow(t, widgets.NewPadded(look.SpaceCard, widgets.NewColumn("", field)), 400, 500), field, chosen
}

func exams(n int) []string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("Exam %c number %d", 'A'+i, i+1))
	}
	return names
}

func TestSelectByMouse(t *testing.T) {
	w, field, chosen := choice(t, "Boson", "Official practice", "A book")
	w.WantText("Choose a source")
	w.Tap(field)
	w.TapText("Official practice")
	if field.Selected() != 1 || fmt.Sprint(*chosen) != "[1]" || w.DialogOpen() {
		t.Errorf("selected %d, told %v, open %v", field.Selected(), *chosen, w.DialogOpen())
	}
	w.WantText("Official practice")
	if w.Focused() != field {
		t.Error("the field does not get the keyboard back")
	}
}

func TestSelectByKeyboard(t *testing.T) {
	for _, open := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyDown} {
		w, field, chosen := choice(t, "Boson", "Official practice", "A book")
		field.SetSelected(2)
		w.Focus(field)
		w.Key(open)
		if !w.DialogOpen() {
			t.Fatalf("%s does not open the list", open)
		}
		w.Key(fyne.KeyUp, fyne.KeyReturn)
		if field.Selected() != 1 || fmt.Sprint(*chosen) != "[1]" {
			t.Errorf("%s: selected %d, told %v", open, field.Selected(), *chosen)
		}
	}
}

func TestSelectByFirstLetter(t *testing.T) {
	w, field, _ := choice(t, "Boson", "Official practice", "Book")
	w.Focus(field)
	w.Key(fyne.KeyReturn)
	w.Type("b")
	w.Key(fyne.KeyReturn)
	if field.Selected() != 2 {
		t.Errorf("selected %d, want the next one with B", field.Selected())
	}
}

func TestEscapeAndClickBesideChooseNothing(t *testing.T) {
	w, field, chosen := choice(t, exams(12)...)
	w.Focus(field)
	w.Key(fyne.KeyReturn, fyne.KeyDown, fyne.KeyEscape)
	w.Tap(field)
	w.TapAt(w.Dialog(), fyne.NewPos(395, 495))
	if w.DialogOpen() || len(*chosen) != 0 || field.Selected() != -1 {
		t.Errorf("open %v, told %v, selected %d", w.DialogOpen(), *chosen, field.Selected())
	}
}

func TestOpenListKeepsTheKeyboard(t *testing.T) {
	for _, n := range []int{3, 12} {
		w, field, _ := choice(t, exams(n)...)
		w.Tap(field)
		panel := guitest.Find[*widgets.Surface](w)
		w.TapAt(panel, fyne.NewPos(2, 2)) // its edge, where there is nothing to hit
		w.Key(fyne.KeyDown, fyne.KeyReturn)
		if field.Selected() != 1 {
			t.Errorf("with %d options, after a click on the edge Enter chose %d", n, field.Selected())
		}
		w.Key(fyne.KeyReturn, fyne.KeyTab)
		if w.DialogOpen() {
			t.Errorf("with %d options Tab does not close the list", n)
		}
	}
}

func TestManyOptionsCanBeSearched(t *testing.T) {
	w, field, _ := choice(t, exams(12)...)
	w.Focus(field)
	w.Key(fyne.KeySpace)
	w.WantText("Type to search") // the space that opens does not become part of the search
	w.Type("number 1")
	w.WantText("Exam A number 1")
	w.WantNoText("Exam B number 2")
	w.Key(fyne.KeyDown, fyne.KeyReturn)
	if got := field.PlainText(); got != "Exam J number 10" {
		t.Errorf("chose %q", got)
	}
}

func TestSearchWithoutMatchSaysSo(t *testing.T) {
	w, field, chosen := choice(t, exams(12)...)
	w.Focus(field)
	w.Key(fyne.KeyReturn)
	w.Type("zzz")
	w.WantText("Nothing matches")
	w.Key(fyne.KeyReturn)
	if !w.DialogOpen() || len(*chosen) != 0 {
		t.Error("Enter chose something that is not there")
	}
}

func TestOpenListStaysInsideTheWindow(t *testing.T) {
	for _, top := range []float32{0, 200, 430} {
		field := widgets.NewSelectField("Choose", exams(30), nil)
		w := guitest.NewWindow(t, widgets.NewColumn("", box(10, top), field), 300, 500)
		w.Tap(field)
		for _, surface := range guitest.All[*widgets.Surface](w) {
			pos := w.Position(surface)
			end := pos.Add(surface.Size())
			if pos.X < 0 || pos.Y < 0 || end.X > 300 || end.Y > 500 {
				t.Errorf("with the field at %v the list goes from %v to %v", top, pos, end)
			}
		}
	}
}
