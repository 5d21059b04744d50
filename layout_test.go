package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is the import path of the repository's root.
const module = "milepost"

// longestFile is the most lines a Go file may have: one idea, a few screens.
const longestFile = 500

// pkg is what `go list` says of a package; paths of ours are shortened to start at the root ("planner", "app/gui").
type pkg struct {
	ImportPath   string
	Dir          string
	GoFiles      []string
	CgoFiles     []string
	Imports      []string
	Deps         []string
	TestImports  []string
	XTestImports []string
}

// ours lists every package of the repository.
func ours(t *testing.T) []pkg {
	t.Helper()
	list := exec.Command("go", "list", "-e", "-json", "./...")
	var complaints bytes.Buffer
	list.Stderr = &complaints
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, complaints.String())
	}
	var all []pkg
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		p.ImportPath = local(p.ImportPath)
		all = append(all, p)
	}
}

// local shortens an import path of ours: "milepost/app/gui" is "app/gui", the root is ".".
func local(importPath string) string {
	if importPath == module {
		return "."
	}
	return strings.TrimPrefix(importPath, module+"/")
}

// within reports whether a path is one of the places or lies below one that ends in "/...".
func within(path string, places ...string) bool {
	for _, place := range places {
		root, tree := strings.CutSuffix(place, "/...")
		if path == root || tree && strings.HasPrefix(path, root+"/") {
			return true
		}
	}
	return false
}

// TestWhoMayImportWhomOfOurs holds the packages to their layers. A package that no rule names may import anything.
func TestWhoMayImportWhomOfOurs(t *testing.T) {
	rules := []struct{ who, may []string }{
		{[]string{"planner"}, nil},
		{[]string{"planner/readiness"}, []string{"planner"}},
		{[]string{"resources/..."}, nil},
		{[]string{"data/..."}, []string{"planner/...", "data/..."}},
		{[]string{"charts/..."}, []string{"planner/...", "charts/..."}},
		{[]string{"app/report/..."}, []string{"app/...", "charts/...", "planner/...", "resources"}},
		{[]string{"app/cli/..."}, []string{"app/...", "charts/...", "planner/...", "resources"}},
		{[]string{"app/gui/..."}, []string{"app/...", "charts/...", "planner/...", "resources"}},
	}
	for _, p := range ours(t) {
		for _, rule := range rules {
			if !within(p.ImportPath, rule.who...) {
				continue
			}
			for _, imported := range p.Imports {
				name := local(imported)
				if name != imported && !within(name, rule.may...) {
					t.Errorf("%s imports %s; it may import only %v", p.ImportPath, name, rule.may)
				}
			}
		}
	}
}

// TestFrontDoorsLeaveEachOtherAlone: window and command line share the application and nothing above it.
func TestFrontDoorsLeaveEachOtherAlone(t *testing.T) {
	for _, p := range ours(t) {
		for _, imported := range p.Imports {
			name := local(imported)
			switch {
			case within(p.ImportPath, "app/gui/...") && within(name, "app/cli/..."),
				within(p.ImportPath, "app/cli/...") && within(name, "app/gui/..."),
				!within(p.ImportPath, ".", "app/gui/...", "app/cli/...") && within(name, "app/gui/...", "app/cli/..."):
				t.Errorf("%s imports %s", p.ImportPath, name)
			}
		}
	}
}

// TestForeignPackagesStayWhereTheyBelong: a library is known in one place, so that it can be replaced there.
func TestForeignPackagesStayWhereTheyBelong(t *testing.T) {
	rules := []struct {
		library string
		homes   []string
	}{
		{"fyne.io/fyne/", []string{"app/gui/...", "."}},
		{"github.com/wcharczuk/go-chart/", []string{"charts/..."}},
		{"github.com/mattn/go-sqlite3", []string{"data/..."}},
		{"database/sql", []string{"data/..."}},
	}
	for _, p := range ours(t) {
		imports := slices.Concat(p.Imports, p.TestImports, p.XTestImports)
		for _, rule := range rules {
			for _, imported := range imports {
				if (imported+"/" == rule.library || strings.HasPrefix(imported, rule.library)) && !within(p.ImportPath, rule.homes...) {
					t.Errorf("%s imports %s, which belongs to %v", p.ImportPath, imported, rule.homes)
				}
			}
		}
	}
}

// TestThePureStayPure: planning and estimating reach neither files, network, clock of the machine nor randomness,
// by whatever detour. Package time is there for calendars; the rules of the house see to time.Now.
func TestThePureStayPure(t *testing.T) {
	impure := []string{"os", "os/exec", "net", "net/http", "database/sql", "math/rand", "crypto/rand", "log", "embed"}
	for _, p := range ours(t) {
		if !within(p.ImportPath, "planner", "planner/readiness") {
			continue
		}
		for _, imported := range p.Imports {
			if slices.Contains(impure, imported) {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
		for _, dep := range p.Deps {
			if first, _, _ := strings.Cut(dep, "/"); strings.Contains(first, ".") {
				t.Errorf("%s depends on %s; the core needs nothing but Go", p.ImportPath, dep)
			}
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	const shortest = 60 // characters; enough for one sentence that says something
	for _, p := range ours(t) {
		files := slices.Concat(p.GoFiles, p.CgoFiles)
		if len(files) == 0 {
			continue // nothing but tests
		}
		longest := 0
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.ParseComments|parser.PackageClauseOnly)
			if err != nil {
				t.Error(err)
				continue
			}
			longest = max(longest, docLength(file))
		}
		if longest < shortest {
			t.Errorf("%s has no package comment that explains it", p.ImportPath)
		}
	}
}

// docLength counts the characters of a file's package comment.
func docLength(file *ast.File) int {
	if file.Doc == nil {
		return 0
	}
	return len(strings.TrimSpace(file.Doc.Text()))
}

func TestNoFileIsTooLong(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (path == "dist" || path != "." && strings.HasPrefix(entry.Name(), ".")) {
			return filepath.SkipDir
		}
		if entry.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		if lines := countLines(t, path); lines > longestFile {
			t.Errorf("%s has %d lines; %d are the most", path, lines, longestFile)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func countLines(t *testing.T, path string) int {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Count(text, []byte("\n"))
}
