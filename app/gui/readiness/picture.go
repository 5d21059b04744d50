package readiness

import (
	"context"
	"fmt"
	"image/png"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"milepost/app/figures"
	"milepost/app/gui/kit"
	"milepost/app/lang"
	"milepost/charts"
)

// The saved picture in pixels, and how large its text is drawn: fit for a page or a slide.
const (
	pictureWidth, pictureHeight = 1800, 900
	pictureScale                = 2
)

// onSavePicture asks where to, and writes the chart there.
func (p *Page) onSavePicture() {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			p.shell.Fail(lang.T("The picture could not be saved"), err)
		case to != nil:
			path := to.URI().Path()
			if err := to.Close(); err != nil {
				p.shell.Fail(lang.T("The picture could not be saved"), err)
				return
			}
			p.savePicture(path)
		}
	}, p.shell.Window())
	d.SetFileName(fmt.Sprintf("Readiness %s.png", p.view.AsOf))
	d.SetFilter(storage.NewExtensionFileFilter([]string{".png"}))
	d.Show()
}

// savePicture draws and writes in the background.
func (p *Page) savePicture(path string) {
	data, o := figures.Readiness(p.view), kit.ChartOptions(p.shell, pictureWidth, pictureHeight, pictureScale)
	o.Palette, o.TextScale = charts.Light(), 1 // pictures leave for pages, which are white
	write := func(w io.Writer) error {
		picture, err := charts.Readiness(data, o)
		if err != nil {
			return fmt.Errorf("draw the picture: %w", err)
		}
		return png.Encode(w, picture)
	}
	p.shell.Run("save picture", func(context.Context) error { return p.model.WriteFile(path, true, write) }, func(err error) {
		if err != nil {
			p.shell.Fail(lang.T("The picture could not be saved"), err)
			return
		}
		p.shell.Say(lang.T("Saved %s", filepath.Base(path)))
	})
}
