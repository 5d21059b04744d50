package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// goThrough asks every object for its least size, from the innermost outwards, as Fyne does before each frame.
func goThrough(o fyne.CanvasObject, ask func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			goThrough(inner, ask)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			goThrough(inner, ask)
		}
	}
	ask(o)
}

// tower is a window with a paragraph and a button ten levels down.
type tower struct {
	root   *Toaster
	page   fyne.CanvasObject
	words  *Paragraph
	button *Button
}

func newTower(t testing.TB) tower {
	words, button := NewParagraph("Some words that take two lines where there is little room.", StyleBody), NewButton("Press", nil)
	var inner fyne.CanvasObject = NewColumn("", words, NewFlow("", button))
	for range 3 {
		inner = NewTwoColumnPage(NewCard("Card", inner), NewCard("Aside", NewText("Aside", StyleBody)))
	}
	root := NewToaster(NewScroll(NewPadded("", NewFillColumn("", inner))), nil)
	win := test.NewTempWindow(t, root)
	win.Resize(fyne.NewSize(900, 600))
	return tower{root, inner, words, button}
}

func TestSizesAreRememberedOnlyWhileNothingChanges(t *testing.T) {
	w := newTower(t)
	most := 0
	check := func() (height float32) {
		asked := map[fyne.CanvasObject]fyne.Size{}
		goThrough(w.root, func(o fyne.CanvasObject) {
			asked[o] = o.MinSize()
			most = max(most, len(measuring.sizes))
		})
		if measuring.marked || len(measuring.sizes)+len(measuring.heights) > 0 {
			t.Fatal("something is remembered after the last mark")
		}
		for o, size := range asked {
			if fresh := o.MinSize(); fresh != size {
				t.Errorf("%T: %v between the marks, %v by itself", o, size, fresh)
			}
		}
		return HeightFor(w.page, 900)
	}
	full := check()
	w.button.Hide() // without a word to anybody
	if less := check(); less >= full {
		t.Errorf("a hidden button still takes room: %v of %v", less, full)
	}
	w.words.SetText("")
	check()
	if most == 0 {
		t.Error("nothing was ever remembered")
	}
}

func TestWhatIsPaintedBetweenTheMarksIsMeasuredAnew(t *testing.T) {
	w := newTower(t)
	words := w.words
	var then, now float32
	goThrough(w.root, func(o fyne.CanvasObject) {
		if o != fyne.CanvasObject(words) {
			return
		}
		then = words.MinSize().Height
		words.SetText(words.Content + " " + words.Content + " " + words.Content)
		now = words.MinSize().Height
	})
	if now <= then {
		t.Errorf("three times the words are %v high, not more than %v", now, then)
	}
}

// Each object by itself is what Fyne would ask for without the marks; the time between both is what they save before each frame.
func BenchmarkSizesBeforeAFrame(b *testing.B) {
	w := newTower(b)
	b.Run("marks", func(b *testing.B) {
		for b.Loop() {
			goThrough(w.root, func(o fyne.CanvasObject) { o.MinSize() })
		}
	})
	b.Run("each by itself", func(b *testing.B) {
		for b.Loop() {
			goThrough(w.root, func(o fyne.CanvasObject) {
				o.MinSize()
				measuring.mark(false)
			})
		}
	})
}

// However many scrolls there are, those around an object are found.
func TestTheScrollsAroundAnObject(t *testing.T) {
	object := NewText("Here", StyleBody)
	inner := NewScroll(object)
	outer := NewScroll(NewColumn("", inner))
	rows := []fyne.CanvasObject{outer}
	for range 30 {
		rows = append(rows, NewScroll(NewText("Elsewhere", StyleBody)))
	}
	win := test.NewTempWindow(t, NewColumn("", rows...))
	win.Resize(fyne.NewSize(400, 400))
	around := scrollsAround(object)
	if len(around) != 2 || !slices.Contains(around, inner) || !slices.Contains(around, outer) {
		t.Errorf("found %d scrolls", len(around))
	}
	if y := inner.frame.Content.Position().Y; y != 0 {
		t.Errorf("the content was left at %v", y)
	}
}
