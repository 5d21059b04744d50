package widgets

import (
	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
)

// Readout is a small box of text that tells what is at a place of a figure.
type Readout struct {
	X     float32  // where the place is, in logical pixels from the left of the figure
	Lines []string // the first is bold; no lines: no readout
}

const (
	readoutPadding = 8
	readoutGap     = 10 // between the place and the box
)

// readoutSize is the room the box of a readout wants.
func readoutSize(owner themed, r Readout) fyne.Size {
	size := fyne.NewSize(2*readoutPadding, 2*readoutPadding)
	var width float32
	for i, text := range r.Lines {
		line := wordsSize(owner, text, readoutStyle(i))
		width, size.Height = max(width, line.Width), size.Height+line.Height
	}
	size.Width += width + 1 // a fraction of a pixel must not cost a letter
	return size
}

func readoutStyle(line int) Style { return Style{Size: look.TextCaption, Bold: line == 0} }

// readoutArea is where the box goes: right of the place if there is room, left of it otherwise, never outside.
func readoutArea(bounds area, at float32, wanted fyne.Size) area {
	w, h := min(wanted.Width, bounds.w), min(wanted.Height, bounds.h)
	x := at + readoutGap
	if x+w > bounds.x+bounds.w {
		x = at - readoutGap - w
	}
	x = max(min(x, bounds.x+bounds.w-w), bounds.x)
	return area{x, bounds.y, w, h}
}

// drawReadout draws the box of a readout inside some bounds.
func drawReadout(p *pen, bounds area, r Readout) {
	if len(r.Lines) == 0 {
		return
	}
	box := readoutArea(bounds, r.X, readoutSize(p.owner, r))
	radius := length(p.owner, look.RadiusControl)
	p.box(box, look.ColorCard, radius)
	p.outline(box, look.ColorFieldEdge, 1, radius)
	inner := box.inset(readoutPadding, readoutPadding)
	y := inner.y
	for i, text := range r.Lines {
		h := lineHeight(p.owner, readoutStyle(i))
		if y+h > inner.y+inner.h+1 {
			return
		}
		p.words(area{inner.x, y, inner.w + 1, h}, text, readoutStyle(i))
		y += h
	}
}
