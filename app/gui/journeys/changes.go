package main

import (
	"errors"
)

// everything is all that belongs to a study, in one text.
const everything = `select (select group_concat(quote(exam_day) || start_day || pass_line || target, ' ') from study)
	|| (select group_concat(id || day || domain || activity || minutes || status || pinned, ' ') from (select * from session order by id))
	|| (select group_concat(id || day || source || minutes || note, ' ') from (select * from mock order by id))
	|| (select group_concat(mock_id || domain || correct || total, ' ') from (select * from mock_score order by mock_id, domain))`

// onSample starts the program on the sample study; stays tells whether everything is what it was then.
func onSample(b *bench, home string, p preferences) (run *program, stays func() error, err error) {
	if run, err = b.startOnSample(home, p); err != nil {
		return nil, nil, err
	}
	old, err := run.rows(everything)
	return run, func() error {
		now, err := run.rows(everything)
		if err == nil && now != old {
			err = errors.New("the study is not what it was")
		}
		return err
	}, err
}

// mockChanged edits a mock by keyboard, takes that back, deletes it and takes that back too.
func mockChanged(b *bench, home string) error {
	run, stays, err := onSample(b, home, preferences{})
	if err != nil {
		return err
	}
	const newest = "(select id from mock order by day desc limit 1)"
	const first = "select correct from mock_score where mock_id = " + newest + " order by domain limit 1"
	const count = "select count(*) from mock"
	pressed := func(names ...string) func() error { return func() error { return run.keys(names...) } }
	was := ""
	return steps(
		func() (err error) { was, err = run.rows(first); return err },
		pressed("ctrl+m"), b.looked,
		pressed("shift+Tab", "shift+Tab", "Return"), b.looked, // back past Delete to Edit
		pressed("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab"),
		func() error { return run.text("3") },
		func() error { _, err := b.picture("mock-edited"); return err },
		pressed("ctrl+s"),
		func() error { return run.untilRows(first, "3") },
		pressed("ctrl+z"),
		func() error { return run.untilRows(first, was) },
		stays,
		pressed("ctrl+m"), b.looked,
		pressed("shift+Tab", "Return"), // Delete
		func() error { return run.untilRows(count, "5") },
		pressed("ctrl+z"),
		func() error { return run.untilRows(count, "6") },
		stays,
		func() error { return run.quit() }, func() error { return run.cleanLog() },
	)
}

// examMoved sets another exam date by keyboard: the plan follows, and Undo brings both back.
func examMoved(b *bench, home string) error {
	run, stays, err := onSample(b, home, preferences{})
	if err != nil {
		return err
	}
	const exam = "select exam_day from study"
	const later = "select count(*) > 0 from session where day > '2027-02-15' and status = 'planned'"
	was := ""
	return steps(
		func() (err error) { was, err = run.rows(exam); return err },
		func() error { return run.keys("ctrl+e") },
		b.looked,
		func() error { return run.keys("ctrl+a") },
		func() error { return run.text("2027-03-15") },
		func() error { return run.keys("Tab") },
		func() error { _, err := b.picture("exam-moved"); return err },
		stays, // what is shown is not stored
		func() error { return run.keys("ctrl+s") },
		func() error { return run.untilRows(exam, "2027-03-15") },
		func() error { return run.untilRows(later, "1") },
		func() error { return run.keys("ctrl+z") },
		func() error { return run.untilRows(exam, was) },
		stays,
		func() error { return run.quit() }, func() error { return run.cleanLog() },
	)
}

// whatIf asks two questions side by side, and leaves without having stored anything.
func whatIf(b *bench, home string) error {
	run, stays, err := onSample(b, home, preferences{})
	if err != nil {
		return err
	}
	const undoable = "select count(*) from undo_action"
	actions := ""
	return steps(
		func() (err error) { actions, err = run.rows(undoable); return err },
		func() error { return run.keys("ctrl+i") },
		b.looked,
		func() error { return run.text("2026-12-01") },
		func() error { return run.keys("Tab") },
		func() error { return run.text("2026-12-07") },
		func() error { return run.keys("Tab") },
		b.looked,
		stays,
		func() error { return run.keys("Tab", "Right", "Right") },
		func() error { _, err := b.picture("what-if-asked"); return err },
		stays,
		func() error { return run.keys("Escape") },
		b.looked,
		stays,
		func() error { return run.untilRows(undoable, actions) },
		func() error { return run.quit() }, func() error { return run.cleanLog() },
	)
}

// tinyWindow goes through all screens in the smallest window with the largest text, and records a mock there.
func tinyWindow(b *bench, home string) error {
	run, _, err := onSample(b, home, preferences{Appearance: "light", TextScale: 2, Width: 900, Height: 600})
	if err != nil {
		return err
	}
	for _, screen := range [][2]string{{"ctrl+1", "today"}, {"ctrl+2", "plan"}, {"ctrl+3", "mocks"}, {"ctrl+t", "timed-mock"}, {"ctrl+4", "readiness"}, {"ctrl+d", "diary"}, {"ctrl+e", "setup"}, {"ctrl+comma", "settings"}} {
		err := steps(
			func() error { return run.keys(screen[0]) },
			b.looked,
			func() error { return run.keys("Tab", "Tab", "shift+Tab") },
			func() error { _, err := b.picture("tiny-" + screen[1]); return err },
		)
		if err != nil {
			return err
		}
	}
	return steps(
		func() error { return run.recordMock("Bank", 20, 14, 18, 13, 10, 14) },
		func() error { return run.untilRows("select count(*) from mock", "7") },
		func() error { return run.quit() }, func() error { return run.cleanLog() },
	)
}

// severalSessions chooses three sessions of the list by keyboard, skips them as one, and brings them back by one Undo.
func severalSessions(b *bench, home string) error {
	run, stays, err := onSample(b, home, preferences{})
	if err != nil {
		return err
	}
	const skipped = "select count(*) from session where status = 'skipped'"
	was := ""
	return steps(
		func() (err error) { was, err = run.rows(skipped); return err },
		func() error { return run.keys("ctrl+2") },
		b.looked,
		func() error { return run.keys("ctrl+k") },
		b.looked,
		func() error { return run.text("list") },
		func() error { return run.keys("Return") },
		b.looked,
		func() error { return run.keys("Tab", "Down", "shift+Down", "shift+Down") },
		func() error { _, err := b.picture("several-chosen"); return err },
		func() error { return run.keys("s") },
		func() error { return run.untilRows("select ("+skipped+") - "+was, "3") },
		func() error { _, err := b.picture("several-skipped"); return err },
		func() error { return run.keys("ctrl+z") },
		func() error { return run.untilRows(skipped, was) },
		stays,
		func() error { return run.quit() }, func() error { return run.cleanLog() },
	)
}
