package data_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/planner"
)

// bad makes files that cannot be used, each at the path it is given.
var bad = []struct {
	name string
	kind data.Kind
	make func(t *testing.T, path string)
	// verify is the kind Verify gives; "" when the file is sound and only cannot be written to.
	verify data.Kind
}{
	{"missing", data.KindMissing, func(*testing.T, string) {}, data.KindMissing},
	{"a folder", data.KindDirectory, func(t *testing.T, path string) { check(t, os.Mkdir(path, 0o700)) }, data.KindDirectory},
	{"a link that leads nowhere", data.KindBrokenLink, func(t *testing.T, path string) { check(t, os.Symlink(path+"-nowhere", path)) }, data.KindBrokenLink},
	{"a link to itself", data.KindBrokenLink, func(t *testing.T, path string) { check(t, os.Symlink(path, path)) }, data.KindBrokenLink},
	{"empty", data.KindEmpty, func(t *testing.T, path string) { check(t, os.WriteFile(path, nil, 0o600)) }, data.KindEmpty},
	{"a text", data.KindNotSQLite, func(t *testing.T, path string) {
		check(t, os.WriteFile(path, []byte(strings.Repeat("Dear diary, ", 1000)), 0o600))
	}, data.KindNotSQLite},
	{"a few bytes", data.KindNotSQLite, func(t *testing.T, path string) {
		check(t, os.WriteFile(path, []byte("SQLite format 3\x00"), 0o600))
	}, data.KindNotSQLite},
	{"another program's database", data.KindForeign, func(t *testing.T, path string) {
		touch(t, path)
		run(t, path, "CREATE TABLE bookmark (url TEXT)")
	}, data.KindForeign},
	{"our mark on another database", data.KindForeign, func(t *testing.T, path string) {
		touch(t, path)
		run(t, path, "CREATE TABLE bookmark (url TEXT)", "PRAGMA application_id = 0x4D505354", "PRAGMA user_version = 1")
	}, data.KindForeign},
	{"a hidden trigger", data.KindForeign, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "CREATE TRIGGER evil AFTER INSERT ON mock BEGIN DELETE FROM study; END")
	}, data.KindForeign},
	{"a trigger changed", data.KindForeign, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "DROP TRIGGER undo_mock_insert", "CREATE TRIGGER undo_mock_insert AFTER INSERT ON mock BEGIN DELETE FROM setting; END")
	}, data.KindForeign},
	{"a view", data.KindForeign, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "CREATE VIEW evil AS SELECT * FROM mock")
	}, data.KindForeign},
	{"a table exchanged for a view", data.KindForeign, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "DROP TABLE setting", "CREATE VIEW setting AS SELECT 'theme' AS key, hex(zeroblob(100000000)) AS value")
	}, data.KindForeign},
	{"a table of another shape", data.KindForeign, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "ALTER TABLE setting ADD COLUMN extra TEXT")
	}, data.KindForeign},
	{"a missing table", data.KindForeign, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "DROP TABLE setting")
	}, data.KindForeign},
	{"newer", data.KindNewer, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "PRAGMA user_version = 999")
	}, data.KindNewer},
	{"cut off", data.KindDamaged, func(t *testing.T, path string) {
		sound(t, path)
		check(t, os.Truncate(path, must(os.Stat(path)).Size()/2/4096*4096))
	}, data.KindDamaged},
	{"cut down to its header", data.KindDamaged, func(t *testing.T, path string) {
		sound(t, path)
		check(t, os.Truncate(path, 120))
	}, data.KindDamaged},
	{"a page overwritten", data.KindDamaged, func(t *testing.T, path string) {
		sound(t, path)
		overwrite(t, path, "mock", strings.Repeat("\xA5", 200))
	}, data.KindDamaged},
	{"the list of tables overwritten", data.KindDamaged, func(t *testing.T, path string) {
		sound(t, path)
		overwrite(t, path, "", strings.Repeat("\xA5", 600))
	}, data.KindDamaged},
	{"rows without the row they lean on", data.KindDamaged, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "PRAGMA foreign_keys = OFF", "DELETE FROM study_domain")
	}, data.KindDamaged},
	{"rows against the checks", data.KindDamaged, func(t *testing.T, path string) {
		sound(t, path)
		run(t, path, "PRAGMA ignore_check_constraints = ON", "UPDATE mock SET day = '2026-02-30'")
	}, data.KindDamaged},
	{"read-only", data.KindReadOnly, func(t *testing.T, path string) {
		sound(t, path)
		check(t, os.Chmod(path, 0o400))
	}, ""},
	{"no permission", data.KindNoPermission, func(t *testing.T, path string) {
		sound(t, path)
		check(t, os.Chmod(path, 0))
	}, data.KindNoPermission},
	{"a read-only folder", data.KindReadOnlyFolder, func(t *testing.T, path string) {
		sound(t, path)
		check(t, os.Chmod(filepath.Dir(path), 0o500))
		t.Cleanup(func() { check(t, os.Chmod(filepath.Dir(path), 0o700)) })
	}, ""},
}

func TestAFileThatCannotBeUsedIsNamedAndLeftAlone(t *testing.T) {
	for _, tt := range bad {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "folder")
			check(t, os.Mkdir(dir, 0o700))
			path := filepath.Join(dir, "study.milepost")
			tt.make(t, path)
			before := snapshot(t, dir)
			for _, create := range []bool{false, true} {
				if create && tt.kind == data.KindMissing {
					continue // making a missing file is what Create is for
				}
				s, err := data.Open(t.Context(), path, data.Options{Create: create, Now: datatest.Clock})
				if err == nil {
					check(t, s.Close())
					t.Fatal("the file was opened")
				}
				explains(t, err, tt.kind, path)
			}
			h, err := data.Verify(t.Context(), path)
			check(t, err)
			same(t, "verify", h.Kind, tt.verify)
			same(t, "files", snapshot(t, dir), before)
		})
	}
}

// explains checks an error as a person meets it.
func explains(t *testing.T, err error, kind data.Kind, path string) {
	t.Helper()
	var e *data.OpenError
	if !errors.As(err, &e) {
		t.Fatalf("not an OpenError: %v", err)
	}
	same(t, "kind", e.Kind, kind)
	for what, ok := range map[string]bool{
		"names the path":        strings.Contains(e.Sentence, path) && e.Path == path,
		"is one sentence":       strings.HasSuffix(e.Sentence, ".") && !strings.Contains(e.Sentence, "%"),
		"says what to do":       e.Advice != "",
		"Error has both":        strings.Contains(err.Error(), e.Sentence) && strings.Contains(err.Error(), e.Advice),
		"talks no SQLite slang": !strings.Contains(e.Error(), "pragma") && !strings.Contains(e.Error(), "malformed"),
	} {
		if !ok {
			t.Errorf("does not hold: %s (%q, %q)", what, e.Sentence, e.Advice)
		}
	}
}

func TestNoFileIsMadeInAReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	check(t, os.Chmod(dir, 0o500))
	defer func() { check(t, os.Chmod(dir, 0o700)) }()
	path := filepath.Join(dir, "study.milepost")
	_, err := data.Open(t.Context(), path, data.Options{Create: true, Now: datatest.Clock})
	explains(t, err, data.KindReadOnlyFolder, path)
	same(t, "files", len(must(os.ReadDir(dir))), 0)
}

// A file copied together with its log, but without the log's index, is inspected with the log, and both are left alone.
func TestALogWithoutItsIndexIsInspectedInACopy(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "study.milepost")
	s := datatest.OpenAt(t, filepath.Join(dir, "live.milepost"))
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
	for _, suffix := range []string{"", "-wal"} { // as a person copies files who has heard of the log
		check(t, os.WriteFile(path+suffix, must(os.ReadFile(s.Path()+suffix)), 0o600))
	}
	before := snapshot(t, dir)
	h, err := data.Verify(t.Context(), path)
	check(t, err)
	same(t, "kind", h.Kind, data.Kind(""))
	same(t, "studies", h.Studies, 1)
	same(t, "files", snapshot(t, dir), before)

	copied := datatest.OpenAt(t, path)
	same(t, "study", must(copied.Study(t.Context(), "s")), datatest.Study("s"))
}

func TestASecondMilepostIsKeptAway(t *testing.T) {
	path := t.TempDir() + "/study.milepost"
	one := datatest.OpenAt(t, path)
	_, err := data.Open(t.Context(), path, data.Options{Create: true, Now: datatest.Clock})
	explains(t, err, data.KindLocked, path)

	link := filepath.Join(t.TempDir(), "link.milepost")
	check(t, os.Symlink(path, link))
	_, err = data.Open(t.Context(), link, data.Options{Now: datatest.Clock})
	explains(t, err, data.KindLocked, link)

	beside, err := data.Open(t.Context(), path, data.Options{Now: datatest.Clock, NoLock: true})
	check(t, err)
	datatest.Do(t, beside, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
	same(t, "studies", len(must(one.Studies(t.Context()))), 1)
	check(t, beside.Close())

	check(t, one.Close())
	same(t, "files", len(must(os.ReadDir(filepath.Dir(path)))), 1) // nothing left beside it
	check(t, datatest.OpenAt(t, path).Close())
}

func TestStrangePathsOpenTheFileTheyName(t *testing.T) {
	for _, name := range []string{"Prüfung 1.milepost", "a#b", "50%", "100%25", "what?mode=memory", "a&b=c", " ", "semi;colon'quote\"", "日本"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name+" folder")
			path := filepath.Join(dir, name)
			s := datatest.OpenAt(t, path)
			datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
			check(t, s.Backup(t.Context(), path+" backup"))
			check(t, s.Close())
			var names []string
			for _, e := range must(os.ReadDir(dir)) {
				names = append(names, e.Name())
			}
			same(t, "files", names, []string{name, name + " backup"})
			h := must(data.Verify(t.Context(), path))
			same(t, "studies", h.Studies, 1)
		})
	}
}

func TestFilesBelongToTheirOwnerAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	s := datatest.OpenAt(t, filepath.Join(dir, "study.milepost"))
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
	check(t, s.Backup(t.Context(), filepath.Join(dir, "backups", "one.milepost")))
	check(t, filepath.WalkDir(filepath.Dir(dir), func(path string, e fs.DirEntry, err error) error {
		if perm := must(e.Info()).Mode().Perm(); perm&0o077 != 0 {
			t.Errorf("%s: mode %o", path, perm)
		}
		return err
	}))
}

func TestSettingsOfTheConnectionsAreAsPromised(t *testing.T) {
	s := datatest.New(t)
	for name, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0", "cell_size_check": "1",
		"busy_timeout": "5000", "application_id": fmt.Sprint(0x4D505354), "user_version": fmt.Sprint(data.LatestVersion()),
	} {
		var got string
		check(t, s.Writer().QueryRow("PRAGMA "+name).Scan(&got))
		same(t, name, got, want)
	}
	if _, err := s.Reader().Exec("DELETE FROM setting"); err == nil {
		t.Error("a reading connection wrote")
	}
}

func TestAFileThatVanishedIsNoticedBeforeSaving(t *testing.T) {
	for name, vanish := range map[string]func(path string) error{
		"deleted":   os.Remove,
		"moved":     func(path string) error { return os.Rename(path, path+".moved") },
		"exchanged": func(path string) error { return errors.Join(os.Remove(path), os.WriteFile(path, []byte("x"), 0o600)) },
	} {
		t.Run(name, func(t *testing.T) {
			s := datatest.With(t, datatest.Study("s"))
			check(t, vanish(s.Path()))
			err := s.Do(t.Context(), "Rename", func(tx *data.Tx) error { return tx.SetSetting("a", "b") })
			if !errors.Is(err, data.ErrFileGone) {
				t.Errorf("error %v, want ErrFileGone", err)
			}
		})
	}
}

func TestReadingInsideAnActionAnswersTheStateBefore(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	datatest.Do(t, s, "Delete study", func(tx *data.Tx) error {
		if err := tx.DeleteStudy("s"); err != nil {
			return err
		}
		same(t, "studies", len(must(s.Studies(t.Context()))), 1)
		return nil
	})
	same(t, "studies", len(must(s.Studies(t.Context()))), 0)
}

// sound makes a closed data file with a study, sessions and mocks in it.
func sound(t *testing.T, path string) {
	t.Helper()
	s, err := data.Open(t.Context(), path, data.Options{Create: true, Now: datatest.Clock})
	check(t, err)
	study := datatest.Study("s")
	datatest.Do(t, s, "Fill", func(tx *data.Tx) error {
		errs := []error{tx.SaveStudy(study), tx.ReplaceSessions("s", datatest.Sessions(study, 100))}
		for i := range 50 {
			errs = append(errs, tx.SaveMock("s", datatest.Mock(study, i)))
		}
		return errors.Join(append(errs, tx.ReplaceMilestones("s", []planner.Milestone{{ID: "exam", Date: study.ExamDate}}))...)
	})
	check(t, s.Close())
}

func touch(t *testing.T, path string) { t.Helper(); check(t, os.WriteFile(path, nil, 0o600)) }

// run lets another program at a database.
func run(t *testing.T, path string, statements ...string) {
	t.Helper()
	db := data.OpenRaw(path)
	for _, q := range statements {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	check(t, db.Close())
}

// overwrite spoils the first page of a table; "" the list of tables, behind the header of the file.
func overwrite(t *testing.T, path, table, with string) {
	t.Helper()
	offset := int64(100)
	if table != "" {
		db := data.OpenRaw(path)
		check(t, db.QueryRow("SELECT (rootpage - 1) * 4096 FROM sqlite_schema WHERE name = ?", table).Scan(&offset))
		check(t, db.Close())
	}
	f := must(os.OpenFile(path, os.O_WRONLY, 0))
	_, err := f.WriteAt([]byte(with), offset)
	check(t, errors.Join(err, f.Close()))
}

// snapshot is every file of a folder with its content, mode and time of change.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	check(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info := must(e.Info())
		fmt.Fprint(&b, path, " ", info.Mode())
		if info.Mode().IsRegular() && !strings.HasSuffix(path, "-shm") { // the index lives in memory shared with the running program
			content, _ := os.ReadFile(path) // a file nobody may read has only its mode and time
			fmt.Fprintf(&b, " %s %x", info.ModTime(), sha256.Sum256(content))
		}
		b.WriteString("\n")
		return nil
	}))
	return b.String()
}
