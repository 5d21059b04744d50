package gui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/planner"
)

// find opens the palette, types and presses Enter.
func (f *opened) find(typed string) {
	f.shell.menu.find.Action()
	f.Type(typed)
	f.Key(fyne.KeyReturn)
	f.Settle()
}

func (f *opened) commandNames() []string {
	var out []string
	for _, c := range f.shell.commands() {
		out = append(out, c.Text)
	}
	return out
}

func TestThePaletteDoesWhatThePageAndTheMenusDo(t *testing.T) {
	o := newFrame(t, filepath.Join(t.TempDir(), "a.milepost"))
	o.find("readiness")
	if o.shell.router.current != kit.Readiness {
		t.Fatalf("shown is %s", o.shell.router.current)
	}
	if names := o.commandNames(); !slices.Contains(names, "How is this worked out?") {
		t.Errorf("a button of the page is missing: %q", names)
	}
	o.find("worked out")
	if !o.DialogOpen() {
		t.Fatal("the button of the page was not pressed")
	}
	o.shell.menu.find.Action() // a dialog is in the way
	if n := len(o.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d things are open above the page", n)
	}
	o.Key(fyne.KeyEscape)
	if names := o.commandNames(); !slices.Contains(names, "Table") || slices.Contains(names, "Chart") {
		t.Errorf("of two views of the page, the other is what can be chosen: %q", names)
	}
	o.find("dark")
	o.find("larger text")
	if o.shell.Mode() != look.ModeDark || o.shell.Scale() != 1.2 {
		t.Errorf("colours %s, text %v", o.shell.Mode(), o.shell.Scale())
	}
	o.find("today")
	before := lastAction(t, o.m)
	o.find("skip")
	if lastAction(t, o.m) == before {
		t.Error("nothing was skipped")
	}
	o.find("undo")
	if lastAction(t, o.m) != before {
		t.Errorf("not undone: %s", lastAction(t, o.m))
	}
}

// Every page has to be searched without a name that means two things.
func TestCommandsHaveNamesOfTheirOwn(t *testing.T) {
	o := newFrame(t, filepath.Join(t.TempDir(), "a.milepost"))
	for _, route := range []kit.Route{kit.Setup, kit.Today, kit.Plan, kit.Mocks, kit.Readiness, kit.Diary, kit.Reports, kit.Settings} {
		o.shell.Open(route)
		o.Settle()
		seen := map[string]bool{}
		for _, name := range o.commandNames() {
			if plain := plainName(name); seen[plain] || plain == "" {
				t.Errorf("%s: %q twice", route, name)
			} else {
				seen[plain] = true
			}
		}
		if len(seen) < 15 {
			t.Errorf("%s: only %d commands", route, len(seen))
		}
	}
}

func TestOtherStudiesAreOneActionAway(t *testing.T) {
	o := newFrame(t, filepath.Join(t.TempDir(), "a.milepost"))
	if !o.shell.menu.studies.Disabled {
		t.Error("there is one study, and others are offered")
	}
	first, err := o.m.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	draft := o.m.NewStudyDraft(o.m.Exams()[0])
	draft.Name, draft.ExamDate = "The other one", planner.MustDate("2027-05-03")
	draft.Availability.Weekday = [7]int{60, 60, 60, 60, 60, 60, 60}
	if _, err := o.m.CreateStudy(t.Context(), draft); err != nil {
		t.Fatal(err)
	}
	o.Settle()
	if names := o.commandNames(); !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, "Open study: ") }) ||
		slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, "The other one") }) {
		t.Errorf("not the studies that could be opened: %q", names)
	}
	o.find("open study sample")
	if open, err := o.m.Current(t.Context()); err != nil || open.ID != first.ID {
		t.Errorf("open is %q, %v", open.Name, err)
	}
}

// What F1 shows is what the menus have.
func TestEveryShortcutOfTheMenusIsListed(t *testing.T) {
	o := newFrame(t, filepath.Join(t.TempDir(), "a.milepost"))
	var listed []string
	for _, s := range shortcuts {
		listed = append(listed, s[0])
	}
	all := strings.Join(listed, " / ")
	for _, menu := range o.shell.menu.main.Items {
		for _, item := range menu.Items {
			keys := keysOf(item.Shortcut)
			if keys == "" || len(keys) == len("Ctrl 1") && keys >= "Ctrl 1" && keys <= "Ctrl 5" || keys == "F1" {
				continue
			}
			if !strings.Contains(all, keys) {
				t.Errorf("%s (%s) is not in the list of shortcuts", keys, item.Label)
			}
		}
	}
}

func TestF1ListsTheKeysFromEverywhere(t *testing.T) {
	f := newFrame(t, filepath.Join(t.TempDir(), "study.db"))
	for _, route := range []kit.Route{kit.Today, kit.Setup, kit.Plan, kit.Mocks, kit.TimedMock, kit.Readiness, kit.Diary, kit.Reports, kit.Settings} {
		f.shell.Open(route)
		f.Key(fyne.KeyF1)
		f.WantText("Keyboard shortcuts")
		f.Key(fyne.KeyF1) // once is enough
		f.Key(fyne.KeyEscape)
		if f.DialogOpen() {
			t.Fatalf("on %s Escape leaves the list open", route)
		}
	}
}
