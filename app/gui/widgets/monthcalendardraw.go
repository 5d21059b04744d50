package widgets

import (
	"fmt"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
	"milepost/app/lang"
	"milepost/planner"
)

// Distances of a MonthCalendar in logical pixels.
const (
	dayGap      = 6
	dayPadding  = 8
	dayChipGap  = 4
	dayChipMark = 3
)

// chipShare is how much of its colour a chip's background has.
const chipShare = 0.16

func (c *MonthCalendar) numberStyle() Style { return Style{Size: look.TextCaption, Bold: true} }

func (c *MonthCalendar) chipStyle() Style { return Style{Size: look.TextCaption} }

func (c *MonthCalendar) chipHeight() float32 { return lineHeight(c, c.chipStyle()) + 4 }

func (c *MonthCalendar) namesHeight() float32 { return lineHeight(c, StyleCaption) + 8 }

// measure has room for a number and two chips on each day of six weeks, so months do not change the height.
func (c *MonthCalendar) measure() fyne.Size {
	column := widest(c, c.chipStyle(), "D8 · 45…") + 2*dayPadding + 3*dayChipMark
	week := 2*dayPadding + lineHeight(c, c.numberStyle()) + 2*(c.chipHeight()+dayChipGap)
	return fyne.NewSize(7*(column+dayGap)-dayGap, c.namesHeight()+gridWeeks*(week+dayGap)-dayGap)
}

func (c *MonthCalendar) place(size fyne.Size) {
	c.pen.begin(c)
	c.cells = c.cells[:0]
	setBounds(c.ring, 0, 0, 0, 0)
	start := weekStartOr(c.WeekStart)
	width := (size.Width - 6*dayGap) / 7
	for column := range 7 {
		at := area{float32(column)*(width+dayGap) + dayPadding, 0, width - dayPadding, c.namesHeight() - 4}
		c.pen.words(at, weekdayName(start, column), StyleCaption)
	}
	weeks := float32(weeksOf(c.Month(), start))
	height := (size.Height - c.namesHeight() - (weeks-1)*dayGap) / weeks
	first := c.Month()
	lead := weekBegin(first, start).DaysUntil(first)
	for i := range daysIn(first) {
		column, week := float32((lead+i)%7), float32((lead+i)/7)
		at := area{column * (width + dayGap), c.namesHeight() + week*(height+dayGap), width, height}
		c.cells = append(c.cells, c.drawDay(first.AddDays(i), at))
	}
	c.paint()
	c.pen.put(c.ring)
	c.drawDragged()
}

func (c *MonthCalendar) drawDay(date planner.Date, at area) dayArea {
	day := dayArea{date: date, at: at, cell: c.contents(date)}
	c.drawGround(day)
	inner := at.inset(dayPadding, dayPadding)
	numberHeight := lineHeight(c, c.numberStyle())
	style := c.numberStyle()
	switch {
	case date == c.Today:
		style = style.In(look.ColorAccentText)
	case date.Before(c.Today):
		style = style.In(look.ColorMuted)
	}
	used := c.pen.words(area{inner.x, inner.y, inner.w, numberHeight}, strconv.Itoa(date.Day), style)
	c.drawNote(day, area{inner.x + used + 5, inner.y, inner.w - used - 5, numberHeight})
	chips := area{inner.x - 1, inner.y + numberHeight + dayChipGap, inner.w + 2, inner.h - numberHeight - dayChipGap}
	day.chips = c.drawChips(day, chips)
	return day
}

func (c *MonthCalendar) contents(date planner.Date) DayCell {
	if c.Day == nil {
		return DayCell{}
	}
	return c.Day(date)
}

// drawGround draws the area of a day: shaded when off, edged in colour when selected, today or about to get a chip.
func (c *MonthCalendar) drawGround(day dayArea) {
	radius := length(c, theme.SizeNameInputRadius)
	fill := look.ColorCard
	if day.cell.Off {
		fill = theme.ColorNameBackground // the day recedes into the page
	}
	c.pen.box(day.at, fill, radius)
	switch {
	case day.date == c.selected:
		const faint = 0.4 // the chips must stay clear
		c.pen.shade(day.at, softened(hue(c, look.ColorAccentSoft), faint), radius)
	case day.date == c.under:
		c.pen.box(day.at, theme.ColorNameHover, radius)
	}
	edge, thickness := look.ColorCardEdge, float32(1)
	if day.date == c.Today || c.drag.active && day.date == c.under {
		edge, thickness = colorPrimary, 2
	} else if day.date == c.selected {
		edge = colorPrimary
	}
	c.pen.outline(day.at, edge, thickness, radius)
	if day.date == c.selected {
		c.placeRing(day.at.pos(), day.at.size())
	}
}

// drawNote writes what there is to say beside the number: a milestone with a small flag, or that the day is off.
func (c *MonthCalendar) drawNote(day dayArea, at area) {
	switch {
	case day.cell.Flag != "":
		const pole, flagWidth, flagHeight = 1.5, 7, 5
		top := at.y + at.h/2 - flagHeight
		c.pen.box(area{at.x, top, pole, 2 * flagHeight}, look.ColorMock, 0)
		c.pen.box(area{at.x + pole, top, flagWidth, flagHeight}, look.ColorMock, 1)
		x := at.x + pole + flagWidth + 4
		c.pen.words(area{x, at.y, at.x + at.w - x, at.h}, day.cell.Flag, c.numberStyle().In(look.ColorMock))
	case day.cell.Off:
		short := lang.X("a day off", "off")
		if text := lang.T("day off"); at.w >= wordsSize(c, text, StyleCaption).Width {
			short = text
		}
		if at.w > wordsSize(c, short, StyleCaption).Width {
			c.pen.words(at, short, StyleCaption)
		}
	}
}

// drawChips draws as many chips as there is room for; the rest is counted in a last line.
func (c *MonthCalendar) drawChips(day dayArea, room area) []area {
	step := c.chipHeight() + dayChipGap
	fit := int((room.h + dayChipGap + 0.5) / step)
	n := len(day.cell.Chips)
	shown := min(n, fit)
	if n > fit {
		shown = max(fit-1, 0)
	}
	var places []area
	for i := range shown {
		at := area{room.x, room.y + float32(i)*step, room.w, c.chipHeight()}
		c.drawChip(day.cell.Chips[i], at)
		places = append(places, at)
	}
	if n > shown && fit > 0 {
		at := area{room.x + 2, room.y + float32(shown)*step, room.w - 2, c.chipHeight()}
		c.pen.words(at, c.moreText(n-shown, shown, at.w), StyleCaption)
	}
	return places
}

func (c *MonthCalendar) moreText(n, shown int, width float32) string {
	text := lang.T("+%d more", n)
	if shown == 0 {
		text = lang.N(n, "%d session", "%d sessions", n)
	}
	if wordsSize(c, text, StyleCaption).Width > width {
		return fmt.Sprintf("+%d", n)
	}
	return text
}

// drawChip draws a chip: its mark, its words, a tick when done, a dot when pinned, an open edge when missed.
func (c *MonthCalendar) drawChip(chip DayChip, at area) {
	const radius = 5
	style := c.chipStyle()
	switch {
	case chip.Missed:
		c.pen.outline(at, look.ColorCaution, 1, radius)
		style = style.In(look.ColorCaution)
	case chip.Done:
		c.pen.shade(at, softened(hue(c, chip.Color), chipShare/2), radius)
		style = style.In(look.ColorMuted)
	default:
		c.pen.shade(at, softened(hue(c, chip.Color), chipShare), radius)
	}
	c.pen.box(area{at.x + 5, at.y + 4, dayChipMark, at.h - 8}, chip.Color, dayChipMark/2)
	x := at.x + 5 + dayChipMark + 4
	right := at.x + at.w - 3
	if chip.Pinned {
		const dot = 5
		right -= dot + 3
		c.pen.box(area{right + 1, at.y + (at.h-dot)/2, dot, dot}, colorForeground, dot/2.0)
	}
	c.pen.words(area{x, at.y, right - x, at.h}, c.fitting(chip, right-x), style)
}

// fitting is the longest of the texts of a chip that fits a width; if none does, the first is cut off.
func (c *MonthCalendar) fitting(chip DayChip, width float32) string {
	tick := ""
	if chip.Done {
		tick = "✓ "
	}
	for _, text := range []string{tick + chip.Text, tick + chip.Short, chip.Short} {
		if text != tick && text != "" && wordsSize(c, text, c.chipStyle()).Width <= width {
			return text
		}
	}
	return chip.Text
}

// softened is a colour as a background: mostly see-through.
func softened(c color.Color, opacity float64) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(opacity*255 + 0.5)
	return n
}

// drawDragged draws the chip that is on its way, above everything else.
func (c *MonthCalendar) drawDragged() {
	if !c.drag.active {
		return
	}
	size := c.drag.size
	at := area{c.drag.pointer.X - size.Width/2, c.drag.pointer.Y - size.Height/2, size.Width, size.Height}
	c.pen.box(at, look.ColorCard, 5)
	c.drawChip(c.drag.chip, at)
	c.pen.outline(at, colorPrimary, 1, 5)
}
