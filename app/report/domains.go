package report

import (
	"fmt"

	"milepost/app"
	"milepost/app/figures"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/app/report/document"
	"milepost/charts"
	"milepost/planner/readiness"
)

// readinessPart is the level over time.
func readinessPart(p app.Progress) []document.Block {
	data := figures.Readiness(p.Now)
	if over(p) {
		data.Forecast = nil
	}
	if p.Period.Last != p.Today {
		if n := len(data.Series); n > 0 {
			now := data.Series[n-1]
			data.Title = lang.T("Readiness on %s: %s, likely %d–%d%%", phrase.Day(p.Period.Last), phrase.Share(now.Median), phrase.Percent(now.Low), phrase.Percent(now.High))
		}
	}
	out := []document.Block{document.Figure{
		ID: "readiness-chart", Title: data.Title, Words: data.Summary(), Width: 960, Height: 370,
		Plot: func(o charts.Options) charts.Figure { return charts.NewReadinessPlot(data, o) },
	}}
	if est := p.Now.Estimate; est.HasForecast && !over(p) && p.Period.Last == p.Today {
		out = append(out, document.Paragraph{Text: lang.T("If the exam were today: %s chance of passing. The band holds the level with a probability of 90%%; the dashed line is the forecast if study goes on as planned.",
			phrase.Chance(est.Pass.Today))})
	}
	return out
}

// over tells whether nothing is to be expected of the exam any more: it was passed, or its day is behind.
func over(p app.Progress) bool {
	s, ok := sat(p)
	return ok && s.Passed || !p.Study.ExamDate.After(p.Period.Last)
}

// domainsPart is a row for each domain: what it weighs, where it stands, and how sure that is.
func domainsPart(p app.Progress) []document.Block {
	t := document.Table{ID: "domains", Title: lang.T("Domains"), Columns: []document.Column{
		{Title: lang.T("Domain"), Kind: document.Name}, {Title: lang.T("Weight"), Kind: document.Percent}, {Title: lang.T("Level, likely range"), Kind: document.Range},
	}}
	changes := p.HasBefore && p.Before.Estimate.Evidence.Mocks > 0
	if changes {
		t.Columns = append(t.Columns, document.Column{Title: lang.T("Change, points"), Kind: document.Points})
	}
	t.Columns = append(t.Columns, document.Column{Title: lang.T("Questions seen"), Kind: document.Count})
	known := p.Now.Estimate.Evidence.Mocks > 0
	for i, d := range p.Study.Domains {
		e, found := estimateOf(p.Now.Estimate, d.ID)
		row := []document.Cell{
			{Shown: d.Name, Mark: i + 1},
			{Shown: phrase.Weight(d.Weight), Value: d.Weight / 100},
		}
		if known && found {
			row = append(row, rangeCell(e.Median, e.Low, e.High, p.Study.Target))
		} else {
			row = append(row, nothing())
		}
		if changes {
			row = append(row, changeCell(p, e, found))
		}
		t.Rows = append(t.Rows, append(row, countCell(e.Questions)))
	}
	if known {
		t.Note = lang.T("The bar is the range that holds the level with a probability of 90%%, the dot its middle, the line the target of %s.", phrase.Share(p.Study.Target))
	} else {
		t.Note = lang.T("No level is known before the first mock.")
	}
	return []document.Block{t}
}

func estimateOf(est readiness.Readiness, domain string) (readiness.DomainEstimate, bool) {
	for _, e := range est.Domains {
		if e.Domain == domain {
			return e, true
		}
	}
	return readiness.DomainEstimate{}, false
}

func changeCell(p app.Progress, now readiness.DomainEstimate, found bool) document.Cell {
	before, was := estimateOf(p.Before.Estimate, now.Domain)
	if !found || !was {
		return nothing()
	}
	points := (now.Median - before.Median) * 100
	return document.Cell{Shown: phrase.Points(points), Value: points}
}

func nothing() document.Cell { return document.Cell{Shown: "–", Empty: true} }

func countCell(n int) document.Cell { return document.Cell{Shown: fmt.Sprint(n), Value: float64(n)} }

func percentCell(share float64) document.Cell {
	return document.Cell{Shown: phrase.Share(share), Value: share}
}

func minutesCell(n int) document.Cell {
	return document.Cell{Shown: phrase.Duration(n), Value: float64(n)}
}

func rangeCell(median, low, high, target float64) document.Cell {
	return document.Cell{
		Shown: lang.T("%s, %d to %d", phrase.Share(median), phrase.Percent(low), phrase.Percent(high)), Value: median, Low: low, High: high, Target: target,
	}
}
