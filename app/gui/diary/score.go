package diary

import (
	"image"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/figures"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/charts"
)

// scoreCard tells how well forecasts have done: in a sentence, in figures, and as a calibration plot.
type scoreCard struct {
	shell   kit.Shell
	card    *widgets.Card
	words   *fyne.Container
	figure  *fyne.Container
	chart   *widgets.ChartView
	verdict *widgets.Paragraph
	data    charts.CalibrationData
	version int
	plot    *charts.CalibrationPlot
	scale   float64
	at      int // point the keyboard is on
}

// plotSize is the least size of the plot, in logical pixels: a square and its axes.
var plotSize = fyne.NewSize(220, 300)

func newScoreCard(shell kit.Shell) *scoreCard {
	c := &scoreCard{shell: shell, words: widgets.NewColumn(look.Space), verdict: widgets.NewParagraph("", widgets.StyleStrong), scale: 1}
	c.chart = widgets.NewChartView(plotSize, c.draw)
	c.chart.OnHover = func(x, _ float32) { c.read(x) }
	c.chart.OnTapped = c.chart.OnHover
	c.chart.OnKey = c.onKey
	c.figure = widgets.NewColumn(look.Space)
	c.card = widgets.NewCard(lang.T("How well has it predicted?"), widgets.NewEqualColumns(look.SpaceCard, plotSize.Width, c.words, c.figure))
	return c
}

func (c *scoreCard) show(v app.DiaryView) {
	s := v.Score
	c.data = charts.CalibrationData{
		Words:  figures.Words(),
		Points: s.Curve, Up: lang.T("Part of your results that did"), Across: lang.T("Part that should come out below"),
		Empty: lang.T("Once five results have met their forecasts, the plot shows whether they fell where they should."),
	}
	c.chart.Alternative = c.data.Summary()
	c.version++
	c.chart.SetVersion(c.version)
	c.verdict.SetText(phrase.DiaryVerdict(s))
	rows := []fyne.CanvasObject{c.verdict}
	if s.Scored > 0 {
		rows = append(rows, widgets.NewParagraph(phrase.DiaryRanges(s), widgets.StyleMuted))
		for _, words := range []string{phrase.DiaryGuesses(s), phrase.DiaryChances(s)} {
			if words != "" {
				rows = append(rows, widgets.NewParagraph(words, widgets.StyleMuted))
			}
		}
	}
	c.words.Objects = rows
	c.figure.Objects = []fyne.CanvasObject{c.chart}
	if len(s.Curve) > 0 {
		c.figure.Objects = append(c.figure.Objects, widgets.NewParagraph(lang.T("Dots on the dashed line are as stated; inside the shaded band the difference is within luck."), widgets.StyleCaption))
	}
	c.card.Refresh()
}

func (c *scoreCard) draw(width, height int, scale float32) image.Image {
	c.plot, c.scale = charts.NewCalibrationPlot(c.data, kit.ChartOptions(c.shell, width, height, scale)), float64(scale)
	picture, err := c.plot.Image()
	if err != nil {
		return image.NewNRGBA(image.Rect(0, 0, width, height)) // too small to draw on; the words say the same
	}
	return picture
}

// read shows what the plot says near a place.
func (c *scoreCard) read(x float32) {
	if c.plot == nil {
		return
	}
	at, text, ok := c.plot.Nearest(float64(x) * c.scale)
	if !ok {
		c.chart.HideReadout()
		return
	}
	c.chart.ShowReadout(widgets.Readout{X: float32(at / c.scale), Lines: []string{text}})
}

// onKey goes from point to point.
func (c *scoreCard) onKey(key fyne.KeyName) {
	n := len(c.data.Points)
	if n == 0 || c.plot == nil {
		return
	}
	switch key {
	case fyne.KeyLeft:
		c.at--
	case fyne.KeyRight:
		c.at++
	case fyne.KeyHome:
		c.at = 0
	case fyne.KeyEnd:
		c.at = n - 1
	}
	c.at = min(max(c.at, 0), n-1)
	c.read(float32(c.plot.X(c.data.Points[c.at].Stated) / c.scale))
}
