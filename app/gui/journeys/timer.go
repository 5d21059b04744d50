package main

import (
	"fmt"
	"os/exec"
)

// timer times a session by keyboard, is killed in the middle of it, and goes on where it was. Nobody waits for 25 minutes: the note that
// the killed program left is put to them, as if it had run that long.
func timer(b *bench, home string) error {
	run, err := b.startOnSample(home, preferences{})
	if err != nil {
		return err
	}
	const note = "select json_extract(value, '$.%s') from setting where key like 'local.timer.%%'"
	const done = "select done_minutes from session where status = 'done' and day = '2026-11-23'"
	return steps(
		func() error { return run.keys("Return") },
		func() error { return run.untilRows(fmt.Sprintf(note, "running"), "1") },
		run.kill,
		func() error { return timed(run.data, 1510) },
		func() (err error) { run, err = b.start(home, run.data, preferences{}); return err },
		func() error { _, err := b.picture("timer-taken-up"); return err },
		func() error { return run.untilRows(done, "") }, // nothing is logged by itself
		func() error { return run.keys("Tab", "Return") },
		func() error { return run.untilRows(done, "25") },
		func() error { return run.keys("ctrl+z") },
		func() error { return run.untilRows(done, "") },
		b.looked,
		func() error { return run.keys("Return") }, // go on with the 25 minutes
		func() error { return run.untilRows(fmt.Sprintf(note, "running"), "1") },
		func() error { return run.quit() }, // a program that is closed notes to the second
		func() error {
			return run.untilRows("select json_extract(value, '$.studied_seconds') between 1510 and 1600 from setting where key like 'local.timer.%'", "1")
		},
		func() error { return run.cleanLog() },
	)
}

// timed puts the note of the timer to that many seconds.
func timed(data string, seconds int) error {
	out, err := exec.Command("sqlite3", data, fmt.Sprintf("update setting set value = json_set(value, '$.studied_seconds', %d) where key like 'local.timer.%%'", seconds)).CombinedOutput()
	if err != nil {
		return fmt.Errorf("change the note of the timer: %w: %s", err, out)
	}
	return nil
}
