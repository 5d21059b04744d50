package data_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"milepost/data"
)

func TestARevisionChangesWithTheData(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.milepost")
	s, err := data.Open(t.Context(), path, data.Options{Create: true, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	before := s.Revision()
	if _, err := s.Studies(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s.Revision() != before {
		t.Error("reading made another revision")
	}
	refused := errors.New("no")
	if err := s.Do(t.Context(), "Nothing", func(*data.Tx) error { return refused }); !errors.Is(err, refused) {
		t.Fatal(err)
	}
	if s.Revision() != before {
		t.Error("what was taken back made another revision")
	}
	if err := s.Do(t.Context(), "Set", func(tx *data.Tx) error { return tx.SetSetting("colour", "blue") }); err != nil {
		t.Fatal(err)
	}
	ours := s.Revision()
	if ours == before {
		t.Error("saving made no other revision")
	}
	foreign, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer foreign.Close()
	if _, err := foreign.ExecContext(t.Context(), "UPDATE setting SET value = 'red' WHERE key = 'colour'"); err != nil {
		t.Fatal(err)
	}
	if s.Revision() == ours {
		t.Error("what another program saved made no other revision")
	}
}
