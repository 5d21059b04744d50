package setup

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// domainsCard asks for the weight of each domain and how sure the person feels in it.
type domainsCard struct {
	form   *form
	card   fyne.CanvasObject
	rows   *fyne.Container
	skims  *fyne.Container
	total  *widgets.Paragraph
	places []*place
}

func newDomainsCard(f *form) *domainsCard {
	c := &domainsCard{form: f, rows: widgets.NewColumn(look.Space), skims: widgets.NewFlow(look.Space), total: widgets.NewParagraph("", widgets.StyleMuted)}
	c.card = widgets.NewCard(lang.T("3 · Domains: weight in the exam, and how sure you feel today"), widgets.NewColumn(look.SpaceCard, c.rows, c.skims, c.total))
	return c
}

func (c *domainsCard) show() {
	c.places = nil
	rows := make([]fyne.CanvasObject, len(c.form.draft.Domains))
	for i, d := range c.form.draft.Domains {
		rows[i] = c.row(i, d)
	}
	c.rows.Objects = rows
	c.rows.Refresh()
	c.showSkims()
	c.showTotal()
}

func (c *domainsCard) row(i int, d planner.StudyDomain) fyne.CanvasObject {
	weight := widgets.NewWeightField(func(weight float64) {
		c.form.draft.Domains[i].Weight = weight
		c.showTotal()
		c.form.onChanged()
	})
	weight.SetWeight(d.Weight)
	rating := widgets.NewRatingSteps(func(step int) {
		c.form.draft.Domains[i].Rating = step
		c.form.onChanged()
	})
	rating.HideWords = true
	rating.SetStep(d.Rating)
	wrong := widgets.NewInlineError()
	p := &place{field: fmt.Sprintf("domains[%d]", i), focus: weight, mark: weight.SetWrong, unread: weight.Error}
	p.tell = func(sentence string) { wrong.SetMessage(sentence); c.card.Refresh() }
	weight.OnError = p.onUnread
	c.places = append(c.places, p)
	name := widgets.NewParagraph(fmt.Sprintf("D%d %s", i+1, d.Name), widgets.StyleBody)
	return widgets.NewColumn(look.SpaceTight, widgets.NewFillRow(1, look.SpaceCard, widgets.NewDomainMark(look.ColorDomain(i)), name, weight, rating), wrong)
}

// showSkims names the domains whose first pass is left out, which a way out may have done, and lets that be taken back.
func (c *domainsCard) showSkims() {
	var chips []fyne.CanvasObject
	for i, d := range c.form.draft.Domains {
		if d.Skim {
			chips = append(chips, widgets.NewChip(lang.T("D%d is skimmed: straight to its questions", i+1), func() { c.readInFull(i) }))
		}
	}
	c.skims.Objects, c.skims.Hidden = chips, len(chips) == 0
	c.skims.Refresh()
}

func (c *domainsCard) readInFull(i int) {
	c.form.draft.Domains[i].Skim = false
	c.showSkims()
	c.form.shell.Window().Canvas().Focus(c.places[i].focus)
	c.form.onChanged()
}

// sumTolerance is how far the weights may be from 100 without a word; published ones are rounded.
const sumTolerance = 0.5

func (c *domainsCard) showTotal() {
	total := c.form.draft.WeightTotal()
	words, style := lang.T("Weights total %s. A mock, once you take one, replaces your own rating.", phrase.Weight(total)), widgets.StyleMuted
	switch {
	case total == 0:
		words, style = lang.T("No domain has a weight, so all of them count the same."), style.In(look.ColorCaution)
	case math.Abs(total-100) > sumTolerance:
		words = lang.T("Weights total %s, not 100%%. They are used in proportion, so the plan is not wrong; compare them with the outline.", phrase.Weight(total))
		style = style.In(look.ColorCaution)
	}
	c.total.SetText(words)
	c.total.SetStyle(style)
}
