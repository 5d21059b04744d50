package plan

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/guitest"
	"milepost/app/gui/kit"
	"milepost/data/interchange"
	"milepost/resources"
)

// noon is the moment at which the clock of these tests stands.
var noon = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

// openApp opens the real application on an empty data file.
func openApp(t testing.TB) *app.Milepost {
	t.Helper()
	files, err := fs.Sub(resources.ExamFiles, "exams")
	if err != nil {
		t.Fatal(err)
	}
	exams, err := interchange.Catalogue(files)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	m, err := app.Open(t.Context(), filepath.Join(t.TempDir(), "study.db"), true, app.Parts{
		Catalogue: exams, Now: func() time.Time { return noon },
		NewID: func() string { n++; return fmt.Sprintf("id-%04d", n) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m
}

// withSample opens the sample study.
func withSample(t testing.TB) *app.Milepost {
	t.Helper()
	m := openApp(t)
	if _, err := m.CreateSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m
}

// shell is a window that does everything at once, and remembers what it was asked.
type shell struct {
	win    fyne.Window
	model  *app.Milepost
	opened []kit.Route
	said   []string
	failed []string
	dark   bool
	scale  float64
}

func (s *shell) Window() fyne.Window       { return s.win }
func (s *shell) Open(r kit.Route)          { s.opened = append(s.opened, r) }
func (s *shell) Say(text string)           { s.said = append(s.said, text) }
func (s *shell) SayUndoable(text string)   { s.said = append(s.said, text+" [Undo]") }
func (s *shell) Fail(what string, e error) { s.failed = append(s.failed, what+": "+e.Error()) }
func (s *shell) Now() time.Time            { return noon }
func (s *shell) Dark() bool                { return s.dark }
func (s *shell) TextScale() float64        { return s.scale }

func (s *shell) Run(_ string, work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}

func (s *shell) After(_ time.Duration, f func()) func() {
	f()
	return func() {}
}

// open shows the page on a study in a window of 1072 x 800, which is what a window of 1280 leaves beside the sidebar.
func open(t testing.TB, m *app.Milepost, options ...guitest.Option) (*guitest.Window, *Page, *shell) {
	t.Helper()
	return openSized(t, m, fyne.NewSize(1072, 800), options...)
}

func openSized(t testing.TB, m *app.Milepost, size fyne.Size, options ...guitest.Option) (*guitest.Window, *Page, *shell) {
	t.Helper()
	s := &shell{model: m, scale: 1}
	p := New(s, m)
	w := guitest.NewWindow(t, p.Content(), size.Width, size.Height, options...)
	s.win = w
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if taker, ok := any(p).(kit.KeyTaker); ok {
			taker.TakeKey(ev.Name)
		}
	})
	p.Reload()
	w.Settle()
	t.Cleanup(m.OnChange(func(app.Change) { p.Reload() }))
	t.Cleanup(p.Close)
	return w, p, s
}
