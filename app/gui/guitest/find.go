package guitest

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// plainTexter is an object that says its whole text, where the pieces drawn are cut off or broken into lines.
type plainTexter interface{ PlainText() string }

// children are the objects directly inside another, from the renderers that are on screen.
func children(object fyne.CanvasObject) []fyne.CanvasObject {
	switch o := object.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// walk visits visible objects from the outside in, until visit says it is done.
func walk(object fyne.CanvasObject, visit func(fyne.CanvasObject) (done bool)) bool {
	if object == nil || !object.Visible() {
		return false
	}
	if visit(object) {
		return true
	}
	for _, child := range children(object) {
		if walk(child, visit) {
			return true
		}
	}
	return false
}

// All gives the visible objects of a type in the order they are drawn.
func All[T fyne.CanvasObject](w *Window) []T {
	var found []T
	walk(w.root(), func(o fyne.CanvasObject) bool {
		if match, ok := o.(T); ok {
			found = append(found, match)
		}
		return false
	})
	return found
}

// Find gives the first visible object of a type, or the first that shows a text when one is given: a button by its
// text, a card by anything written in it. The test fails when there is none.
func Find[T fyne.CanvasObject](w *Window, text ...string) T {
	w.t.Helper()
	var none T
	candidates := All[T](w)
	for _, candidate := range candidates {
		if len(text) == 0 || showsAll(candidate, text) {
			return candidate
		}
	}
	w.t.Fatalf("no %s showing %q among %d; on screen: %q", fmt.Sprintf("%T", none), text, len(candidates), w.Texts())
	return none
}

func showsAll(object fyne.CanvasObject, wanted []string) bool {
	shown := textsOf(object)
	for _, text := range wanted {
		if !contains(shown, text) {
			return false
		}
	}
	return true
}

func contains(texts []string, wanted string) bool {
	for _, text := range texts {
		if text == wanted {
			return true
		}
	}
	return false
}

// Texts gives every text on screen, in the order it is drawn.
func (w *Window) Texts() []string { return textsOf(w.root()) }

// HasText says whether a text, or a part of one, is on screen.
func (w *Window) HasText(part string) bool {
	for _, text := range w.Texts() {
		if strings.Contains(text, part) {
			return true
		}
	}
	return false
}

// WantText fails the test unless a text, or a part of one, is on screen.
func (w *Window) WantText(part string) {
	w.t.Helper()
	if !w.HasText(part) {
		w.t.Errorf("%q is not on screen; there is: %q", part, w.Texts())
	}
}

// WantNoText fails the test when a text, or a part of one, is on screen.
func (w *Window) WantNoText(part string) {
	w.t.Helper()
	if w.HasText(part) {
		w.t.Errorf("%q is on screen and should not be", part)
	}
}

// FindText gives the object that shows exactly a text. The test fails when there is none.
func (w *Window) FindText(text string) fyne.CanvasObject {
	w.t.Helper()
	var found fyne.CanvasObject
	walk(w.root(), func(o fyne.CanvasObject) bool {
		if own, ok := ownText(o); ok && own == text {
			found = o
		}
		return found != nil
	})
	if found == nil {
		w.t.Fatalf("%q is not on screen; there is: %q", text, w.Texts())
	}
	return found
}

// textsOf collects the texts of an object and of all inside it, each once.
func textsOf(object fyne.CanvasObject) []string {
	var texts []string
	collectTexts(object, &texts)
	return texts
}

func collectTexts(object fyne.CanvasObject, texts *[]string) {
	if object == nil || !object.Visible() {
		return
	}
	own, ok := ownText(object)
	if ok && own != "" {
		*texts = append(*texts, own)
	}
	for _, child := range children(object) {
		if ok && isPieceOf(child, own) {
			continue
		}
		collectTexts(child, texts)
	}
}

// isPieceOf recognises the drawn lines of a text that its owner has told in whole.
func isPieceOf(child fyne.CanvasObject, own string) bool {
	piece, ok := ownText(child)
	if !ok {
		return false
	}
	return strings.Contains(own, strings.TrimSuffix(piece, "…"))
}

// ownText is what an object shows by itself; an entry that is empty shows its placeholder.
func ownText(object fyne.CanvasObject) (string, bool) {
	switch o := object.(type) {
	case plainTexter:
		return o.PlainText(), true
	case *canvas.Text:
		return o.Text, true
	case *widget.Label:
		return o.Text, true
	case *widget.RichText:
		return o.String(), true
	}
	return "", false
}
