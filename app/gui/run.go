package gui

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/theme"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/resources"
)

// appID names the program to the desktop and its preferences; the same as in FyneApp.toml.
const appID = "org.milepost.Milepost"

// Config is what the window needs besides the application.
type Config struct {
	Now     func() time.Time
	Version string
	// Open opens a data file; with create it is made if there is none.
	Open func(ctx context.Context, path string, create bool) (*app.Milepost, error)
}

// ErrForwarded is answered when the data file was open in another window, which has come forward instead.
var ErrForwarded = errors.New("milepost is open with this data file already; its window has been asked to come forward")

// Run opens the data file and the window, and returns when that is closed. A file that cannot be opened is told in the window, which goes
// on once there is one that can; if there never is, the answer is what was wrong. When ctx ends (a signal) the window closes too.
func Run(ctx context.Context, path string, cfg Config) error {
	o := opening{path: path}
	open := func() { o.milepost, o.problem = openOrForward(ctx, path, cfg) }
	background := newBackground(ctx)
	opened := func() {}
	if app.IsOpen(path) {
		if open(); errors.Is(o.problem, ErrForwarded) { // without a window that comes and goes
			return o.problem
		}
	} else {
		opened = background.begin(open)
	}
	f := emptyFrame(ctx, cfg, background)
	background.Run("open the data file", func(ctx context.Context) error {
		opened()
		if o.problem == nil {
			o.milepost.Foresee(ctx)
		}
		return nil
	}, func(error) { f.opened(&o) })
	f.app.Lifecycle().SetOnStarted(f.start)
	f.app.Lifecycle().SetOnStopped(f.stop)
	f.win.ShowAndRun() // the library takes its time to make a window; meanwhile the file is opened and read
	return f.end(&o)
}

// openOrForward opens the data file; when another window has it, that is asked to come forward.
func openOrForward(ctx context.Context, path string, cfg Config) (*app.Milepost, error) {
	m, err := cfg.Open(ctx, path, true)
	if !app.IsOpenElsewhere(err) {
		return m, err
	}
	switch answer, err := askForward(ctx, path); {
	case err != nil:
		return nil, err
	case answer == app.OtherShown:
		return nil, ErrForwarded
	}
	return cfg.Open(ctx, path, true) // it has just closed
}

// opening is the data file with what came of opening it.
type opening struct {
	path     string
	milepost *app.Milepost
	problem  error
	taken    bool // by the window
}

// emptyFrame makes the window, which shows nothing yet, and sets the language.
func emptyFrame(ctx context.Context, cfg Config, background *background) *frame {
	fyneApp := fyneapp.NewWithID(appID)
	fyneApp.SetIcon(fyne.NewStaticResource("milepost.png", resources.AppIcon))
	f := &frame{ctx: ctx, app: fyneApp, prefs: newPreferences(fyneApp.Preferences()), win: fyneApp.NewWindow("Milepost"), background: background, cfg: cfg}
	speak(f.prefs.Language())
	fyneApp.Settings().SetTheme(look.New(f.prefs.Mode(), f.prefs.Scale()))
	f.win.SetMaster()
	f.win.SetPadded(false)
	f.win.Resize(f.prefs.windowSize())
	f.tray = newTray(fyneApp, f.win, f.prefs.StaysInTray())
	return f
}

// How long the window that has the data file open is given to come forward, and how often it is looked whether it has. It looks for
// requests once a second; one that is just drawing a large picture may take longer.
const (
	forwardLook     = placeTick / 10
	forwardPatience = 5 * int(placeTick/forwardLook) // looks
)

// askForward asks the window that has the data file open to come forward.
func askForward(ctx context.Context, path string) (app.Answer, error) {
	look := time.NewTicker(forwardLook)
	defer look.Stop()
	return app.ShowOther(path, forwardPatience, func() bool {
		select {
		case <-look.C:
			return true
		case <-ctx.Done():
			return false
		}
	})
}

// isDark reports what a theme shows right now.
func isDark(fyneApp fyne.App) bool {
	if t, ok := fyneApp.Settings().Theme().(*look.Theme); ok {
		return t.Dark(fyneApp.Settings().ThemeVariant())
	}
	return fyneApp.Settings().ThemeVariant() == theme.VariantDark
}
