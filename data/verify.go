package data

import (
	"context"
	"errors"
	"fmt"
)

// Health is what a check of a file found.
type Health struct {
	Path     string
	Kind     Kind   // what is wrong; "" when the file is sound
	Sentence string // what was found, in one sentence
	Advice   string // what to do; "" when the file is sound
	Version  int    // of the tables

	Studies, Sessions, Mocks int
}

// OK reports whether the file is sound.
func (h Health) OK() bool { return h.Kind == "" }

// Verify looks a data file through from end to end, and changes nothing: not the file, nothing beside it. It may be a backup, and
// it may be open in Milepost at the same time. The error is for a check that could not be made; a bad file is a finding.
func Verify(ctx context.Context, path string) (Health, error) {
	h, err := verify(ctx, path)
	var bad *OpenError
	if errors.As(err, &bad) {
		return Health{Path: bad.Path, Kind: bad.Kind, Sentence: bad.Sentence, Advice: bad.Advice}, nil
	}
	if err != nil {
		return Health{}, fmt.Errorf("verify %s: %w", path, err)
	}
	return h, nil
}

func verify(ctx context.Context, path string) (Health, error) {
	p, err := locate(path)
	if err != nil {
		return Health{}, err
	}
	if p = withPending(p); !p.exists {
		return Health{}, openError(KindMissing, p.path)
	}
	if err := checkReadable(p); err != nil {
		return Health{}, err
	}
	f, err := inspect(ctx, p, thorough)
	if err != nil {
		return Health{}, err
	}
	h := Health{Path: p.path, Version: f.version}
	if err := h.count(ctx, p); err != nil {
		return Health{}, err
	}
	h.Sentence = fmt.Sprintf("The data file %s is sound: studies %d, sessions %d, mocks %d.", p.path, h.Studies, h.Sessions, h.Mocks)
	return h, nil
}

// count says what is in a file, so that a person sees whether a backup holds what they expect.
func (h *Health) count(ctx context.Context, p place) (err error) {
	db, closeDB, err := openForInspection(ctx, p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeDB()) }()
	const q = "SELECT (SELECT count(*) FROM study), (SELECT count(*) FROM session), (SELECT count(*) FROM mock)"
	if err := db.QueryRowContext(ctx, q).Scan(&h.Studies, &h.Sessions, &h.Mocks); err != nil {
		return fmt.Errorf("count what is in the file: %w", err)
	}
	return nil
}
