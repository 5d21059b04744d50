package lang

import (
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"

	"milepost/resources"
)

// missing is a file to write what is not translated yet into, to be filled in: go test ./app/lang -missing de.json -language de
var (
	missing  = flag.String("missing", "", "write the texts that lack a translation into this file")
	inWhich  = flag.String("language", "de", "the language -missing is about")
	rootTree = "../.."
)

// said is a text of the code: where it stands first, and whether it has forms by number.
type said struct {
	where  string
	plural bool
	one    string
}

// texts gathers every text of the code that can be shown in another language.
func texts(t *testing.T) map[string]said {
	t.Helper()
	out := map[string]said{}
	files := token.NewFileSet()
	for _, root := range []string{"app", "charts", "planner"} {
		err := filepath.WalkDir(filepath.Join(rootTree, root), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, 0)
			if err != nil {
				return err
			}
			g := gatherer{t: t, files: files, texts: out, pkg: file.Name.Name}
			ast.Inspect(file, g.look)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

type gatherer struct {
	t     *testing.T
	files *token.FileSet
	texts map[string]said
	pkg   string
}

// look takes the texts out of calls of this package.
func (g gatherer) look(n ast.Node) bool {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return true
	}
	switch name := called(call); {
	case (name == "lang.T" || name == "lang.Key" || name == "Key" && g.pkg == "lang" || strings.HasSuffix(name, ".say") && g.pkg == "charts") && len(call.Args) > 0:
		g.add(call, g.text(call.Args[0]), said{})
	case name == "lang.X" && len(call.Args) > 1:
		g.add(call, g.text(call.Args[1])+contextMark+g.text(call.Args[0]), said{})
	case name == "Plural" && g.pkg == "lang" && len(call.Args) > 1:
		g.add(call, g.text(call.Args[1]), said{plural: true, one: g.text(call.Args[0])})
	case name == "lang.N" && len(call.Args) > 2:
		g.add(call, g.text(call.Args[2]), said{plural: true, one: g.text(call.Args[1])})
	}
	return true
}

// called is the name of what is called: "lang.T".
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		switch x := f.X.(type) {
		case *ast.Ident:
			return x.Name + "." + f.Sel.Name
		case *ast.SelectorExpr:
			return x.Sel.Name + "." + f.Sel.Name
		}
	}
	return ""
}

func (g gatherer) add(at ast.Node, key string, s said) {
	s.where = g.files.Position(at.Pos()).String()
	if before, ok := g.texts[key]; ok && before.plural != s.plural {
		g.t.Errorf("%s and %s: %q is one text with forms by number and one without", before.where, s.where, key)
	}
	g.texts[key] = s
}

// text is a literal, or several put together by +.
func (g gatherer) text(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if s, err := strconv.Unquote(e.Value); err == nil {
			return s
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return g.text(e.X) + g.text(e.Y)
		}
	case *ast.ParenExpr:
		return g.text(e.X)
	}
	g.t.Errorf("%s: the text is no literal, so nobody can translate it; mark it by lang.Key where it stands and say it by lang.Of", g.files.Position(e.Pos()))
	return ""
}

// figures are the verbs of a text, each with the argument it stands for, in the order of the arguments.
func figures(text string) []string {
	var out []string
	next := 1
	for _, m := range verb.FindAllStringSubmatch(text, -1) {
		if m[0] == "%%" {
			continue
		}
		if m[1] != "" {
			next, _ = strconv.Atoi(m[1])
		}
		out = append(out, strconv.Itoa(next)+m[2])
		next++
	}
	slices.Sort(out)
	return out
}

func TestEveryTextIsTranslatedAndNoneIsDead(t *testing.T) {
	all := texts(t)
	for _, l := range Languages() {
		if l == English {
			continue
		}
		have, err := load(resources.Translations, "translations/"+string(l)+".json")
		if err != nil {
			t.Fatal(err)
		}
		lacking := map[string]any{}
		for _, key := range slices.Sorted(maps.Keys(all)) {
			m, ok := have[key]
			switch s := all[key]; {
			case !ok:
				t.Errorf("%s: %q (%s) is not translated", l, key, s.where)
				if lacking[key] = ""; s.plural {
					lacking[key] = map[string]string{"one": "", "other": ""}
				}
			case s.plural != (m.forms != nil):
				t.Errorf("%s: %q must have forms by number: %v", l, key, s.plural)
			case s.plural:
				checkForms(t, l, key, s, m)
			default:
				checkText(t, l, key, key, m.text)
			}
		}
		for key := range have {
			if _, ok := all[key]; !ok {
				t.Errorf("%s: %q is not said anywhere any more", l, key)
			}
		}
		if *missing != "" && string(l) == *inWhich {
			content, err := json.MarshalIndent(lacking, "", " ")
			if err == nil {
				err = os.WriteFile(*missing, content, 0o600)
			}
			if err != nil {
				t.Error(err)
			}
		}
	}
}

func checkForms(t *testing.T, l Language, key string, s said, m message) {
	t.Helper()
	for form, text := range m.forms {
		of := key
		if form == plural.One && len(figures(s.one)) < len(figures(key)) && len(figures(text)) == len(figures(s.one)) {
			of = s.one // "one mock" needs no figure
		}
		checkText(t, l, key, of, text)
	}
	if m.forms[plural.One] == "" {
		t.Errorf("%s: %q has no form for one", l, key)
	}
}

// checkText holds a translation to the figures of its text, and to what stands around it.
func checkText(t *testing.T, l Language, key, of, text string) {
	t.Helper()
	of, _, _ = strings.Cut(of, contextMark)
	switch {
	case strings.TrimSpace(text) == "":
		t.Errorf("%s: %q is translated by nothing", l, key)
	case !slices.Equal(figures(of), figures(text)):
		t.Errorf("%s: %q has other figures in %q", l, key, text)
	case strings.HasPrefix(of, " ") != strings.HasPrefix(text, " ") || strings.HasSuffix(of, " ") != strings.HasSuffix(text, " "):
		t.Errorf("%s: %q has other spaces at its ends in %q", l, key, text)
	case strings.HasSuffix(of, "…") != strings.HasSuffix(text, "…"):
		t.Errorf("%s: %q and %q do not both end in …", l, key, text)
	}
}
