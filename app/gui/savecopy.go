package gui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"milepost/app"
	"milepost/app/gui/kit"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/planner"
)

// copyForm asks where a copy of the data file goes, and whether Milepost goes on with it.
type copyForm struct {
	shell  *shell
	file   *widgets.Entry
	goOn   *widgets.Check
	moving bool
	moved  string // where the open file lies now; "" as long as it has not been moved
}

// AskForCopy asks where a copy of everything goes and writes it there. When moving, Milepost always goes on with the copy.
func (s *shell) AskForCopy(moving bool) {
	f := &copyForm{shell: s, file: widgets.NewEntry("", nil), moving: moving, goOn: widgets.NewCheck(lang.T("Go on working with the copy"), nil)}
	home, _ := os.UserHomeDir() // "" where there is none: then a path has to be typed
	if home != "" {
		f.file.Load(s.milepost.SuggestCopy(home, moving))
	}
	f.goOn.SetOn(moving || s.place.seen.StopsSaving() && !s.place.seen.CanPutBack())
	title, confirm := lang.T("Save a copy of everything"), lang.T("Save the copy")
	if moving {
		title, confirm = lang.T("Move the data file"), lang.T("Move it")
	}
	widgets.ShowDialog(s.win, widgets.DialogSpec{
		Title: title, Confirm: confirm, Width: copyWidth * float32(s.TextScale()), First: f.file, Content: f.content(), OnConfirm: f.onConfirm,
		OnClosed: f.onClosed,
	})
}

// copyWidth is the width of the dialog at the usual text size: room for a path.
const copyWidth = 560

func (f *copyForm) content() fyne.CanvasObject {
	words := lang.T("The copy holds everything Milepost has saved. It is checked before it gets its name, and replaces no other file.")
	if f.moving {
		words = lang.T("Milepost writes a checked copy there and goes on with it. The present file stays where it is, with a note where its data went; delete it when you like.")
	}
	choose := widgets.NewButton(lang.T("Choose a folder…"), f.onChoose)
	parts := []fyne.CanvasObject{widgets.NewParagraph(words, widgets.StyleMuted), widgets.NewField(lang.T("File"), f.file), widgets.NewFlow(look.Space, choose)}
	if !f.moving {
		parts = append(parts, f.goOn)
	}
	return widgets.NewColumn(look.SpaceCard, parts...)
}

// onChoose lets a folder be chosen; the name of the file stays.
func (f *copyForm) onChoose() {
	dialog.ShowFolderOpen(func(folder fyne.ListableURI, err error) {
		if err != nil {
			f.shell.Fail(lang.T("The folder could not be opened"), err)
		} else if folder != nil {
			f.file.Load(filepath.Join(folder.Path(), filepath.Base(f.file.Text)))
		}
	}, f.shell.win)
}

func (f *copyForm) onConfirm() error {
	path := strings.TrimSpace(f.file.Text)
	if path == "" || !filepath.IsAbs(path) {
		return kit.Plain(&planner.FieldError{Field: "out", Reason: lang.T("write the whole path of the file, with its folders")})
	}
	if f.moving {
		if err := app.CheckMove(path); err != nil {
			return kit.Plain(err)
		}
	}
	if f.moving || f.goOn.On {
		return f.move(path)
	}
	made, err := f.shell.milepost.BackupTo(context.Background(), path)
	if err != nil {
		return kit.Plain(err)
	}
	f.shell.place.copied(made.Path)
	f.shell.Say(lang.T("Saved a copy: %s", made.Path))
	return nil
}

// move goes on with a copy.
func (f *copyForm) move(path string) error {
	if err := f.shell.milepost.MoveTo(context.Background(), path); err != nil {
		return kit.Plain(err)
	}
	f.moved = f.shell.milepost.DataPath()
	f.shell.place.moved()
	return nil
}

// onClosed says how to start with the copy the next time, which nobody could guess.
func (f *copyForm) onClosed() {
	if f.moved == "" {
		return
	}
	widgets.ShowDialog(f.shell.win, widgets.DialogSpec{
		Title: lang.T("Milepost works with the copy now"), Cancel: lang.T("Close"), Width: copyWidth * float32(f.shell.TextScale()),
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewParagraph(lang.T("What you save from now on goes to %s.", f.moved), widgets.StyleBody),
			widgets.NewParagraph(lang.T("Start Milepost with it the next time:"), widgets.StyleBody),
			widgets.NewParagraph("milepost --data "+quoted(f.moved), widgets.StyleStrong)),
	})
}

// quoted is a path as it is typed in a shell.
func quoted(path string) string {
	if !strings.ContainsAny(path, " '\"\\$()&;*?") {
		return path
	}
	return `"` + path + `"`
}

// quit closes the window, unless that could lose what only the open file still holds: then it asks.
func (s *shell) quit() {
	if !s.place.AtRisk() {
		s.app.Quit()
		return
	}
	if s.quitting != nil {
		return // it asks already
	}
	s.quitting = widgets.ShowDialog(s.win, widgets.DialogSpec{
		Title: lang.T("Close without a copy?"), Confirm: lang.T("Close without a copy"), Cancel: lang.T("Stay"), Danger: true,
		Content: widgets.NewColumn(look.SpaceCard,
			widgets.NewParagraph(lang.Said(s.place.seen.Sentence()), widgets.StyleBody),
			widgets.NewParagraph(lang.T("Milepost still holds everything that was saved. Once it is closed there is only what the last backup has."), widgets.StyleBody)),
		OnConfirm: func() error { s.app.Quit(); return nil },
		OnClosed:  func() { s.quitting = nil },
	})
}

// ComeForward brings the window to the front. Whether it really comes there is up to the desktop: most window managers of X11 do it,
// some only let the entry in their task bar ask for attention, and Wayland lets no program do it by itself.
func (s *shell) ComeForward() { s.tray.open() }

// BackUpNow makes a backup at once, of what the open file still holds.
func (s *shell) BackUpNow() { s.backups.backUp() }
