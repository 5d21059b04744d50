package diary

import (
	"fmt"
	"image"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/phrase"
	"milepost/charts"
	"milepost/planner"
	"milepost/planner/readiness"
)

// daysCard shows what was said of the exam on each day, as a figure and as a table.
type daysCard struct {
	shell   kit.Shell
	card    *widgets.Card
	inside  *fyne.Container
	ways    *widgets.Segmented
	chart   *widgets.ChartView
	table   *widgets.Table
	note    *widgets.Paragraph
	data    charts.ReadinessData
	days    []readiness.DayForecast
	version int
	plot    *charts.ReadinessPlot
	scale   float64
	cursor  planner.Date
}

// daysSize is the least size of the figure, in logical pixels.
var daysSize = fyne.NewSize(320, 230)

func newDaysCard(shell kit.Shell) *daysCard {
	c := &daysCard{shell: shell, inside: widgets.NewFillColumn(look.Space), scale: 1, note: widgets.NewParagraph("", widgets.StyleCaption)}
	c.chart = widgets.NewChartView(daysSize, c.draw)
	c.chart.OnHover = func(x, _ float32) {
		if c.plot != nil {
			c.read(c.plot.Nearest(float64(x) * c.scale))
		}
	}
	c.chart.OnTapped = c.chart.OnHover
	c.chart.OnKey = c.onKey
	c.table = widgets.NewTable(widgets.Column{Title: "Day", MinWidth: 128, Weight: 2}, widgets.Column{Title: "Chance", MinWidth: 56, Weight: 1},
		widgets.Column{Title: "Expected", MinWidth: 66, Weight: 1}, widgets.Column{Title: "Range", MinWidth: 60, Weight: 1}, widgets.Column{Title: "Mocks", MinWidth: 48, Weight: 1})
	c.table.Empty = "Nothing has been written down yet. The first forecast comes the day after your first mock."
	c.table.MinRows = 7
	c.ways = widgets.NewSegmented([]string{"Chart", "Table"}, func(i int) { c.showTable(i == 1) })
	c.card = widgets.NewCard("What was said of the exam, day by day", c.inside)
	c.showTable(false)
	return c
}

func (c *daysCard) showTable(shown bool) {
	var figure fyne.CanvasObject = c.chart
	if shown {
		figure = c.table
	}
	c.inside.Objects = []fyne.CanvasObject{widgets.NewRow("", c.ways), figure, c.note}
	c.inside.Refresh()
	c.card.Refresh()
}

func (c *daysCard) show(v app.DiaryView) {
	c.days = v.Days
	c.data = daysData(v)
	c.chart.Alternative = c.data.Summary()
	c.version++
	c.chart.SetVersion(c.version)
	c.note.SetText("The expected exam score and its 90% range as they were told on each day; none of it has been changed since.")
	rows := make([]widgets.TableRow, 0, len(v.Days))
	for i, f := range slices.Backward(v.Days) {
		chance := "–"
		if f.HasChance {
			chance = phrase.Chance(f.Chance)
		}
		row := widgets.TableRow{ID: strconv.Itoa(i)}
		for _, text := range []string{phrase.Date(f.Day), chance, phrase.Share(f.Exam.Median), fmt.Sprintf("%d–%d", phrase.Percent(f.Exam.Low), phrase.Percent(f.Exam.High)), strconv.Itoa(f.Mocks)} {
			row.Cells = append(row.Cells, widgets.Cell{Text: text})
		}
		rows = append(rows, row)
	}
	c.table.SetRows(rows)
	c.card.Refresh()
}

// daysData draws what was foretold as the readiness figure draws a level.
func daysData(v app.DiaryView) charts.ReadinessData {
	d := charts.ReadinessData{
		PassLine: v.Study.PassLine, PassLabel: "Pass line " + phrase.Share(v.Study.PassLine),
		Empty: "Nothing has been written down yet. The first forecast comes the day after your first mock.",
	}
	for _, f := range v.Days {
		d.Series = append(d.Series, readiness.Point{Date: f.Day, Median: f.Exam.Median, Low: f.Exam.Low, High: f.Exam.High})
	}
	return d
}

func (c *daysCard) draw(width, height int, scale float32) image.Image {
	c.plot, c.scale = charts.NewReadinessPlot(c.data, kit.ChartOptions(c.shell, width, height, scale)), float64(scale)
	picture, err := c.plot.Image()
	if err != nil {
		return image.NewNRGBA(image.Rect(0, 0, width, height)) // too small to draw on; the table says the same
	}
	return picture
}

func (c *daysCard) onKey(key fyne.KeyName) {
	if c.plot == nil {
		return
	}
	switch key {
	case fyne.KeyLeft:
		c.read(c.plot.Step(c.cursor, -1))
	case fyne.KeyRight:
		c.read(c.plot.Step(c.cursor, 1))
	case fyne.KeyHome:
		c.read(c.plot.Step(planner.Date{}, 1))
	case fyne.KeyEnd:
		c.read(c.plot.Step(planner.Date{}, -1))
	}
}

// read shows what was said on a day beside its line.
func (c *daysCard) read(r charts.Readout, ok bool) {
	if !ok {
		c.chart.HideReadout()
		return
	}
	c.cursor = r.Date
	c.chart.ShowReadout(widgets.Readout{X: float32(c.plot.X(r.Date) / c.scale), Lines: c.words(r)})
}

// words are what was said on the day of a readout.
func (c *daysCard) words(r charts.Readout) []string {
	i, found := slices.BinarySearchFunc(c.days, r.Date, func(f readiness.DayForecast, d planner.Date) int { return f.Day.Compare(d) })
	if !found {
		return strings.SplitAfterN(r.Text, ": ", 2)
	}
	f := c.days[i]
	lines := []string{phrase.Date(f.Day), fmt.Sprintf("Expected score %s, likely %d–%d%%", phrase.Share(f.Exam.Median), phrase.Percent(f.Exam.Low), phrase.Percent(f.Exam.High))}
	if f.HasChance {
		lines = append(lines, fmt.Sprintf("Chance of passing on %s: %s", phrase.Day(f.ExamDate), phrase.Chance(f.Chance)))
	}
	return append(lines, "From "+phrase.Count(f.Mocks, "mock", "mocks"))
}
