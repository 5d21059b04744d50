package charts

import (
	"fmt"
	"image/color"
	"math"

	"milepost/planner"
)

// MaxSide is the largest width or height of a picture in device pixels: 8000 x 8000 is 256 MB.
const MaxSide = 8000

// The scales accepted: device pixels for a logical pixel, and the person's text size.
const (
	minScale, maxScale         = 0.25, 8.0
	minTextScale, maxTextScale = 0.5, 4.0
)

// Options say how large a figure is and how it looks.
type Options struct {
	// Width and Height in device pixels, 1 to MaxSide.
	Width, Height int
	// Scale is device pixels for one logical pixel: text and strokes grow with it. 0 means 1.
	Scale float64
	// TextScale is the person's own text size, usually 0.8 to 2. 0 means 1.
	TextScale float64
	// Palette is Light or Dark, or one made from them. The zero Palette means Light.
	Palette Palette
	// Fonts may be empty.
	Fonts Fonts
}

// ready parses the fonts; the error names the first field that cannot be drawn with.
func (o Options) ready() (typefaces, error) {
	if err := o.check(); err != nil {
		return typefaces{}, err
	}
	return o.Fonts.parse()
}

// check refuses sizes that cannot be drawn; the error names the field.
func (o Options) check() error {
	if err := checkSide("width", o.Width); err != nil {
		return err
	}
	if err := checkSide("height", o.Height); err != nil {
		return err
	}
	if err := checkFactor("scale", o.Scale, minScale, maxScale); err != nil {
		return err
	}
	return checkFactor("text_scale", o.TextScale, minTextScale, maxTextScale)
}

func checkSide(field string, n int) error {
	if n < 1 || n > MaxSide {
		return &planner.FieldError{Field: field, Reason: fmt.Sprintf("a picture of %d pixels cannot be drawn (1 to %d)", n, MaxSide)}
	}
	return nil
}

func checkFactor(field string, v, low, high float64) error {
	if v == 0 {
		return nil
	}
	if math.IsNaN(v) || v < low || v > high {
		return &planner.FieldError{Field: field, Reason: fmt.Sprintf("%v is out of range (%v to %v)", v, low, high)}
	}
	return nil
}

// withDefaults fills in what was left at zero.
func (o Options) withDefaults() Options {
	if o.Scale == 0 {
		o.Scale = 1
	}
	if o.TextScale == 0 {
		o.TextScale = 1
	}
	if o.Palette.Text == (color.NRGBA{}) {
		o.Palette = Light()
	}
	return o
}

// px is a length in logical pixels as device pixels.
func (o Options) px(logical float64) float64 { return logical * o.Scale }

// textPx is a text size in logical pixels as device pixels, at the person's text size.
func (o Options) textPx(logical float64) float64 { return logical * o.Scale * o.TextScale }
