package lang

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
)

// literals are the texts in the code of some folders, as they stand there.
func literals(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	out := map[string]string{}
	files := token.NewFileSet()
	for _, folder := range folders {
		paths, err := filepath.Glob(filepath.Join(rootTree, folder, "*.go"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: %d files, %v", folder, len(paths), err)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					if s, err := strconv.Unquote(l.Value); err == nil {
						out[s] = files.Position(l.Pos()).String()
					}
				}
				return true
			})
		}
	}
	return out
}

func TestSentencesStandInTheCode(t *testing.T) {
	all := literals(t, "planner", "planner/readiness", "data", "data/backups", "app")
	for _, list := range [][]string{planned, refused, kept, actions} {
		for _, key := range list {
			// The words about a lost file have a bare % for its path, and numbers may be put in by another verb.
			if _, ok := all[key]; ok {
				continue
			}
			if _, ok := all[strings.ReplaceAll(key, "%s", "%")]; ok {
				continue
			}
			begin, _, _ := strings.Cut(key, "%s")
			if begin != key && len(begin) > 5 && slices.ContainsFunc(keysOf(all), func(s string) bool { return strings.HasPrefix(s, begin) }) {
				continue
			}
			t.Errorf("%q is not said anywhere", key)
		}
	}
}

func keysOf(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}

func TestReasonsOfThePlannerAreKnown(t *testing.T) {
	book := sentences()
	for text, where := range literals(t, "planner", "planner/readiness") {
		// A whole sentence begins with a capital and ends in a full stop.
		if len(text) < 12 || text[0] < 'A' || text[0] > 'Z' || !strings.HasSuffix(text, ".") {
			continue
		}
		if book.exact[plain(text)] || slices.ContainsFunc(book.patterns, func(p pattern) bool { return p.key == text }) {
			continue
		}
		t.Errorf("%s: %q cannot be said in another language; add it to sentences.go", where, text)
	}
}

func TestSentencesAboutFilesAreKnown(t *testing.T) {
	book := sentences()
	for text, where := range literals(t, "data/interchange/mockfile") {
		if len(text) < 12 || !strings.Contains(text, " ") || !strings.HasSuffix(text, ".") || strings.Contains(text, "\ufffd") {
			continue // no whole sentence, or one about damage that stays English
		}
		if book.exact[plain(text)] || slices.ContainsFunc(book.patterns, func(p pattern) bool { return p.key == text || p.key == strings.ReplaceAll(text, "%v", "%d") }) {
			continue
		}
		t.Errorf("%s: %q cannot be said in another language; add it to filesentences.go", where, text)
	}
}

func TestActionsThatCanBeUndoneAreKnown(t *testing.T) {
	known := sentences()
	paths, _ := filepath.Glob(filepath.Join(rootTree, "app", "*.go"))
	files, seen := token.NewFileSet(), 0
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(files, path, content, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !slices.Contains([]string{"m.do", "nameFor", "m.repair", "m.replan", "m.settle"}, called(call)) {
				return true
			}
			for _, arg := range call.Args {
				if l, ok := arg.(*ast.BasicLit); ok && l.Kind == token.STRING {
					seen++
					if name, _ := strconv.Unquote(l.Value); !known.exact[name] && !slices.ContainsFunc(known.patterns, func(p pattern) bool { return p.key == name }) {
						t.Errorf("%s: %q cannot be said in another language; add it to the actions", files.Position(l.Pos()), name)
					}
				}
			}
			return true
		})
	}
	if seen < 20 {
		t.Errorf("only %d actions were found", seen)
	}
}

func TestFinishedSentencesAreSaidAgain(t *testing.T) {
	want(t, Said("Exam on Thursday 4 February 2027, 3 days later"), "Exam on Thursday 4 February 2027, 3 days later")
	speak(t, "de", map[string]message{
		"Exam on %s, %s later":   {text: "Prüfung am %s, %s später"},
		"%s, and aim at %.0f%%":  {text: "%s, und %.0f %% anstreben"},
		"%d days":                {forms: map[plural.Form]string{plural.One: "%d Tag", plural.Other: "%d Tage"}},
		"Made up: missed on %s.": {text: "Nachgeholt: versäumt am %s."},
		"Moved: %s":              {text: "Verschoben: %s"},
		"Skim %s: go straight to its questions, %s of first pass less": {text: "%[2]s weniger, wenn %[1]s übersprungen wird"},
		"Practice here adds most to your expected score.":              {text: "Üben bringt hier am meisten."},
		"It follows its mock.": {text: "Folgt der Probe."},
		"The weights add up to %.4g, not 100; they are used in proportion.": {text: "Summe der Gewichte: %.4g."},
		"The vendor asks for %d days from the %s sitting to the next.":      {text: "%d Tage nach der %s Prüfung."},
	})
	for text, german := range map[string]string{
		"Exam on Thursday 4 February 2027, 1 day later":                        "Prüfung am Donnerstag, 4. Februar 2027, 1 Tag später",
		"Exam on Thursday 4 February 2027, 33 days later, and aim at 70%":      "Prüfung am Donnerstag, 4. Februar 2027, 33 Tage später, und 70 % anstreben",
		"Moved: made up: missed on Monday 23 November 2026.":                   "Verschoben: Nachgeholt: versäumt am Montag, 23. November 2026.",
		"Skim Risk % %d: go straight to its questions, 3 h of first pass less": "3 h weniger, wenn Risk % %d übersprungen wird",
		"Practice here adds most to your expected score. It follows its mock.": "Üben bringt hier am meisten. Folgt der Probe.",
		"Practice here adds most to your expected score. By hand.":             "Üben bringt hier am meisten. By hand.",
		"The weights add up to 99.5, not 100; they are used in proportion.":    "Summe der Gewichte: 99,5.",
		"The vendor asks for 30 days from the 2nd sitting to the next.":        "30 Tage nach der 2. Prüfung.",
		"My own note, 100% mine. And more.":                                    "My own note, 100% mine. And more.",
		"":                                                                     "",
	} {
		want(t, Said(text), german)
	}
}

func FuzzSaid(f *testing.F) {
	f.Add("Exam on Thursday 4 February 2027, 3 days later. %d%s%[9]s Moved: Moved: Moved: x")
	f.Fuzz(func(t *testing.T, text string) {
		defer Disguise()()
		_ = Said(text)
	})
}
