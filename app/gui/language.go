package gui

import (
	"log/slog"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	fynelang "fyne.io/fyne/v2/lang"

	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// speak lets the window speak a language; "" is that of the desktop. What Fyne says of its own accord (cut, copy, its file dialogs) follows where
// the environment names the language, which is everywhere but on Windows and macOS.
func speak(chosen lang.Language) {
	tag := lang.Choose(chosen, string(fynelang.SystemLocale()))
	if err := lang.Use(tag); err != nil {
		slog.Error("the language could not be used", "error", err)
		return
	}
	if chosen == "" {
		return
	}
	_ = os.Setenv("LC_ALL", strings.ReplaceAll(tag.String(), "-", "_")+".UTF-8") // of this process and those it starts
	if err := fynelang.AddTranslationsForLocale([]byte("{}"), fyne.Locale(tag.String())); err != nil {
		slog.Warn("the library of the window does not speak the language", "error", err)
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
