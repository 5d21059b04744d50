package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// secondStart opens a second window, which lets the first come forward and ends, and runs commands while the first has the file.
func secondStart(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	first, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	if err := first.firstPlan("2027-02-04"); err != nil {
		return err
	}
	second, err := b.launch(home, data, preferences{})
	if err != nil {
		return err
	}
	return steps(
		func() error {
			if err := second.gone(patience); err != nil {
				return fmt.Errorf("the second start ended with %w", err)
			}
			return nil
		},
		func() error {
			for _, command := range [][]string{{"today"}, {"plan"}, {"check"}, {"readiness"}, {"mock", "list"}, {"study", "list"}, {"verify"}} {
				if _, err := b.command(data, command...); err != nil {
					return err
				}
			}
			return nil
		},
		func() error {
			return b.refused(data, "already open", "mock", "add", "--date", "2026-11-01", "--source", "A", "--score", "1/2")
		},
		func() error { return first.recordMock("Bank", 20, 14, 18, 13, 10, 14) },
		func() error { return first.untilRows("select count(*) from mock", "1") },
		func() error { return first.quit() },
	)
}

// sampleWithBackup makes a sample data file and a backup of it.
func sampleWithBackup(b *bench, data string) error {
	if _, err := b.command(data, "sample", "--out", data); err != nil {
		return err
	}
	_, err := b.command(data, "backup")
	return err
}

// damagedFile spoils the data file: its newest backup is one Enter away, and the damaged file is kept.
func damagedFile(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	if err := sampleWithBackup(b, data); err != nil {
		return err
	}
	if err := spoil(data); err != nil {
		return err
	}
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	return steps(
		func() error { _, err := b.picture("rescue"); return err },
		func() error { return run.keys("Return") },
		func() error { return run.untilRows("select count(*) from study", "1") },
		func() error { _, err := b.picture("rescued"); return err },
		func() error { return run.recordMock("Bank", 20, 14, 18, 13, 10, 14) },
		func() error { return run.untilRows("select count(*) from mock where source = 'Bank'", "1") },
		func() error {
			kept, err := filepath.Glob(data + ".damaged-*")
			if err == nil && len(kept) == 0 { // with its log, if it has one
				err = fmt.Errorf("kept are %q", kept)
			}
			return err
		},
		func() error { return run.quit() },
	)
}

// spoil overwrites a page in the middle of a file.
func spoil(file string) error {
	const page = 4096
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	copy(content[len(content)/2/page*page:], bytes.Repeat([]byte("spoiled "), page/8))
	return os.WriteFile(file, content, 0o600)
}

// movedFile moves the data file away while it is open: it is told without a key being pressed, and work goes on when it is back.
func movedFile(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	if err := sampleWithBackup(b, data); err != nil {
		return err
	}
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	before, err := b.settled()
	if err != nil {
		return err
	}
	shows := func(notice bool) func() error {
		return func() error {
			return b.until("the notice to come or go", func() bool {
				now, err := b.look()
				return err == nil && bytes.Equal(now, before) != notice
			})
		}
	}
	return steps(
		func() error { return os.Rename(data, data+".away") },
		shows(true),
		func() error { _, err := b.picture("moved-away"); return err },
		func() error { return os.Rename(data+".away", data) },
		shows(false),
		func() error { return run.recordMock("Bank", 20, 14, 18, 13, 10, 14) },
		func() error { return run.untilRows("select count(*) from mock where source = 'Bank'", "1") },
		func() error { return run.quit() },
	)
}
