package widgets

import (
	"os"
	"testing"

	"milepost/app/gui/guitest"
	"milepost/app/gui/look"
)

// TestDataGalleryAtEveryTextSize draws all data widgets; set MILEPOST_PICTURES to a folder to look at the result.
func TestDataGalleryAtEveryTextSize(t *testing.T) {
	folder := os.Getenv("MILEPOST_PICTURES")
	for _, c := range []struct {
		name    string
		width   float32
		options []guitest.Option
	}{
		{"data-light-1.0", 1280, nil},
		{"data-dark-1.0", 1280, []guitest.Option{guitest.Dark()}},
		{"data-light-1.4", 1500, []guitest.Option{guitest.TextScale(1.4)}},
		{"data-dark-2.0", 2000, []guitest.Option{guitest.Dark(), guitest.TextScale(2)}},
		{"data-light-0.8", 1000, []guitest.Option{guitest.TextScale(0.8)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			cards := galleryData()
			page := NewPadded(look.SpaceCard, NewWeightedColumns(look.SpaceCard, []float32{1, 1},
				NewColumn(look.SpaceCard, cards[:4]...), NewColumn(look.SpaceCard, cards[4:]...)))
			w := guitest.NewWindow(t, page, c.width, 1500, c.options...)
			w.WantText("Thu 4 Feb 2027")
			w.WantText("June has no day 31.")
			w.WantText(" more")
			if folder != "" {
				w.Screenshot(folder + "/" + c.name + ".png")
			}
		})
	}
}
