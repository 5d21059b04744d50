package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

func TestARequestToComeForwardIsTakenOnce(t *testing.T) {
	s := datatest.New(t)
	same(t, "nobody asked", s.TakeForward(), false)
	f := must(data.AskForward(s.Path()))
	must(data.AskForward(s.Path())) // two starts at once
	same(t, "not taken yet", f.Taken(), false)
	same(t, "taken", s.TakeForward(), true)
	same(t, "known to be", f.Taken(), true)
	same(t, "once", s.TakeForward(), false)
	f.Withdraw()
}

// What lies under the request's name is never opened, whatever somebody put there.
func TestAForgedRequestHarmsNothing(t *testing.T) {
	s := datatest.New(t)
	victim := filepath.Join(t.TempDir(), "victim")
	check(t, os.WriteFile(victim, []byte("precious"), 0o600))
	check(t, os.Symlink(victim, s.Path()+".forward"))
	f := must(data.AskForward(s.Path())) // follows no link either
	same(t, "taken", s.TakeForward(), true)
	same(t, "known to be", f.Taken(), true)
	same(t, "what the link led to", string(must(os.ReadFile(victim))), "precious")
	check(t, os.Mkdir(s.Path()+".forward", 0o700))
	same(t, "a folder", s.TakeForward(), false)
}

func TestAFileThatWentOrWasMadeReadOnlyIsNoticed(t *testing.T) {
	for name, c := range map[string]struct {
		change func(path string) error
		want   error
	}{
		"deleted":  {os.Remove, data.ErrFileGone},
		"moved":    {func(path string) error { return os.Rename(path, path+" moved") }, data.ErrFileGone},
		"replaced": {func(path string) error { return os.Rename(path+".other", path) }, data.ErrFileGone},
		"folder moved": {func(path string) error {
			return os.Rename(filepath.Dir(path), filepath.Dir(path)+" moved")
		}, data.ErrFileGone},
		"read-only": {func(path string) error { return os.Chmod(path, 0o400) }, data.ErrReadOnlyNow},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "folder")
			path := filepath.Join(dir, "study.db")
			s := datatest.OpenAt(t, path)
			check(t, os.WriteFile(path+".other", []byte("something else"), 0o600))
			check(t, s.Trouble())
			check(t, c.change(path))
			if err := s.Trouble(); !errors.Is(err, c.want) {
				t.Errorf("noticed is %v, want %v", err, c.want)
			}
		})
	}
}

func TestWhatWasSavedBeforeTheFileWentCanStillBeCopied(t *testing.T) {
	study := datatest.Study("s")
	s := datatest.With(t, study)
	datatest.Do(t, s, "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, 1)) })
	check(t, os.Remove(s.Path()))
	err := s.Do(t.Context(), "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, 2)) })
	if !errors.Is(err, data.ErrFileGone) {
		t.Fatalf("a save into the vanished file: %v", err)
	}
	out := filepath.Join(t.TempDir(), "copy.db")
	check(t, s.Backup(t.Context(), out))
	same(t, "mocks in the copy", len(must(datatest.OpenAt(t, out).Mocks(t.Context(), "s"))), 1)
}

func TestAFolderThatAServiceCopiesIsWarnedOf(t *testing.T) {
	for dir, want := range map[string]string{
		"Dropbox": "Dropbox", "Dropbox (Personal)/exams": "Dropbox", "OneDrive - Contoso/a/b": "OneDrive", "Library/Mobile Documents/x": "iCloud", "Dropboxes": "", "exams": "",
	} {
		root := t.TempDir()
		path := filepath.Join(root, dir, "study.db")
		check(t, os.MkdirAll(filepath.Dir(path), 0o700))
		got := data.PlaceWarning(path)
		if (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", dir, got)
		}
	}
	root := t.TempDir()
	check(t, os.Mkdir(filepath.Join(root, ".stfolder"), 0o700))
	check(t, os.Mkdir(filepath.Join(root, "below"), 0o700))
	if got := data.PlaceWarning(filepath.Join(root, "below", "study.db")); !strings.Contains(got, "Syncthing") {
		t.Errorf("below a folder of Syncthing: %q", got)
	}
}
