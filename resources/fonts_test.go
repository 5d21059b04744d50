package resources_test

import (
	"testing"

	"github.com/golang/freetype"
	"github.com/golang/freetype/truetype"
	"golang.org/x/image/font/sfnt"

	"milepost/resources"
)

var faces = []struct {
	name string
	data []byte
}{
	{"regular", resources.FontRegular},
	{"medium", resources.FontMedium},
	{"semibold", resources.FontSemiBold},
	{"bold", resources.FontBold},
}

// Charts are drawn by golang/freetype, which reads TrueType outlines only.
func TestFreetypeReadsEveryWeight(t *testing.T) {
	for _, f := range faces {
		font, err := freetype.ParseFont(f.data)
		if err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		for _, r := range "Readiness 0123456789 äőşž Αθήνα Київ ≥≤−–—·…✓✗▲▼●■◆‹›→←↑↓×±≈“”’•€£½" {
			index := font.Index(r)
			if index == 0 {
				t.Errorf("%s has no %q", f.name, r)
				continue
			}
			var glyph truetype.GlyphBuf
			if err := glyph.Load(font, 64*12, index, 0); err != nil {
				t.Errorf("%s: outline of %q: %v", f.name, r, err)
			}
		}
	}
}

// Columns of numbers line up only when all figures are equally wide.
func TestFiguresAreTabular(t *testing.T) {
	for _, f := range faces {
		font, err := freetype.ParseFont(f.data)
		if err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		want := font.HMetric(64*26, font.Index('0')).AdvanceWidth
		for r := '1'; r <= '9'; r++ {
			if got := font.HMetric(64*26, font.Index(r)).AdvanceWidth; got != want {
				t.Errorf("%s: %q is %d wide, 0 is %d", f.name, r, got, want)
			}
		}
	}
}

func TestWeightsAreFourDifferentFilesOfOneFamily(t *testing.T) {
	seen := map[string]string{}
	total := 0
	for _, f := range faces {
		total += len(f.data)
		font, err := sfnt.Parse(f.data)
		if err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		full, err := font.Name(nil, sfnt.NameIDFull)
		if err != nil {
			t.Fatalf("%s has no name: %v", f.name, err)
		}
		if other, twice := seen[full]; twice {
			t.Errorf("%s and %s are both %q", f.name, other, full)
		}
		seen[full] = f.name
	}
	const most = 1_600_000 // bytes; they travel in every copy of the program
	if total > most {
		t.Errorf("the fonts take %d bytes, more than %d", total, most)
	}
	if len(resources.FontLicence) < 4000 {
		t.Error("the licence text is missing or cut short")
	}
}
