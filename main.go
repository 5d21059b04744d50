// Milepost: a study planner and progress tracker for certification exams. This file puts the parts together and holds no
// logic: the window is app/gui, the commands are app/cli, what both do is package app.
package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/google/uuid"

	"milepost/app"
	"milepost/app/cli"
	_ "milepost/app/cli/locale" // before Fyne looks for a language
	"milepost/app/gui"
	"milepost/data/interchange"
	"milepost/planner"
	"milepost/resources"
)

// version is set by the build (make package) from FyneApp.toml.
var version = "0.1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := cli.Run(ctx, os.Args[1:], cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv:      os.Getenv,
		Now:         time.Now,
		NewID:       uuid.NewString,
		DefaultData: defaultData(),
		Version:     version,
		Catalogue:   catalogue,
		Window:      window,
	})
	stop()
	os.Exit(status)
}

// catalogue reads the embedded exam files.
func catalogue() ([]planner.Exam, error) {
	files, err := fs.Sub(resources.ExamFiles, "exams")
	if err != nil {
		return nil, fmt.Errorf("read the exam catalogue: %w", err)
	}
	return interchange.Catalogue(files)
}

// window opens the data file and shows the window until it is closed. A file that cannot be opened is told in a window too.
func window(ctx context.Context, req cli.WindowRequest) error {
	exams, err := catalogue()
	if err != nil {
		return err
	}
	parts := app.Parts{Catalogue: exams, Now: time.Now, NewID: uuid.NewString, Today: req.Today}
	m, err := app.Open(ctx, req.Data, true, parts)
	if app.IsOpenElsewhere(err) {
		var shown bool
		if m, shown, err = other(ctx, req.Data, parts); shown {
			return nil
		}
	}
	if err != nil {
		signal.Reset(os.Interrupt, syscall.SIGTERM) // nothing is open that would have to be closed first
		gui.ShowProblem(err)
		return err
	}
	gui.Run(ctx, m, gui.Config{Now: time.Now, Version: version})
	return m.Close()
}

// other asks the Milepost that has the data file open to bring its window forward, and waits up to 5 seconds for it. If that one has
// closed meanwhile the file is opened after all.
func other(ctx context.Context, path string, parts app.Parts) (m *app.Milepost, shown bool, err error) {
	const patience, wait = 50, 100 * time.Millisecond
	answer, err := app.ShowOther(path, patience, func() bool {
		select {
		case <-time.After(wait):
			return true
		case <-ctx.Done():
			return false
		}
	})
	switch {
	case err != nil:
		return nil, false, err
	case answer == app.OtherGone:
		m, err = app.Open(ctx, path, true, parts)
		return m, false, err
	}
	fmt.Fprintf(os.Stderr, "milepost: %s is open already; its window comes forward\n", path)
	return nil, true, nil
}

// defaultData is where the data file lives when nothing else is said: the place each system keeps such files; "" where there is none,
// as in a service without HOME. A file wherever the program happens to be started would not be found again.
func defaultData() string {
	const name = "milepost.db"
	if dir := os.Getenv("APPDATA"); runtime.GOOS == "windows" && filepath.IsAbs(dir) {
		return filepath.Join(dir, "Milepost", name)
	}
	if dir := os.Getenv("XDG_DATA_HOME"); runtime.GOOS != "windows" && runtime.GOOS != "darwin" && filepath.IsAbs(dir) {
		return filepath.Join(dir, "milepost", name)
	}
	home, err := os.UserHomeDir()
	if err != nil || !filepath.IsAbs(home) {
		return ""
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Application Support", "Milepost", name)
	}
	return filepath.Join(home, ".local", "share", "milepost", name)
}
