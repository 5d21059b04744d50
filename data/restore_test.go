package data_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/backups"
	"milepost/data/datatest"
)

// restoring is a data file and a backup with other things in it.
type restoring struct {
	path, backup string
	// old and new are the mocks in the data file and in the backup.
	old, new int
}

// newRestoring makes a backup with 3 mocks and goes on to 7.
func newRestoring(t *testing.T) restoring {
	t.Helper()
	s, _ := withClock(t)
	r := restoring{path: s.Path(), old: 7, new: 3}
	for n := range r.new {
		recordMock(t, s, n)
	}
	r.backup = filepath.Join(t.TempDir(), "chosen.milepost")
	check(t, s.Backup(t.Context(), r.backup))
	for n := r.new; n < r.old; n++ {
		recordMock(t, s, n)
	}
	check(t, s.Close())
	return r
}

// unfit are states of a data file in which it cannot be opened, or is not there.
var unfit = []struct {
	name string
	make func(t *testing.T, path string)
}{
	{"missing", func(t *testing.T, path string) { check(t, os.Remove(path)) }},
	{"missing, with a log left behind", func(t *testing.T, path string) {
		leaveLog(t, path)
		check(t, os.Remove(path))
	}},
	{"empty", func(t *testing.T, path string) { check(t, os.WriteFile(path, nil, 0o600)) }},
	{"a text", func(t *testing.T, path string) { check(t, os.WriteFile(path, []byte("Dear diary"), 0o600)) }},
	{"damaged", func(t *testing.T, path string) { overwrite(t, path, "mock", strings.Repeat("\xA5", 200)) }},
	{"damaged, with a log", func(t *testing.T, path string) {
		leaveLog(t, path)
		content := must(os.ReadFile(path))
		copy(content[40:], strings.Repeat("\xA5", 2000))
		check(t, os.WriteFile(path, content, 0o600))
	}},
	{"newer", func(t *testing.T, path string) { run(t, path, "PRAGMA user_version = 999") }},
	{"against the checks", func(t *testing.T, path string) {
		run(t, path, "PRAGMA ignore_check_constraints = ON", "UPDATE mock SET day = '2026-02-30'")
	}},
}

// leaveLog saves something and leaves the file as a kill would: with a log that was not folded in.
func leaveLog(t *testing.T, path string) {
	t.Helper()
	s := must(data.Open(t.Context(), path, data.Options{Now: datatest.Clock}))
	recordMock(t, s, 99)
	kept := map[string][]byte{}
	for _, part := range []string{"", "-wal", "-shm"} {
		kept[part] = must(os.ReadFile(path + part))
	}
	check(t, s.Close())
	for part, content := range kept {
		check(t, os.WriteFile(path+part, content, 0o600))
	}
	if len(kept["-wal"]) == 0 {
		t.Fatal("there is no log")
	}
}

func mocksIn(t testing.TB, path string) int {
	t.Helper()
	h := must(data.Verify(t.Context(), path))
	if !h.OK() {
		t.Fatal(h.Sentence)
	}
	return h.Mocks
}

func TestARestoreBringsBackTheBackupAndKeepsWhatWasThere(t *testing.T) {
	r := newRestoring(t)
	before := must(os.ReadFile(r.backup))
	v := must(data.PreviewRestore(t.Context(), r.path, r.backup))
	same(t, "preview", fmt.Sprint(v.Present.Mocks, v.Backup.Mocks, v.PresentKind, v.Older, v.Changed), fmt.Sprint(r.old, r.new, "", false, false))
	same(t, "after the preview", mocksIn(t, r.path), r.old)

	done := must(data.Restore(t.Context(), r.path, r.backup, datatest.Clock))
	same(t, "restored", done.Holds.Mocks, r.new)
	same(t, "in the file", mocksIn(t, r.path), r.new)
	same(t, "kept", mocksIn(t, done.Kept), r.old)
	same(t, "kept as", listed(t, r.path)[0].Reason, backups.BeforeRestore)
	same(t, "backup", string(must(os.ReadFile(r.backup))), string(before))
	same(t, "files", fmt.Sprint(names(t, filepath.Dir(r.path))), "[backups study.milepost]")
	same(t, "mode", must(os.Stat(r.path)).Mode().Perm(), os.FileMode(0o600))

	back := must(data.Restore(t.Context(), r.path, done.Kept, datatest.Clock))
	same(t, "and back again", back.Holds.Mocks, r.old)
	s := datatest.OpenAt(t, r.path)
	same(t, "to be undone", must(s.UndoName(t.Context())), "Mock 6")
}

// The log of the old file must never be taken for the new one's: SQLite would do so without a word.
func TestALogThatWasLeftBehindGoesWithTheOldFile(t *testing.T) {
	r := newRestoring(t)
	leaveLog(t, r.path)
	done := must(data.Restore(t.Context(), r.path, r.backup, datatest.Clock))
	same(t, "in the file", mocksIn(t, r.path), r.new)
	same(t, "kept, log folded in", mocksIn(t, done.Kept), r.old+1)
	same(t, "files", fmt.Sprint(names(t, filepath.Dir(r.path))), "[backups study.milepost]")
}

func TestWhatCannotBeOpenedIsKeptToTheByteAndReplaced(t *testing.T) {
	for _, tt := range unfit {
		t.Run(tt.name, func(t *testing.T) {
			r := newRestoring(t)
			tt.make(t, r.path)
			before := partsOf(t, r.path)
			v := must(data.PreviewRestore(t.Context(), r.path, r.backup))
			if v.PresentKind == "" || v.PresentSentence == "" || v.Backup.Mocks != r.new {
				t.Errorf("the preview is %+v", v)
			}
			same(t, "after the preview", partsOf(t, r.path), before)
			done := must(data.Restore(t.Context(), r.path, r.backup, datatest.Clock))
			same(t, "in the file", mocksIn(t, r.path), r.new)
			same(t, "kept", done.Kept != "", before[""] != "none")
			same(t, "said to be unfit", done.Damaged, before[""] != "none")
			aside := r.path + ".damaged-20261123T145756Z"
			if done.Damaged {
				same(t, "kept as", done.Kept, aside)
			}
			same(t, "what is kept", partsOf(t, aside), before)
			s := datatest.OpenAt(t, r.path)
			same(t, "mocks", len(must(s.Mocks(t.Context(), "s"))), r.new)
			check(t, s.Close())

			again := must(data.Restore(t.Context(), r.path, r.backup, datatest.Clock)) // a second time in the same second
			same(t, "sound now", again.Damaged, false)
			same(t, "what was kept first", partsOf(t, aside), before)
		})
	}
}

// partsOf are the contents of a database, its log and the log's index; "none" for what is not there.
func partsOf(t testing.TB, path string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, part := range []string{"", "-wal", "-shm"} {
		content, err := os.ReadFile(path + part)
		if errors.Is(err, fs.ErrNotExist) {
			content, err = []byte("none"), nil
		}
		check(t, err)
		out[part] = string(content)
	}
	return out
}

func TestABackupThatCannotBeRestoredChangesNothing(t *testing.T) {
	for name, tt := range map[string]struct {
		make func(t *testing.T, path string)
		kind data.Kind
	}{
		"newer":   {func(t *testing.T, path string) { run(t, path, "PRAGMA user_version = 999") }, data.KindNewer},
		"damaged": {func(t *testing.T, path string) { overwrite(t, path, "mock", strings.Repeat("\xA5", 200)) }, data.KindDamaged},
		"against the checks": {func(t *testing.T, path string) {
			run(t, path, "PRAGMA ignore_check_constraints = ON", "UPDATE mock SET day = '2026-02-30'")
		}, data.KindDamaged},
		"a hidden trigger": {func(t *testing.T, path string) {
			run(t, path, "CREATE TRIGGER evil AFTER INSERT ON mock BEGIN DELETE FROM study; END")
		}, data.KindForeign},
		"a text":  {func(t *testing.T, path string) { check(t, os.WriteFile(path, []byte("Dear diary"), 0o600)) }, data.KindNotSQLite},
		"missing": {func(t *testing.T, path string) { check(t, os.Remove(path)) }, data.KindMissing},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRestoring(t)
			tt.make(t, r.backup)
			before := snapshot(t, filepath.Dir(r.path))
			from := snapshot(t, filepath.Dir(r.backup))
			_, err := data.PreviewRestore(t.Context(), r.path, r.backup)
			explains(t, err, tt.kind, r.backup)
			_, err = data.Restore(t.Context(), r.path, r.backup, datatest.Clock)
			explains(t, err, tt.kind, r.backup)
			same(t, "files", snapshot(t, filepath.Dir(r.path)), before)
			same(t, "files beside the backup", snapshot(t, filepath.Dir(r.backup)), from)
			nowhere := filepath.Join(t.TempDir(), "a", "b", "study.milepost")
			if _, err := data.Restore(t.Context(), nowhere, r.backup, datatest.Clock); err == nil {
				t.Error("it was restored elsewhere")
			}
			same(t, "folders", len(names(t, filepath.Dir(filepath.Dir(filepath.Dir(nowhere))))), 0)
		})
	}
	r := newRestoring(t)
	if _, err := data.Restore(t.Context(), r.path, r.path, datatest.Clock); err == nil {
		t.Error("the data file was restored over itself")
	}
}

func TestAnOlderBackupIsBroughtUpToDateAsACopy(t *testing.T) {
	r := newRestoring(t)
	check(t, os.Truncate(r.backup, 0))
	check(t, data.MakeVersion(t.Context(), r.backup, 1))
	run(t, r.backup, "INSERT INTO setting VALUES ('theme', 'dark')")
	before := must(os.ReadFile(r.backup))
	v := must(data.PreviewRestore(t.Context(), r.path, r.backup))
	same(t, "older", v.Older, true)
	done := must(data.Restore(t.Context(), r.path, r.backup, datatest.Clock))
	same(t, "brought up to date", done.Older, true)
	same(t, "version", must(data.Verify(t.Context(), r.path)).Version, data.LatestVersion())
	same(t, "setting", must(datatest.OpenAt(t, r.path).Setting(t.Context(), "theme")), "dark")
	same(t, "backup", string(must(os.ReadFile(r.backup))), string(before))
}

func TestSettingsOfThisComputerOutliveARestore(t *testing.T) {
	s, _ := withClock(t)
	set := func(key, value string) {
		datatest.Do(t, s, "Set", func(tx *data.Tx) error { return tx.SetSetting(key, value) })
	}
	set("local.backup-folder", "/elsewhere")
	set("local.old", "gone since")
	set("theme", "dark")
	made := backUp(t, s, data.BackupOptions{})
	set("local.backup-folder", "/here")
	set("local.old", "")
	set("theme", "light")
	next, _, err := s.Restore(t.Context(), made.Path)
	check(t, err)
	defer func() { check(t, next.Close()) }()
	for key, want := range map[string]string{"local.backup-folder": "/here", "local.old": "", "theme": "dark"} {
		same(t, key, must(next.Setting(t.Context(), key)), want)
	}
}

func TestAnOpenDataFileIsRestoredWithoutGivingUpItsLock(t *testing.T) {
	s, _ := withClock(t)
	recordMock(t, s, 0)
	made := backUp(t, s, data.BackupOptions{})
	recordMock(t, s, 1)
	v := must(s.PreviewRestore(t.Context(), made.Path))
	same(t, "preview", fmt.Sprint(v.Present.Mocks, v.Backup.Mocks), "2 1")
	_, err := data.Restore(t.Context(), s.Path(), made.Path, datatest.Clock)
	explains(t, err, data.KindLocked, s.Path())
	data.OnStep(func(step string) {
		if _, err := data.Open(t.Context(), s.Path(), data.Options{Now: datatest.Clock}); err == nil {
			t.Errorf("another Milepost opened the file at the step %q", step)
		}
	})
	defer data.OnStep(func(string) {})
	next, done, err := s.Restore(t.Context(), made.Path)
	check(t, err)
	data.OnStep(func(string) {})
	same(t, "mocks", len(must(next.Mocks(t.Context(), "s"))), 1)
	same(t, "kept", mocksIn(t, done.Kept), 2)
	recordMock(t, next, 5)
	check(t, next.Close())
	same(t, "saved since", mocksIn(t, next.Path()), 2)
}

// A restore that fails leaves the program at work on what was there.
func TestARestoreThatFailsLeavesTheStoreAtWork(t *testing.T) {
	s, _ := withClock(t)
	recordMock(t, s, 0)
	bad := filepath.Join(t.TempDir(), "bad.milepost")
	check(t, os.WriteFile(bad, []byte("Dear diary"), 0o600))
	next, _, err := s.Restore(t.Context(), bad)
	explains(t, err, data.KindNotSQLite, bad)
	recordMock(t, next, 1)
	same(t, "mocks", len(must(next.Mocks(t.Context(), "s"))), 2)
}

// What is open can be restored neither from itself nor once it has vanished: there would be nothing to come back to.
func TestAnOpenDataFileIsNotRestoredFromItselfNorOnceItIsGone(t *testing.T) {
	s, _ := withClock(t)
	made := backUp(t, s, data.BackupOptions{})
	next, _, err := s.Restore(t.Context(), s.Path())
	same(t, "the same store", next == s, true)
	if err == nil || !strings.Contains(err.Error(), "itself") {
		t.Errorf("from itself: %v", err)
	}
	check(t, os.Rename(s.Path(), s.Path()+" moved"))
	next, _, err = s.Restore(t.Context(), made.Path)
	same(t, "the same store", next == s, true)
	if !errors.Is(err, data.ErrFileGone) {
		t.Errorf("gone: %v", err)
	}
}

// Somebody reading beside has the log open; a new file beside that log would be mixed with it.
func TestARestoreWaitsForNobodyWhoIsReading(t *testing.T) {
	r := newRestoring(t)
	s := must(data.Open(t.Context(), r.path, data.Options{Now: datatest.Clock}))
	recordMock(t, s, 50)
	reader := must(data.OpenReading(t.Context(), r.path, datatest.Clock))
	next, _, err := s.Restore(t.Context(), r.backup)
	if !errors.Is(err, data.ErrBusy) {
		t.Errorf("it answers %v", err)
	}
	same(t, "read beside", len(must(reader.Mocks(t.Context(), "s"))), r.old+1)
	check(t, reader.Close())
	same(t, "mocks", len(must(next.Mocks(t.Context(), "s"))), r.old+1)
	next, _, err = next.Restore(t.Context(), r.backup)
	check(t, err)
	same(t, "mocks afterwards", len(must(next.Mocks(t.Context(), "s"))), r.new)
	check(t, next.Close())
}

// A log without its file may hold the last thing that was saved, and a new file beside it would be mixed with it.
func TestNoFileIsMadeBesideALogThatWasLeftBehind(t *testing.T) {
	r := newRestoring(t)
	leaveLog(t, r.path)
	check(t, os.Rename(r.path, r.path+" moved"))
	before := snapshot(t, filepath.Dir(r.path))
	_, err := data.Open(t.Context(), r.path, data.Options{Create: true, Now: datatest.Clock})
	explains(t, err, data.KindLogAlone, r.path)
	same(t, "files", snapshot(t, filepath.Dir(r.path)), before)
	check(t, os.Rename(r.path+" moved", r.path))
	same(t, "mocks once it is back", len(must(datatest.OpenAt(t, r.path).Mocks(t.Context(), "s"))), r.old+1)
}
