package lang

import (
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"milepost/planner"
)

// speak uses a language until the test ends, with some translations of its own.
func speak(t *testing.T, tag string, messages map[string]message) {
	t.Helper()
	before := inUse.Load()
	t.Cleanup(func() { inUse.Store(before) })
	if err := Use(language.Make(tag)); err != nil {
		t.Fatal(err)
	}
	if messages != nil {
		c := *inUse.Load()
		c.messages = messages
		inUse.Store(&c)
	}
}

func want(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextsAreTranslatedAndStayEnglishOtherwise(t *testing.T) {
	want(t, T("%d of %d done", 1, 3), "1 of 3 done")
	want(t, N(1, "%d mock", "%d mocks", 1), "1 mock")
	want(t, N(0, "%d mock", "%d mocks", 0), "0 mocks")
	speak(t, "fr", map[string]message{
		"%d of %d done":    {text: "sur %[2]d, %[1]d faits"},
		"Open | a command": {text: "Ouvrir"},
		"%d mocks":         {forms: map[plural.Form]string{plural.One: "%d examen", plural.Other: "%d examens"}},
	})
	want(t, T("%d of %d done", 1, 3), "sur 3, 1 faits")
	want(t, Of(Key("%d of %d done"), 1, 3), "sur 3, 1 faits")
	want(t, T("100 %% new"), "100 % new")
	want(t, Said("100 % new"), "100 % new")
	want(t, X("a command", "Open"), "Ouvrir")
	want(t, X("a state", "Open"), "Open")
	for n, text := range map[int]string{0: "0 examen", 1: "1 examen", 2: "2 examens", 1_000_000: "1000000 examens"} {
		want(t, N(n, "%d mock", "%d mocks", n), text)
	}
}

func TestTheLanguageIsTheChosenOneOrTheSystems(t *testing.T) {
	for _, tt := range []struct {
		chosen Language
		system string
		want   string
	}{
		{"", "de-AT", "de-AT"},
		{"", "de_DE.UTF-8", "de-DE"},
		{"", "en-US", "en-US"},
		{"", "ja-JP", "en-GB"},
		{"", "C", "en-GB"},
		{"", "", "en-GB"},
		{German, "en-US", "de"},
		{English, "en-US", "en-US"},
		{English, "de-DE", "en"},
		{"tlh", "fr-CA", "fr-CA"},
		{Italian, "%%%", "it"},
	} {
		want(t, Choose(tt.chosen, tt.system).String(), tt.want)
	}
	if err := Use(language.Japanese); err == nil {
		t.Error("Milepost speaks Japanese")
	}
}

func TestDatesAndNumbersAreThoseOfTheLanguage(t *testing.T) {
	d := planner.MustDate("2027-02-04")
	for tag, texts := range map[string][]string{
		"en":    {"4 February", "4 Feb", "4 February 2027", "Thursday 4 February", "Thursday 4 February 2027", "February 2027", "04/02/2027", "1.5", "40%", "Thu"},
		"en-US": {"February 4", "Feb 4", "February 4, 2027", "Thursday, February 4", "Thursday, February 4, 2027", "February 2027", "02/04/2027", "1.5", "40%", "Thu"},
		"de":    {"4. Februar", "4. Feb.", "4. Februar 2027", "Donnerstag, 4. Februar", "Donnerstag, 4. Februar 2027", "Februar 2027", "04.02.2027", "1,5", "40\u00a0%", "Do"},
		"es":    {"4 de febrero", "4 feb", "4 de febrero de 2027", "jueves, 4 de febrero", "jueves, 4 de febrero de 2027", "Febrero de 2027", "04/02/2027", "1,5", "40\u00a0%", "Jue"},
		"fr":    {"4 février", "4 févr.", "4 février 2027", "jeudi 4 février", "jeudi 4 février 2027", "Février 2027", "04/02/2027", "1,5", "40\u00a0%", "Jeu"},
		"it":    {"4 febbraio", "4 feb", "4 febbraio 2027", "giovedì 4 febbraio", "giovedì 4 febbraio 2027", "Febbraio 2027", "04/02/2027", "1,5", "40%", "Gio"},
		"pt":    {"4 de fevereiro", "4 fev.", "4 de fevereiro de 2027", "quinta-feira, 4 de fevereiro", "quinta-feira, 4 de fevereiro de 2027", "Fevereiro de 2027", "04/02/2027", "1,5", "40%", "Qui"},
	} {
		t.Run(tag, func(t *testing.T) {
			speak(t, tag, nil)
			got := []string{Day(d), ShortDay(d), Date(d), WeekdayDay(d), LongDate(d), MonthYear(d), Numeric(d), Float(1.5, 1), Percent("40"), ShortWeekday(4)}
			for i, g := range got {
				want(t, g, texts[i])
			}
		})
	}
}

func TestWeeksBeginWhereTheRegionBeginsThem(t *testing.T) {
	for tag, day := range map[string]int{"en": 1, "en-GB": 1, "en-US": 7, "pt-BR": 7, "pt-PT": 1, "de-DE": 1, "fr-CA": 7} {
		speak(t, tag, nil)
		if got := FirstWeekday(); got != day {
			t.Errorf("%s: weeks begin on day %d, want %d", tag, got, day)
		}
	}
}
