package data

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Whatever bytes of a backup are spoiled, it is either refused, and the data file is as it was, or what is restored is sound. The backup
// itself never changes.
func FuzzRestoreSpoiledBackup(f *testing.F) {
	whole := filepath.Join(f.TempDir(), "whole")
	if _, err := create(f.Context(), whole); err != nil {
		f.Fatal(err)
	}
	sound, err := os.ReadFile(whole)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, []byte("SQLite format 3"))
	f.Add(18, []byte{2, 2}) // as if it had a log
	f.Add(28, []byte{0xff, 0xff})
	f.Add(60, []byte{0, 0, 0, 1})
	f.Add(4096, []byte{0x0a})
	f.Add(len(sound)-300, bytes.Repeat([]byte{0xa5}, 300))
	f.Fuzz(func(t *testing.T, at int, with []byte) {
		spoiled := bytes.Clone(sound)
		copy(spoiled[min(max(at, 0), len(spoiled)):], with)
		backup, path := filepath.Join(t.TempDir(), "backup"), filepath.Join(t.TempDir(), "study")
		if err := os.WriteFile(backup, spoiled, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("what was there"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, refused := Restore(t.Context(), path, backup, func() time.Time { return time.Unix(0, 0) })
		after, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if refused != nil && string(after) != "what was there" {
			t.Errorf("it was refused (%v), and the data file changed", refused)
		}
		if h, err := Verify(t.Context(), path); refused == nil && (err != nil || !h.OK()) {
			t.Errorf("what was restored is not sound: %s, %v", h.Sentence, err)
		}
		if kept, err := os.ReadFile(backup); err != nil || !bytes.Equal(kept, spoiled) {
			t.Errorf("the backup changed (%v)", err)
		}
	})
}

// Whatever lies where the last rehearsal is remembered, reading it does no harm.
func FuzzLastRehearsal(f *testing.F) {
	f.Add([]byte(`{"name":"x","at":"2026-11-26T06:50:12Z","ok":true,"sentence":"good"}`))
	f.Add([]byte(`{"at":"tomorrow"}`))
	f.Add([]byte(`[`))
	f.Fuzz(func(t *testing.T, text []byte) {
		path := filepath.Join(t.TempDir(), "study")
		set, err := backupsOf(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := set.make(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(set.rehearsalName(), text, 0o600); err != nil {
			t.Fatal(err)
		}
		if r, ok := LastRehearsal(path); !ok && r != (Rehearsal{}) {
			t.Errorf("%q is refused and read as %+v", text, r)
		}
	})
}

// A failing disk is a reason to restore, not one to refuse it; what has nothing to do with the file is one.
func TestWhatIsToBlameOnTheFile(t *testing.T) {
	for _, tt := range unfitErrors {
		if got := isUnfit(tt.err); got != tt.unfit {
			t.Errorf("%v: unfit %v", tt.err, got)
		}
	}
}
