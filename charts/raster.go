package charts

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2/drawing"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// raster is a Canvas that paints a picture with go-chart's rasteriser, anti-aliased, at parts of a pixel.
type raster struct {
	picture *image.RGBA
	context *drawing.RasterGraphicContext
	faces   typefaces
	sized   map[textStyle]font.Face
}

// newRaster makes a picture filled with the ground colour.
func newRaster(width, height int, ground color.NRGBA, faces typefaces) (*raster, error) {
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	context, err := drawing.NewRasterGraphicContext(picture)
	if err != nil {
		return nil, fmt.Errorf("charts: start a picture of %d x %d: %w", width, height, err)
	}
	context.SetFillRule(drawing.FillRuleWinding)
	return &raster{picture, context, faces, make(map[textStyle]font.Face)}, nil
}

// Raster is a Canvas that is a picture, for whoever draws pages of their own.
type Raster struct {
	guarded
	on *raster
}

// NewRaster makes a picture of the size, with the ground and the fonts, of its options.
func NewRaster(o Options) (*Raster, error) {
	faces, err := o.ready()
	if err != nil {
		return nil, fmt.Errorf("charts: start a picture: %w", err)
	}
	r, err := newRaster(o.Width, o.Height, o.withDefaults().Palette.Card, faces)
	if err != nil {
		return nil, err
	}
	return &Raster{guarded{r}, r}, nil
}

// Picture is what was drawn so far.
func (r *Raster) Picture() image.Image { return r.on.picture }

// Fill implements Canvas.
func (r *raster) Fill(p Path, c color.NRGBA) {
	r.trace(p)
	r.context.SetFillColor(c)
	r.context.Fill()
}

// Stroke implements Canvas.
func (r *raster) Stroke(p Path, s Stroke) {
	r.trace(p)
	r.context.SetStrokeColor(s.Color)
	r.context.SetLineWidth(s.Width)
	r.context.SetLineDash(s.Dash, 0)
	r.context.Stroke()
}

// Text implements Canvas. It uses the font's own rasteriser: go-chart's draws the curves of small letters as few straight
// lines, and they look rough.
func (r *raster) Text(t Text) {
	pen := font.Drawer{
		Dst:  r.picture,
		Src:  image.NewUniform(t.Color),
		Face: r.face(textStyle{t.Size, t.Bold}),
		Dot:  fixed.Point26_6{X: fixed.Int26_6(math.Round(t.X * 64)), Y: fixed.Int26_6(math.Round(t.Baseline * 64))},
	}
	pen.DrawString(t.Text)
}

func (r *raster) face(style textStyle) font.Face {
	if f, ok := r.sized[style]; ok {
		return f
	}
	f := truetype.NewFace(r.faces.pick(style.bold), &truetype.Options{
		Size: style.size, DPI: 72, GlyphCacheEntries: 64, SubPixelsX: 8, // at 72 DPI a point is a pixel
	})
	r.sized[style] = f
	return f
}

func (r *raster) trace(p Path) {
	r.context.BeginPath()
	for _, run := range p {
		for i, q := range run.Points {
			if i == 0 {
				r.context.MoveTo(q.X, q.Y)
			} else {
				r.context.LineTo(q.X, q.Y)
			}
		}
		if run.Closed {
			r.context.Close()
		}
	}
}
