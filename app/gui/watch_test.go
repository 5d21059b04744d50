package gui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/guitest/stage"
	"milepost/app/gui/widgets"
)

// tower is a window in which a second passes when a test says so.
type tower struct {
	win  fyne.Window
	due  func()
	said []string
}

func (h *tower) Window() fyne.Window { return h.win }
func (h *tower) Say(text string)     { h.said = append(h.said, text) }
func (h *tower) TextScale() float64  { return 1 }
func (h *tower) Run(_ string, work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}
func (h *tower) After(_ time.Duration, f func()) (cancel func()) {
	h.due = f
	return func() { h.due = func() {} }
}

// raised counts how often a window was brought forward.
type raised struct {
	fyne.Window
	times int
}

func (r *raised) RequestFocus() { r.times++ }

func watchOver(t *testing.T) (*tower, *fileWatch, *app.Milepost, *guitest.Window) {
	t.Helper()
	m := stage.Sample(t)
	h := &tower{}
	w := newFileWatch(h, m)
	win := guitest.NewWindow(t, w.banner, 800, 600)
	h.win = win
	w.start()
	return h, w, m, win
}

func TestAFileThatWentIsToldAndEverythingCanBeCopied(t *testing.T) {
	h, _, m, win := watchOver(t)
	h.due()
	win.WantNoText("Save a copy…")
	moved := m.DataPath() + " moved"
	if err := os.Rename(m.DataPath(), moved); err != nil {
		t.Fatal(err)
	}
	h.due()
	win.Settle()
	win.WantText("was moved or deleted")
	win.TapText("Save a copy…")
	out := filepath.Join(t.TempDir(), "copy.db")
	guitest.Find[*widgets.Entry](win, strings.TrimSuffix(m.DataPath(), ".db")+" copy.db").SetText(out)
	win.Key(fyne.KeyReturn)
	if len(h.said) != 1 || !strings.Contains(h.said[0], out) {
		t.Fatalf("said %q; on screen %q", h.said, win.Texts())
	}
	health, err := app.Verify(t.Context(), out)
	if err != nil || !health.OK() || health.Studies != 1 {
		t.Errorf("the copy: %+v, %v", health, err)
	}
	if err := os.Rename(moved, m.DataPath()); err != nil {
		t.Fatal(err)
	}
	h.due()
	win.Settle()
	win.WantNoText("Save a copy…")
}

func TestASecondStartBringsTheWindowForward(t *testing.T) {
	h, _, m, win := watchOver(t)
	r := &raised{Window: win}
	h.win = r
	h.due()
	if r.times != 0 {
		t.Fatal("it came forward unasked")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	answer := make(chan bool)
	go func() { answer <- app.AskForward(ctx, m.DataPath(), time.Millisecond) }()
	for r.times == 0 && ctx.Err() == nil {
		h.due()
	}
	if !<-answer || r.times != 1 {
		t.Errorf("it came forward %d times", r.times)
	}
}

func TestNobodyThereIsNotWaitedForForEver(t *testing.T) {
	m := stage.Sample(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if app.AskForward(ctx, m.DataPath(), time.Millisecond) {
		t.Error("somebody answered")
	}
	if _, err := os.Lstat(m.DataPath() + ".forward"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the request was left: %v", err)
	}
}
