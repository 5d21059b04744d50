package data_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data/datatest"
	"milepost/planner"
)

// TestAFileForOthersIsWholeOrNotThere: whatever goes wrong, an earlier file stays as it was and nothing half written is left.
func TestAFileForOthersIsWholeOrNotThere(t *testing.T) {
	dir := t.TempDir()
	s := datatest.OpenAt(t, filepath.Join(dir, "study.db"))
	out := filepath.Join(dir, "new", "report.pdf")
	put := func(text string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}
	}
	holds := func(want string) {
		t.Helper()
		if got, err := os.ReadFile(out); err != nil || string(got) != want {
			t.Errorf("the file holds %q (%v), want %q", got, err, want)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "new", ".milepost-*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
	if err := s.WriteFile(out, false, put("first")); err != nil {
		t.Fatal(err)
	}
	holds("first")
	refused := func(path string, replace bool, want string) {
		t.Helper()
		err := s.WriteFile(path, replace, put("other"))
		var fe *planner.FieldError
		if !errors.As(err, &fe) || fe.Field != "out" || !strings.Contains(fe.Reason, want) {
			t.Errorf("%s: %v, want the field out and %q", path, err, want)
		}
	}
	refused(out, false, "already exists")
	refused(filepath.Join(dir, "study.db"), true, "belongs to the data file itself")
	refused(filepath.Join(dir, "study.db-journal"), false, "belongs to the data file itself")
	link := filepath.Join(dir, "link.db")
	if err := os.Symlink(filepath.Join(dir, "study.db"), link); err != nil {
		t.Fatal(err)
	}
	refused(link, true, "is the data file itself")
	other := filepath.Join(dir, "other.db")
	if err := os.WriteFile(other, append([]byte("SQLite format 3\x00"), make([]byte, 100)...), 0o600); err != nil {
		t.Fatal(err)
	}
	refused(other, true, "is a data file or a backup of one")
	refused(dir, true, "is a folder")
	holds("first")
	if err := s.WriteFile(out, true, put("second")); err != nil {
		t.Fatal(err)
	}
	holds("second")
	broken := errors.New("broken")
	if err := s.WriteFile(out, true, func(w io.Writer) error {
		io.WriteString(w, "half of it")
		return broken
	}); !errors.Is(err, broken) {
		t.Errorf("what went wrong is %v", err)
	}
	holds("second")
	if err := s.WriteFile(filepath.Join(out, "below a file"), true, put("x")); err == nil {
		t.Error("a file was written below a file")
	}
	holds("second")
}
