package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/charts"
)

// Distances of a HeatMap in logical pixels.
const (
	heatGap    = 4
	heatRadius = 5
	heatWidest = 72 // cells do not grow beyond this
)

func (h *HeatMap) labelWidth() float32 { return widest(h, StyleSmall, h.Rows...) + 8 }

func (h *HeatMap) rowHeight() float32 { return lineHeight(h, h.style()) + 10 }

func (h *HeatMap) measure() fyne.Size {
	cell := max(widest(h, StyleCaption, h.Columns...), widest(h, h.style(), "100")) + 8
	labels := lineHeight(h, StyleCaption) + heatGap
	return fyne.NewSize(h.labelWidth()+float32(len(h.Columns))*(cell+heatGap)-heatGap,
		float32(len(h.Rows))*(h.rowHeight()+heatGap)+labels)
}

// cell is the area of a cell; the map grows in width only, rows keep their height.
func (h *HeatMap) cell(row, column int) area {
	n := float32(max(len(h.Columns), 1))
	width := min((h.Size().Width-h.labelWidth()+heatGap)/n-heatGap, heatWidest)
	return area{h.labelWidth() + float32(column)*(width+heatGap), float32(row) * (h.rowHeight() + heatGap), width, h.rowHeight()}
}

// cellAt is the cell at a place, or -1, -1.
func (h *HeatMap) cellAt(p fyne.Position) (row, column int) {
	for row := range h.Rows {
		for column := range h.Columns {
			if h.cell(row, column).inset(-heatGap/2, -heatGap/2).holds(p) {
				return row, column
			}
		}
	}
	return -1, -1
}

func (h *HeatMap) place(fyne.Size) {
	h.pen.begin(h)
	for row, label := range h.Rows {
		at := h.cell(row, 0)
		h.pen.words(area{0, at.y, h.labelWidth() - 8, at.h}, label, StyleSmall.In(look.ColorMuted))
		for column := range h.Columns {
			h.drawCell(row, column)
		}
	}
	for column, label := range h.Columns {
		at := h.cell(len(h.Rows), column)
		at.h = lineHeight(h, StyleCaption)
		h.pen.words(at.inset(-heatGap/2, 0), label, StyleCaption.Aligned(fyne.TextAlignCenter))
	}
	current := h.cell(h.row, h.column)
	h.placeRing(current.pos(), current.size())
	h.pen.put(h.ring)
}

func (h *HeatMap) drawCell(row, column int) {
	at, value := h.cell(row, column), h.value(row, column)
	style := h.style().Aligned(fyne.TextAlignCenter)
	if value == HeatNone {
		h.pen.outline(at, look.ColorTrack, 1, heatRadius)
		h.pen.words(at, "–", style.In(look.ColorMuted))
	} else {
		fill := charts.Mix(hue(h, look.ColorTrack), hue(h, colorPrimary), 0.15+0.85*h.strength(value))
		h.pen.shade(at, fill, heatRadius)
		h.pen.words(at, strconv.Itoa(value), style)
		h.pen.lines[h.pen.usedLines-1].Color = charts.Legible(fill, hue(h, colorForeground), hue(h, colorOnPrimary))
	}
	if row == h.underRow && column == h.underColumn {
		h.pen.outline(at, colorForeground, 1, heatRadius)
	}
}
