package readiness

import (
	"image"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/charts"
	"milepost/planner"
)

// figure is the chart over time, which can be read as a table as well.
type figure struct {
	shell   kit.Shell
	card    *widgets.Card
	chart   *widgets.ChartView
	table   *widgets.Table
	inside  *fyne.Container
	data    charts.ReadinessData
	version int

	plot   *charts.ReadinessPlot // of the picture on screen; nil before the first
	scale  float64               // device pixels for each logical one of that picture
	cursor planner.Date          // the day the keyboard is at
}

// leastFigure is the smallest size at which the chart says what it has to, in logical pixels.
var leastFigure = fyne.NewSize(320, 360)

func newFigure(shell kit.Shell) *figure {
	f := &figure{shell: shell, scale: 1}
	f.chart = widgets.NewChartView(leastFigure, f.draw)
	f.chart.OnHover = func(x, _ float32) { f.read(f.nearest(x)) }
	f.chart.OnTapped = f.chart.OnHover
	f.chart.OnKey = f.onKey
	f.inside = widgets.NewFillColumn("", f.chart)
	f.card = widgets.NewCard("", f.inside)
	return f
}

// show draws another estimate.
func (f *figure) show(v app.ReadinessView) {
	f.data = chartData(v)
	f.chart.Alternative = f.data.Summary()
	f.version++
	f.chart.SetVersion(f.version)
	if f.table != nil {
		f.fillTable()
	}
}

// draw makes the picture for the size on screen.
func (f *figure) draw(width, height int, scale float32) image.Image {
	o := kit.ChartOptions(f.shell, width, height, scale)
	f.plot, f.scale = charts.NewReadinessPlot(f.data, o), float64(scale)
	picture, err := f.plot.Image()
	if err != nil {
		return image.NewNRGBA(image.Rect(0, 0, width, height)) // too small to draw on; the table says the same
	}
	return picture
}

// nearest is what the chart knows at a place, in logical pixels from its left edge.
func (f *figure) nearest(x float32) (charts.Readout, bool) {
	if f.plot == nil {
		return charts.Readout{}, false
	}
	return f.plot.Nearest(float64(x) * f.scale)
}

// onKey goes from day to day.
func (f *figure) onKey(key fyne.KeyName) {
	if f.plot == nil {
		return
	}
	switch key {
	case fyne.KeyLeft:
		f.read(f.plot.Step(f.from(f.data.Today), -1))
	case fyne.KeyRight:
		f.read(f.plot.Step(f.from(f.data.Today), 1))
	case fyne.KeyHome:
		f.read(f.plot.Step(planner.Date{}, 1))
	case fyne.KeyEnd:
		f.read(f.plot.Step(planner.Date{}, -1))
	default:
		f.read(f.plot.Step(f.from(f.data.Today), 0))
	}
}

// from is the day the keyboard is at, or a first one.
func (f *figure) from(first planner.Date) planner.Date {
	if f.cursor.IsZero() {
		return first
	}
	return f.cursor
}

// read shows what is known of a day beside its line.
func (f *figure) read(r charts.Readout, ok bool) {
	if !ok {
		f.chart.HideReadout()
		return
	}
	f.cursor = r.Date
	f.chart.ShowReadout(widgets.Readout{X: float32(f.plot.X(r.Date) / f.scale), Lines: readoutLines(r.Text)})
}

// readoutLines puts the day and each sentence on a line of its own.
func readoutLines(text string) []string {
	day, rest, found := strings.Cut(text, ": ")
	if !found {
		return []string{text}
	}
	lines := []string{day}
	return append(lines, strings.Split(strings.TrimSuffix(rest, "."), ". ")...)
}

// showTable shows the rows in place of the chart, or the chart again.
func (f *figure) showTable(shown bool) {
	if shown && f.table == nil {
		f.makeTable()
	}
	f.inside.Objects = []fyne.CanvasObject{f.chart}
	if shown {
		f.inside.Objects = []fyne.CanvasObject{f.table}
	}
	f.inside.Refresh()
	f.card.Refresh()
}

// dateWidth has room for a day like 2026-11-22, in logical pixels.
const dateWidth = 96

func (f *figure) makeTable() {
	header, _ := f.data.Table()
	columns := make([]widgets.Column, 0, len(header))
	for i, title := range header {
		c := widgets.Column{Title: title, MinWidth: 56, Weight: 1}
		if i == 0 {
			c.MinWidth, c.Weight = dateWidth, 0
		}
		if i == len(header)-1 {
			c.Weight = 3
		}
		columns = append(columns, c)
	}
	f.table = widgets.NewTable(columns...)
	f.table.Empty = "No estimate yet. It begins with your first mock."
	f.table.MinRows = 9
	f.fillTable()
}

func (f *figure) fillTable() {
	_, rows := f.data.Table()
	out := make([]widgets.TableRow, 0, len(rows))
	for i, cells := range rows {
		row := widgets.TableRow{ID: strconv.Itoa(i)}
		for _, text := range cells {
			row.Cells = append(row.Cells, widgets.Cell{Text: text})
		}
		out = append(out, row)
	}
	f.table.SetRows(out)
}
