package data

import (
	"context"
	"errors"
	"fmt"
)

// localSettings are the settings that belong to this computer, as a pattern of LIKE. They stay when everything else is restored.
const localSettings = "local.%"

// candidatePattern names data files that are being made from a backup.
const candidatePattern = ".milepost-restore-*"

// candidate is a data file made from a backup that is ready to take the place of the present one.
type candidate struct {
	file  string
	holds Contents
	older bool // its tables had to be brought up to date
}

// makeCandidate makes a data file of a backup in dir: inspected, copied, compared, brought up to date, read as the program reads it,
// and put on disk. The backup itself is only read. The settings of this computer are exchanged for those given, unless nil.
func makeCandidate(ctx context.Context, dir, from string, local map[string]string) (c candidate, err error) {
	p, f, err := soundBackup(ctx, from)
	if err != nil {
		return c, err
	}
	if c.file, err = emptyFile(dir, candidatePattern); err != nil {
		return c, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removeUnfinished(c.file))
		}
	}()
	reached("candidate begun")
	m, err := copyFromPlace(ctx, p, c.file)
	if err != nil {
		return c, inspectionError(p, err)
	}
	if err := checkCopy(ctx, c.file, m); err != nil {
		return c, err
	}
	c.older = f.version < latestVersion()
	if err := bringUpToDate(ctx, c.file, f.version, local); err != nil {
		return c, fmt.Errorf("bring the copy of %s up to date: %w", from, err)
	}
	reached("candidate up to date")
	if c.holds, err = readThrough(ctx, c.file); err != nil {
		return c, fmt.Errorf("read the copy of %s: %w", from, err)
	}
	return c, syncFile(c.file)
}

// soundBackup inspects a file that is to be restored.
func soundBackup(ctx context.Context, from string) (place, findings, error) {
	p, err := locate(from)
	if err != nil {
		return p, findings{}, err
	}
	if !p.exists {
		return p, findings{}, openError(KindMissing, p.path)
	}
	p = withPending(p)
	if err := checkReadable(p); err != nil {
		return p, findings{}, err
	}
	f, err := inspect(ctx, p, thorough)
	return p, f, err
}

// bringUpToDate climbs the rest of the ladder in a file nobody else has, and exchanges the settings of this computer.
func bringUpToDate(ctx context.Context, file string, version int, local map[string]string) (err error) {
	db := openDB(newFileDSN(file), 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, m := range migrations[version:] {
		if err := m.run(ctx, db); err != nil {
			return err
		}
	}
	// What is changed from here on is changed by somebody who no longer knows what was changed after the backup.
	if _, err := db.ExecContext(ctx, "DELETE FROM this_replica"); err != nil {
		return err
	}
	if local == nil {
		return nil
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // without effect after the commit
	if _, err := tx.ExecContext(ctx, "DELETE FROM setting WHERE key LIKE ?", localSettings); err != nil {
		return err
	}
	for key, value := range local {
		if _, err := tx.ExecContext(ctx, "INSERT INTO setting (key, value) VALUES (?, ?)", key, value); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// readLocalSettings reads the settings of this computer.
func readLocalSettings(ctx context.Context, q queryer) (map[string]string, error) {
	local := map[string]string{}
	err := each(ctx, q, func(scan func(...any) error) error {
		var key, value string
		err := scan(&key, &value)
		local[key] = value
		return err
	}, "SELECT key, value FROM setting WHERE key LIKE ?", localSettings)
	if err != nil {
		return nil, fmt.Errorf("read the settings of this computer: %w", err)
	}
	return local, nil
}

// readThrough inspects a finished file once more and reads all of it, as the program does when it shows it.
func readThrough(ctx context.Context, file string) (c Contents, err error) {
	p := place{path: file, file: file, exists: true}
	if _, err := inspectOwn(ctx, file); err != nil {
		return c, err
	}
	held, err := takeSnapshot(ctx, p)
	if err != nil {
		return c, inspectionError(p, err)
	}
	s := &Store{path: file, file: file, held: held}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := readAll(ctx, s); err != nil {
		return c, err
	}
	return s.Contents(ctx)
}

// readAll reads everything a store gives out.
func readAll(ctx context.Context, s *Store) error {
	studies, err := s.Studies(ctx)
	if err != nil {
		return err
	}
	if _, err := s.OpenStudyID(ctx); err != nil {
		return err
	}
	for _, study := range studies {
		for _, read := range []func(context.Context, string) error{
			ignoring(s.Sessions), ignoring(s.Milestones), ignoring(s.Mocks), ignoring(s.Sources), ignoring(s.Sittings),
			ignoring(s.DoneElsewhere), ignoring(s.Forecasts), ignoring(s.MockForecasts),
		} {
			if err := read(ctx, study.ID); err != nil {
				return err
			}
		}
	}
	_, err = s.UndoName(ctx)
	return err
}

// ignoring reads for the sake of the error.
func ignoring[T any](read func(context.Context, string) (T, error)) func(context.Context, string) error {
	return func(ctx context.Context, id string) error {
		_, err := read(ctx, id)
		return err
	}
}
