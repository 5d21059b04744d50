package reports

import (
	"context"
	"path/filepath"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/lang"
	"milepost/app/report"
	"milepost/planner"
)

// WriteWeekly writes the report that is due by itself, if one is, and calls done afterwards. It begins in the background and is quick to answer
// when nothing is due, so it may be asked every minute.
func WriteWeekly(shell kit.Shell, m Model, done func()) {
	choices, err := m.ReportChoices(context.Background())
	if err != nil {
		return // no study, or a data file that cannot be read: the window tells of that
	}
	day := choices.Due(m.Today())
	if day.IsZero() {
		return
	}
	p := &Page{shell: shell, model: m, choices: choices}
	var progress app.Progress
	job := m.ProgressJob(p.choices.Range(m.Today()))
	shell.Run("weekly report", func(ctx context.Context) (err error) {
		progress, err = job(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.weeklyFailed(err)
			return
		}
		p.progress = progress
		p.writeDue(day, done)
	})
}

// writeDue puts it into words and writes it. One that is there already, of the same day, is replaced.
func (p *Page) writeDue(day planner.Date, done func()) {
	d, err := p.document()
	if err != nil {
		p.weeklyFailed(err)
		return
	}
	p.shown = d
	path := filepath.Join(p.choices.Weekly, p.weeklyName())
	to := report.Target{Path: path, Format: p.format(), Paper: p.paperSize(), Replace: true}
	p.shell.Run("weekly report file", func(context.Context) error {
		_, err := report.Save(d, to, p.model.WriteFile)
		return err
	}, func(err error) {
		if err != nil {
			p.weeklyFailed(err)
			return
		}
		// What was chosen meanwhile stays; only what was written is noted.
		now, err := p.model.ReportChoices(context.Background())
		if err != nil {
			return
		}
		now.Written, now.Last = day, p.progress.Period.Last
		if err := p.model.KeepReportChoices(context.Background(), now); err != nil {
			p.weeklyFailed(err)
			return
		}
		p.shell.Say(lang.T("The weekly report is written: %s", filepath.Base(path)))
		done()
	})
}

func (p *Page) weeklyFailed(err error) {
	_, sentence := kit.Sentence(err)
	p.shell.Say(lang.T("The weekly report could not be written. %s", sentence))
}
