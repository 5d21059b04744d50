package guitest_test

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
)

func TestTextsAreThoseOnScreen(t *testing.T) {
	hidden := widgets.NewText("hidden", widgets.StyleBody)
	hidden.Hide()
	entry := widgets.NewEntry("placeholder", nil)
	entry.Load("typed")
	w := guitest.NewWindow(t, container.NewVBox(
		widgets.NewEllipsisText("a long text that does not fit", widgets.StyleBody), hidden, entry,
		widgets.NewParagraph("a paragraph over several lines", widgets.StyleBody), widget.NewLabel("label"),
		widgets.NewButton("Save", nil).WithHint("Ctrl S"),
	), 120, 400)
	for _, text := range []string{"a long text that does not fit", "typed", "a paragraph over several lines", "label", "Save", "Ctrl S"} {
		if n := count(w.Texts(), text); n != 1 {
			t.Errorf("%q is there %d times in %q", text, n, w.Texts())
		}
	}
	for _, text := range []string{"hidden", "placeholder"} {
		if w.HasText(text) {
			t.Errorf("%q is found and cannot be seen", text)
		}
	}
}

func count(texts []string, wanted string) int {
	n := 0
	for _, text := range texts {
		if text == wanted {
			n++
		}
	}
	return n
}

func TestTapHitsWhatIsOnTop(t *testing.T) {
	below, above := 0, 0
	bottom := widgets.NewButton("Below", func() { below++ })
	w := guitest.NewWindow(t, container.NewStack(bottom, widgets.NewButton("Above", func() { above++ })), 200, 80)
	w.Tap(bottom)
	if below != 0 || above != 1 {
		t.Errorf("below was hit %d times, above %d times", below, above)
	}
}

func TestTapGivesAnEntryTheKeyboard(t *testing.T) {
	entry := widgets.NewEntry("", nil)
	w := guitest.NewWindow(t, entry, 200, 50)
	w.Tap(entry)
	w.Type("ISSMP")
	if entry.Text != "ISSMP" {
		t.Errorf("the entry holds %q", entry.Text)
	}
}

func TestKeysWithoutFocusGoToTheWindow(t *testing.T) {
	w := guitest.NewWindow(t, widgets.NewText("nothing to focus", widgets.StyleBody), 200, 50)
	var heard []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) { heard = append(heard, key.Name) })
	w.Key(fyne.KeyEscape, fyne.Key1)
	if !slices.Equal(heard, []fyne.KeyName{fyne.KeyEscape, fyne.Key1}) {
		t.Errorf("the window heard %v", heard)
	}
}

func TestTabGoesForwardAndBack(t *testing.T) {
	first, second := widgets.NewButton("First", nil), widgets.NewButton("Second", nil)
	w := guitest.NewWindow(t, container.NewVBox(first, second), 200, 100)
	w.Key(fyne.KeyTab, fyne.KeyTab)
	if w.Focused() != second {
		t.Fatalf("Tab twice leads to %v", w.Focused())
	}
	w.BackTab()
	if w.Focused() != first {
		t.Errorf("back leads to %v", w.Focused())
	}
}

func TestFindByTypeAndText(t *testing.T) {
	wanted := widgets.NewButton("Second", nil)
	w := guitest.NewWindow(t, container.NewVBox(widgets.NewButton("First", nil), wanted), 200, 100)
	if got := guitest.Find[*widgets.Button](w, "Second"); got != wanted {
		t.Errorf("found %q", got.Text)
	}
	if got := guitest.All[*widgets.Button](w); len(got) != 2 {
		t.Errorf("found %d buttons", len(got))
	}
}

func TestScreenshotIsAPictureOfTheWindow(t *testing.T) {
	w := guitest.NewWindow(t, widgets.NewText("hello", widgets.StyleTitle), 320, 200, guitest.Dark())
	path := filepath.Join(t.TempDir(), "window.png")
	w.Screenshot(path)
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 320 || size.Y != 200 {
		t.Errorf("the picture is %v", size)
	}
	if r, _, _, _ := picture.At(310, 190).RGBA(); r > 0x4000 {
		t.Error("the dark window is not dark")
	}
}
