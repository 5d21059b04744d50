package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// area is a rectangle inside a widget, in logical pixels from its top left.
type area struct{ x, y, w, h float32 }

func areaOf(size fyne.Size) area { return area{w: size.Width, h: size.Height} }

// inset is the area made smaller on all four sides; it never turns inside out.
func (a area) inset(dx, dy float32) area {
	dx, dy = min(dx, a.w/2), min(dy, a.h/2)
	return area{a.x + dx, a.y + dy, a.w - 2*dx, a.h - 2*dy}
}

func (a area) holds(p fyne.Position) bool {
	return p.X >= a.x && p.Y >= a.y && p.X < a.x+a.w && p.Y < a.y+a.h
}

func (a area) pos() fyne.Position { return fyne.NewPos(a.x, a.y) }
func (a area) size() fyne.Size    { return fyne.NewSize(a.w, a.h) }

// pen draws widgets whose number of parts follows their data, such as calendars and bars. Such a widget begins anew
// each time it is placed and asks for one box or line of words after another; the objects of the drawing before are used
// again, so that nothing is thrown away while somebody only moves the pointer.
type pen struct {
	owner                themed
	boxes                []*canvas.Rectangle
	lines                []*canvas.Text
	usedBoxes, usedLines int
	drawn                []fyne.CanvasObject
}

// begin starts a new drawing in the theme of a widget.
func (p *pen) begin(owner themed) {
	p.owner = owner
	p.usedBoxes, p.usedLines = 0, 0
	p.drawn = make([]fyne.CanvasObject, 0, cap(p.drawn))
}

// box draws a rectangle in a colour of the theme; the empty name fills nothing.
func (p *pen) box(a area, fill fyne.ThemeColorName, radius float32) *canvas.Rectangle {
	return p.shade(a, hue(p.owner, fill), radius)
}

// shade draws a rectangle in a colour that was worked out, such as one of a ramp.
func (p *pen) shade(a area, fill color.Color, radius float32) *canvas.Rectangle {
	if p.usedBoxes == len(p.boxes) {
		p.boxes = append(p.boxes, canvas.NewRectangle(nil))
	}
	b := p.boxes[p.usedBoxes]
	p.usedBoxes++
	b.FillColor, b.StrokeColor, b.StrokeWidth = fill, nil, 0
	b.CornerRadius = min(radius, a.w/2, a.h/2)
	setBounds(b, a.x, a.y, a.w, a.h)
	p.drawn = append(p.drawn, b)
	return b
}

// outline draws the edge of a rectangle and leaves its inside as it is.
func (p *pen) outline(a area, stroke fyne.ThemeColorName, thickness, radius float32) {
	b := p.box(a, "", radius)
	b.StrokeColor, b.StrokeWidth = hue(p.owner, stroke), thickness
}

// words writes a line of text in the middle of the height of an area, shortened with "…" where it is too long, and
// tells how wide it is.
func (p *pen) words(a area, text string, style Style) float32 {
	line := p.line(a, text, style)
	return fyne.MeasureText(line.Text, line.TextSize, line.TextStyle).Width
}

func (p *pen) line(a area, text string, style Style) *canvas.Text {
	if p.usedLines == len(p.lines) {
		p.lines = append(p.lines, canvas.NewText("", nil))
	}
	line := p.lines[p.usedLines]
	p.usedLines++
	style.apply(p.owner, line)
	line.Text = shorten(text, a.w, func(s string) float32 { return wordsSize(p.owner, s, style).Width })
	setBounds(line, a.x, a.y, a.w, a.h)
	line.Refresh()
	p.drawn = append(p.drawn, line)
	return line
}

// put adds an object that was made elsewhere, such as the focus ring.
func (p *pen) put(object fyne.CanvasObject) { p.drawn = append(p.drawn, object) }

// wordsSize measures a line of text.
func wordsSize(owner themed, text string, style Style) fyne.Size {
	return fyne.MeasureText(text, style.size(owner), style.textStyle())
}

// lineHeight is the height of a line of text of a style.
func lineHeight(owner themed, style Style) float32 { return wordsSize(owner, "Ag", style).Height }

// widest is the width of the longest of several texts.
func widest(owner themed, style Style, texts ...string) float32 {
	var width float32
	for _, text := range texts {
		width = max(width, wordsSize(owner, text, style).Width)
	}
	return width
}

// takeFocus gives a widget the keyboard, as a click on it does.
func takeFocus(w interface {
	fyne.CanvasObject
	fyne.Focusable
}) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil && c.Focused() != w {
		c.Focus(w)
	}
}
