package gui

import (
	"log/slog"
	"os"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	fynelang "fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"

	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/resources"
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
	if err := speakInLibrary(tag); err != nil {
		slog.Warn("the library of the window does not speak the language", "error", err)
	}
}

// speakInLibrary adds the library's own words where it comes without them. Adding is also what makes it look at the environment again; it must be
// to a language, not to one as spoken in a country, or the library finds that one and none of its words in it.
func speakInLibrary(tag language.Tag) error {
	base, _ := tag.Base()
	words, err := resources.WindowTranslations.ReadFile("translations/window/" + base.String() + ".json")
	if err != nil {
		words = []byte("{}") // it has its own
	}
	return fynelang.AddTranslationsForLocale(words, fyne.Locale(base.String()))
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
