package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

// Two programs on one file with two logs would spoil it: neither sees what the other has not folded in yet.
func TestAFileThatWasMovedWhileOpenIsNotOpenedASecondTime(t *testing.T) {
	dir := t.TempDir()
	path, away, other := filepath.Join(dir, "study.milepost"), filepath.Join(dir, "away.milepost"), filepath.Join(dir, "other.milepost")
	first, err := data.Open(t.Context(), path, data.Options{Create: true, Now: datatest.Clock})
	check(t, err)
	check(t, os.Link(path, other))
	check(t, os.Rename(path, away))
	for _, p := range []string{away, other} {
		var bad *data.OpenError
		if _, err := data.Open(t.Context(), p, data.Options{Now: datatest.Clock}); !errors.As(err, &bad) || bad.Kind != data.KindLocked {
			t.Errorf("%s answers %v", filepath.Base(p), err)
		}
	}
	check(t, first.Close())
	second := datatest.OpenAt(t, away)
	same(t, "trouble", second.Presence().Trouble, data.Trouble(""))
	same(t, "kind", must(data.Verify(t.Context(), away)).Kind, data.Kind(""))
}
