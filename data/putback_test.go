package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

// held opens a file of its own folder with a study and two mocks. It is the test's to close.
func held(t *testing.T) (s *data.Store, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "milepost", "study.milepost")
	s, err := data.Open(t.Context(), path, data.Options{Create: true, Now: datatest.Clock})
	check(t, err)
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
	check(t, errors.Join(saveMock(t.Context(), s, "one"), saveMock(t.Context(), s, "two")))
	return s, path
}

func TestWhatWasTakenAwayIsPutBackWithEverythingInIt(t *testing.T) {
	for name, happens := range map[string]func(path string) error{
		"deleted": os.Remove,
		"deleted with all of its": func(path string) error {
			return errors.Join(os.Remove(path), os.Remove(path+"-wal"), os.Remove(path+"-shm"))
		},
		"moved": func(path string) error { return os.Rename(path, path+".away") },
		"moved to another folder": func(path string) error {
			return errors.Join(os.Mkdir(path+".d", 0o700), os.Rename(path, filepath.Join(path+".d", "x")))
		},
		"its log":           func(path string) error { return os.Remove(path + "-wal") },
		"its log and index": func(path string) error { return errors.Join(os.Remove(path+"-wal"), os.Remove(path+"-shm")) },
	} {
		t.Run(name, func(t *testing.T) {
			s, path := held(t)
			check(t, happens(path))
			if p := s.Presence(); !p.CanPutBack() || p.Sentence() == "" || p.Advice() == "" || !p.StopsSaving() {
				t.Fatalf("nothing is offered: %+v", p)
			}
			next, err := s.PutBack(t.Context())
			check(t, err)
			same(t, "trouble", next.Presence().Trouble, data.Trouble(""))
			same(t, "mocks", len(must(next.Mocks(t.Context(), "s"))), 2)
			check(t, saveMock(t.Context(), next, "three"))
			if name := must(next.UndoName(t.Context())); name != "Record a mock" {
				t.Errorf("undo would take back %q", name)
			}
			if _, err := data.Open(t.Context(), path, data.Options{Now: datatest.Clock}); err == nil {
				t.Error("the lock was given up")
			}
			check(t, next.Close())
			h := must(data.Verify(t.Context(), path))
			same(t, "kind", h.Kind, data.Kind(""))
			same(t, "mocks in the file", h.Mocks, 3)
		})
	}
}

func TestWhereNothingCanBePutBackNothingIsTouched(t *testing.T) {
	for name, happens := range map[string]func(path string) error{
		"replaced": func(path string) error {
			return errors.Join(os.Rename(path, path+".away"), os.WriteFile(path, []byte("x"), 0o600))
		},
		"its log replaced": func(path string) error {
			return errors.Join(os.Rename(path+"-wal", path+".away"), os.WriteFile(path+"-wal", []byte("x"), 0o600))
		},
		"its folder moved": func(path string) error { return os.Rename(filepath.Dir(path), filepath.Dir(path)+".away") },
		"nothing at all":   func(string) error { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			s, path := held(t)
			check(t, happens(path))
			before := filesOf(t, filepath.Dir(filepath.Dir(path)))
			next, err := s.PutBack(t.Context())
			if err == nil || next != s {
				t.Errorf("it answers %v", err)
			}
			same(t, "files", filesOf(t, filepath.Dir(filepath.Dir(path))), before)
			same(t, "mocks", len(must(next.Mocks(t.Context(), "s"))), 2)
			if name == "its log replaced" {
				check(t, os.Rename(path+".away", path+"-wal"))
			}
			check(t, s.Close())
		})
	}
}

// filesOf lists all files below a folder with their sizes.
func filesOf(t *testing.T, dir string) map[string]int64 {
	t.Helper()
	out := map[string]int64{}
	check(t, filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			out[path] = must(e.Info()).Size()
		}
		return err
	}))
	return out
}

// At each step the folder is copied, which is what a killed program would leave, and opened.
func TestADeletedFileThatIsWrittenAnewIsWholeAtEachStep(t *testing.T) {
	s, path := held(t)
	check(t, os.Remove(path))
	left := map[string]string{}
	data.OnStep(func(step string) {
		to := filepath.Join(t.TempDir(), "left")
		check(t, os.CopyFS(to, os.DirFS(filepath.Dir(path))))
		left[step] = filepath.Join(to, filepath.Base(path))
	})
	next, err := s.PutBack(t.Context())
	data.OnStep(func(string) {})
	check(t, err)
	check(t, next.Close())
	for _, step := range []string{"decided", "set aside -wal", "set aside ", "restored"} {
		if left[step] == "" {
			t.Fatalf("it has no step %q: %v", step, left)
		}
		if step == "decided" { // the lock of the program that was killed is gone with it
			check(t, os.Remove(left[step]+".lock"))
		}
		again := datatest.OpenAt(t, left[step])
		same(t, "mocks after "+step, len(must(again.Mocks(t.Context(), "s"))), 2)
	}
}
