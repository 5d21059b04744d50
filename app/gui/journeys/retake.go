package main

import (
	"path/filepath"
)

// retake comes back from an exam that was not passed: by keyboard alone the score report is copied, the next sitting planned, and both taken back.
func retake(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	if _, err := b.command(data, "study", "new", "--exam", "isc2-issmp-2025", "--date", "2027-02-04",
		"--hours", "mon=60,tue=60,thu=60,fri=40,sat=240,sun=30"); err != nil {
		return err
	}
	before := b.today
	b.today = "2027-02-07"
	defer func() { b.today = before }()
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	const results = "select group_concat(domain || '=' || band, ' ') from (select * from sitting_result order by study_id, position)"
	return steps(
		b.looked,
		func() error { return run.keys("Tab", "Return") }, // "Not this time"
		b.looked,
		func() error { return run.keys("Tab", "Tab", "Right") }, // past the day and the way of the report: d1 above
		func() error { return run.keys("Tab", "Right", "Right", "Tab", "Right", "Right", "Right") },
		func() error { _, err := b.picture("retake-report"); return err },
		func() error { return run.keys("Return") },
		func() error { return run.untilRows(results, "d1=above d2=near d3=below") },
		b.looked,
		func() error { return run.keys("Return") }, // the date that fits has the keyboard
		func() error { return run.untilRows("select count(*) from study", "2") },
		func() error {
			return run.untilRows("select name || ' ' || start_day from study join open_study on id = study_id", "ISSMP, sitting 2 2027-02-07")
		},
		func() error {
			return run.untilRows("select count(*) from session where activity = 'learn' and domain <> 'd3' and study_id = (select study_id from open_study)", "0")
		},
		func() error { _, err := b.picture("retake-today"); return err },
		func() error { return run.keys("ctrl+z") },
		func() error { return run.untilRows("select count(*) from study", "1") },
		func() error { return run.keys("ctrl+z") },
		func() error { return run.untilRows("select count(*) from sitting", "0") },
		func() error { return run.quit() }, func() error { return run.cleanLog() },
	)
}
