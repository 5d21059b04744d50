package main

import (
	"fmt"
)

// timedMock takes a mock against the clock by keyboard: a pause, a break, a kill in the middle, and the result recorded with its time and pace.
func timedMock(b *bench, home string) error {
	run, err := b.startOnSample(home, preferences{})
	if err != nil {
		return err
	}
	const note = "select json_extract(value, '$.%s') from setting where key like 'local.timed-mock.%%'"
	noted := func(field, want string) func() error {
		return func() error { return run.untilRows(fmt.Sprintf(note, field), want) }
	}
	pressed := func(names ...string) func() error { return func() error { return run.keys(names...) } }
	return steps(
		pressed("ctrl+t"), b.looked,
		func() error { return run.text("Zeta bank") },
		pressed("Return"),
		noted("state", "running"),
		func() error { _, err := b.picture("timed-mock"); return err },
		pressed("space"), noted("state", "paused"),
		pressed("space"), noted("state", "running"),
		func() error { return run.text("31") },
		pressed("b"), noted("state", "break"), noted("answered", "31"), noted("pauses", "1"),
		func() error { return run.kill() },
		func() (err error) { run, err = b.start(home, run.data, preferences{}); return err },
		pressed("ctrl+t"), noted("state", "paused"), // what passed meanwhile counts as a pause
		b.looked,
		pressed("space"), noted("state", "running"),
		func() error { _, err := b.picture("timed-mock-taken-up"); return err },
		pressed("shift+Tab", "shift+Tab", "Return"), b.looked, // back past Give up to Finish, which asks
		pressed("Return"), noted("state", "over"), b.looked,
		func() error { return run.text("20") }, // the form has the keyboard at its first right answers
		func() error { return run.typeCorrect([]int{14, 18, 13, 10, 14}) },
		pressed("ctrl+s"),
		func() error {
			return run.untilRows("select source || ' ' || minutes || ' ' || timed || ' ' || (note like '%Clock stopped 2 times%') from mock where source = 'Zeta bank'", "Zeta bank 1 1 1")
		},
		func() error {
			return run.untilRows("select count(*) from setting where key like 'local.timed-mock.%'", "0")
		},
		func() error { return run.quit() },
		func() error { return run.cleanLog() },
	)
}
