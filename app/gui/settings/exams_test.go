package settings

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"milepost/app/apptest"
	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
)

const orchard = `id = "orchard-keeper-2026"
vendor = "Guild of Orchards"
code = "OK"
title = "Certified Orchard Keeper"
effective = "2026-01-15"
questions_max = 80
minutes = 120
[[domains]]
name = "Pruning"
weight = 60
[[domains]]
name = "Grafting"
weight = 40
`

func TestAnExamFileIsTakenInSavedAndRemoved(t *testing.T) {
	m := apptest.Open(t, nil)
	w, p, s := open(t, m, &taste{scale: 1})
	dir := t.TempDir()
	path := filepath.Join(dir, "orchard.toml")
	if err := os.WriteFile(path, []byte(orchard), 0o600); err != nil {
		t.Fatal(err)
	}
	file := func() *widgets.Entry { return w.Focused().(*widgets.Entry) }
	p.exams.onTake()
	file().SetText(path + "x")
	w.Key(fyne.KeyReturn)
	w.WantText("There is no file")
	file().SetText(path)
	w.Key(fyne.KeyReturn)
	if w.DialogOpen() || len(m.OwnExams()) != 1 || len(s.said) != 1 {
		t.Fatalf("taken in are %v, said %q", m.OwnExams(), s.said)
	}
	p.Reload()
	w.WantText("OK · Certified Orchard Keeper")
	p.exams.onTake()
	file().SetText(path)
	w.Key(fyne.KeyReturn)
	w.WantText("is there already")
	w.Key(fyne.KeyEscape)

	p.exams.onSave()
	w.TapText("Save")
	w.WantText("There is no exam")
	w.Key(fyne.KeyEscape)

	p.exams.onRemove(m.OwnExams()[0])
	for _, b := range guitest.All[*widgets.Button](w) {
		if b.Kind == widgets.ButtonDanger {
			w.Tap(b)
		}
	}
	if n := len(m.OwnExams()); n != 0 {
		t.Errorf("%d are left", n)
	}
}
