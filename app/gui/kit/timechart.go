package kit

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/gui/widgets"
	"milepost/charts"
	"milepost/planner"
)

// TimeChart is a figure over time on screen: pointer and arrow keys go from day to day and read what is known of each.
type TimeChart struct {
	View *widgets.ChartView
	Data charts.ReadinessData // what is shown
	// Words are the lines read of a day; nil reads what the figure itself says.
	Words func(charts.Readout) []string
	// Cursor is the day that was read last; the zero Date before the first.
	Cursor planner.Date

	shell   Shell
	version int
	plot    *charts.ReadinessPlot // of the picture on screen; nil before the first
	scale   float64               // device pixels for each logical one of that picture
}

// NewTimeChart makes a figure that is at least that large, in logical pixels; Show fills it.
func NewTimeChart(shell Shell, least fyne.Size) *TimeChart {
	c := &TimeChart{shell: shell, scale: 1}
	c.View = widgets.NewChartView(least, c.draw)
	c.View.OnHover = func(x, _ float32) {
		if c.plot != nil {
			c.read(c.plot.Nearest(float64(x) * c.scale))
		}
	}
	c.View.OnTapped = c.View.OnHover
	c.View.OnKey = c.onKey
	return c
}

// Show draws other data.
func (c *TimeChart) Show(d charts.ReadinessData) {
	c.Data = d
	c.View.Alternative = d.Summary()
	c.version++
	c.View.SetVersion(c.version)
}

// draw makes the picture for the size on screen.
func (c *TimeChart) draw(width, height int, scale float32) image.Image {
	c.plot, c.scale = charts.NewReadinessPlot(c.Data, ChartOptions(c.shell, width, height, scale)), float64(scale)
	picture, err := c.plot.Image()
	if err != nil {
		return image.NewNRGBA(image.Rect(0, 0, width, height)) // too small to draw on; a table says the same
	}
	return picture
}

// onKey goes from day to day, from today when none was read yet.
func (c *TimeChart) onKey(key fyne.KeyName) {
	if c.plot == nil {
		return
	}
	from := c.Cursor
	if from.IsZero() {
		from = c.Data.Today
	}
	switch key {
	case fyne.KeyLeft:
		c.read(c.plot.Step(from, -1))
	case fyne.KeyRight:
		c.read(c.plot.Step(from, 1))
	case fyne.KeyHome:
		c.read(c.plot.Step(planner.Date{}, 1))
	case fyne.KeyEnd:
		c.read(c.plot.Step(planner.Date{}, -1))
	default:
		c.read(c.plot.Step(from, 0))
	}
}

// read shows what is known of a day beside its line.
func (c *TimeChart) read(r charts.Readout, ok bool) {
	if !ok {
		c.View.HideReadout()
		return
	}
	words := readoutLines
	if c.Words != nil {
		words = c.Words
	}
	c.Cursor = r.Date
	c.View.ShowReadout(widgets.Readout{X: float32(c.plot.X(r.Date) / c.scale), Lines: words(r)})
}

// readoutLines puts the day and each sentence on a line of its own.
func readoutLines(r charts.Readout) []string {
	day, rest, found := strings.Cut(r.Text, ": ")
	if !found {
		return []string{r.Text}
	}
	return append([]string{day}, strings.Split(strings.TrimSuffix(rest, "."), ". ")...)
}
