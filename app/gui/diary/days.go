package diary

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/figures"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/charts"
	"milepost/planner"
	"milepost/planner/readiness"
)

// daysCard shows what was said of the exam on each day, as a figure and as a table.
type daysCard struct {
	card   *widgets.Card
	inside *fyne.Container
	ways   *widgets.Segmented
	chart  *kit.TimeChart
	table  *widgets.Table
	note   *widgets.Paragraph
	days   []readiness.DayForecast
}

// daysSize is the least size of the figure, in logical pixels.
var daysSize = fyne.NewSize(320, 230)

func newDaysCard(shell kit.Shell) *daysCard {
	c := &daysCard{inside: widgets.NewFillColumn(look.Space), chart: kit.NewTimeChart(shell, daysSize)}
	c.chart.Words = c.words
	c.note = widgets.NewParagraph(lang.T("The expected exam score and its 90%% range as they were told on each day; none of it has been changed since."), widgets.StyleCaption)
	c.table = widgets.NewTable(widgets.Column{Title: lang.T("Day"), MinWidth: 128, Weight: 2}, widgets.Column{Title: lang.T("Chance"), MinWidth: 56, Weight: 1},
		widgets.Column{Title: lang.T("Expected"), MinWidth: 66, Weight: 1}, widgets.Column{Title: lang.T("Range"), MinWidth: 60, Weight: 1}, widgets.Column{Title: lang.T("Mocks"), MinWidth: 48, Weight: 1})
	c.table.Empty = lang.T("Nothing has been written down yet. The first forecast comes the day after your first mock.")
	c.table.MinRows = 7
	c.ways = widgets.NewSegmented([]string{lang.T("Chart"), lang.T("Table")}, func(i int) { c.showTable(i == 1) })
	c.card = widgets.NewCard(lang.T("What was said of the exam, day by day"), c.inside)
	c.showTable(false)
	return c
}

func (c *daysCard) showTable(shown bool) {
	var figure fyne.CanvasObject = c.chart.View
	if shown {
		figure = c.table
	}
	c.inside.Objects = []fyne.CanvasObject{widgets.NewRow("", c.ways), figure, c.note}
	c.inside.Refresh()
	c.card.Refresh()
}

func (c *daysCard) show(v app.DiaryView) {
	c.days = v.Days
	c.chart.Show(daysData(v))
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
		Words:    figures.Words(),
		PassLine: v.Study.PassLine, PassLabel: lang.T("Pass line %s", phrase.Share(v.Study.PassLine)),
		Empty: lang.T("Nothing has been written down yet. The first forecast comes the day after your first mock."),
	}
	for _, f := range v.Days {
		d.Series = append(d.Series, readiness.Point{Date: f.Day, Median: f.Exam.Median, Low: f.Exam.Low, High: f.Exam.High})
	}
	return d
}

// words are what was said on the day of a readout.
func (c *daysCard) words(r charts.Readout) []string {
	i, found := slices.BinarySearchFunc(c.days, r.Date, func(f readiness.DayForecast, d planner.Date) int { return f.Day.Compare(d) })
	if !found {
		return []string{r.Text}
	}
	f := c.days[i]
	lines := []string{phrase.Date(f.Day), lang.T("Expected score %s, likely %d–%d%%", phrase.Share(f.Exam.Median), phrase.Percent(f.Exam.Low), phrase.Percent(f.Exam.High))}
	if f.HasChance {
		lines = append(lines, lang.T("Chance of passing on %s: %s", phrase.Day(f.ExamDate), phrase.Chance(f.Chance)))
	}
	return append(lines, lang.T("From %s", lang.N(f.Mocks, "%d mock", "%d mocks", f.Mocks)))
}
