package readiness

import (
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

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
	data, o := chartData(p.view), kit.ChartOptions(p.shell, pictureWidth, pictureHeight, pictureScale)
	o.Palette, o.TextScale = charts.Light(), 1 // pictures leave for pages, which are white
	p.shell.Run("save picture", func(context.Context) error { return writePicture(path, data, o) }, func(err error) {
		if err != nil {
			p.shell.Fail(lang.T("The picture could not be saved"), err)
			return
		}
		p.shell.Say(lang.T("Saved %s", filepath.Base(path)))
	})
}

// writePicture writes the chart as a PNG file: beside it first, so that a picture that was there before is replaced by a
// whole one or not at all.
func writePicture(path string, data charts.ReadinessData, o charts.Options) error {
	picture, err := charts.Readiness(data, o)
	if err != nil {
		return fmt.Errorf("draw the picture: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".milepost-*.png")
	if err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	defer os.Remove(f.Name()) // does nothing once it has its name
	if err := png.Encode(f, picture); err != nil {
		f.Close()
		return fmt.Errorf("write the picture: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}
