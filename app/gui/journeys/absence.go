package main

import (
	"fmt"
	"path/filepath"
)

// absence stays away for ten days, comes back, and repairs the plan by keyboard: what is seen first is not stored, what is applied is, and Undo brings the old rows back.
func absence(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	if _, err := b.command(data, "study", "new", "--exam", "isc2-issmp-2025", "--date", "2027-02-04",
		"--hours", "mon=60,tue=60,thu=60,fri=40,sat=240,sun=30", "--off", "2026-12-24..2027-01-01"); err != nil {
		return err
	}
	before := b.today
	b.today = "2026-12-03"
	defer func() { b.today = before }()
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	const all = "select group_concat(id || day || domain || activity || minutes || status, ' ') from (select * from session order by id)"
	const skipped = "select count(*) > 0 from session where status = 'skipped'"
	old := ""
	same := func() error {
		now, err := run.rows(all)
		if err == nil && now != old {
			err = fmt.Errorf("the sessions are not what they were")
		}
		return err
	}
	return steps(
		func() (err error) { old, err = run.rows(all); return err },
		b.looked,
		func() error { return run.keys("ctrl+r") },
		func() error { _, err := b.picture("absence-rebalance"); return err },
		same,
		func() error { return run.keys("Escape") },
		b.looked,
		same,
		func() error { return run.keys("ctrl+r") },
		b.looked,
		func() error { return run.keys("Return") },
		func() error { return run.untilRows(skipped, "1") },
		func() error { return run.keys("ctrl+z") },
		func() error { return run.untilRows(skipped, "0") },
		same,
		func() error { return run.quit() }, func() error { return run.cleanLog() },
	)
}
