package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// bench is what the journeys are run on: the program under test and a place for their files.
type bench struct {
	binary   string
	pictures string // folder for pictures; "" for a temporary one
	temp     string
	today    string
	window   string // X11's number of the window that is open
	last     []byte // the picture taken last: another screen looks different
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
	deadline := time.Now().Add(patience)
	tick := time.NewTicker(40 * time.Millisecond)
	defer tick.Stop()
	for !is() {
		if time.Now().After(deadline) {
			return fmt.Errorf("waited %s for %s", patience, what)
		}
		<-tick.C
	}
	return nil
}

// settled waits until the screen has stopped changing and answers its picture (PNG). A blinking cursor does not count:
// three looks of which two agree are enough.
func (b *bench) settled() ([]byte, error) {
	var looks [][]byte
	var failed error
	patient := time.Now().Add(3 * time.Second) // a screen that is open already stays the same
	err := b.until("the screen to come to rest", func() bool {
		shot, err := exec.Command("import", "-window", b.window, "-define", "png:exclude-chunks=date,time", "png:-").Output()
		if err != nil {
			failed = err
			return true
		}
		if bytes.Equal(shot, b.last) && time.Now().Before(patient) {
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

// command runs the program's command line and answers what it printed.
func (b *bench) command(data string, args ...string) (string, error) {
	cmd := exec.Command(b.binary, append([]string{"--data", data, "--today", b.today}, args...)...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("milepost %v: %w: %s", args, err, errs.Bytes())
	}
	return string(out), nil
}
