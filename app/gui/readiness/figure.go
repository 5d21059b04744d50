package readiness

import (
	"strconv"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/figures"
	"milepost/app/gui/kit"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// figure is the chart over time, which can be read as a table as well.
type figure struct {
	*kit.TimeChart
	card   *widgets.Card
	table  *widgets.Table
	inside *fyne.Container
}

// leastFigure is the smallest size at which the chart says what it has to, in logical pixels.
var leastFigure = fyne.NewSize(320, 360)

func newFigure(shell kit.Shell) *figure {
	f := &figure{TimeChart: kit.NewTimeChart(shell, leastFigure)}
	f.inside = widgets.NewFillColumn("", f.View)
	f.card = widgets.NewCard("", f.inside)
	return f
}

// show draws another estimate.
func (f *figure) show(v app.ReadinessView) {
	f.Show(figures.Readiness(v))
	if f.table != nil {
		f.fillTable()
	}
}

// showTable shows the rows in place of the chart, or the chart again.
func (f *figure) showTable(shown bool) {
	if shown && f.table == nil {
		f.makeTable()
	}
	f.inside.Objects = []fyne.CanvasObject{f.View}
	if shown {
		f.inside.Objects = []fyne.CanvasObject{f.table}
	}
	f.inside.Refresh()
	f.card.Refresh()
}

// dateWidth has room for a day like 2026-11-22, in logical pixels.
const dateWidth = 96

func (f *figure) makeTable() {
	header, _ := f.Data.Table()
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
	f.table.Empty = lang.T("No estimate yet. It begins with your first mock.")
	f.table.MinRows = 9
	f.fillTable()
}

func (f *figure) fillTable() {
	_, rows := f.Data.Table()
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
