package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
	"milepost/app/lang"
	"milepost/planner"
)

// gridWeeks is how many weeks a MonthGrid has room for, so that it keeps its height from month to month.
const gridWeeks = 6

func (g *MonthGrid) headHeight() float32 { return lineHeight(g, StyleStrong) + 12 }

func (g *MonthGrid) namesHeight() float32 { return lineHeight(g, StyleCaption) + 6 }

func (g *MonthGrid) measure() fyne.Size {
	side := lineHeight(g, g.style()) + 12
	weekdays := lang.Weekdays()
	column := max(side+4, widest(g, StyleCaption, weekdays[:]...)+6)
	return fyne.NewSize(7*column, g.headHeight()+g.namesHeight()+gridWeeks*side)
}

// cell is the area of a column and a week.
func (g *MonthGrid) cell(column, week int) area {
	top := g.headHeight() + g.namesHeight()
	w, h := g.Size().Width/7, (g.Size().Height-top)/gridWeeks
	return area{float32(column) * w, top + float32(week)*h, w, h}
}

// dayAt is the day of the shown month at a place.
func (g *MonthGrid) dayAt(p fyne.Position) (planner.Date, bool) {
	d := weekBegin(monthOf(g.cursor), weekStartOr(g.WeekStart))
	for i := range 7 * gridWeeks {
		day := d.AddDays(i)
		if g.cell(i%7, i/7).holds(p) && monthOf(day) == monthOf(g.cursor) {
			return day, true
		}
	}
	return planner.Date{}, false
}

func (g *MonthGrid) place(size fyne.Size) {
	g.pen.begin(g)
	g.drawHead(size)
	start := weekStartOr(g.WeekStart)
	begin := weekBegin(monthOf(g.cursor), start)
	for i := range 7 * gridWeeks {
		if day := begin.AddDays(i); monthOf(day) == monthOf(g.cursor) {
			g.drawDay(day, g.cell(i%7, i/7))
		}
	}
	g.pen.put(g.ring)
}

func (g *MonthGrid) drawHead(size fyne.Size) {
	h := g.headHeight()
	g.back, g.onward = area{0, 0, h, h}, area{size.Width - h, 0, h, h}
	for _, arrow := range []struct {
		at   area
		sign string
	}{{g.back, "‹"}, {g.onward, "›"}} {
		if g.hovered && arrow.at.holds(g.pointer) {
			g.pen.box(arrow.at, theme.ColorNameHover, length(g, theme.SizeNameSelectionRadius))
		}
		g.pen.words(arrow.at, arrow.sign, StyleStrong.Aligned(fyne.TextAlignCenter))
	}
	g.pen.words(area{h, 0, size.Width - 2*h, h}, g.PlainText(), StyleStrong.Aligned(fyne.TextAlignCenter))
	for column := range 7 {
		at := area{float32(column) * size.Width / 7, h, size.Width / 7, g.namesHeight()}
		g.pen.words(at, weekdayName(weekStartOr(g.WeekStart), column), StyleCaption.Aligned(fyne.TextAlignCenter))
	}
}

func (g *MonthGrid) drawDay(day planner.Date, at area) {
	style := g.style().Aligned(fyne.TextAlignCenter)
	inner, radius := at.inset(2, 1), length(g, theme.SizeNameSelectionRadius)
	marked := g.marked()
	switch {
	case inBounds(day, g.Min, g.Max) != day:
		style = style.In(colorDisabled)
	case !marked.First.IsZero() && (day == marked.First || day == marked.Last):
		g.pen.box(inner, colorPrimary, radius)
		style = style.In(colorOnPrimary)
		style.Bold = true
	case !marked.First.IsZero() && marked.Contains(day):
		g.pen.box(inner, look.ColorAccentSoft, radius)
		style = style.In(look.ColorAccentText)
	case day == g.under:
		g.pen.box(inner, theme.ColorNameHover, radius)
	}
	if day == g.Today {
		g.pen.outline(inner, colorPrimary, 1, radius)
		style.Bold = true
	}
	if day == g.cursor {
		g.placeRing(inner.inset(2, 2).pos(), inner.inset(2, 2).size())
	}
	g.pen.words(at, strconv.Itoa(day.Day), style)
}
