// Package files asks for files and folders: with the dialogs of the toolkit, nearly as large as the window, or in a field for a path.
package files

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"milepost/app/gui/widgets"
)

// Ask says what is asked for.
type Ask struct {
	Start      string   // folder to begin in; it need not be there
	Extensions []string // of files, with the dot
	Chosen     func(path string)
	Failed     func(error)
}

// Folder asks for a folder.
func Folder(win fyne.Window, a Ask) {
	show(win, a, dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			a.Failed(err)
		case folder != nil:
			a.Chosen(folder.Path())
		}
	}, win))
}

// Open asks for a file to read.
func Open(win fyne.Window, a Ask) {
	d := dialog.NewFileOpen(func(from fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			a.Failed(err)
		case from != nil:
			path := from.URI().Path()
			_ = from.Close() // it is read elsewhere
			a.Chosen(path)
		}
	}, win)
	d.SetFilter(storage.NewExtensionFileFilter(a.Extensions))
	show(win, a, d)
}

// show opens one of Fyne's dialogs nearly as large as the window.
func show(win fyne.Window, a Ask, d *dialog.FileDialog) {
	if a.Start != "" {
		if folder, err := storage.ListerForURI(storage.NewFileURI(a.Start)); err == nil {
			d.SetLocation(folder)
		}
	}
	const margin = 48
	size := win.Canvas().Size()
	d.Resize(fyne.NewSize(size.Width-margin, size.Height-margin))
	d.Show()
}

// NewPathEntry makes a field for a path, ready for going on at its end.
func NewPathEntry(path string, onChanged func(string)) *widgets.Entry {
	e := widgets.NewEntry("", onChanged)
	e.Load(path)
	e.CursorColumn = utf8.RuneCountInString(path)
	return e
}
