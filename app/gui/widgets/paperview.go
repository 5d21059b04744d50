package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"milepost/app/gui/look"
)

// PaperView shows pages one below the other, as wide as there is room up to a size at which they are read well. It knows nothing of what
// stands on them: their owner draws them for the width OnWidth tells.
type PaperView struct {
	control
	// OnWidth is told, in device pixels, how wide pages are shown, whenever that has changed. It may be nil.
	OnWidth func(pixels int)
	// Words say what is shown, for who does not see it.
	Words string

	pages  []*canvas.Image
	sheets []*canvas.Rectangle
	told   int
}

// The sizes of pages in logical pixels.
const (
	paperWidest = 820
	paperLeast  = 220
	paperGap    = 16
)

// NewPaperView makes a view without pages.
func NewPaperView() *PaperView {
	v := &PaperView{control: newControl()}
	v.ExtendBaseWidget(v)
	return v
}

// SetPages shows other pages.
func (v *PaperView) SetPages(pages []image.Image, words string) {
	v.Words = words
	v.pages, v.sheets = nil, nil
	for _, p := range pages {
		picture := canvas.NewImageFromImage(p)
		picture.FillMode = canvas.ImageFillStretch
		picture.ScaleMode = canvas.ImageScaleSmooth
		v.pages = append(v.pages, picture)
		sheet := canvas.NewRectangle(color.White)
		sheet.StrokeColor = color.Transparent
		sheet.StrokeWidth = 1
		v.sheets = append(v.sheets, sheet)
	}
	v.Refresh()
}

// Pages is how many pages are shown.
func (v *PaperView) Pages() int { return len(v.pages) }

// PlainText is what is shown, in words.
func (v *PaperView) PlainText() string { return v.Words }

// CreateRenderer is called by Fyne.
func (v *PaperView) CreateRenderer() fyne.WidgetRenderer { return newDrawing(v) }

func (v *PaperView) parts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, p := range v.pages {
		out = append(out, v.sheets[i], p)
	}
	return out
}

func (v *PaperView) paint() {
	for _, s := range v.sheets {
		s.StrokeColor = hue(v, look.ColorCardEdge)
	}
}

func (v *PaperView) pageWidth(width float32) float32 { return min(width, paperWidest) }

// pageHeight is the height of a page at a width.
func (v *PaperView) pageHeight(i int, width float32) float32 {
	size := v.pages[i].Image.Bounds().Size()
	return width * float32(size.Y) / float32(max(size.X, 1))
}

func (v *PaperView) place(size fyne.Size) {
	width := v.pageWidth(size.Width)
	left, y := (size.Width-width)/2, float32(0)
	for i := range v.pages {
		height := v.pageHeight(i, width)
		setBounds(v.sheets[i], left, y, width, height)
		setBounds(v.pages[i], left+1, y+1, width-2, height-2)
		y += height + paperGap
	}
	v.tell(width)
}

// tell says how wide pages are shown, once for each width.
func (v *PaperView) tell(width float32) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if c == nil || width < 1 || v.OnWidth == nil {
		return
	}
	if pixels := int(width * c.Scale()); pixels != v.told {
		v.told = pixels
		v.OnWidth(pixels)
	}
}

func (v *PaperView) measure() fyne.Size {
	return fyne.NewSize(paperLeast, v.HeightForWidth(paperLeast))
}

// HeightForWidth implements WidthSensitive.
func (v *PaperView) HeightForWidth(width float32) float32 {
	sum := float32(0)
	for i := range v.pages {
		sum += v.pageHeight(i, v.pageWidth(width)) + paperGap
	}
	return max(sum-paperGap, 0)
}
