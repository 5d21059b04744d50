package data_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"milepost/data"
	"milepost/data/backups"
	"milepost/data/datatest"
	"milepost/planner"
)

// saveMock saves one mock, as the smallest thing a person would be sorry to lose.
func saveMock(ctx context.Context, s *data.Store, id string) error {
	return s.Do(ctx, "Record a mock", func(tx *data.Tx) error {
		return tx.SaveMock("s", planner.Mock{ID: id, Date: planner.MustDate("2026-11-20"), Source: "Bank", Correct: 60, Total: 100})
	})
}

func TestWhatHappensToAnOpenFileIsNoticedAndNothingIsAcknowledgedThatWouldBeLost(t *testing.T) {
	for name, tt := range map[string]struct {
		happens func(dir, path string) error
		undone  func(dir, path string) error
		trouble data.Trouble
		is      error // what a save answers; nil: it is saved
	}{
		"deleted": {
			func(_, path string) error { return os.Remove(path) }, nil, data.TroubleDeleted, data.ErrFileGone,
		},
		"moved": {
			func(_, path string) error { return os.Rename(path, path+".away") },
			func(_, path string) error { return os.Rename(path+".away", path) }, data.TroubleMoved, data.ErrFileGone,
		},
		"replaced": {
			func(_, path string) error {
				return errors.Join(os.Rename(path, path+".away"), os.WriteFile(path, []byte("another"), 0o600))
			},
			func(_, path string) error { return os.Rename(path+".away", path) }, data.TroubleReplaced, data.ErrFileGone,
		},
		"its log deleted": {
			func(_, path string) error { return os.Remove(path + "-wal") }, nil, data.TroubleLogGone, data.ErrFileGone,
		},
		"its folder moved": {
			func(dir, _ string) error { return os.Rename(dir, dir+".away") },
			func(dir, _ string) error { return os.Rename(dir+".away", dir) }, data.TroubleFolderGone, data.ErrFileGone,
		},
		"its folder deleted": {
			func(dir, _ string) error { return os.RemoveAll(dir) }, nil, data.TroubleFolderGone, data.ErrFileGone,
		},
		"made read-only": {
			func(_, path string) error { return os.Chmod(path, 0o400) },
			func(_, path string) error { return os.Chmod(path, 0o600) }, data.TroubleReadOnly, data.ErrFileReadOnly,
		},
		"its folder made read-only": {
			func(dir, _ string) error { return os.Chmod(dir, 0o500) },
			func(dir, _ string) error { return os.Chmod(dir, 0o700) }, data.TroubleReadOnlyFolder, nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "milepost")
			path := filepath.Join(dir, "study.milepost")
			s := datatest.OpenAt(t, path)
			datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
			if err := saveMock(t.Context(), s, "before"); err != nil {
				t.Fatal(err)
			}
			same(t, "trouble before", s.Presence().Trouble, data.Trouble(""))
			if err := tt.happens(dir, path); err != nil {
				t.Fatal(err)
			}
			if known := tt.trouble == data.TroubleDeleted || tt.trouble == data.TroubleMoved; known && runtime.GOOS != "linux" {
				tt.trouble = data.TroubleGone // other systems do not tell
			}
			same(t, "trouble", s.Presence().Trouble, tt.trouble)
			if tt.trouble == data.TroubleMoved {
				same(t, "where it lies now", s.Presence().NowAt, path+".away")
			}
			if err := saveMock(t.Context(), s, "during"); !errors.Is(err, tt.is) {
				t.Errorf("a save answers %v, not %v", err, tt.is)
			}
			_, _ = s.MakeBackup(t.Context(), data.BackupOptions{Reason: backups.Regular}) // as the window does; it must not make a folder that has gone
			same(t, "trouble after a backup", s.Presence().Trouble, tt.trouble)
			copied := filepath.Join(t.TempDir(), "copy.milepost")
			if err := s.Backup(t.Context(), copied); err != nil {
				t.Fatalf("nothing can be rescued: %v", err)
			}
			wanted := 1
			if tt.is == nil {
				wanted++
			}
			same(t, "mocks in the copy", must(data.Verify(t.Context(), copied)).Mocks, wanted)
			if tt.undone == nil {
				return
			}
			if err := tt.undone(dir, path); err != nil {
				t.Fatal(err)
			}
			same(t, "trouble after", s.Presence().Trouble, data.Trouble(""))
			if err := saveMock(t.Context(), s, "after"); err != nil {
				t.Errorf("afterwards a save answers %v", err)
			}
		})
	}
}

func TestTheWorstOfWhatIsSeenOfAPlaceIsTold(t *testing.T) {
	fine := data.PlaceFacts{Same: true, Writable: true, FolderWritable: true, Free: 1 << 30, FreeKnown: true}
	for name, tt := range map[string]struct {
		change func(*data.PlaceFacts)
		want   data.Trouble
	}{
		"nothing":                  {func(*data.PlaceFacts) {}, ""},
		"the folder hangs":         {func(f *data.PlaceFacts) { f.Folder, f.File = errors.New("stale"), errors.New("stale") }, data.TroubleUnreachable},
		"the file cannot be seen":  {func(f *data.PlaceFacts) { f.File = os.ErrPermission }, data.TroubleUnreachable},
		"no folder":                {func(f *data.PlaceFacts) { f.Folder, f.File = os.ErrNotExist, os.ErrNotExist }, data.TroubleFolderGone},
		"no file":                  {func(f *data.PlaceFacts) { f.File, f.LogGone = os.ErrNotExist, true }, data.TroubleGone},
		"another, and a full disk": {func(f *data.PlaceFacts) { f.Same, f.Free = false, 0 }, data.TroubleReplaced},
		"no room":                  {func(f *data.PlaceFacts) { f.Free = 1 << 20 }, data.TroubleAlmostFull},
		"room is not told":         {func(f *data.PlaceFacts) { f.Free, f.FreeKnown = 0, false }, ""},
		"the last save failed":     {func(f *data.PlaceFacts) { f.Failed = true }, data.TroubleFull},
	} {
		t.Run(name, func(t *testing.T) {
			f := fine
			tt.change(&f)
			same(t, "trouble", f.Trouble(), tt.want)
		})
	}
}

func TestAFullDiskIsTroubleUntilSomethingIsSaved(t *testing.T) {
	s := datatest.New(t)
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
	limit := func(pages int) {
		_, err := s.Writer().ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", pages))
		check(t, err)
	}
	limit(1) // no less than there are already: SQLite then says that the disk is full
	var full error
	for i := 0; full == nil && i < 5000; i++ {
		full = saveMock(t.Context(), s, fmt.Sprint("m", i))
	}
	if !errors.Is(full, data.ErrDiskFull) {
		t.Fatalf("it answers %v", full)
	}
	same(t, "trouble", s.Presence().Trouble, data.TroubleFull)
	limit(1 << 30)
	same(t, "trouble before the next save", s.Presence().Trouble, data.TroubleFull)
	check(t, saveMock(t.Context(), s, "afterwards"))
	same(t, "trouble after it", s.Presence().Trouble, data.Trouble(""))
}

// A connection that were opened only when it is needed would open whatever lies there by then.
func TestReadersStayWithTheFileThatWasOpened(t *testing.T) {
	s, path := held(t)
	another := filepath.Join(t.TempDir(), "another.milepost")
	sound(t, another)
	check(t, errors.Join(os.Rename(path, path+".away"), os.Rename(another, path)))
	busy, err := s.Reader().Conn(t.Context()) // the one that has been used
	check(t, err)
	same(t, "mocks", len(must(s.Mocks(t.Context(), "s"))), 2)
	check(t, errors.Join(busy.Close(), os.Rename(path, another), os.Rename(path+".away", path), s.Close()))
}
