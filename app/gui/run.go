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
	m, problem := cfg.Open(ctx, path, true)
	if app.IsOpenElsewhere(problem) {
		answer, err := askForward(ctx, path)
		switch {
		case err != nil:
			problem = err
		case answer == app.OtherShown:
			return ErrForwarded
		default: // it has just closed
			m, problem = cfg.Open(ctx, path, true)
		}
	}
	fyneApp := fyneapp.NewWithID(appID)
	fyneApp.SetIcon(fyne.NewStaticResource("milepost.png", resources.AppIcon))
	f := &frame{ctx: ctx, app: fyneApp, prefs: newPreferences(fyneApp.Preferences()), win: fyneApp.NewWindow("Milepost"), background: newBackground(ctx), cfg: cfg}
	speak(f.prefs.Language())
	f.win.SetMaster()
	f.win.SetPadded(false)
	f.win.Resize(f.prefs.windowSize())
	if problem == nil {
		f.show(m)
	} else {
		f.rescue(path, problem)
	}
	fyneApp.Lifecycle().SetOnStarted(f.start)
	fyneApp.Lifecycle().SetOnStopped(f.stop)
	f.win.ShowAndRun()
	return f.end()
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
