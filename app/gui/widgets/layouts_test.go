package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
)

// rendered gives the objects a widget draws.
func rendered(w fyne.Widget) []fyne.CanvasObject { return test.WidgetRenderer(w).Objects() }

// box is an object of a fixed smallest size.
func box(width, height float32) *canvas.Rectangle {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func TestColumnStacksWithGapsAndSkipsHidden(t *testing.T) {
	a, hidden, b := box(10, 20), box(10, 500), box(10, 30)
	hidden.Hide()
	column := widgets.NewColumn(look.Space, a, hidden, b)
	column.Resize(fyne.NewSize(100, 400))
	if b.Position() != fyne.NewPos(0, 28) || b.Size() != fyne.NewSize(100, 30) {
		t.Errorf("the second object is at %v with %v", b.Position(), b.Size())
	}
	if got := column.MinSize(); got != fyne.NewSize(10, 58) {
		t.Errorf("smallest size is %v", got)
	}
}

// Pairs stay together: where they take two lines, each line has its lower objects right below its upper ones.
func TestPairsTakeLinesTogether(t *testing.T) {
	upper, lower := []fyne.CanvasObject{box(50, 20), box(50, 30), box(50, 20)}, []fyne.CanvasObject{box(60, 10), box(50, 10), box(50, 10)}
	note := box(500, 12)
	note.Hide()
	pairs := widgets.NewPairedColumns(look.Space, look.SpaceTight, 40, upper, lower, note)
	space, tight := float32(8), float32(4)
	pairs.Resize(fyne.NewSize(3*60+2*space, 100))
	if upper[2].Position() != fyne.NewPos(136, 0) || lower[2].Position() != fyne.NewPos(136, 30+tight) || lower[2].Size() != fyne.NewSize(60, 10) {
		t.Errorf("in one line the third pair is at %v and %v", upper[2].Position(), lower[2].Position())
	}
	pairs.Resize(fyne.NewSize(3*60+2*space-1, 100))
	if upper[2].Position() != fyne.NewPos(0, 40+tight+space) || lower[2].Position() != fyne.NewPos(0, 60+2*tight+space) || lower[1].Position().Y != 30+tight {
		t.Errorf("in two lines the third pair is at %v and %v", upper[2].Position(), lower[2].Position())
	}
	if got := pairs.MinSize().Height; got != 70+2*tight+space {
		t.Errorf("two lines are %v high", got)
	}
	note.Show()
	pairs.Resize(fyne.NewSize(3*60+2*space, 200))
	if note.Position() != fyne.NewPos(0, 30+tight) || note.Size() != fyne.NewSize(196, 12) || lower[0].Position().Y != 42+2*tight || pairs.MinSize().Width != 60 {
		t.Errorf("the note is at %v with %v, below it at %v", note.Position(), note.Size(), lower[0].Position())
	}
}

func TestFillTakesWhatIsLeft(t *testing.T) {
	last := box(10, 10)
	widgets.NewFillColumn(look.Space, box(10, 20), last).Resize(fyne.NewSize(50, 200))
	if last.Size().Height != 172 {
		t.Errorf("the filling object is %v high, want 172", last.Size().Height)
	}
	middle := box(10, 10)
	widgets.NewFillRow(1, look.Space, box(20, 10), middle, box(30, 10)).Resize(fyne.NewSize(200, 50))
	if middle.Size().Width != 134 || middle.Position().X != 28 || middle.Position().Y != 20 {
		t.Errorf("the filling object is at %v with %v", middle.Position(), middle.Size())
	}
}

func TestSpacerPushesToTheEnd(t *testing.T) {
	last := box(30, 10)
	widgets.NewRow(look.Space, box(20, 10), widgets.NewSpacer(), last).Resize(fyne.NewSize(200, 10))
	if last.Position().X != 170 {
		t.Errorf("the last object is at %v, want 170", last.Position().X)
	}
}

func TestEqualColumnsBreakIntoLinesWhenNarrow(t *testing.T) {
	a, b, c := box(10, 20), box(10, 20), box(10, 20)
	grid := widgets.NewEqualColumns(look.Space, 100, a, b, c)
	for _, want := range []struct {
		width, height float32
		third         fyne.Position
	}{{400, 20, fyne.NewPos(272, 0)}, {250, 48, fyne.NewPos(0, 28)}, {120, 76, fyne.NewPos(0, 56)}} {
		grid.Resize(fyne.NewSize(want.width, 300))
		if got := widgets.HeightFor(grid, want.width); got != want.height || c.Position() != want.third {
			t.Errorf("at %v: height %v and third object at %v, want %v and %v", want.width, got, c.Position(), want.height, want.third)
		}
	}
}

func TestAsideGoesBelowWhenNarrow(t *testing.T) {
	main, aside := box(200, 400), box(100, 300)
	page := widgets.NewTwoColumnPage(main, aside)
	page.Resize(fyne.NewSize(1016, 500))
	if aside.Position() != fyne.NewPos(716, 0) || aside.Size().Width != 300 || main.Size().Width != 700 {
		t.Errorf("wide: aside at %v with %v, main %v", aside.Position(), aside.Size(), main.Size())
	}
	page.Resize(fyne.NewSize(600, 800))
	if aside.Position() != fyne.NewPos(0, 416) || aside.Size().Width != 600 {
		t.Errorf("narrow: aside at %v with %v", aside.Position(), aside.Size())
	}
	if got := page.MinSize().Height; got != 716 {
		t.Errorf("narrow: smallest height is %v, want 716", got)
	}
}

func TestHeaderActionsGoBelowWhenNarrow(t *testing.T) {
	action := widgets.NewButton("Start a timed mock", nil)
	header := widgets.NewPageHeader("Mocks", "6 recorded", action)
	w := guitest.NewWindow(t, header, 700, 120)
	if p := w.Position(action); p.X+action.Size().Width != 700 {
		t.Errorf("wide: the action ends at %v", p.X+action.Size().Width)
	}
	w.Resize(fyne.NewSize(200, 200))
	w.Settle()
	if p := w.Position(action); p.X != 0 || p.Y < 40 {
		t.Errorf("narrow: the action is at %v", p)
	}
}

// Whatever the objects and the width: inside, in order, and nothing on top of anything else.
func TestFlowNeverOverlaps(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var objects []fyne.CanvasObject
		for range rapid.IntRange(1, 12).Draw(r, "objects") {
			objects = append(objects, box(float32(rapid.IntRange(5, 90).Draw(r, "width")), float32(rapid.IntRange(5, 40).Draw(r, "height"))))
		}
		width := float32(rapid.IntRange(90, 400).Draw(r, "space"))
		flow := widgets.NewFlow(look.Space, objects...)
		height := widgets.HeightFor(flow, width)
		flow.Resize(fyne.NewSize(width, height))
		for i, o := range objects {
			end := o.Position().Add(o.Size())
			if end.X > width || end.Y > height+0.01 {
				r.Fatalf("object %d ends at %v outside %v x %v", i, end, width, height)
			}
			for _, other := range objects[:i] {
				if overlaps(o, other) {
					r.Fatalf("object %d at %v overlaps one at %v", i, o.Position(), other.Position())
				}
			}
		}
	})
}

func overlaps(a, b fyne.CanvasObject) bool {
	aEnd, bEnd := a.Position().Add(a.Size()), b.Position().Add(b.Size())
	return a.Position().X < bEnd.X && b.Position().X < aEnd.X && a.Position().Y < bEnd.Y && b.Position().Y < aEnd.Y
}

func TestCardIsAsHighAsItsWrappedText(t *testing.T) {
	text := widgets.NewParagraph("96 h available before the exam, 89 h 30 needed to bring every domain to the pass line.", widgets.StyleMuted)
	card := widgets.NewCard("Does it fit?", text)
	if wide, narrow := widgets.HeightFor(card, 900), widgets.HeightFor(card, 220); narrow <= wide {
		t.Errorf("the card is %v high at 900 and %v at 220", wide, narrow)
	}
	column := widgets.NewColumn(look.SpaceCard, card, widgets.NewText("below", widgets.StyleBody))
	w := guitest.NewWindow(t, column, 220, 400)
	below := w.FindText("below")
	if bottom := card.Position().Y + card.Size().Height; below.Position().Y < bottom {
		t.Errorf("what is below begins at %v, the card ends at %v", below.Position().Y, bottom)
	}
	if end := text.Position().Y + text.MinSize().Height; end > card.Size().Height {
		t.Errorf("the text ends at %v in a card %v high", end, card.Size().Height)
	}
}

func TestScrollShowsWhatGetsTheFocus(t *testing.T) {
	first, last := widgets.NewButton("First", nil), widgets.NewButton("Last", nil)
	outside := widgets.NewButton("Outside", nil)
	scroll := widgets.NewScroll(widgets.NewColumn("", first, box(10, 900), last))
	w := guitest.NewWindow(t, widgets.NewFillColumn("", outside, scroll), 300, 240)
	w.Key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	if w.Focused() != last {
		t.Fatalf("the focus is on %v", w.Focused())
	}
	at := w.Position(last)
	if at.Y < 40 || at.Y+last.Size().Height > 240 {
		t.Errorf("the focused button is at %v, out of sight", at)
	}
	before := scroll.Offset()
	w.Focus(outside)
	if scroll.Offset() != before {
		t.Errorf("focus outside moved the scroll from %v to %v", before, scroll.Offset())
	}
	w.Focus(first)
	if scroll.Offset() != 0 {
		t.Errorf("the first button has the focus at offset %v", scroll.Offset())
	}
}
