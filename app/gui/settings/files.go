package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"milepost/app/gui/kit"
)

// showFileDialog opens one of Fyne's dialogs for files in a folder, if that is there, nearly as large as the window.
func showFileDialog(d *dialog.FileDialog, shell kit.Shell, start string) {
	if start != "" {
		if folder, err := storage.ListerForURI(storage.NewFileURI(start)); err == nil {
			d.SetLocation(folder)
		}
	}
	const margin = 48
	size := shell.Window().Canvas().Size()
	d.Resize(fyne.NewSize(size.Width-margin, size.Height-margin))
	d.Show()
}

// showFiles asks for a file to read.
func showFiles(shell kit.Shell, start string, chosen func(path string)) {
	d := dialog.NewFileOpen(func(from fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			shell.Fail("The file could not be opened", err)
		case from != nil:
			path := from.URI().Path()
			_ = from.Close() // it is read elsewhere
			chosen(path)
		}
	}, shell.Window())
	d.SetFilter(storage.NewExtensionFileFilter([]string{".json", ".db", ".milepost"}))
	showFileDialog(d, shell, start)
}
