package data

import (
	"context"
	"database/sql"
)

// What the tests of the package's outside need from its inside.

// OpenRaw opens a database file as another program would, with every pragma of ours but without any check.
func OpenRaw(path string) *sql.DB { return openDB(newFileDSN(path), 1) }

// Writer is the connection a store writes through.
func (s *Store) Writer() *sql.DB { return s.write }

// Reader is the connections a store reads through.
func (s *Store) Reader() *sql.DB { return s.read }

// MakeVersion makes an empty data file of an older version.
func MakeVersion(ctx context.Context, path string, version int) error {
	db := OpenRaw(path)
	defer db.Close()
	for _, m := range migrations[:version] {
		if err := m.run(ctx, db); err != nil {
			return err
		}
	}
	return db.Close()
}

// RunMigration takes a rung made up by a test.
func RunMigration(ctx context.Context, db *sql.DB, version int, text string) error {
	return migration{version: version, name: "test", sql: text}.run(ctx, db)
}

// Undoable are the tables that undo covers.
var Undoable = undoable

// Historic are the tables that are part of undo where a merge changed them.
var Historic = historic

// LatestVersion is the version of the tables this program makes.
func LatestVersion() int { return latestVersion() }

// UndoRows is the bound on the rows of the undo log.
const UndoRows = undoRows

// OnStep calls f at each step of backups and restores.
func OnStep(f func(step string)) { reached = f }

// PlaceFacts are what is seen of the place of an open data file.
type PlaceFacts struct {
	File, Folder                                       error
	Same, LogGone, Writable, FolderWritable, FreeKnown bool
	Failed                                             bool
	Free                                               uint64
}

// Trouble judges them.
func (f PlaceFacts) Trouble() Trouble {
	return placeFacts{
		file: f.File, folder: f.Folder, same: f.Same, logGone: f.LogGone, writable: f.Writable, folderWritable: f.FolderWritable,
		free: f.Free, freeKnown: f.FreeKnown, failed: f.Failed,
	}.trouble()
}
