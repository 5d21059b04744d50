package report

import (
	"milepost/app"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/app/report/document"
	"milepost/planner"
)

// milestonesPart lists the milestones with what became of them.
func milestonesPart(p app.Progress) []document.Block {
	if len(p.Milestones) == 0 {
		return nil
	}
	t := document.Table{ID: "milestones", Title: lang.T("Milestones"), Columns: []document.Column{
		{Title: lang.T("Milestone"), Kind: document.Name}, {Title: lang.T("Date"), Kind: document.Day}, {Title: lang.T("Status"), Kind: document.Text},
	}}
	next := true
	for _, m := range p.Milestones {
		status := lang.Capital(phrase.DaysFromNow(p.Period.Last, m.Date))
		switch {
		case m.Met:
			status = lang.T("Reached")
		case m.Date.Before(p.Period.Last):
			status = lang.T("Not reached yet, due %s", phrase.DaysFromNow(p.Period.Last, m.Date))
		case over(p):
			status = "–"
		case next:
			status = lang.T("Next, %s", phrase.DaysFromNow(p.Period.Last, m.Date))
			next = false
		}
		t.Rows = append(t.Rows, []document.Cell{{Shown: milestoneName(m)}, {Shown: phrase.Date(m.Date), Day: m.Date}, {Shown: status}})
	}
	return []document.Block{t}
}

func milestoneName(m planner.Milestone) string { return lang.Said(m.Name) }

// changesPart tells what the period brought.
func changesPart(p app.Progress) []document.Block {
	var items []document.Item
	add := func(lead, text string) { items = append(items, document.Item{Lead: lead, Text: text}) }
	now, before := p.Now.Estimate, p.Before.Estimate
	if now.HasForecast && p.HasBefore && before.HasForecast {
		add(lang.T("Chance of passing"), fromTo(phrase.Chance(before.Pass.ExamDay), phrase.Chance(now.Pass.ExamDay)))
		add(lang.T("Expected score"), fromTo(phrase.Share(before.ExamDay.Median), phrase.Share(now.ExamDay.Median)))
	}
	if p.HasBefore && before.Evidence.Mocks > 0 && now.Evidence.Mocks > 0 {
		add(lang.T("Level"), fromTo(phrase.Share(before.Score.Median), phrase.Share(now.Score.Median)))
	}
	if n := now.Evidence.Mocks; n > 0 {
		recorded := len(within(p.Now.Mocks, p.Period))
		add(lang.T("Mocks"), lang.T("%d recorded, %d so far in all", recorded, n))
	}
	if c := p.Sessions; c.Done+c.Missed+c.Skipped > 0 {
		words := lang.N(c.Done, "%d session done", "%d sessions done", c.Done) + ", " + phrase.Duration(c.DoneMin)
		if c.Missed > 0 {
			words += "; " + lang.T("%d missed", c.Missed)
		}
		if c.Skipped > 0 {
			words += "; " + lang.T("%d skipped", c.Skipped)
		}
		add(lang.T("Sessions"), words)
		if c.DueMin > 0 {
			add(lang.T("Kept to the plan"), lang.T("%s done of %s planned", phrase.Duration(c.DoneMin), phrase.Duration(c.DueMin)))
		}
	}
	met := 0
	for _, m := range p.Milestones {
		if m.Met {
			met++
		}
	}
	if len(p.Milestones) > 0 {
		add(lang.T("Milestones"), lang.T("%d of %d reached", met, len(p.Milestones)))
	}
	if len(items) == 0 {
		return []document.Block{document.Paragraph{Text: lang.T("Nothing was recorded in this period."), Muted: true}}
	}
	return []document.Block{
		document.Paragraph{Text: lang.T("From %s to %s.", phrase.Date(p.Period.First), phrase.Date(p.Period.Last)), Muted: true},
		document.List{Items: items},
	}
}

func fromTo(before, now string) string {
	if before == now {
		return lang.T("%s, as before", now)
	}
	return lang.T("%s, was %s", now, before)
}
