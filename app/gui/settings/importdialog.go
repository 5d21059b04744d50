package settings

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/files"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
)

// errNothingRead is for an Enter before a file was looked at.
var errNothingRead = errors.New("choose a file first")

// importDialog reads what another computer wrote, says what it would change, and merges it when told to.
type importDialog struct {
	of       *computersCard
	file     *widgets.Entry
	told     *fyne.Container // what would change
	dialog   *widgets.Dialog
	prepared *app.Import // nil until a file was read
}

func (c *computersCard) onImport() {
	d := &importDialog{of: c, told: widgets.NewColumn(look.SpaceTight)}
	d.file = files.NewPathEntry(c.startFolder()+string(filepath.Separator), func(string) { d.forget() })
	d.file.OnKey = func(key *fyne.KeyEvent) bool {
		if (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) && d.prepared == nil {
			d.read()
			return true
		}
		return false
	}
	choose := widgets.NewButton(lang.T("Choose a file…"), func() {
		files.Open(c.shell.Window(), files.Ask{Start: filepath.Dir(d.file.Text), Extensions: []string{".json", ".db", ".milepost"}, Chosen: d.name, Failed: c.noFile})
	})
	d.dialog = widgets.ShowDialog(c.shell.Window(), widgets.DialogSpec{
		Title: lang.T("Import from another computer"), Confirm: lang.T("Import"), First: d.file, Width: 560 * float32(c.shell.TextScale()),
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewField(lang.T("File"), d.file), widgets.NewFlow(look.Space, choose, widgets.NewButton(lang.T("Show what it would change"), d.read)), d.told),
		OnConfirm: d.merge,
	})
	d.forget()
}

// name takes the file that was chosen.
func (d *importDialog) name(path string) {
	d.file.SetText(path)
	d.read()
}

// forget is for another file.
func (d *importDialog) forget() {
	d.prepared = nil
	d.dialog.SetConfirmable(false)
	d.dialog.SetError("")
	d.tell(widgets.StyleMuted, lang.T("Nothing is changed before you have seen what would be. A backup is made first."))
}

// read looks at the file in the background.
func (d *importDialog) read() {
	var got *app.Import
	file := strings.TrimSpace(d.file.Text)
	job := d.of.model.PrepareImport(file)
	d.of.shell.Run("read import", func(ctx context.Context) (err error) {
		got, err = job(ctx)
		return err
	}, func(err error) {
		if strings.TrimSpace(d.file.Text) != file {
			return // another one was named meanwhile
		}
		if err != nil {
			d.forget()
			d.dialog.SetError(kit.Plain(err).Error())
			return
		}
		d.show(got)
	})
}

func (d *importDialog) show(i *app.Import) {
	d.prepared = i
	d.dialog.SetError("")
	if i.Changes.None() {
		d.dialog.SetConfirmable(false)
		d.tell(widgets.StyleBody, lang.T("Everything in this file is here already."))
		return
	}
	lines := append([]string{}, app.ImportLines(i.Changes)...)
	if words := app.ImportConflicts(len(i.Changes.Conflicts)); words != "" {
		lines = append(lines, words)
	}
	d.tell(widgets.StyleBody, lines...)
	d.dialog.SetConfirmable(true)
}

func (d *importDialog) tell(style widgets.Style, lines ...string) {
	d.told.Objects = d.told.Objects[:0:0]
	for _, line := range lines {
		d.told.Add(widgets.NewParagraph(line, style))
	}
	d.told.Refresh()
	d.dialog.Refresh()
}

func (d *importDialog) merge() error {
	if d.prepared == nil {
		return kit.Plain(errNothingRead)
	}
	changes, err := d.of.model.Import(context.Background(), d.prepared)
	if err != nil {
		return kit.Plain(err)
	}
	d.of.remember(d.prepared.File)
	words := lang.T("Imported")
	if lines := app.ImportLines(changes); len(lines) == 1 {
		words += ": " + lines[0]
	}
	d.of.shell.SayUndoable(words)
	return nil
}
