package data

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"testing"
)

// Whatever bytes of a file are spoiled, looking at it neither crashes nor changes it.
func FuzzVerifySpoiledFile(f *testing.F) {
	whole := filepath.Join(f.TempDir(), "whole")
	if _, err := create(f.Context(), whole); err != nil {
		f.Fatal(err)
	}
	sound, err := os.ReadFile(whole)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, []byte("SQLite format 4"))
	f.Add(16, []byte{0, 1})
	f.Add(28, []byte{0xff, 0xff})
	f.Add(100, []byte{0x05, 0, 0, 0xff, 0xff})
	f.Add(4096, []byte{0x0a})
	f.Add(len(sound)-300, bytes.Repeat([]byte{0xa5}, 300))
	f.Fuzz(func(t *testing.T, at int, with []byte) {
		spoiled := bytes.Clone(sound)
		copy(spoiled[min(max(at, 0), len(spoiled)):], with)
		path := filepath.Join(t.TempDir(), "study")
		if err := os.WriteFile(path, spoiled, 0o600); err != nil {
			t.Fatal(err)
		}
		h, err := Verify(t.Context(), path)
		if err != nil {
			t.Fatalf("no verdict: %v", err)
		}
		if bytes.Equal(spoiled, sound) && !h.OK() {
			t.Errorf("a sound file was refused: %s", h.Sentence)
		}
		after, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(after, spoiled) {
			t.Errorf("the file changed (%v)", err)
		}
		if names, err := os.ReadDir(filepath.Dir(path)); err != nil || len(names) != 1 {
			t.Errorf("something was left beside the file: %v (%v)", names, err)
		}
	})
}

// An image of a row, however forged, is either refused or gives a value of the right kind for every column.
func FuzzDecodeImage(f *testing.F) {
	f.Add(`{"id":"a","n":1,"x":0.5}`)
	f.Add(`{"id":"a","n":1.5,"x":"0.5"}`)
	f.Add(`{"id":null,"n":null,"x":null}`)
	f.Add(`[]`)
	f.Add(`{"id":"\u0000","n":9223372036854775808,"x":1e999}`)
	table := undoTable{columns: []string{"id", "n", "x"}, types: []string{"TEXT", "INTEGER", "REAL"}, key: []string{"id"}}
	f.Fuzz(func(t *testing.T, image string) {
		values, err := table.decode(sql.NullString{String: image, Valid: true})
		if err != nil {
			return
		}
		_, text := values[0].(string)
		_, whole := values[1].(int64)
		_, real := values[2].(float64)
		if !text || !whole || !real {
			t.Errorf("%q decoded to %#v", image, values)
		}
	})
}
