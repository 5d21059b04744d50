package faultdisk_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"milepost/data/datatest/faultdisk"
)

func open(t *testing.T) (*sql.DB, string) {
	t.Helper()
	check(t, faultdisk.Install())
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=FULL")
	check(t, err)
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { check(t, db.Close()) })
	insert(t, db, "CREATE TABLE a (text)")
	return db, path
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func insert(t *testing.T, db *sql.DB, query string) {
	t.Helper()
	_, err := db.Exec(query)
	check(t, err)
}

// Each kind of fault reaches SQLite, and has gone once the disk is whole again.
func TestTheDiskFailsAsItWasToldTo(t *testing.T) {
	for kind, want := range map[faultdisk.Kind]sqlite3.ErrNo{
		faultdisk.Full: sqlite3.ErrFull, faultdisk.Growing: sqlite3.ErrFull, faultdisk.Short: sqlite3.ErrFull, faultdisk.Once: sqlite3.ErrFull,
		faultdisk.Sync: sqlite3.ErrIoErr, faultdisk.Syncs: sqlite3.ErrIoErr,
	} {
		t.Run(kind.String(), func(t *testing.T) {
			db, _ := open(t)
			faultdisk.Arm(kind, 1)
			_, err := db.Exec("INSERT INTO a VALUES (zeroblob(9000))")
			failed := faultdisk.Failed()
			faultdisk.Heal()
			if e := (sqlite3.Error{}); !errors.As(err, &e) || e.Code != want || failed == 0 {
				t.Errorf("%v after %d failures", err, failed)
			}
			insert(t, db, "INSERT INTO a VALUES (1)")
			var n int
			if check(t, db.QueryRow("SELECT count(*) FROM a").Scan(&n)); n != 1 {
				t.Errorf("%d rows", n)
			}
		})
	}
}

func TestTheRecordHoldsWhatWasWrittenInOrder(t *testing.T) {
	db, path := open(t)
	faultdisk.Record()
	insert(t, db, "INSERT INTO a VALUES ('needle')")
	faultdisk.Mark(7)
	events := faultdisk.Recorded()
	insert(t, db, "INSERT INTO a VALUES ('later')")
	said, needle := "", false
	for _, e := range events {
		if e.What == faultdisk.Marked && e.Offset == 7 || e.Path == path+"-wal" {
			said += string(e.What)
		}
		needle = needle || strings.Contains(string(e.Bytes), "needle")
	}
	if trimmed := strings.TrimLeft(said, "ws"); trimmed != "m" || !strings.HasSuffix(said, "sm") || !needle {
		t.Errorf("recorded %q, needle %v", said, needle)
	}
}
