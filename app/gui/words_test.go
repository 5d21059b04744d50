package gui

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/lang"
)

// latin is a word in the letters that a disguised text has not.
var latin = regexp.MustCompile(`[A-Za-z]{2,}`)

// path is a file with its folders.
var path = regexp.MustCompile(`\S*/\S*`)

// same are words that are the same in all languages of Milepost.
var same = []string{"Milepost", "min", "kB", "MB", "JSON", "PNG", "Enter", "Tab", "English", "Deutsch", "Español", "Français", "Português", "Italiano"}

func TestNoTextEscapesTranslation(t *testing.T) {
	t.Cleanup(lang.Disguise())
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	known := wordsOf(t, f.m)
	told := map[string]bool{}
	check := func(where string) {
		for _, text := range f.Texts() {
			for _, word := range latin.FindAllString(path.ReplaceAllString(text, ""), -1) {
				if !known[word] && !told[text] && !(strings.HasSuffix(text, "…") && beginsOneOf(known, word)) {
					told[text] = true
					t.Errorf("%s: %q is not translated (%s)", where, text, word)
				}
			}
		}
	}
	for _, route := range []kit.Route{kit.Today, kit.Setup, kit.Plan, kit.Mocks, kit.TimedMock, kit.Readiness, kit.Diary, kit.Reports, kit.Settings} {
		f.shell.Open(route)
		f.Settle()
		check(string(route))
	}
	f.shell.Open(kit.Today)
	for _, c := range f.shell.commands() {
		if slices.Contains([]string{lang.T("Quit"), lang.T("Undo"), lang.T("Redo")}, c.Text) || strings.HasPrefix(c.Text, lang.T("Language: %s", "")) {
			continue
		}
		f.shell.Open(kit.Plan)
		c.do()
		f.Settle()
		check("command " + c.Text)
		for f.DialogOpen() {
			f.Key(fyne.KeyEscape)
			if f.DialogOpen() {
				f.Canvas().Overlays().Remove(f.Canvas().Overlays().Top())
			}
		}
	}
}

// beginsOneOf reports whether a word that was cut short is one of those that are known.
func beginsOneOf(known map[string]bool, part string) bool {
	for word := range known {
		if strings.HasPrefix(word, part) {
			return true
		}
	}
	return false
}

// wordsOf are the words a person or a vendor chose: names and notes.
func wordsOf(t *testing.T, m *app.Milepost) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	add := func(texts ...string) {
		for _, text := range texts {
			for _, word := range latin.FindAllString(text, -1) {
				known[word] = true
			}
		}
	}
	add(same...)
	mocks, err := m.Mocks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	add(mocks.Study.Name)
	for _, d := range mocks.Study.Domains {
		add(d.Name)
	}
	for _, mock := range mocks.Mocks {
		add(mock.Source, mock.Note)
	}
	for _, e := range m.Exams() {
		add(e.Vendor, e.Code, e.Title, e.Outline, e.SupersededBy, e.Price)
	}
	return known
}
