package widgets

import (
	"testing"

	"golang.org/x/text/language"

	"milepost/app/lang"
	"milepost/planner"
)

func TestDatesAreReadBackInEveryLanguage(t *testing.T) {
	t.Cleanup(func() { _ = lang.Use(language.BritishEnglish) })
	today := planner.MustDate("2026-11-23")
	for _, tag := range []string{"en-GB", "en-US", "de-DE", "es-ES", "fr-FR", "it-IT", "pt-BR"} {
		if err := lang.Use(language.Make(tag)); err != nil {
			t.Fatal(err)
		}
		for d := today; d.Year < 2028; d = d.AddDays(1) {
			for _, text := range []string{DateText(d), fieldText(d), lang.Date(d), lang.ShortDate(d), lang.Numeric(d), d.String()} {
				if got, err := ParseDateText(text, today); err != nil || got != d {
					t.Fatalf("%s: %q is read as %s, %v", tag, text, got, err)
				}
			}
		}
	}
}

func TestDatesAsTheyAreTypedInALanguage(t *testing.T) {
	t.Cleanup(func() { _ = lang.Use(language.BritishEnglish) })
	today, want := planner.MustDate("2026-11-23"), planner.MustDate("2027-03-02")
	for tag, texts := range map[string][]string{
		"de":    {"2. März 2027", "2 marz", "Di 2 mär", "02.03.2027", "2 march 2027"},
		"es":    {"2 de marzo de 2027", "martes, 2 de marzo", "2/3/2027", "mar 2 mar 2027"},
		"fr":    {"2 mars 2027", "mardi 2 mars", "mar 2 mars 2027"},
		"it":    {"2 marzo 2027", "martedi 2 marzo", "mar 2 mar 2027"},
		"pt":    {"2 de março de 2027", "terça-feira, 2 de março", "ter 2 mar 2027", "2 marco"},
		"en-US": {"March 2, 2027", "3/2/2027", "Tue Mar 2"},
	} {
		if err := lang.Use(language.Make(tag)); err != nil {
			t.Fatal(err)
		}
		for _, text := range texts {
			if got, err := ParseDateText(text, today); err != nil || got != want {
				t.Errorf("%s: %q is read as %s, %v", tag, text, got, err)
			}
		}
	}
}
