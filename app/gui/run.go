package gui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/theme"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/resources"
)

// appID names the program to the desktop and its preferences; the same as in FyneApp.toml.
const appID = "org.milepost.Milepost"

// Config is what the window needs besides the application.
type Config struct {
	Now     func() time.Time
	Version string
}

// Run opens the window on the application and returns when it is closed. When ctx ends (a signal) the window closes too.
func Run(ctx context.Context, m *app.Milepost, cfg Config) {
	fyneApp := fyneapp.NewWithID(appID)
	fyneApp.SetIcon(fyne.NewStaticResource("milepost.png", resources.AppIcon))
	prefs := newPreferences(fyneApp.Preferences())
	win := fyneApp.NewWindow("Milepost")
	background := newBackground(ctx)
	s := newShell(shellParts{app: fyneApp, win: win, milepost: m, prefs: prefs, background: background, cfg: cfg})
	win.SetMaster()
	win.SetPadded(false)
	win.Resize(prefs.windowSize())
	fyneApp.Lifecycle().SetOnStarted(func() {
		s.start()
		background.onDone(ctx, fyneApp.Quit)
	})
	fyneApp.Lifecycle().SetOnStopped(func() {
		prefs.setWindowSize(win.Canvas().Size())
		s.close()
	})
	win.ShowAndRun()
	background.wait()
	s.backups.atExit(context.WithoutCancel(ctx))
}

// ShowProblem tells, in a small window, why the data file could not be opened and what to do. Nothing is touched.
func ShowProblem(problem error) {
	fyneApp := fyneapp.NewWithID(appID)
	prefs := newPreferences(fyneApp.Preferences())
	fyneApp.Settings().SetTheme(look.New(prefs.Mode(), prefs.Scale()))
	win := fyneApp.NewWindow("Milepost")
	sentence, advice := problemWords(problem)
	content := widgets.NewColumn(look.SpaceCard,
		widgets.NewText("Milepost cannot open this file", widgets.StyleTitle),
		widgets.NewParagraph(sentence, widgets.StyleBody),
		widgets.NewParagraph(advice, widgets.StyleBody),
		widgets.NewRow(look.Space, widgets.NewPrimaryButton("Close", fyneApp.Quit)),
	)
	win.SetContent(widgets.NewPadded(look.SpacePage, content))
	win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape || ev.Name == fyne.KeyReturn {
			fyneApp.Quit()
		}
	})
	win.Resize(fyne.NewSize(620, 280))
	win.ShowAndRun()
}

// problemWords splits an error into what is wrong and what to do.
func problemWords(problem error) (sentence, advice string) {
	if sentence, advice, ok := app.OpenProblem(problem); ok {
		return sentence, advice
	}
	_, sentence = kit.Sentence(problem)
	return sentence, "Nothing was changed. Start Milepost with another data file: milepost --data FILE"
}

// isDark reports what a theme shows right now.
func isDark(fyneApp fyne.App) bool {
	if t, ok := fyneApp.Settings().Theme().(*look.Theme); ok {
		return t.Dark(fyneApp.Settings().ThemeVariant())
	}
	return fyneApp.Settings().ThemeVariant() == theme.VariantDark
}
