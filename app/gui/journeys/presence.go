package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// secondStart covers the window with another one, starts Milepost again on the same file, and wants the window in front and the start
// ended; then it runs commands while the window has the file.
func secondStart(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	first, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	return steps(
		func() error { return first.firstPlan("2027-02-04") },
		func() error { return first.comesForward() },
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

// comesForward gives another window the keyboard and starts the program a second time.
func (r *program) comesForward() error {
	b := r.bench
	other, err := b.start(r.home, filepath.Join(r.home, "other.db"), preferences{})
	if err != nil {
		return err
	}
	if err := b.until("the other window to be in front", func() bool { return b.active() == other.window }); err != nil {
		return err
	}
	if err := r.startAgain(); err != nil {
		return err
	}
	if err := b.until("the first window to be in front", func() bool { return b.active() == r.window }); err != nil {
		return err
	}
	if _, err := b.picture("second-start"); err != nil {
		return err
	}
	b.window = other.window
	other.end()
	b.window = r.window
	return b.xdo("windowactivate", "--sync", r.window)
}

// startAgain starts Milepost on a data file that is open in a window: that is asked to come forward, and the start ends.
func (r *program) startAgain() error {
	second := exec.Command(r.bench.binary, "--data", r.data, "--today", r.bench.today)
	second.Env = append(os.Environ(), "LANG=C.UTF-8")
	out, err := second.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "window has been asked to come forward") {
		return fmt.Errorf("the second start ends with %v and says %q", err, out)
	}
	return nil
}

// active is the window that has the keyboard.
func (b *bench) active() string {
	out, err := exec.Command("xdotool", "getactivewindow").Output()
	if err != nil {
		return "" // none has it
	}
	return strings.TrimSpace(string(out))
}

// fileMoved moves the data file away under the open window: nothing is acknowledged until it is back, and what was typed is kept.
func fileMoved(b *bench, home string) error {
	data := filepath.Join(home, "study.db")
	away := filepath.Join(home, "moved.db")
	run, err := b.start(home, data, preferences{})
	if err != nil {
		return err
	}
	var before []byte
	return steps(
		func() error { return run.firstPlan("2027-02-04") },
		func() error { return run.keys("ctrl+3") },
		func() (err error) { before, err = b.settled(); return err },
		func() error { return os.Rename(data, away) },
		func() error {
			return b.until("a banner", func() bool {
				shot, err := b.look()
				return err == nil && !bytes.Equal(shot, before)
			})
		},
		func() error { _, err := b.picture("file-moved"); return err },
		func() error { return run.recordMock("Bank", 20, 14, 18, 13, 10, 14) },
		func() error { _, err := b.picture("file-moved-save"); return err },
		func() error {
			if _, err := os.Stat(data); err == nil {
				return errors.New("a file was made where the moved one was")
			}
			return os.Rename(away, data)
		},
		func() error { return run.untilRows("select count(*) from mock", "0") },
		b.looked,
		func() error { return run.keys("ctrl+s") },
		func() error { return run.untilRows("select count(*) from mock", "1") },
		run.quit,
		func() error { _, err := b.command(data, "verify"); return err },
	)
}
