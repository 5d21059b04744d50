package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"milepost/data/exchange"
)

// PreviewImport works out what importing a document would change. Nothing is written.
func (s *Store) PreviewImport(ctx context.Context, theirs exchange.Document) (exchange.Changes, error) {
	ours, err := s.Document(ctx)
	if err != nil {
		return exchange.Changes{}, err
	}
	merged, err := mergeDocuments(ours, theirs)
	if err != nil {
		return exchange.Changes{}, err
	}
	return exchange.ChangesBetween(ours, merged), nil
}

// Import merges a document into the data file, as one action that can be undone. What it would not keep of either side is noted as a
// conflict. It happens as a whole or not at all.
func (s *Store) Import(ctx context.Context, action string, theirs exchange.Document) (changes exchange.Changes, err error) {
	err = s.Do(ctx, action, func(t *Tx) error {
		ours, err := readDocument(ctx, t.tx)
		if err != nil {
			return fmt.Errorf("read everything: %w", err)
		}
		merged, err := mergeDocuments(ours, theirs)
		if err != nil {
			return err
		}
		changes = exchange.ChangesBetween(ours, merged)
		t.merge = true
		if err := t.become(ours, merged); err != nil {
			return err
		}
		return checkBecame(ctx, t.tx, merged)
	})
	return changes, err
}

// mergeDocuments merges after checking what comes in, and checks what comes out: together two files may hold more than one can.
func mergeDocuments(ours, theirs exchange.Document) (exchange.Document, error) {
	theirs, err := checkDocument(theirs)
	if err != nil {
		return exchange.Document{}, err
	}
	merged, err := exchange.Merge(ours, theirs)
	if err != nil {
		return exchange.Document{}, err
	}
	if _, err := checkDocument(merged); err != nil {
		return exchange.Document{}, fmt.Errorf("both together are more than one data file holds: %w", err)
	}
	return merged, nil
}

// checkBecame compares the file with what it was to become, byte for byte as it would be exported.
func checkBecame(ctx context.Context, q queryer, want exchange.Document) error {
	is, err := readDocument(ctx, q)
	if err != nil {
		return fmt.Errorf("read everything back: %w", err)
	}
	var a, b bytes.Buffer
	if err := errors.Join(exchange.Encode(&a, is), exchange.Encode(&b, want)); err != nil {
		return err
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		at := firstDifference(a.Bytes(), b.Bytes())
		return fmt.Errorf("the data file does not hold what was to be imported (it would be exported as %q where %q came in), so nothing was imported",
			around(a.Bytes(), at), around(b.Bytes(), at))
	}
	return nil
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func around(text []byte, at int) []byte { return text[max(0, at-30):min(len(text), at+30)] }

// Settle decides a conflict, as one action: with use the record becomes what was not kept of it, otherwise all stays as it is. The
// conflict is not shown again in either case.
func (s *Store) Settle(ctx context.Context, action, conflict string, use bool) error {
	return s.Do(ctx, action, func(t *Tx) error {
		ours, err := readDocument(ctx, t.tx)
		if err != nil {
			return fmt.Errorf("read everything: %w", err)
		}
		settle := exchange.Keep
		if use {
			settle = exchange.Use
		}
		shall, err := settle(ours, conflict)
		if err != nil {
			return err
		}
		if _, err := checkDocument(shall); err != nil {
			return fmt.Errorf("what was not kept cannot be used any more: %w", err)
		}
		return t.become(ours, shall)
	})
}
