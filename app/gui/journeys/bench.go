package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// bench is what the journeys are run on: the program under test and a place for their files.
type bench struct {
	binary   string
	pictures string // folder for pictures; "" for a temporary one
	temp     string
	today    string
	now      func() time.Time // the clock, for what takes how long
	flags    []string         // of programs that are started, besides data file and day
	env      []string         // of programs that are started, on top of the journeys' own
	window   string           // X11's number of the window that is open
	last     []byte           // the picture taken last: another screen looks different
	programs []*program       // started by the journey that is under way
}

// clear ends every program the journey has left running, so that the next one starts on an empty display, and looks through the log of
// each it had started.
func (b *bench) clear() error {
	var errs []error
	for _, p := range b.programs {
		p.end()
		errs = append(errs, p.cleanLog())
	}
	b.programs, b.window, b.last = nil, "", nil
	return errors.Join(errs...)
}

// xdo drives keyboard and mouse.
func (b *bench) xdo(args ...string) error {
	out, err := exec.Command("xdotool", args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("xdotool %v: %w: %s", args, err, out)
	}
	return nil
}

// until looks again and again until something is true.
func (b *bench) until(what string, is func() bool) error {
	deadline := time.After(patience)
	tick := time.NewTicker(40 * time.Millisecond)
	defer tick.Stop()
	for !is() {
		select {
		case <-deadline:
			return fmt.Errorf("waited %s for %s", patience, what)
		case <-tick.C:
		}
	}
	return nil
}

// settled waits until the screen has stopped changing and answers its picture (PNG). A blinking cursor does not count:
// three looks of which two agree are enough.
func (b *bench) settled() ([]byte, error) {
	var looks [][]byte
	var failed error
	patient, lost := context.WithTimeout(context.Background(), 3*time.Second) // a screen that is open already stays the same
	defer lost()
	err := b.until("the screen to come to rest", func() bool {
		shot, err := b.look()
		if err != nil {
			failed = err
			return true
		}
		if bytes.Equal(shot, b.last) && patient.Err() == nil {
			return false
		}
		for _, earlier := range looks {
			if bytes.Equal(earlier, shot) {
				looks = append(looks, shot)
				return true
			}
		}
		looks = append(looks, shot)
		if len(looks) > 3 {
			looks = looks[1:]
		}
		return false
	})
	if err := errors.Join(failed, err); err != nil {
		return nil, fmt.Errorf("take a picture: %w", err)
	}
	b.last = looks[len(looks)-1]
	return b.last, nil
}

// looked waits until the screen has stopped changing.
func (b *bench) looked() error {
	_, err := b.settled()
	return err
}

// look is a picture (PNG) of the window as it is now.
func (b *bench) look() ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience) // import waits for ever for a window that has just gone
	defer cancel()
	return exec.CommandContext(ctx, "import", "-window", b.window, "-define", "png:exclude-chunks=date,time", "png:-").Output()
}

// lastLook saves the whole screen as it is now, for whoever looks why a journey failed.
func (b *bench) lastLook(name string) {
	shot, err := exec.Command("import", "-window", "root", "png:-").Output()
	if err == nil {
		err = os.WriteFile(filepath.Join(b.temp, name+".png"), shot, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "journeys: no picture of the failure:", err)
	}
}

// picture saves what the screen shows and answers it.
func (b *bench) picture(name string) ([]byte, error) {
	shot, err := b.settled()
	if err != nil {
		return nil, err
	}
	dir := b.pictures
	if dir == "" {
		dir = b.temp
	}
	return shot, os.WriteFile(filepath.Join(dir, name+".png"), shot, 0o644)
}

// command runs the program's command line and answers what it printed. Its language is that of a container, in which the window's
// library would complain of its own accord: standard error belongs to the command alone.
func (b *bench) command(data string, args ...string) (string, error) {
	cmd := exec.Command(b.binary, append([]string{"--data", data, "--today", b.today}, args...)...)
	cmd.Env = append(os.Environ(), "LANG=C.UTF-8")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("milepost %v: %w: %s", args, err, errs.Bytes())
	}
	if errs.Len() > 0 {
		return "", fmt.Errorf("milepost %v says on standard error: %s", args, errs.Bytes())
	}
	return string(out), nil
}

// refused runs a command that must fail with one line, in which certain words are.
func (b *bench) refused(data, words string, args ...string) error {
	cmd := exec.Command(b.binary, append([]string{"--data", data, "--today", b.today}, args...)...)
	cmd.Env = append(os.Environ(), "LANG=C.UTF-8")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 || bytes.Count(out, []byte("\n")) != 1 || !strings.Contains(string(out), words) {
		return fmt.Errorf("milepost %v: %v, %q; it should be refused with one line: %s", args, err, out, words)
	}
	return nil
}
