package report

import (
	"milepost/app"
	"milepost/app/figures"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/app/report/document"
	"milepost/charts"
	"milepost/planner"
)

// hoursPart is what was planned and done, week by week and by domain.
func hoursPart(p app.Progress) []document.Block {
	if len(p.Weeks) == 0 {
		return []document.Block{document.Paragraph{Text: lang.T("Nothing was planned or done in this period."), Muted: true}}
	}
	data := charts.HoursData{Today: p.Period.Last, Planned: lang.T("Planned"), Done: lang.X("of hours", "Done"), Words: figures.Words(), Empty: lang.T("Nothing is planned yet.")}
	weeks := document.Table{ID: "weeks", Title: lang.T("Hours by week"), HasTotal: true, Columns: []document.Column{
		{Title: lang.T("Week from"), Kind: document.Day}, {Title: lang.T("Planned"), Kind: document.Minutes}, {Title: lang.X("of hours", "Done"), Kind: document.Minutes},
		{Title: lang.T("Share"), Kind: document.Percent},
	}}
	for _, w := range p.Weeks {
		data.Weeks = append(data.Weeks, charts.HoursWeek{Monday: w.Monday, Planned: w.PlannedMin, Done: w.DoneMin})
	}
	words := data
	words.Weeks, words.Today = nil, planner.Date{} // of the period alone, as the table
	planned, done := 0, 0
	for _, w := range p.Within {
		words.Weeks = append(words.Weeks, charts.HoursWeek{Monday: w.Monday, Planned: w.PlannedMin, Done: w.DoneMin})
		planned += w.PlannedMin
		done += w.DoneMin
		weeks.Rows = append(weeks.Rows, []document.Cell{
			{Shown: phrase.Date(w.Monday), Day: w.Monday}, minutesCell(w.PlannedMin), minutesCell(w.DoneMin), shareCell(w.DoneMin, w.PlannedMin),
		})
	}
	weeks.Rows = append(weeks.Rows, []document.Cell{{Shown: lang.T("In all")}, minutesCell(planned), minutesCell(done), shareCell(done, planned)})
	out := []document.Block{document.Figure{
		ID: "hours-chart", Title: lang.T("Hours planned and done"), Words: words.Summary(), Width: 960, Height: 240,
		Plot: func(o charts.Options) charts.Figure { return charts.NewHoursPlot(data, o) },
	}}
	if len(p.Within) > 0 {
		out = append(out, weeks)
	}
	return append(out, domainHours(p))
}

func domainHours(p app.Progress) document.Table {
	t := document.Table{ID: "domain-hours", Title: lang.T("Hours by domain"), HasTotal: true, Columns: []document.Column{
		{Title: lang.T("Domain"), Kind: document.Name}, {Title: lang.T("Weight"), Kind: document.Percent}, {Title: lang.T("Planned"), Kind: document.Minutes}, {Title: lang.X("of hours", "Done"), Kind: document.Minutes},
		{Title: lang.T("Share of the hours"), Kind: document.Percent},
	}}
	planned, done := p.Mixed.PlannedMin, p.Mixed.DoneMin
	for _, h := range p.Hours {
		planned += h.PlannedMin
		done += h.DoneMin
	}
	for _, h := range p.Hours {
		t.Rows = append(t.Rows, []document.Cell{
			{Shown: h.Domain.Name, Mark: h.Index + 1}, {Shown: phrase.Weight(h.Domain.Weight), Value: h.Domain.Weight / 100}, minutesCell(h.PlannedMin), minutesCell(h.DoneMin), shareCell(h.DoneMin, done),
		})
	}
	if mixed := p.Mixed; mixed.PlannedMin+mixed.DoneMin > 0 {
		t.Rows = append(t.Rows, []document.Cell{{Shown: lang.T("Mixed sessions and mocks")}, nothing(), minutesCell(mixed.PlannedMin), minutesCell(mixed.DoneMin), shareCell(mixed.DoneMin, done)})
	}
	t.Rows = append(t.Rows, []document.Cell{{Shown: lang.T("In all")}, nothing(), minutesCell(planned), minutesCell(done), nothing()})
	return t
}

// shareCell is a part of a whole; nothing when there is no whole.
func shareCell(part, whole int) document.Cell {
	if whole <= 0 {
		return nothing()
	}
	return percentCell(float64(part) / float64(whole))
}
