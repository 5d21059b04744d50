// Package damage flips bytes of a data file, one at a time, and sees what becomes of it: whether it is told, whether salvage brings
// everything back, whether anything is lost without a word. The tests of package data run it for a few bytes and the torture command
// for many. It must never be imported by anything else.
package damage

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"time"

	"milepost/data"
)

// Options say what is tried.
type Options struct {
	Flips  int    // how many bytes; the header of the file always among them
	Seed   uint64 // which ones
	Folder string // for the damaged files
	Now    func() time.Time
}

// Report is what was seen.
type Report struct {
	Flips int
	Told  int // the file was said to be damaged, foreign, newer, …
	Whole int // of those, salvage brought back every row as it was
	Part  int // of those, salvage said what it could not bring back, or that it is in doubt
	// Unseen is how many files opened as if nothing were wrong. In all of them every row is there; in Altered of them a value is another:
	// SQLite has no checksums.
	Unseen, Altered int
	// Failures are what must not be, a line each.
	Failures []string
}

func (r Report) String() string {
	return fmt.Sprintf("%d bytes flipped: %d told (%d salvaged whole, %d with losses named), %d without effect, %d a value altered unseen, %d failures",
		r.Flips, r.Told, r.Whole, r.Part, r.Unseen-r.Altered, r.Altered, len(r.Failures))
}

// Flips flips bytes of the sound data file at path, each in a copy of its own.
func Flips(ctx context.Context, path string, opt Options) (r Report, err error) {
	whole, err := os.ReadFile(path)
	if err != nil {
		return r, fmt.Errorf("read the sound file: %w", err)
	}
	want, err := rowsOf(ctx, path)
	if err != nil {
		return r, err
	}
	random := rand.New(rand.NewPCG(opt.Seed, 0)) //nolint:gosec // the same each time
	for i := range opt.Flips {
		at := random.IntN(len(whole))
		if i%4 == 0 {
			at = i / 4 % headerBytes
		}
		b := slices.Clone(whole)
		b[at] ^= 1 << random.IntN(8)
		file := filepath.Join(opt.Folder, "flipped")
		if err := os.WriteFile(file, b, 0o600); err != nil {
			return r, fmt.Errorf("write a damaged file: %w", err)
		}
		if err := r.try(ctx, file, want, opt); err != nil {
			return r, err
		}
		if n := len(r.Failures); n > 0 && r.Flips < i+1 {
			r.Failures[n-1] = fmt.Sprintf("byte %d of page %d: %s", at%4096, at/4096+1, r.Failures[n-1])
		}
		r.Flips = i + 1
	}
	return r, nil
}

const headerBytes = 100

// try looks at one damaged file.
func (r *Report) try(ctx context.Context, file string, want rows, opt Options) error {
	before, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read the damaged file: %w", err)
	}
	h, err := data.Verify(ctx, file)
	if err != nil {
		return fmt.Errorf("verify a damaged file: %w", err)
	}
	if h.OK() {
		r.Unseen++
		return r.unseen(ctx, file, want)
	}
	r.Told++
	to := filepath.Join(opt.Folder, "salvaged")
	if err := os.Remove(to); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("make room: %w", err)
	}
	done, err := data.Salvage(ctx, file, to, data.SalvageOptions{Now: opt.Now})
	if err != nil {
		r.Failures = append(r.Failures, fmt.Sprintf("it could not be salvaged: %v", err))
		return ctx.Err()
	}
	if after, err := os.ReadFile(file); err != nil || !slices.Equal(before, after) {
		r.Failures = append(r.Failures, "the damaged file was written to")
	}
	got, err := rowsOf(ctx, to)
	if err != nil {
		return err
	}
	total := done.Total()
	switch missing := want.without(got); {
	case missing == 0:
		r.Whole++
	case total.Lost+total.Refused+total.Doubtful > 0 || total.Torn:
		r.Part++
	default:
		r.Failures = append(r.Failures, fmt.Sprintf("%d rows are gone without a word", missing))
	}
	return nil
}

// unseen looks at a file that is said to be sound.
func (r *Report) unseen(ctx context.Context, file string, want rows) error {
	got, err := rowsOf(ctx, file)
	if err != nil {
		r.Failures = append(r.Failures, fmt.Sprintf("it was said to be sound and cannot be read: %v", err))
		return ctx.Err()
	}
	if got.count() != want.count() {
		r.Failures = append(r.Failures, fmt.Sprintf("it was said to be sound and has %d rows, not %d", got.count(), want.count()))
	}
	if want.without(got) > 0 {
		r.Altered++
	}
	return nil
}
