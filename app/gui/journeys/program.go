package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"
)

// patience is how long a journey waits for something to come true before it fails.
const patience = 20 * time.Second

// program is a running Milepost with a home of its own.
type program struct {
	bench *bench
	home  string
	data  string
	log   string
	cmd   *exec.Cmd
	exit  chan error
	ended bool

	window  string // X11's number of its window
	pressed int    // keys so far
}

// preferences are what a run starts with on its computer.
type preferences struct {
	Appearance string  `json:"appearance,omitempty"`
	TextScale  float64 `json:"textScale,omitempty"`
	Language   string  `json:"language,omitempty"`
	Tray       bool    `json:"staysInTray,omitempty"`
	Width      float64 `json:"windowWidth,omitempty"`
	Height     float64 `json:"windowHeight,omitempty"`
}

// start starts the program on a data file and waits for its window, which becomes the one that is looked at.
func (b *bench) start(home, data string, p preferences) (*program, error) {
	run, err := b.launch(home, data, p)
	if err != nil {
		return nil, err
	}
	err = b.until("the window", func() bool {
		run.window = run.shown()
		return run.window != ""
	})
	if err != nil {
		return nil, err
	}
	b.window = run.window
	if b.last, err = b.look(); err != nil { // perhaps still without its content
		return nil, err
	}
	_, err = b.settled()
	return run, err
}

// shown is X11's number of the program's window while it can be seen, "" while it can't.
func (r *program) shown() string {
	out, err := exec.Command("xdotool", "search", "--all", "--onlyvisible", "--pid", fmt.Sprint(r.cmd.Process.Pid), "--name", "^Milepost$").Output()
	if err != nil {
		return ""
	}
	window, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	return window
}

// startOnSample is start on a data file of its own with the sample study in it.
func (b *bench) startOnSample(home string, p preferences) (*program, error) {
	data := filepath.Join(home, "study.db")
	if _, err := b.command(data, "sample", "--out", data); err != nil {
		return nil, err
	}
	return b.start(home, data, p)
}

func (b *bench) launch(home, data string, p preferences) (*program, error) {
	dir := filepath.Join(home, ".config", "fyne", "org.milepost.Milepost")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	if p != (preferences{}) {
		text, err := json.Marshal(p)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(dir, "preferences.json"), text, 0o600); err != nil {
			return nil, err
		}
	}
	run := &program{bench: b, home: home, data: data, log: filepath.Join(home, "log"), exit: make(chan error, 1)}
	logFile, err := os.OpenFile(run.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer logFile.Close()
	run.cmd = exec.Command(b.binary, append([]string{"--data", data, "--today", b.today}, b.flags...)...)
	run.cmd.Dir = home // away from FyneApp.toml, so that Fyne checks every call's goroutine
	run.cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, ".config"), "FYNE_SCALE=1", "LANG=en_GB.UTF-8")
	run.cmd.Env = append(run.cmd.Env, b.env...)
	run.cmd.Stdout, run.cmd.Stderr = logFile, logFile
	if err := run.cmd.Start(); err != nil {
		return nil, err
	}
	b.programs = append(b.programs, run)
	go func() { run.exit <- run.cmd.Wait() }()
	return run, nil
}

// keys presses keys, one after the other, in xdotool's names ("ctrl+m", "Tab").
func (r *program) keys(names ...string) error {
	r.pressed += len(names)
	return r.bench.xdo(append([]string{"key", "--delay", "30"}, names...)...)
}

// text types text as a person would.
func (r *program) text(s string) error {
	r.pressed += utf8.RuneCountInString(s)
	return r.bench.xdo("type", "--delay", "20", s)
}

// quit closes the program by its shortcut and waits until it has gone.
func (r *program) quit() error {
	if err := r.keys("ctrl+q"); err != nil {
		return err
	}
	return r.gone(patience)
}

// kill ends the program without any warning.
func (r *program) kill() error {
	if err := r.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		return err
	}
	<-r.exit
	r.hasEnded()
	return nil
}

// hasEnded turns to the window of a program that still runs, if there is one.
func (r *program) hasEnded() {
	r.ended = true
	for _, p := range r.bench.programs {
		if !p.ended {
			r.bench.window = p.window
		}
	}
}

// end kills the program if it still runs, and waits until it has gone.
func (r *program) end() {
	if !r.ended {
		_ = r.cmd.Process.Kill() // it may be about to end by itself
		<-r.exit
		r.hasEnded()
	}
}

func (r *program) gone(within time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	select {
	case err := <-r.exit:
		r.hasEnded()
		return err
	case <-ctx.Done():
		r.bench.lastLook("did-not-end")           // it may be asking something
		_ = r.cmd.Process.Signal(syscall.SIGQUIT) // it writes into its log where it hangs; if it has ended by now, so much the better
		<-r.exit
		r.hasEnded()
		return errors.New("the program did not end; the picture did-not-end.png and its log say where it was")
	}
}

// rows asks the data file, read-only: the witness of every journey.
func (r *program) rows(query string) (string, error) {
	out, err := exec.Command("sqlite3", "-readonly", r.data, query).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("ask the data file: %w: %s", err, out)
	}
	return strings.TrimSpace(string(out)), nil
}

// untilRows waits until a query answers what is wanted.
func (r *program) untilRows(query, want string) error {
	last := ""
	err := r.bench.until(fmt.Sprintf("%q to answer %q", query, want), func() bool {
		got, err := r.rows(query)
		if err != nil {
			got = err.Error()
		}
		last = got
		return got == want
	})
	if err != nil {
		return fmt.Errorf("%w; it answers %q", err, last)
	}
	return nil
}

// cleanLog fails when Fyne reported a call from a wrong goroutine, or the program crashed.
func (r *program) cleanLog() error {
	text, err := os.ReadFile(r.log)
	if err != nil {
		return err
	}
	for _, bad := range []string{"Error in Fyne call thread", "panic:", "fatal error:", "DATA RACE"} {
		if i := strings.Index(string(text), bad); i >= 0 {
			end := min(len(text), i+400)
			return fmt.Errorf("the log says: %s", text[i:end])
		}
	}
	return nil
}

// typeCorrect types the right answers by domain, from the first of their fields on; the fields of the totals between them are filled in.
func (r *program) typeCorrect(correct []int) error {
	for _, n := range correct {
		if err := r.keys("Tab"); err != nil {
			return err
		}
		if err := r.text(fmt.Sprint(n)); err != nil {
			return err
		}
	}
	return nil
}
