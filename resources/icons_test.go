package resources_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"milepost/resources"
)

// The names the window asks for.
var iconNames = strings.Fields(`
	today plan mocks readiness library journal reports settings after-exam
	add edit delete pin undo redo search calendar chevron-left chevron-right chevron-down chevron-up
	check close clock flag warning info play pause move skip sun moon more day-off import export`)

func TestTheSetOfIconsIsComplete(t *testing.T) {
	for _, name := range iconNames {
		if _, err := fs.Stat(resources.Icons, "icons/"+name+".svg"); err != nil {
			t.Error(err)
		}
	}
	files, err := fs.Glob(resources.Icons, "icons/*.svg")
	if err != nil || len(files) != len(iconNames) {
		t.Errorf("%d files for %d names (%v)", len(files), len(iconNames), err)
	}
}

// Drawn by the library Fyne draws with, every icon shows something, keeps off the edge and differs from the others.
func TestEveryIconIsDrawn(t *testing.T) {
	seen := map[string]string{}
	for _, name := range iconNames {
		text, err := fs.ReadFile(resources.Icons, "icons/"+name+".svg")
		if err != nil {
			t.Fatal(err)
		}
		const size = 48
		picture := draw(t, name, text, size)
		inked := 0
		for y := range size {
			for x := range size {
				_, _, _, alpha := picture.At(x, y).RGBA()
				if alpha < 0x8000 {
					continue
				}
				inked++
				if x == 0 || y == 0 || x == size-1 || y == size-1 {
					t.Errorf("%s touches its edge at %d, %d", name, x, y)
				}
			}
		}
		if share := float64(inked) / (size * size); share < 0.02 || share > 0.45 {
			t.Errorf("%s covers %.1f %% of its square", name, 100*share)
		}
		if other, twice := seen[string(picture.Pix)]; twice {
			t.Errorf("%s and %s look the same", name, other)
		}
		seen[string(picture.Pix)] = name
	}
}

func draw(t *testing.T, name string, text []byte, size int) *image.RGBA {
	t.Helper()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(text), oksvg.StrictErrorMode)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	icon.SetTarget(0, 0, float64(size), float64(size))
	picture := image.NewRGBA(image.Rect(0, 0, size, size))
	icon.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, picture, picture.Bounds())), 1)
	return picture
}

// A theme recolours an icon by replacing its one colour; anything else would stay black in the dark.
func TestIconsHaveOneColour(t *testing.T) {
	for _, name := range iconNames {
		text, err := fs.ReadFile(resources.Icons, "icons/"+name+".svg")
		if err != nil {
			t.Fatal(err)
		}
		decoder := xml.NewDecoder(bytes.NewReader(text))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			element, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			for _, a := range element.Attr {
				colour := a.Name.Local == "fill" || a.Name.Local == "stroke"
				if colour && a.Value != "none" && a.Value != "#000000" {
					t.Errorf("%s: %s has %s %s", name, element.Name.Local, a.Name.Local, a.Value)
				}
			}
		}
	}
}

func TestTheAppIconIsAPictureOf512(t *testing.T) {
	picture, err := png.Decode(bytes.NewReader(resources.AppIcon))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size != image.Pt(512, 512) {
		t.Errorf("the icon is %v", size)
	}
	drawn := draw(t, "milepost", resources.AppIconSVG, 512)
	for _, at := range []image.Point{{256, 120}, {256, 440}, {20, 20}, {240, 350}} {
		r1, g1, b1, a1 := picture.At(at.X, at.Y).RGBA()
		r2, g2, b2, a2 := drawn.At(at.X, at.Y).RGBA()
		if r1>>8 != r2>>8 || g1>>8 != g2>>8 || b1>>8 != b2>>8 || a1>>8 != a2>>8 {
			t.Errorf("picture and drawing differ at %v", at)
		}
	}
}
