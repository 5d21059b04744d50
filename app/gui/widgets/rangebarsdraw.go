package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
	"milepost/charts"
)

func (r *RangeBars) place(size fyne.Size) {
	r.pen.begin(r)
	columns := r.columns(size.Width)
	for i, row := range r.rows {
		at := area{0, float32(i) * r.rowHeight(), size.Width, r.rowHeight()}
		if i == r.under {
			r.pen.box(at.inset(-4, 1), theme.ColorNameHover, length(r, theme.SizeNameSelectionRadius))
		}
		r.drawRow(row, at, columns)
	}
	current := area{0, float32(r.row) * r.rowHeight(), size.Width, r.rowHeight()}.inset(-1, 2)
	r.placeRing(current.pos(), current.size())
	r.pen.put(r.ring)
}

func (r *RangeBars) drawRow(row RangeBar, at area, c rangeColumns) {
	detail := wordsSize(r, row.Detail, StyleMuted).Width + 1
	room := c.label
	if row.Detail != "" {
		room -= detail + rangeGap/2
	}
	used := r.pen.words(area{at.x, at.y, room, at.h}, row.Label, StyleBody)
	if row.Detail != "" {
		r.pen.words(area{at.x + used + rangeGap/2, at.y, detail, at.h}, row.Detail, StyleMuted)
	}
	track := area{at.x + c.label + rangeGap, at.y, c.track, at.h}
	r.drawTrack(row, track)
	x := track.x + track.w + rangeGap
	r.pen.words(area{x, at.y, c.value, at.h}, row.Value, StyleStrong)
	r.pen.words(area{x + c.value + rangeGap/2, at.y, c.span, at.h}, row.Range, StyleMuted)
}

// Heights of what lies on a track, in logical pixels.
const (
	trackHeight = 14
	medianTick  = 18
	passTick    = 20
)

func (r *RangeBars) drawTrack(row RangeBar, at area) {
	middle := at.y + at.h/2
	r.pen.box(area{at.x, middle - trackHeight/2, at.w, trackHeight}, look.ColorTrack, trackHeight/2)
	if !row.Unknown {
		low, high := at.x+at.w*share(row.Low), at.x+at.w*share(row.High)
		lozenge := area{low, middle - trackHeight/2, max(high-low, trackHeight/2), trackHeight}
		r.pen.shade(lozenge, charts.Mix(hue(r, look.ColorTrack), hue(r, row.Color), 0.5), trackHeight/2)
		r.tick(at, row.Median, medianTick, row.Color)
	}
	if r.PassLine > 0 {
		r.tick(at, r.PassLine, passTick, look.ColorPassLine)
	}
	for _, m := range row.Marks {
		r.mark(at, m)
	}
}

// markWidth is the size of a mark, markHalo what keeps it apart from what lies under it, in logical pixels.
const (
	markWidth = 10
	markHalo  = 2
)

// mark draws a dot at a share of a track, or a ring.
func (r *RangeBars) mark(at area, m RangeMark) {
	dot := area{at.x + at.w*share(m.At) - markWidth/2, at.y + (at.h-markWidth)/2, markWidth, markWidth}
	r.pen.box(dot.inset(-markHalo, -markHalo), look.ColorCard, markWidth)
	r.pen.box(dot, theme.ColorNameForeground, markWidth)
	if m.Hollow {
		r.pen.box(dot.inset(markHalo, markHalo), look.ColorCard, markWidth)
	}
}

// tick draws an upright stroke at a share of a track.
func (r *RangeBars) tick(at area, fraction float64, height float32, color fyne.ThemeColorName) {
	width := float32(3)
	if height == passTick {
		width = 2
	}
	x := at.x + at.w*share(fraction) - width/2
	r.pen.box(area{x, at.y + (at.h-height)/2, width, height}, color, 1)
}
