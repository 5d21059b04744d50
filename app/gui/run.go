package gui

import (
	"context"
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

// Run opens the data file and the window, and returns when that is closed. A file that cannot be opened is told in the window, which goes
// on once there is one that can; if there never is, the answer is what was wrong. When ctx ends (a signal) the window closes too.
func Run(ctx context.Context, path string, cfg Config) error {
	m, problem := cfg.Open(ctx, path, true)
	fyneApp := fyneapp.NewWithID(appID)
	fyneApp.SetIcon(fyne.NewStaticResource("milepost.png", resources.AppIcon))
	f := &frame{ctx: ctx, app: fyneApp, prefs: newPreferences(fyneApp.Preferences()), win: fyneApp.NewWindow("Milepost"), background: newBackground(ctx), cfg: cfg}
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

// isDark reports what a theme shows right now.
func isDark(fyneApp fyne.App) bool {
	if t, ok := fyneApp.Settings().Theme().(*look.Theme); ok {
		return t.Dark(fyneApp.Settings().ThemeVariant())
	}
	return fyneApp.Settings().ThemeVariant() == theme.VariantDark
}
