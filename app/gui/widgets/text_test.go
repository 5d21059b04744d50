package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"pgregory.net/rapid"

	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
)

// drawnLines gives the lines of text as they are drawn.
func drawnLines(w *guitest.Window) []string {
	var lines []string
	for _, line := range guitest.All[*canvas.Text](w) {
		lines = append(lines, line.Text)
	}
	return lines
}

func TestEllipsisTextIsCutToItsWidth(t *testing.T) {
	const whole = "Threat Intelligence and Incident Management"
	for _, width := range []float32{60, 120, 200, 1000} {
		text := widgets.NewEllipsisText(whole, widgets.StyleBody)
		w := guitest.NewWindow(t, text, width, 40)
		line := guitest.Find[*canvas.Text](w)
		if line.MinSize().Width > width {
			t.Errorf("at %v the text is %v wide: %q", width, line.MinSize().Width, line.Text)
		}
		cut := line.Text != whole
		if cut != (text.FullWidth() > width) || cut != strings.HasSuffix(line.Text, "…") {
			t.Errorf("at %v the text shows as %q", width, line.Text)
		}
		w.WantText(whole) // the whole text stays known, also when it is cut
	}
}

func TestTextWithoutEllipsisIsNeverCut(t *testing.T) {
	text := widgets.NewText("Leadership and Business Management", widgets.StyleTitle)
	if got, want := text.MinSize().Width, text.FullWidth(); got < want {
		t.Errorf("smallest width is %v, the letters need %v", got, want)
	}
}

func TestParagraphGrowsWhenItGetsNarrow(t *testing.T) {
	const words = "Chosen because an hour here adds the most to your chance of passing."
	paragraph := widgets.NewParagraph(words, widgets.StyleMuted)
	wide, narrow := paragraph.HeightForWidth(900), paragraph.HeightForWidth(150)
	if narrow < 3*wide {
		t.Errorf("height is %v at 900 and %v at 150", wide, narrow)
	}
	w := guitest.NewWindow(t, paragraph, 150, 300)
	if got := paragraph.MinSize().Height; got != narrow {
		t.Errorf("shown at 150 the smallest height is %v, want %v", got, narrow)
	}
	w.WantText(words)
	paragraph.SetText("Short.")
	w.Settle()
	if got := drawnLines(w); len(got) != 1 || got[0] != "Short." {
		t.Errorf("after a change the lines are %q", got)
	}
}

func TestParagraphKeepsNumbersAndUnitsTogether(t *testing.T) {
	paragraph := widgets.NewParagraph("bring every domain to 75\u00a0% in time", widgets.StyleBody)
	for width := float32(80); width < 320; width += 5 {
		paragraph.Resize(fyne.NewSize(width, 200))
		for _, o := range rendered(paragraph) {
			if line := o.(*canvas.Text).Text; strings.HasPrefix(line, "%") {
				t.Errorf("at %v a line begins with the unit: %q", width, line)
			}
		}
	}
}

func TestParagraphLosesNoLetterAndKeepsItsWidth(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[A-Za-z%·+]{1,24}`), 1, 12).Draw(r, "words")
		width := float32(rapid.IntRange(40, 500).Draw(r, "width"))
		paragraph := widgets.NewParagraph(strings.Join(words, " "), widgets.StyleBody)
		paragraph.Resize(fyne.NewSize(width, 1000))
		var letters string
		for _, o := range rendered(paragraph) {
			line := o.(*canvas.Text)
			letters += strings.ReplaceAll(line.Text, " ", "")
			if line.MinSize().Width > width+1 {
				r.Fatalf("line %q is %v wide at %v", line.Text, line.MinSize().Width, width)
			}
		}
		if want := strings.Join(words, ""); letters != want {
			r.Fatalf("drew %q, want %q", letters, want)
		}
	})
}
