package widgets_test

import (
	"os"
	"testing"

	"milepost/app/gui/guitest"
	"milepost/app/gui/widgets"
)

// TestGalleryAtEveryTextSize draws the whole gallery; set MILEPOST_PICTURES to a folder to look at the result.
func TestGalleryAtEveryTextSize(t *testing.T) {
	folder := os.Getenv("MILEPOST_PICTURES")
	for _, c := range []struct {
		name    string
		width   float32
		options []guitest.Option
	}{
		{"light-1.0", 1280, nil},
		{"dark-1.0", 1280, []guitest.Option{guitest.Dark()}},
		{"light-1.4", 1280, []guitest.Option{guitest.TextScale(1.4)}},
		{"dark-2.0-narrow", 900, []guitest.Option{guitest.Dark(), guitest.TextScale(2)}},
		{"light-0.8-narrow", 800, []guitest.Option{guitest.TextScale(0.8)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := guitest.NewWindow(t, widgets.Gallery(), c.width, 1100, c.options...)
			w.WantText("Threat Intelligence and Incident Management")
			w.WantText("Session moved to Thursday 26 November")
			if folder != "" {
				w.Screenshot(folder + "/" + c.name + ".png")
			}
		})
	}
}
