package gui

import (
	"log/slog"
	"os"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	fynelang "fyne.io/fyne/v2/lang"

	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// speak lets the window speak a language; "" is that of the desktop. What Fyne says of its own accord (cut, copy, its file dialogs) follows where
// the environment names the language, which is everywhere but on Windows and macOS.
func speak(chosen lang.Language) {
	desktop := desktopLocale()
	tag := lang.Choose(chosen, desktop.tag)
	if err := lang.Use(tag); err != nil {
		slog.Error("the language could not be used", "error", err)
		return
	}
	desktop.restore()
	if chosen != "" {
		_ = os.Setenv(envLocale, strings.ReplaceAll(tag.String(), "-", "_")+".UTF-8") // of this process and those it starts
	}
	if err := fynelang.AddTranslationsForLocale([]byte("{}"), fyne.Locale(tag.String())); err != nil {
		slog.Warn("the library of the window does not speak the language", "error", err)
	}
}

// envLocale names the language to the libraries of the window; it goes before all others of its kind.
const envLocale = "LC_ALL"

// locale is what the desktop says of its language, and how it says it.
type locale struct {
	tag, env string
	named    bool
}

// desktopLocale is read once, before the window names a language of its own.
var desktopLocale = sync.OnceValue(func() locale {
	env, named := os.LookupEnv(envLocale)
	return locale{tag: string(fynelang.SystemLocale()), env: env, named: named}
})

func (l locale) restore() {
	if l.named {
		_ = os.Setenv(envLocale, l.env)
	} else {
		_ = os.Unsetenv(envLocale)
	}
}

// Language is the chosen language; "" is that of the desktop.
func (s *shell) Language() lang.Language { return s.prefs.Language() }

// SetLanguage changes the language at once. The screens are made anew for it, so it asks first where something is typed and not saved.
func (s *shell) SetLanguage(l lang.Language) {
	change := func() {
		s.prefs.setLanguage(l)
		speak(l)
		s.rebuild()
	}
	if !s.router.unsaved() {
		change()
		return
	}
	widgets.ShowDialog(s.win, widgets.DialogSpec{
		Title:   lang.T("Change the language now?"),
		Content: widgets.NewParagraph(lang.T("The screens are made anew for it. What you typed in a form and have not saved is lost."), widgets.StyleBody),
		Confirm: lang.T("Change it"), Cancel: lang.T("Keep typing"),
		OnConfirm: func() error { change(); return nil },
		Return:    func() { s.win.Canvas().Unfocus() },
		OnClosed:  func() { s.router.changed() }, // it shows what was chosen
	})
}
