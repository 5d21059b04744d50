package gui

import (
	"path/filepath"
	"testing"

	fynelang "fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"

	"milepost/app/gui/kit"
	"milepost/app/gui/mocks"
	"milepost/app/lang"
)

func speakEnglishAfterwards(t *testing.T) {
	t.Helper()
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	t.Cleanup(func() { _ = lang.Use(language.BritishEnglish) })
}

func TestTheLanguageChangesAtOnceAndStays(t *testing.T) {
	speakEnglishAfterwards(t)
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	f.shell.Open(kit.Settings)
	f.shell.SetLanguage(lang.German)
	f.Settle()
	if lang.InUse() != lang.German || f.shell.Language() != lang.German {
		t.Fatalf("%q is spoken and %q chosen", lang.InUse(), f.shell.Language())
	}
	f.WantText("Einstellungen")
	f.WantNoText("Settings")
	for _, route := range []kit.Route{kit.Today, kit.Plan, kit.Mocks, kit.Readiness} {
		f.shell.Open(route)
		f.Settle()
	}
	f.shell.SetLanguage("") // that of the desktop
	f.Settle()
	f.WantText("Readiness")
	if f.shell.router.current != kit.Readiness {
		t.Errorf("the screen is %s", f.shell.router.current)
	}
}

func TestChangingTheLanguageAsksBeforeSomethingTypedIsLost(t *testing.T) {
	speakEnglishAfterwards(t)
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	f.shell.Open(kit.Mocks)
	f.shell.router.page().(*mocks.Page).FocusFirst()
	f.Key("Tab", "Tab")
	f.Type("Zeta")
	f.shell.SetLanguage(lang.French)
	f.WantText("Change the language now?")
	f.TapText("Keep typing")
	if lang.InUse() != lang.English || f.shell.Language() != "" {
		t.Fatalf("%q is spoken and %q chosen", lang.InUse(), f.shell.Language())
	}
	if !f.shell.router.unsaved() {
		t.Error("what was typed is gone")
	}
	f.shell.SetLanguage(lang.French)
	f.TapText("Change it")
	f.Settle()
	if lang.InUse() != lang.French || f.DialogOpen() {
		t.Errorf("%q is spoken", lang.InUse())
	}
}

// The library's words are those of its keys; an English one in another language is a missing one.
func TestTheLibraryOfTheWindowSpeaksTheLanguage(t *testing.T) {
	speakEnglishAfterwards(t)
	t.Cleanup(func() { speak("") })
	for chosen, cut := range map[lang.Language]string{
		lang.English: "Cut", lang.German: "Ausschneiden", lang.French: "Couper", lang.Italian: "Taglia", lang.Spanish: "Cortar", lang.Portuguese: "Recortar",
	} {
		speak(chosen)
		for _, key := range []string{"Cut", "Paste", "Select all", "Quit", "Show Hidden Files"} {
			said := fynelang.L(key)
			if key == "Cut" && said != cut {
				t.Errorf("%s: %q is %q", chosen, key, said)
			}
			if (said == key) != (chosen == lang.English) {
				t.Errorf("%s: %q is %q", chosen, key, said)
			}
		}
	}
}
