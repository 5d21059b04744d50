package mocks

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/planner"
)

// detail shows one recorded mock in full: the one selected in the table, or else the latest.
type detail struct {
	card   *widgets.Card
	facts  *widgets.Paragraph
	bars   *fyne.Container
	note   *widgets.Paragraph
	mock   planner.Mock
	edit   *widgets.Button
	remove *widgets.Button
}

func newDetail(do historyActions) *detail {
	d := &detail{
		facts: widgets.NewParagraph("", widgets.StyleMuted), note: widgets.NewParagraph("", widgets.StyleBody),
		bars: widgets.NewEqualColumns(look.SpaceCard, 180),
	}
	d.edit = widgets.NewButton(lang.T("Edit"), func() { do.edit(d.mock) })
	d.remove = widgets.NewButton(lang.T("Delete"), func() { do.remove(d.mock) })
	d.card = widgets.NewCard("", widgets.NewColumn(look.Space, d.facts, d.bars, d.note, widgets.NewFlow(look.Space, d.edit, d.remove)))
	return d
}

// show changes the mock.
func (d *detail) show(m planner.Mock, study planner.Study) {
	d.mock = m
	d.card.SetTitle(fmt.Sprintf("%s, %s", m.Source, phrase.LongDate(m.Date)))
	d.facts.SetText(facts(m))
	d.note.SetText(m.Note)
	d.note.Hidden = m.Note == ""
	d.bars.Objects = d.bars.Objects[:0:0]
	for i, domain := range study.Domains {
		s, ok := m.DomainScore(domain.ID)
		if !ok || s.Total == 0 {
			continue
		}
		share := float64(s.Correct) / float64(s.Total)
		d.bars.Objects = append(d.bars.Objects, widgets.NewLabelledBar(fmt.Sprintf("D%d %s", i+1, domain.Name),
			fmt.Sprintf("%d/%d", s.Correct, s.Total), look.ColorDomain(i), share))
	}
	d.bars.Hidden = len(d.bars.Objects) == 0
	d.card.Refresh()
}

// facts says how a mock was taken: "71%, 89 of 125 · Timed, 2 h 41 · 77 s a question".
func facts(m planner.Mock) string {
	parts := []string{phrase.Share(m.Share())}
	c, n := m.Counts()
	if n > 0 {
		parts[0] += lang.T(", %d of %d", c, n)
	}
	parts = append(parts, phrase.Conditions(m))
	if m.Official {
		parts = append(parts, lang.T("official"))
	}
	if m.Minutes > 0 && n > 0 {
		parts = append(parts, lang.T("%d s a question", m.Minutes*60/n))
	}
	return strings.Join(parts, " · ")
}
