package data

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"path"
	"strings"

	"milepost/data/backups"
)

// The ladder: each file brings the tables from one version to the next. A released file is never edited again.
//
//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration is one rung.
type migration struct {
	version int // user_version afterwards, from 1
	name    string
	sql     string
}

// migrations are all rungs, in order.
var migrations = loadMigrations()

// undoVersion is the version that brought undo; migrations after it empty the undo log, whose images have the old columns.
const undoVersion = 2

func latestVersion() int { return len(migrations) }

// loadMigrations reads the embedded files. A mistake in them is a mistake in the program, found by its first test, hence the panic.
func loadMigrations() []migration {
	entries, err := migrationFiles.ReadDir("migrations")
	if err != nil {
		panic(fmt.Sprintf("data: %v", err))
	}
	var all []migration
	for i, e := range entries { // sorted by name
		text, err := migrationFiles.ReadFile(path.Join("migrations", e.Name()))
		if err != nil {
			panic(fmt.Sprintf("data: %v", err))
		}
		if !strings.HasPrefix(e.Name(), fmt.Sprintf("%04d_", i+1)) {
			panic(fmt.Sprintf("data: migration %s is out of line; number %04d was expected", e.Name(), i+1))
		}
		all = append(all, migration{version: i + 1, name: e.Name(), sql: string(text)})
	}
	return all
}

// run takes one rung in one transaction, version number and all: a program killed on the way leaves the version before.
// Foreign keys are off while tables may be rebuilt, and checked before the end.
func (m migration) run(ctx context.Context, db *sql.DB) (err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return fmt.Errorf("migration %s: %w", m.name, err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return fmt.Errorf("migration %s: %w", m.name, err)
	}
	err = m.inTransaction(ctx, conn)
	if _, on := conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA foreign_keys = ON"); on != nil {
		err = errors.Join(err, on)
	}
	if err != nil {
		return fmt.Errorf("migration %s: %w", m.name, err)
	}
	return nil
}

func (m migration) inTransaction(ctx context.Context, conn *sql.Conn) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // without effect after the commit
	steps := []string{m.sql, fmt.Sprintf("PRAGMA user_version = %d", m.version)}
	if m.version == 1 {
		steps = append(steps, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
	}
	if m.version > undoVersion {
		steps = append(steps, "DELETE FROM undo_change", "DELETE FROM undo_action")
	}
	for _, q := range steps {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	if err := checkForeignKeys(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// upgrade brings the tables of an older file up to date, after making a verified backup.
func (s *Store) upgrade(ctx context.Context) error {
	app, version, err := marks(ctx, s.write)
	if err != nil {
		return err
	}
	if app != applicationID || version < 1 || version > latestVersion() { // it was inspected a moment ago
		return openError(KindForeign, s.path)
	}
	if version == latestVersion() {
		return nil
	}
	if _, err := s.MakeBackup(ctx, BackupOptions{Reason: backups.BeforeUpgrade, Quick: true}); err != nil {
		return fmt.Errorf("back up before bringing the tables up to date: %w", err)
	}
	for _, m := range migrations[version:] {
		if err := m.run(ctx, s.write); err != nil {
			return plain(err)
		}
	}
	return readBack(ctx, s.write, writerPragmas())
}
