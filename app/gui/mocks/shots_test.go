package mocks

import (
	"fmt"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app/gui/guitest"
)

func TestShots(t *testing.T) {
	dir := "/tmp/screens2"
	os.MkdirAll(dir, 0o755)
	for _, c := range []struct {
		name  string
		w, h  float32
		dark  bool
		scale float64
	}{{"a", 1072, 800, false, 1}, {"b", 1072, 800, true, 1}, {"c", 792, 650, false, 1}, {"d", 1072, 800, false, 1.4}, {"e", 792, 650, true, 2}} {
		t.Run(c.name, func(t *testing.T) {
			opts := []guitest.Option{guitest.TextScale(c.scale)}
			if c.dark {
				opts = append(opts, guitest.Dark())
			}
			w, p, s := openSized(t, withSample(t), fyne.NewSize(c.w, c.h), opts...)
			s.dark, s.scale = c.dark, c.scale
			p.Reload()
			start := time.Now()
			p.Reload()
			fmt.Println("reload", time.Since(start))
			w.Screenshot(fmt.Sprintf("%s/mocks-%s.png", dir, c.name))
		})
	}
	w, _, _ := open(t, withStudy(t))
	w.Screenshot(dir + "/mocks-empty.png")
	w, _, _ = open(t, openApp(t))
	w.Screenshot(dir + "/mocks-fresh.png")
}
