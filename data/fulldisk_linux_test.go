package data_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/data/datatest/faultdisk"
	"milepost/data/exchange"
	"milepost/planner"
)

// everyWriteEnv asks for a disk that is full at every nth write of the session, and one that fails in another way at every fifth of
// those; 1 is each of them, the short form takes a few.
const everyWriteEnv = "MILEPOST_TEST_EVERY_WRITE"

// longSession is what somebody does in an evening, in actions that each must happen as a whole or not at all.
func longSession(dir string, theirs exchange.Document) []func(context.Context, *data.Store) error {
	study := datatest.Study("s")
	sessions := datatest.Sessions(study, 120)
	save := func(name string, fn func(*data.Tx) error) func(context.Context, *data.Store) error {
		return func(ctx context.Context, s *data.Store) error { return s.Do(ctx, name, fn) }
	}
	out := []func(context.Context, *data.Store) error{
		save("Plan", func(tx *data.Tx) error { return tx.ReplaceSessions("s", sessions) }),
	}
	for i := range 3 {
		done := sessions[i]
		done.Status, done.DoneMinutes = planner.Done, 40
		out = append(out,
			save("Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, i)) }),
			save("Done", func(tx *data.Tx) error { return tx.SaveSession("s", done) }))
	}
	return append(out,
		func(ctx context.Context, s *data.Store) error { _, err := s.Undo(ctx); return err },
		func(ctx context.Context, s *data.Store) error { _, err := s.Redo(ctx); return err },
		func(ctx context.Context, s *data.Store) error {
			made, err := s.MakeBackup(ctx, data.BackupOptions{Reason: "by-hand"})
			return errors.Join(err, made.First)
		},
		save("Plan anew", func(tx *data.Tx) error { return tx.ReplaceSessions("s", sessions[:60]) }),
		func(ctx context.Context, s *data.Store) error { _, err := s.Import(ctx, "Import", theirs); return err },
		func(ctx context.Context, s *data.Store) error { return s.Backup(ctx, filepath.Join(dir, "copy.db")) },
		save("Delete", func(tx *data.Tx) error { return tx.DeleteStudy("s") }),
		func(ctx context.Context, s *data.Store) error { _, err := s.Undo(ctx); return err },
	)
}

// otherComputer is what an import brings.
func otherComputer(t *testing.T) exchange.Document {
	t.Helper()
	other := datatest.New(t)
	full(t, other, "other")
	return exported(t, other)
}

// Whichever write of a session fails because the disk is full, or whichever fsync fails: the action says so in plain words and has not
// happened, nothing that happened before is lost, and once there is space the same action succeeds and work goes on.
func TestADiskThatFailsAtAnyWriteOfASessionLosesNothing(t *testing.T) {
	check(t, faultdisk.Install())
	defer faultdisk.Heal()
	theirs := otherComputer(t)
	for _, kind := range []faultdisk.Kind{faultdisk.Full, faultdisk.Growing, faultdisk.Short, faultdisk.Once, faultdisk.Sync, faultdisk.Syncs} {
		t.Run(kind.String(), func(t *testing.T) {
			writes := failingSession(t, theirs, kind, 0)
			step, short := times(t, everyWriteEnv, 0), 4
			if step > 0 && kind != faultdisk.Full && writes > 100 {
				step *= 5
			}
			if step == 0 {
				step = max(1, writes/short)
			}
			runs, told := 0, 0
			for n := 1; n <= writes; n += step {
				told += failingSession(t, theirs, kind, n)
				runs++
			}
			if told == 0 {
				t.Error("no action ever failed")
			}
			tell(t, "disk "+kind.String(), runs, fmt.Sprintf("at as many of %d calls of a session; %d actions refused and told, 0 lost, all gone on from", writes, told))
		})
	}
}

// failingSession goes through a session on a disk that fails at the nth call, and answers how many actions were refused; with 0 it never
// fails, and the answer is how many calls there were.
func failingSession(t *testing.T, theirs exchange.Document, kind faultdisk.Kind, n int) int {
	t.Helper()
	ctx, dir := t.Context(), t.TempDir()
	path := filepath.Join(dir, "study.db")
	s := must(data.Open(ctx, path, data.Options{Create: true, Now: datatest.Clock}))
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return errors.Join(tx.SaveStudy(datatest.Study("s")), tx.SetOpenStudy("s")) })
	faultdisk.Watch(kind)
	if n > 0 {
		faultdisk.Arm(kind, n)
	}
	failures := 0
	for i, act := range longSession(dir, theirs) {
		before := state(t, s)
		err := act(ctx, s)
		if err == nil {
			continue
		}
		failures++
		if !errors.Is(err, data.ErrDiskFull) && !errors.Is(err, data.ErrDisk) {
			t.Errorf("call %d, action %d: the error is not in plain words: %v", n, i, err)
		}
		if faultdisk.Failed() == 0 {
			t.Fatalf("call %d, action %d failed on a sound disk: %v", n, i, err)
		}
		faultdisk.Heal()
		if after := state(t, s); after != before {
			t.Errorf("call %d: action %d failed (%v) and changed something", n, i, err)
		}
		if err := act(ctx, s); err != nil {
			t.Errorf("call %d: action %d still fails with space: %v", n, i, err)
		}
	}
	calls := faultdisk.Calls()
	faultdisk.Heal()
	last := state(t, s)
	check(t, s.Close())
	h := must(data.Verify(ctx, path))
	same(t, fmt.Sprintf("call %d: sound", n), h.OK(), true)
	s = must(data.Open(ctx, path, data.Options{Now: datatest.Clock}))
	same(t, fmt.Sprintf("call %d: everything, opened again", n), state(t, s) == last, true)
	check(t, s.Close())
	if n == 0 {
		return calls
	}
	return failures
}

// state is everything in a file, as text.
func state(t *testing.T, s *data.Store) string {
	t.Helper()
	var b bytes.Buffer
	check(t, exchange.Encode(&b, must(s.Document(t.Context()))))
	return b.String()
}
