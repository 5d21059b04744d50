package data_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

func TestAnOpenMilepostIsAskedForItsWindow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	s := datatest.OpenAt(t, path)
	if s.Summoned() {
		t.Fatal("it is asked before anybody asks")
	}
	c := must(data.Summon(path))
	same(t, "state", c.State(), data.SummonsWaits)
	info := must(os.Lstat(path + ".show"))
	same(t, "rights", info.Mode().Perm(), fs.FileMode(0o600))
	same(t, "size", info.Size(), int64(0))
	if !s.Summoned() {
		t.Fatal("it does not notice")
	}
	s.AnswerSummons()
	same(t, "state", c.State(), data.SummonsAnswered)
	if s.Summoned() {
		t.Error("it is asked once more")
	}
}

func TestASummonsIsVainOnceTheOtherHasClosed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	s := datatest.OpenAt(t, path)
	c := must(data.Summon(path))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	same(t, "state", c.State(), data.SummonsVain)
	c.Withdraw()
	if _, err := os.Lstat(path + ".show"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it is still there: %v", err)
	}
}

func TestASummonsThatWasLeftBehindMakesRoomForAnother(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	s := datatest.OpenAt(t, path)
	left := make([]byte, 10<<20) // huge: nobody reads it
	if err := os.WriteFile(path+".show", left, 0o600); err != nil {
		t.Fatal(err)
	}
	c := must(data.Summon(path))
	same(t, "size", must(os.Lstat(path+".show")).Size(), int64(0))
	s.AnswerSummons()
	same(t, "state", c.State(), data.SummonsAnswered)
}

// Whatever else has the name is neither followed, nor heard, nor removed.
func TestWhatIsNoSummonsIsLeftAlone(t *testing.T) {
	precious := filepath.Join(t.TempDir(), "precious")
	for name, make := range map[string]func(path string) error{
		"a link to a file": func(path string) error {
			return errors.Join(os.WriteFile(precious, []byte("x"), 0o600), os.Symlink(precious, path))
		},
		"a link to nowhere": func(path string) error { return os.Symlink(path+"-gone", path) },
		"a folder":          func(path string) error { return os.Mkdir(path, 0o700) },
		"a pipe":            makePipe,
		"somebody else's":   makeForeign,
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "study.milepost")
			s := datatest.OpenAt(t, path)
			if err := make(path + ".show"); err != nil {
				t.Fatal(err)
			}
			before := must(os.Lstat(path + ".show"))
			if s.Summoned() {
				t.Error("it is heard")
			}
			s.AnswerSummons()
			if _, err := data.Summon(path); err == nil {
				t.Error("a start takes it for its own summons")
			}
			if after := must(os.Lstat(path + ".show")); !os.SameFile(before, after) || after.Mode() != before.Mode() {
				t.Error("it was touched")
			}
		})
	}
	if text, err := os.ReadFile(precious); err != nil || string(text) != "x" {
		t.Errorf("the file behind the link holds %q, %v", text, err)
	}
}
