package data_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"milepost/data"
	"milepost/data/backups"
	"milepost/data/datatest"
)

// turning is a clock that a test turns.
type turning struct{ now time.Time }

func (c *turning) Now() time.Time { return c.now }

// withClock opens a data file with an example study and the clock of a test.
func withClock(t testing.TB) (*data.Store, *turning) {
	t.Helper()
	c := &turning{datatest.Now}
	s := must(data.Open(t.Context(), filepath.Join(t.TempDir(), "study.milepost"), data.Options{Create: true, Now: c.Now}))
	t.Cleanup(func() { check(t, s.Close()) })
	datatest.Do(t, s, "New study", func(tx *data.Tx) error {
		return errors.Join(tx.SaveStudy(datatest.Study("s")), tx.SetOpenStudy("s"))
	})
	return s, c
}

func recordMock(t testing.TB, s *data.Store, n int) {
	t.Helper()
	datatest.Do(t, s, fmt.Sprint("Mock ", n), func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(datatest.Study("s"), n)) })
}

func backUp(t testing.TB, s *data.Store, opt data.BackupOptions) data.BackupMade {
	t.Helper()
	if opt.Reason == "" {
		opt.Reason = backups.Regular
	}
	return must(s.MakeBackup(t.Context(), opt))
}

func listed(t testing.TB, path string) []data.BackupInfo {
	t.Helper()
	return must(data.ListBackups(t.Context(), path, ""))
}

func TestABackupIsListedWithWhatIsInIt(t *testing.T) {
	s, c := withClock(t)
	for n := range 3 {
		recordMock(t, s, n)
	}
	datatest.Do(t, s, "Sessions", func(tx *data.Tx) error {
		sessions := datatest.Sessions(datatest.Study("s"), 10)
		sessions[4].Status, sessions[4].DoneMinutes = "done", 45
		return tx.ReplaceSessions("s", sessions)
	})
	c.now = c.now.Add(time.Hour)
	made := backUp(t, s, data.BackupOptions{Reason: backups.BeforeImport})
	same(t, "written", made.Written, true)
	list := listed(t, s.Path())
	same(t, "backups", len(list), 1)
	b := list[0]
	same(t, "path", b.Path, made.Path)
	same(t, "time", b.At, c.now)
	same(t, "reason", b.Reason, backups.BeforeImport)
	same(t, "size", b.Size, must(os.Stat(b.Path)).Size())
	same(t, "state", b.State, backups.Good)
	same(t, "last change", b.Contents.LastChange, datatest.Now)
	same(t, "last mock", b.Contents.LastMock.String(), "2026-11-23")
	same(t, "last session done", b.Contents.LastDone.String(), "2026-11-25")
	got := fmt.Sprint(b.Contents.Studies, b.Contents.Sessions, b.Contents.Done, b.Contents.Mocks, b.Contents.Sittings, b.Contents.Version)
	same(t, "contents", got, fmt.Sprint(1, 10, 1, 3, 0, data.LatestVersion()))
	same(t, "contents of the data file", must(s.Contents(t.Context())), b.Contents)
	same(t, "mode of the file", must(os.Stat(b.Path)).Mode().Perm(), os.FileMode(0o600))
	same(t, "mode of the folder", must(os.Stat(filepath.Dir(b.Path))).Mode().Perm(), os.FileMode(0o700))
	same(t, "rows", dump(t, datatest.OpenAt(t, b.Path)), dump(t, s))
}

func TestNothingIsWrittenWhenNothingHasChanged(t *testing.T) {
	s, c := withClock(t)
	opt := data.BackupOptions{WhenChanged: true}
	first := backUp(t, s, opt)
	same(t, "first", first.Written, true)
	c.now = c.now.Add(time.Hour)
	again := backUp(t, s, opt)
	same(t, "again", again.Written, false)
	same(t, "the one that is there", again.Path, first.Path)
	same(t, "its time", again.At, datatest.Now)
	same(t, "files", len(names(t, filepath.Dir(first.Path))), 1)
	datatest.Do(t, s, "Setting", func(tx *data.Tx) error { return tx.SetSetting("theme", "dark") }) // no undo step, and a change all the same
	same(t, "after a change", backUp(t, s, opt).Written, true)
	c.now = c.now.Add(time.Hour)
	same(t, "asked for without conditions", backUp(t, s, data.BackupOptions{}).Written, true)
	same(t, "files", len(names(t, filepath.Dir(first.Path))), 3)
}

// A backup on a disk that lost a bit is no reason to leave out the next.
func TestADamagedNewestBackupIsMadeAnew(t *testing.T) {
	s, c := withClock(t)
	first := backUp(t, s, data.BackupOptions{WhenChanged: true})
	flip(t, first.Path, 5000)
	c.now = c.now.Add(time.Hour)
	same(t, "written", backUp(t, s, data.BackupOptions{WhenChanged: true}).Written, true)
}

// names are the files of a folder.
func names(t testing.TB, dir string) []string {
	t.Helper()
	out := []string{}
	for _, e := range must(os.ReadDir(dir)) {
		out = append(out, e.Name())
	}
	return out
}

// flip turns one bit of a file round.
func flip(t testing.TB, path string, offset int) {
	t.Helper()
	content := must(os.ReadFile(path))
	content[offset] ^= 1
	check(t, os.WriteFile(path, content, 0o600))
}

func TestDamagedAndForeignBackupsAreListedAsSuchAndLeftAlone(t *testing.T) {
	s, c := withClock(t)
	recordMock(t, s, 1)
	var made []data.BackupMade
	for range 4 {
		c.now = c.now.Add(time.Hour)
		made = append(made, backUp(t, s, data.BackupOptions{}))
	}
	dir := filepath.Dir(made[0].Path)
	content := must(os.ReadFile(made[0].Path))
	at := strings.Index(string(content), "slept badly")
	flip(t, made[0].Path, at) // no check of SQLite finds this
	check(t, os.Truncate(made[1].Path, int64(len(content)/2)))
	check(t, os.WriteFile(made[2].Path, nil, 0o600))
	check(t, os.WriteFile(filepath.Join(dir, "holiday.milepost"), []byte("a picture"), 0o600))
	check(t, os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("notes"), 0o600))
	evil := filepath.Join(dir, "evil.milepost")
	sound(t, evil)
	run(t, evil, "CREATE TRIGGER evil AFTER INSERT ON mock BEGIN DELETE FROM study; END")
	before := snapshot(t, dir)

	states := map[string]backups.State{}
	for _, b := range listed(t, s.Path()) {
		states[b.Name] = b.State
		same(t, "problem told", b.Problem != "", b.State != backups.Good)
		same(t, "restorable", b.Restorable(), b.State == backups.Good || b.State == backups.Changed)
	}
	same(t, "states", states, map[string]backups.State{
		made[0].Name: backups.Changed, made[1].Name: backups.Damaged, made[2].Name: backups.Damaged, made[3].Name: backups.Good,
		"holiday.milepost": backups.Damaged, "evil.milepost": backups.Damaged,
	})
	same(t, "folder", snapshot(t, dir), before)
}

// What was thinned out and what stays, with real files; nothing that is not a backup of this data file goes.
func TestOldBackupsAreThinnedOutAndNothingElse(t *testing.T) {
	s, c := withClock(t)
	dir := filepath.Join(filepath.Dir(s.Path()), "backups")
	check(t, os.Mkdir(dir, 0o700))
	others := []string{"notes.txt", "study.db-2020-01-01T000000Z-regular-00000000.milepost", "study.milepost-2020-01-01T000000Z-regular-00000000.milepost.old"}
	for _, name := range others {
		check(t, os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600))
	}
	check(t, os.Mkdir(filepath.Join(dir, "study.milepost-2020-01-01T000000Z-regular-00000000.milepost"), 0o700))
	start := c.now
	for n := range 60 {
		c.now = start.Add(time.Duration(n) * 8 * time.Hour)
		recordMock(t, s, n)
		backUp(t, s, data.BackupOptions{WhenChanged: true})
	}
	list := listed(t, s.Path())
	ours := 0
	for _, b := range list {
		if b.Reason != "" {
			ours++
			same(t, "state of "+b.Name, b.State, backups.Good)
		}
	}
	same(t, "the newest", list[0].At, c.now)
	if ours < 6+backups.KeepDaily || ours > 6+backups.KeepDaily+2 {
		t.Errorf("%d of 60 are left", ours)
	}
	for _, name := range others {
		same(t, "content of "+name, string(must(os.ReadFile(filepath.Join(dir, name)))), name)
	}
}

func TestASecondFolderGetsACopyOfEachBackup(t *testing.T) {
	s, c := withClock(t)
	stick := filepath.Join(t.TempDir(), "stick")
	check(t, os.Mkdir(stick, 0o700))
	opt := data.BackupOptions{WhenChanged: true, Second: stick}
	first := backUp(t, s, opt)
	check(t, first.Second)
	same(t, "copy", string(must(os.ReadFile(first.SecondPath))), string(must(os.ReadFile(first.Path))))
	same(t, "mode", must(os.Stat(first.SecondPath)).Mode().Perm(), os.FileMode(0o600))

	check(t, os.Rename(stick, stick+" pulled out"))
	for n := range 3 {
		c.now = c.now.Add(time.Hour)
		recordMock(t, s, n)
		made := backUp(t, s, opt)
		same(t, "written", made.Written, true)
		if made.Second == nil || !strings.Contains(made.Second.Error(), stick) || made.SecondPath != "" {
			t.Errorf("the second folder that is away is told as %v", made.Second)
		}
	}
	if _, err := os.Stat(stick); !errors.Is(err, os.ErrNotExist) {
		t.Error("a folder was made where the stick should be")
	}
	check(t, os.Rename(stick+" pulled out", stick))
	flip(t, first.SecondPath, 5000) // the stick suffered
	c.now = c.now.Add(time.Hour)
	made := backUp(t, s, opt)
	same(t, "written", made.Written, false)
	check(t, made.Second)
	same(t, "on the stick", len(names(t, filepath.Dir(made.SecondPath))), 4)
	same(t, "in the first folder", len(names(t, filepath.Dir(made.Path))), 4)

	check(t, os.RemoveAll(filepath.Dir(made.Path)))
	list := must(data.ListBackups(t.Context(), s.Path(), stick))
	same(t, "listed from the stick", len(list), 4)
	same(t, "in the second folder only", list[0].Second, true)
	same(t, "the one that suffered", list[3].State, backups.Changed)
	same(t, "found by its name", must(data.FindBackup(s.Path(), stick, list[0].Name)), list[0].Path)
}

// Where there is no room beside the data file, the second folder has the backup alone.
func TestWhereNoBackupCanBeMadeTheSecondFolderStillGetsOne(t *testing.T) {
	s, _ := withClock(t)
	recordMock(t, s, 1)
	stick := t.TempDir()
	inTheWay := filepath.Join(filepath.Dir(s.Path()), "backups")
	check(t, os.WriteFile(inTheWay, nil, 0o600))
	made := backUp(t, s, data.BackupOptions{WhenChanged: true, Second: stick})
	if made.First == nil || !strings.Contains(made.First.Error(), inTheWay) || made.SecondPath != made.Path {
		t.Errorf("it is told as %+v", made)
	}
	same(t, "mocks", must(data.Verify(t.Context(), made.Path)).Mocks, 1)
	same(t, "listed", must(data.ListBackups(t.Context(), s.Path(), stick))[0].Path, made.Path)
	same(t, "again without a change", backUp(t, s, data.BackupOptions{WhenChanged: true, Second: stick}).Written, false)
	_, err := s.MakeBackup(t.Context(), data.BackupOptions{Reason: backups.Regular, Second: filepath.Join(stick, "away")})
	if err == nil || !strings.Contains(err.Error(), inTheWay) {
		t.Errorf("without either it answers %v", err)
	}
}

// Two data files, or two computers, that use one stick leave each other's backups alone.
func TestTwoDataFilesShareASecondFolder(t *testing.T) {
	stick := t.TempDir()
	one, _ := withClock(t)
	other, _ := withClock(t)
	a := backUp(t, one, data.BackupOptions{Second: stick})
	b := backUp(t, other, data.BackupOptions{Second: stick})
	if filepath.Dir(a.SecondPath) == filepath.Dir(b.SecondPath) {
		t.Errorf("both lie in %s", filepath.Dir(a.SecondPath))
	}
}

func TestSavingGoesOnWhileABackupIsMade(t *testing.T) {
	s, c := withClock(t)
	ctx, stop := context.WithCancel(t.Context())
	saved := make(chan struct{})
	var work sync.WaitGroup
	work.Add(1)
	go func() {
		defer work.Done()
		for n := 0; ctx.Err() == nil; n++ {
			err := s.Do(context.Background(), "Mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(datatest.Study("s"), n%200)) })
			if err != nil {
				t.Error(err)
				return
			}
			select {
			case saved <- struct{}{}:
			case <-ctx.Done():
			}
		}
	}()
	for range 5 {
		<-saved
		c.now = c.now.Add(time.Minute)
		same(t, "written", backUp(t, s, data.BackupOptions{}).Written, true)
	}
	stop()
	work.Wait()
	for _, b := range listed(t, s.Path()) {
		same(t, "state of "+b.Name, b.State, backups.Good)
	}
}

// A data file that was deleted while it is open is lost unless this connection writes it somewhere.
func TestADataFileThatVanishedCanStillBeBackedUp(t *testing.T) {
	s, _ := withClock(t)
	recordMock(t, s, 1)
	check(t, os.Remove(s.Path()))
	check(t, os.WriteFile(s.Path(), []byte("something else"), 0o600))
	made := backUp(t, s, data.BackupOptions{})
	same(t, "mocks", must(data.Verify(t.Context(), made.Path)).Mocks, 1)
}

func TestARehearsalGoesThroughARestoreAndIsRemembered(t *testing.T) {
	s, c := withClock(t)
	r := must(data.RehearseBackup(t.Context(), s.Path(), c.now))
	same(t, "without a backup", r.OK, false)
	made := backUp(t, s, data.BackupOptions{})
	before := snapshot(t, filepath.Dir(made.Path))
	r = must(data.RehearseBackup(t.Context(), s.Path(), c.now))
	same(t, "outcome", fmt.Sprint(r.OK, r.Name, r.At), fmt.Sprint(true, made.Name, c.now))
	last, ok := data.LastRehearsal(s.Path())
	same(t, "known", ok, true)
	same(t, "remembered", last, r)
	check(t, os.Remove(filepath.Join(filepath.Dir(made.Path), "study.milepost.rehearsal.json")))
	same(t, "backups", snapshot(t, filepath.Dir(made.Path)), before)
	same(t, "nothing has changed by it", backUp(t, s, data.BackupOptions{WhenChanged: true}).Written, false)

	flip(t, made.Path, 5000)
	r = must(data.RehearseBackup(t.Context(), s.Path(), c.now))
	if r.OK || !strings.Contains(r.Sentence, made.Name) {
		t.Errorf("a damaged backup is rehearsed with %+v", r)
	}
}

func TestUnfinishedCopiesOfKilledProgramsAreClearedAway(t *testing.T) {
	s, c := withClock(t)
	made := backUp(t, s, data.BackupOptions{})
	dir := filepath.Dir(made.Path)
	for name, age := range map[string]time.Duration{".milepost-backup-1": 2 * time.Hour, ".milepost-backup-2": 0, "mine": 2 * time.Hour} {
		check(t, os.WriteFile(filepath.Join(dir, name), []byte("half"), 0o600))
		check(t, os.Chtimes(filepath.Join(dir, name), c.now.Add(-age), c.now.Add(-age)))
	}
	unfinished := filepath.Join(filepath.Dir(s.Path()), ".milepost-restore-1")
	check(t, errors.Join(os.WriteFile(unfinished, nil, 0o600), os.Chtimes(unfinished, c.now.Add(-2*time.Hour), c.now.Add(-2*time.Hour))))
	backUp(t, s, data.BackupOptions{WhenChanged: true})
	if _, err := os.Lstat(unfinished); !errors.Is(err, os.ErrNotExist) {
		t.Error("what a killed restore left is still there")
	}
	same(t, "files", fmt.Sprint(names(t, dir)), fmt.Sprint([]string{".milepost-backup-2", "mine", made.Name}))
}

// A clock far ahead of the one files are dated by does not make a restore clear away what it is just making.
func TestARestoreUnderAFastClockKeepsItsOwnFiles(t *testing.T) {
	s, c := withClock(t)
	c.now = time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)
	made := backUp(t, s, data.BackupOptions{})
	next, _, err := s.Restore(t.Context(), made.Path)
	check(t, err)
	check(t, next.Close())
}

func TestAClosedStoreMakesNoBackup(t *testing.T) {
	s, _ := withClock(t)
	check(t, s.Close())
	if _, err := s.MakeBackup(t.Context(), data.BackupOptions{Reason: backups.Exit}); !errors.Is(err, data.ErrClosed) {
		t.Errorf("it answers %v", err)
	}
}

// What is wrong with a copy is found before it gets the name of a backup.
func TestACopyThatWentWrongIsNoBackup(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, copied string){
		"rows missing":      func(t *testing.T, copied string) { run(t, copied, "DELETE FROM setting") },
		"another version":   func(t *testing.T, copied string) { run(t, copied, "PRAGMA user_version = 1") },
		"another program's": func(t *testing.T, copied string) { run(t, copied, "PRAGMA application_id = 1") },
		"a table missing":   func(t *testing.T, copied string) { run(t, copied, "DROP TABLE setting") },
		"cut off":           func(t *testing.T, copied string) { check(t, os.Truncate(copied, must(os.Stat(copied)).Size()/2)) },
		"a page of nothing": func(t *testing.T, copied string) { overwrite(t, copied, "mock", strings.Repeat("\x00", 200)) },
		"a lost reference": func(t *testing.T, copied string) {
			run(t, copied, "PRAGMA foreign_keys = OFF", "UPDATE mock_score SET mock_id = 'gone'")
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := withClock(t)
			recordMock(t, s, 1)
			datatest.Do(t, s, "Setting", func(tx *data.Tx) error { return tx.SetSetting("theme", "dark") })
			dir := filepath.Join(filepath.Dir(s.Path()), "backups")
			defer data.OnStep(func(string) {})
			data.OnStep(func(step string) {
				if step == "copied" {
					copied := must(filepath.Glob(filepath.Join(dir, ".milepost-backup-*")))
					same(t, "copies", len(copied), 1)
					spoil(t, copied[0])
				}
			})
			if _, err := s.MakeBackup(t.Context(), data.BackupOptions{Reason: backups.Regular}); err == nil || !strings.Contains(err.Error(), "did not pass its check") {
				t.Errorf("it answers %v", err)
			}
			if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
				t.Error("something is left of it")
			}
		})
	}
}

func TestACopyThatReadsBackOtherwiseIsNotKeptInTheSecondFolder(t *testing.T) {
	s, _ := withClock(t)
	stick := t.TempDir()
	data.OnStep(func(step string) {
		if step == "second copied" {
			flip(t, must(filepath.Glob(filepath.Join(stick, "*", ".milepost-backup-*")))[0], 5000)
		}
	})
	defer data.OnStep(func(string) {})
	made := backUp(t, s, data.BackupOptions{Second: stick})
	if made.Second == nil || !strings.Contains(made.Second.Error(), "may be failing") {
		t.Errorf("it is told as %v", made.Second)
	}
	same(t, "on the stick", len(must(filepath.Glob(filepath.Join(stick, "*", "*")))), 0)
	same(t, "the backup itself", listed(t, s.Path())[0].State, backups.Good)
}
