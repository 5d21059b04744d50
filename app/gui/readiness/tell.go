package readiness

import (
	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner/readiness"
)

// tellCard tells which mock or quiz would make the estimate surer.
type tellCard struct {
	card   *widgets.Card
	inside *fyne.Container
}

func newTellCard() *tellCard {
	c := &tellCard{inside: widgets.NewColumn(look.Space)}
	c.card = widgets.NewCard(lang.T("What would tell most"), c.inside)
	return c
}

func (c *tellCard) show(v app.ReadinessView) {
	var rows []fyne.CanvasObject
	for _, e := range mostTelling(v.Estimate.NextEvidence) {
		name, mark := evidenceName(v, e)
		words := widgets.NewColumn("", widgets.NewEllipsisText(name, widgets.StyleStrong), widgets.NewParagraph(evidenceWords(e), widgets.StyleCaption))
		var row fyne.CanvasObject = words
		if mark >= 0 {
			row = newMarked(mark, words)
		}
		if len(rows) > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		rows = append(rows, widgets.NewFillRow(0, look.Space, row, widgets.NewText(phrase.Points(-e.Narrows*100), widgets.StyleStrong)))
	}
	c.inside.Objects = append(rows, widgets.NewParagraph(lang.T("Points of width of the 90%% range of the exam score, whatever the result."), widgets.StyleCaption))
	c.card.Refresh()
}

// mostTelling are the two most telling mocks and the most telling quiz, in the order of what they tell.
func mostTelling(all []readiness.NextEvidence) []readiness.NextEvidence {
	left := map[readiness.EvidenceKind]int{readiness.EvidenceMock: 2, readiness.EvidenceQuiz: 1}
	var out []readiness.NextEvidence
	for _, e := range all {
		if left[e.Kind] > 0 {
			left[e.Kind]--
			out = append(out, e)
		}
	}
	return out
}

// evidenceWords says what it takes; how much the exam score's range narrows stands beside it.
func evidenceWords(e readiness.NextEvidence) string {
	words := lang.T("%d questions, timed.", e.Questions)
	switch {
	case e.Kind == readiness.EvidenceQuiz:
		words += lang.T(" The domain's own range: %s.", phrase.Points(-e.DomainNarrows*100))
	case e.Source == "" && e.Official:
		words += lang.T(" If your exam's vendor offers one.")
	}
	return words
}

// evidenceName is "A mock from a new source", and the position of a quiz's domain for its colour, or -1.
func evidenceName(v app.ReadinessView, e readiness.NextEvidence) (name string, mark int) {
	switch {
	case e.Kind == readiness.EvidenceQuiz:
		domain, index := domainName(v, e.Domain)
		return lang.T("A quiz in %s", domain), index
	case e.Source != "":
		return lang.T("A mock from %s", e.Source), -1
	case e.Official:
		return lang.T("A mock from the vendor"), -1
	}
	return lang.T("A mock from a new source"), -1
}
