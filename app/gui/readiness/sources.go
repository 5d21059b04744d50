package readiness

import (
	"context"
	"fmt"
	"math"

	"fyne.io/fyne/v2/theme"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// SourceModel is what the card of the sources asks of the application.
type SourceModel interface {
	Sources(ctx context.Context) (app.SourcesView, error)
	PreviewSource(ctx context.Context, c app.SourceChange) (app.MockEffect, error)
	DescribeSource(ctx context.Context, c app.SourceChange) (app.Source, error)
}

// sourcesCard shows how each source compares with the exam, as a range around it. A row opens what is known of the source.
type sourcesCard struct {
	shell  kit.Shell
	model  SourceModel
	card   *widgets.Card
	bars   *widgets.RangeBars
	detail *widgets.Paragraph
	view   app.SourcesView
	rows   []sourceRow
}

// sourceRow is a source, or its questions met before.
type sourceRow struct {
	source app.Source
	again  bool
}

func (r sourceRow) results() app.SourceResults {
	if r.again {
		return r.source.Again
	}
	return r.source.First
}

func (r sourceRow) name() string {
	if r.again {
		return lang.T("%s (met before)", r.source.Name)
	}
	return r.source.Name
}

func newSourcesCard(shell kit.Shell, m SourceModel) *sourcesCard {
	c := &sourcesCard{shell: shell, model: m, detail: widgets.NewParagraph("", widgets.StyleCaption)}
	c.bars = widgets.NewRangeBars(sameAsExam, nil)
	c.bars.OnHover, c.bars.OnTapped = c.explain, c.open
	c.card = widgets.NewCard(lang.T("How your sources compare with the exam"), widgets.NewColumn(look.Space, c.bars, c.detail))
	return c
}

// reload asks for the sources again; without a mock the card is not there.
func (c *sourcesCard) reload() {
	v, err := c.model.Sources(context.Background())
	if err != nil {
		c.shell.Fail(lang.T("The sources could not be compared"), err)
	}
	c.view, c.rows = v, nil
	mocks := 0
	for _, s := range v.Sources {
		mocks += s.First.Mocks + s.Again.Mocks
		if s.First.Mocks > 0 || s.Again.Mocks == 0 {
			c.rows = append(c.rows, sourceRow{s, false})
		}
		if s.Again.Mocks > 0 {
			c.rows = append(c.rows, sourceRow{s, true})
		}
	}
	c.card.Hidden = mocks == 0
	c.bars.SetRows(c.ranges())
	c.explain(-1)
	c.card.Refresh()
}

// The tracks: the exam is in their middle, and they reach so many points to either side at least.
const (
	sameAsExam  = 0.5
	leastPoints = 20
)

// reach is how many points the tracks hold to either side: enough for all, in steps of five.
func (c *sourcesCard) reach() float64 {
	most := float64(leastPoints)
	for _, r := range c.rows {
		most = max(most, math.Abs(r.results().Low), math.Abs(r.results().High))
	}
	return 5 * math.Ceil(most/5)
}

func (c *sourcesCard) ranges() []widgets.RangeBar {
	reach := c.reach()
	at := func(points float64) float64 { return sameAsExam + points/(2*reach) }
	bars := make([]widgets.RangeBar, 0, len(c.rows))
	for _, row := range c.rows {
		r := row.results()
		bar := widgets.RangeBar{
			Label: row.name(), Detail: c.mark(row), Low: at(r.Low), Median: at(r.Points), High: at(r.High), Unknown: r.Low >= r.High, Color: theme.ColorNamePrimary,
			Value: phrase.SourcePoints(r.Points), Range: phrase.SourceSpan(r.Low, r.High),
		}
		if !r.Known {
			bar.Value, bar.Range, bar.Color = "–", lang.T("not known yet"), look.ColorMuted
		}
		bars = append(bars, bar)
	}
	return bars
}

// mark says in a few words what a row rests on; with large text there is room for the most important ones only.
func (c *sourcesCard) mark(row sourceRow) string {
	mark := ""
	switch {
	case row.source.Set != nil:
		mark = lang.T("set by hand")
	case row.source.Official:
		mark = lang.T("official")
	}
	const roomy = 1.4
	switch count := lang.N(row.results().Mocks, "%d mock", "%d mocks", row.results().Mocks); {
	case c.shell.TextScale() > roomy:
		return mark
	case mark == "":
		return count
	default:
		return count + ", " + mark
	}
}

// explain says more of the source under the pointer or the keyboard; -1 is none.
func (c *sourcesCard) explain(row int) {
	text := lang.T("The line is the exam; to its right is easier, in points of the score at the pass line of %s. "+
		"Click a source, or press Enter, to say what you know of it.", phrase.Share(c.view.Study.PassLine))
	if row >= 0 && row < len(c.rows) {
		r := c.rows[row]
		text = fmt.Sprintf("%s: %s.", r.name(), lang.N(r.results().Mocks, "%d mock", "%d mocks", r.results().Mocks))
		if n := r.results().Questions; n > 0 {
			text = lang.T("%s: %s with %s.", r.name(), lang.N(r.results().Mocks, "%d mock", "%d mocks", r.results().Mocks), lang.N(n, "%d question", "%d questions", n))
		}
		text += " " + comparedWords(r.results())
		if set := r.source.Set; set != nil {
			text += lang.T(" It was %s.", phrase.SourceSet(set.Points, set.Doubt))
		}
	}
	c.detail.SetText(text)
	c.card.Refresh()
}

// comparedWords says how results compare with the exam, or why that is not known.
func comparedWords(r app.SourceResults) string {
	switch {
	case r.Known:
		return phrase.SourceDifference(r.Points, r.Low, r.High)
	case r.Low < r.High:
		return lang.T("Not known yet: %s. %s", r.WhyNot, phrase.SourceAssumed(r.Points, r.Low, r.High))
	}
	return lang.T("Not known yet: %s.", r.WhyNot)
}

// open asks what is known of a row's source.
func (c *sourcesCard) open(row int) {
	if row < 0 || row >= len(c.rows) {
		return
	}
	newSourceForm(c, c.rows[row]).show()
}
