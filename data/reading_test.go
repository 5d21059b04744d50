package data_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/planner"
)

func openReading(t *testing.T, path string) *data.Store {
	t.Helper()
	s, err := data.OpenReading(t.Context(), path, datatest.Clock)
	check(t, err)
	t.Cleanup(func() { check(t, s.Close()) })
	return s
}

func TestReadingGoesOnBesideAnOpenMilepost(t *testing.T) {
	window := datatest.With(t, datatest.Study("s"))
	datatest.Do(t, window, "Mock 0", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(datatest.Study("s"), 0)) })
	before := snapshot(t, filepath.Dir(window.Path()))

	reader := openReading(t, window.Path())
	same(t, "open study", must(reader.OpenStudyID(t.Context())), "s")
	same(t, "study", must(reader.Study(t.Context(), "s")), datatest.Study("s"))
	same(t, "mocks", len(must(reader.Mocks(t.Context(), "s"))), 1)
	same(t, "undo", must(reader.UndoName(t.Context())), "Mock 0")
	same(t, "a setting", must(reader.Setting(t.Context(), "none")), "")
	same(t, "files", snapshot(t, filepath.Dir(window.Path())), before)

	datatest.Do(t, window, "Mock 1", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(datatest.Study("s"), 1)) })
	same(t, "mocks of the moment it was opened", len(must(reader.Mocks(t.Context(), "s"))), 1)
	same(t, "mocks of a later reader", len(must(openReading(t, window.Path()).Mocks(t.Context(), "s"))), 2)
}

func TestReadingSeesNothingOfAnActionUnderWay(t *testing.T) {
	window := datatest.With(t, datatest.Study("s"))
	datatest.Do(t, window, "Delete study", func(tx *data.Tx) error {
		check(t, tx.DeleteStudy("s"))
		same(t, "studies", len(must(openReading(t, window.Path()).Studies(t.Context()))), 1)
		return nil
	})
	same(t, "studies", len(must(openReading(t, window.Path()).Studies(t.Context()))), 0)
}

// A closed file, a backup on a read-only medium, a file and its log left behind by a kill: reading leaves each as it was.
func TestReadingLeavesEveryFileAsItWas(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, path string){
		"closed":    func(*testing.T, string) {},
		"read-only": func(t *testing.T, path string) { check(t, os.Chmod(path, 0o400)) },
		"in a read-only folder": func(t *testing.T, path string) {
			check(t, os.Chmod(filepath.Dir(path), 0o500))
			t.Cleanup(func() { check(t, os.Chmod(filepath.Dir(path), 0o700)) })
		},
		"left by a kill": func(t *testing.T, path string) { killAfter(t, path, 3, 100) },
		"a log without its index": func(t *testing.T, path string) {
			killAfter(t, path, 3, 100)
			check(t, os.Remove(path+"-shm"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "study.milepost")
			sound(t, path)
			prepare(t, path)
			before := snapshot(t, filepath.Dir(path))
			s := openReading(t, path)
			same(t, "study", must(s.Study(t.Context(), "s")), datatest.Study("s"))
			if n := len(must(s.Mocks(t.Context(), "s"))); n < 50 {
				t.Errorf("%d of 50 mocks were read", n)
			}
			err := s.Do(t.Context(), "Rename", func(tx *data.Tx) error { return tx.SetSetting("a", "b") })
			if !errors.Is(err, data.ErrOnlyReading) {
				t.Errorf("a change answers %v", err)
			}
			if _, err := s.Undo(t.Context()); !errors.Is(err, data.ErrOnlyReading) {
				t.Errorf("undo answers %v", err)
			}
			check(t, s.Close())
			same(t, "files", snapshot(t, filepath.Dir(path)), before)
		})
	}
}

// The writer is a process of its own that saves all the time; each reader sees one state of it, whole.
func TestReadingIsOfOneMomentWhileAnotherProcessSaves(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	check(t, s.Close())
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), childEnv+"="+s.Path())
	out := must(child.StdoutPipe())
	check(t, child.Start())
	acknowledged := bufio.NewScanner(out)
	for n := range 20 {
		if !acknowledged.Scan() {
			t.Fatal("the writer stopped by itself")
		}
		reader := openReading(t, s.Path())
		seen := len(must(reader.Mocks(t.Context(), "s")))
		if seen < n+1 {
			t.Errorf("%d mocks were acknowledged, %d read", n+1, seen)
		}
		same(t, "the last action", must(reader.UndoName(t.Context())), fmt.Sprint("Mock ", seen-1))
		check(t, reader.Close())
	}
	check(t, child.Process.Kill())
	if err := child.Wait(); err == nil {
		t.Error("the writer was not killed")
	}
}

func TestReadingRefusesWhatOpeningRefuses(t *testing.T) {
	for _, tt := range bad {
		if tt.verify == "" {
			continue // sound, only not to be written to
		}
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "study.milepost")
			tt.make(t, path)
			before := snapshot(t, filepath.Dir(path))
			s, err := data.OpenReading(t.Context(), path, datatest.Clock)
			if tt.name == "rows against the checks" { // found only where writing is possible, and by verify
				check(t, errors.Join(err, s.Close()))
				return
			}
			explains(t, err, tt.kind, path)
			same(t, "files", snapshot(t, filepath.Dir(path)), before)
		})
	}
}

func TestReadingDoesNotUpgrade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	touch(t, path)
	check(t, data.MakeVersion(t.Context(), path, data.LatestVersion()-1))
	before := snapshot(t, filepath.Dir(path))
	_, err := data.OpenReading(t.Context(), path, datatest.Clock)
	explains(t, err, data.KindOlder, path)
	same(t, "files", snapshot(t, filepath.Dir(path)), before)
}

// A Milepost that starts while a closed file is being read, and saves, cannot be seen by the reader; so it stops.
func TestReadingStopsWhenAClosedFileIsWrittenTo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	sound(t, path)
	reader := openReading(t, path)
	window := datatest.OpenAt(t, path)
	same(t, "mocks", len(must(reader.Mocks(t.Context(), "s"))), 50) // the file itself is still as it was
	datatest.Do(t, window, "Delete study", func(tx *data.Tx) error { return tx.ReplaceSessions("s", []planner.Session{}) })
	check(t, window.Close()) // folds the log into the file
	if _, err := reader.Sessions(t.Context(), "s"); err == nil {
		t.Error("half of one state and half of another were read without a word")
	}
}

func TestABackupCanBeMadeBesideAnOpenMilepost(t *testing.T) {
	window := datatest.With(t, datatest.Study("s"))
	reader := openReading(t, window.Path())
	out := filepath.Join(t.TempDir(), "backup.milepost")
	check(t, reader.Backup(t.Context(), out))
	same(t, "study", must(openReading(t, out).Study(t.Context(), "s")), datatest.Study("s"))
}
