// Milepost: a study planner and progress tracker for certification exams. This file puts the parts together and holds no
// logic: the window is app/gui, the commands are app/cli, what both do is package app.
package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"sync"
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

// window shows the window on the data file until it is closed.
func window(ctx context.Context, req cli.WindowRequest) error {
	if req.Gallery {
		gui.RunGallery(ctx)
		return nil
	}
	exams := sync.OnceValues(catalogue)
	open := func(ctx context.Context, path string, create bool) (*app.Milepost, error) {
		known, err := exams()
		if err != nil {
			return nil, err
		}
		return app.Open(ctx, path, create, app.Parts{Catalogue: known, Now: time.Now, NewID: uuid.NewString, Today: req.Today})
	}
	err := gui.Run(ctx, req.Data, gui.Config{Now: time.Now, Version: version, Open: open})
	if errors.Is(err, gui.ErrForwarded) {
		fmt.Fprintln(os.Stderr, err.Error()+".")
		return nil
	}
	return err
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
