package gui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/rescue"
)

// frame is the window with what stands in it: the program, or the rescue screen while the data file cannot be opened.
type frame struct {
	ctx        context.Context
	app        fyne.App
	win        fyne.Window
	prefs      *preferences
	background *background
	tray       *tray
	cfg        Config

	shell   *shell // nil until a data file could be opened
	screen  *rescue.Screen
	problem error // why none could
}

var _ rescue.Host = (*frame)(nil)

// show lets the program stand in the window.
func (f *frame) show(m *app.Milepost) {
	if f.screen != nil {
		f.screen.Close()
		f.screen, f.problem = nil, nil
	}
	f.shell = newShell(shellParts{app: f.app, win: f.win, milepost: m, prefs: f.prefs, background: f.background, tray: f.tray, cfg: f.cfg})
	f.shell.openFirst()
	f.shell.start()
}

// rescue lets the screen for a file in trouble stand there.
func (f *frame) rescue(path string, problem error) {
	if f.screen != nil {
		f.screen.Close()
	}
	f.problem = problem
	f.app.Settings().SetTheme(look.New(f.prefs.Mode(), f.prefs.Scale()))
	f.screen = rescue.New(f, rescueModel{f.cfg.Now}, app.Diagnose(f.ctx, path, problem, f.cfg.Now))
	f.win.SetContent(f.screen.Content())
	f.screen.FocusFirst()
}

// opened fills the window once the data file is open, or could not be opened.
func (f *frame) opened(o *opening) {
	o.taken = true
	switch {
	case o.problem == nil:
		f.show(o.milepost)
	case errors.Is(o.problem, ErrForwarded):
		f.problem = o.problem
		f.app.Quit()
	default:
		f.rescue(o.path, o.problem)
	}
}

func (f *frame) start() { f.background.onDone(f.ctx, f.app.Quit) }

func (f *frame) stop() {
	f.prefs.setWindowSize(f.win.Canvas().Size())
	switch {
	case f.shell != nil:
		f.shell.close()
	case f.screen != nil:
		f.screen.Close()
	}
}

// end runs when the window has gone.
func (f *frame) end(o *opening) error {
	f.background.wait()
	if !o.taken { // it was closed before the file was open
		if o.problem != nil {
			return o.problem
		}
		return o.milepost.Close()
	}
	if f.shell == nil {
		return f.problem
	}
	f.shell.backups.atExit(context.WithoutCancel(f.ctx))
	return f.shell.milepost.Close()
}

// OpenFile goes on with a data file, or says why that cannot be opened.
func (f *frame) OpenFile(path string, create bool) {
	m, err := f.cfg.Open(f.ctx, path, create)
	if err == nil {
		f.show(m)
		return
	}
	if app.SamePlace(path, f.screen.Path()) {
		f.rescue(path, err) // it may be something else by now
	}
	f.screen.Tell(kit.Plain(err).Error())
}

// Window is the window.
func (f *frame) Window() fyne.Window { return f.win }

// Run does work in the background.
func (f *frame) Run(key string, work func(context.Context) error, done func(error)) {
	f.background.Run(key, work, done)
}

// Do runs a function on Fyne's goroutine.
func (f *frame) Do(run func()) { f.background.do(run) }

// Now is the clock.
func (f *frame) Now() time.Time { return f.cfg.Now() }

// TextScale is the person's text size.
func (f *frame) TextScale() float64 { return f.prefs.Scale() }

// Quit closes the window.
func (f *frame) Quit() { f.app.Quit() }

// rescueModel is the application as the rescue screen asks it.
type rescueModel struct{ now func() time.Time }

func (r rescueModel) RestoreTo(ctx context.Context, path, name string) (app.Restored, error) {
	return app.RestoreTo(ctx, path, name, r.now)
}

func (r rescueModel) SalvageBeside(ctx context.Context, path string, progress func(done, total int)) (app.Salvaged, error) {
	return app.SalvageBeside(ctx, path, r.now, progress)
}

func (r rescueModel) UseSalvaged(ctx context.Context, path string, s app.Salvaged) (app.Restored, error) {
	return app.UseSalvaged(ctx, path, s, r.now)
}

func (r rescueModel) DropSalvaged(s app.Salvaged) error { return app.DropSalvaged(s) }
