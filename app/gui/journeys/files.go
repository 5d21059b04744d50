package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

// report chooses what a report tells, saves it and saves the calendar of the plan, all by keyboard; the calendar follows when the plan changes.
func report(b *bench, home string) error {
	run, err := b.startOnSample(home, preferences{})
	if err != nil {
		return err
	}
	pdf, calendar := filepath.Join(home, "progress.pdf"), filepath.Join(home, "plan.ics")
	holds := func(path, what string) func() bool {
		return func() bool {
			file, err := os.ReadFile(path)
			return err == nil && bytes.Contains(file, []byte(what))
		}
	}
	var before []byte
	return steps(
		b.looked,
		func() error { return run.keys("5") },
		func() error { _, err := b.picture("report-screen"); return err },
		func() error { return run.keys("shift+Tab", "Return") }, // from the period back to Save…
		b.looked,
		func() error { return run.keys("ctrl+a") },
		func() error { return run.text(pdf) },
		func() error { return run.keys("Return") },
		func() error { return b.until("the report", holds(pdf, "%PDF")) },
		func() error {
			return run.untilRows("select count(*) from setting where key like 'local.report.%' and value like '%\"last\":\"2026-11-23\"%'", "1")
		},
		func() error { return run.command("Save calendar") },
		func() error { return run.keys("ctrl+a") },
		func() error { return run.text(calendar) },
		func() error { return run.keys("Tab", "Tab", "space") }, // to write it anew when the plan changes
		func() error { _, err := b.picture("report-calendar"); return err },
		func() error { return run.keys("shift+Tab", "shift+Tab", "Return") },
		func() error { return b.until("the calendar", holds(calendar, "BEGIN:VEVENT")) },
		func() (err error) { before, err = os.ReadFile(calendar); return err },
		b.looked,
		func() error { return run.keys("ctrl+1") },
		b.looked,
		func() error { return run.command("Skip") },
		func() error {
			return run.untilRows("select count(*) from session where status = 'skipped' and day = '2026-11-23'", "1")
		},
		func() error {
			return b.until("the calendar to follow", func() bool {
				now, err := os.ReadFile(calendar)
				return err == nil && len(now) > 0 && !bytes.Equal(now, before)
			})
		},
		run.quit, run.cleanLog,
	)
}

// command carries out the first command of the palette that has these words in its name.
func (r *program) command(words string) error {
	return steps(
		func() error { return r.keys("ctrl+k") },
		r.bench.looked,
		func() error { return r.text(words) },
		r.bench.looked,
		func() error { return r.keys("Return") },
		r.bench.looked,
	)
}

// spreadsheet takes mocks from a file by keyboard: seen before they are stored, stored as one, undone to the row.
func spreadsheet(b *bench, home string) error {
	run, err := b.startOnSample(home, preferences{})
	if err != nil {
		return err
	}
	file := filepath.Join(home, "scores.csv")
	const all = "select group_concat(id || day || source || correct || total, ' ') from (select * from mock order by id)"
	old := ""
	return steps(
		func() error {
			return os.WriteFile(file, []byte("Datum;Quelle;Risk;Security Operations;Zeit\n4.11.2026;Zeta bank;20/26;15/22;1:35\nbald;Zeta bank;1/2;1/2;\n12.11.2026;Zeta bank;21/26;17/22;80\n"), 0o600)
		},
		func() (err error) { old, err = run.rows(all); return err },
		func() error { return run.keys("ctrl+3") },
		b.looked,
		func() error { return run.command("From a file") },
		func() error { return run.keys("ctrl+a") },
		func() error { return run.text(file) },
		func() error { return run.keys("Return") },
		func() error { _, err := b.picture("mocks-from-a-file"); return err },
		func() error { return run.untilRows("select count(*) from mock where source = 'Zeta bank'", "0") },
		func() error { return run.keys("Return") },
		func() error { return run.untilRows("select count(*) from mock where source = 'Zeta bank'", "2") },
		func() error {
			return run.untilRows("select count(*) from mock_score join mock on mock.id = mock_id where source = 'Zeta bank'", "4")
		},
		b.looked,
		func() error { return run.keys("Escape", "ctrl+z") },
		func() error { return run.untilRows("select count(*) from mock where source = 'Zeta bank'", "0") },
		func() error {
			now, err := run.rows(all)
			if err == nil && now != old {
				err = errors.New("the mocks are not what they were")
			}
			return err
		},
		run.quit, run.cleanLog,
	)
}
