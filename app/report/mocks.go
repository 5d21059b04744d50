package report

import (
	"slices"

	"milepost/app"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/app/report/document"
	"milepost/planner"
)

// mocksPart lists the mocks of the period, oldest first.
func mocksPart(p app.Progress) []document.Block {
	t := document.Table{ID: "mocks", Title: lang.T("Mocks"), Columns: []document.Column{
		{Title: lang.T("Date"), Kind: document.Day}, {Title: lang.T("Source"), Kind: document.Name}, {Title: lang.T("Score"), Kind: document.Heat},
		{Title: lang.T("Correct"), Kind: document.Count}, {Title: lang.T("Questions"), Kind: document.Count}, {Title: lang.T("Conditions"), Kind: document.Text},
	}}
	for _, m := range within(p.Now.Mocks, p.Period) {
		correct, total := m.Counts()
		row := []document.Cell{
			{Shown: phrase.Date(m.Date), Day: m.Date}, {Shown: m.Source}, percentCell(m.Share()), countCell(correct), countCell(total), {Shown: conditions(m)},
		}
		if total == 0 {
			row[3], row[4] = nothing(), nothing()
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) == 0 {
		return []document.Block{document.Paragraph{Text: lang.T("No mock was recorded in this period."), Muted: true}}
	}
	return []document.Block{t}
}

func conditions(m planner.Mock) string {
	words := phrase.Conditions(m)
	if m.Official {
		words += ", " + lang.T("official")
	}
	return words
}

func within(mocks []planner.Mock, period planner.DateRange) []planner.Mock {
	return slices.DeleteFunc(slices.Clone(mocks), func(m planner.Mock) bool { return !period.Contains(m.Date) })
}

// heatMocks is how many mocks stand beside each other.
const heatMocks = 10

// heatPart shows the percent correct of each domain in the latest mocks of the period.
func heatPart(p app.Progress) []document.Block {
	mocks := slices.DeleteFunc(within(p.Now.Mocks, p.Period), func(m planner.Mock) bool { return len(m.Domains) == 0 })
	mocks = mocks[max(len(mocks)-heatMocks, 0):]
	if len(mocks) == 0 {
		return nil
	}
	t := document.Table{ID: "heat", Title: lang.T("Score by domain and mock"), Columns: []document.Column{{Title: lang.T("Domain"), Kind: document.Name}}}
	for _, m := range mocks {
		t.Columns = append(t.Columns, document.Column{Title: lang.Figures(m.Date), Kind: document.Heat})
	}
	for i, d := range p.Study.Domains {
		row := []document.Cell{{Shown: d.Name, Mark: i + 1}}
		for _, m := range mocks {
			cell := nothing()
			if s, ok := m.DomainScore(d.ID); ok && s.Total > 0 {
				cell = percentCell(float64(s.Correct) / float64(s.Total))
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	t.Note = lang.T("The columns are the latest mocks by their days, the oldest first. A dash: not asked.")
	return []document.Block{t}
}
