package data_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
)

// One save as a person makes it: a mock and its six scores, on disk when it returns.
func BenchmarkSaveMock(b *testing.B) {
	study := datatest.Study("s")
	s := datatest.With(b, study)
	n := 0
	for b.Loop() {
		mock := datatest.Mock(study, n%500)
		mock.Note = fmt.Sprint("number ", n)
		datatest.Do(b, s, "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", mock) })
		n++
	}
}

// Five years in one file: opening with all its checks, and reading what a first screen needs.
func BenchmarkOpen(b *testing.B) {
	path := fiveYears(b)
	b.Run("open and close", func(b *testing.B) {
		for b.Loop() {
			s, err := data.Open(b.Context(), path, data.Options{Now: datatest.Clock})
			check(b, err)
			check(b, s.Close())
		}
	})
	s := datatest.OpenAt(b, path)
	b.Run("read everything", func(b *testing.B) {
		for b.Loop() {
			same(b, "studies", len(must(s.Studies(b.Context()))), 1)
			same(b, "sessions", len(must(s.Sessions(b.Context(), "s"))), 3000)
			same(b, "mocks", len(must(s.Mocks(b.Context(), "s"))), 500)
		}
	})
	b.Run("verify", func(b *testing.B) {
		for b.Loop() {
			same(b, "sound", must(data.Verify(b.Context(), path)).OK(), true)
		}
	})
	b.Run("back up", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			check(b, s.Backup(b.Context(), filepath.Join(b.TempDir(), fmt.Sprint(i))))
		}
	})
}

// A plan built anew: a tenth of 3,000 sessions differs.
func BenchmarkReplaceSessions(b *testing.B) {
	s := datatest.OpenAt(b, fiveYears(b))
	sessions := datatest.Sessions(datatest.Study("s"), 3000)
	for n := 0; b.Loop(); n++ {
		for i := 0; i < len(sessions); i += 10 {
			sessions[i].Minutes = 30 + n%2*15
		}
		datatest.Do(b, s, "Rebalance", func(tx *data.Tx) error { return tx.ReplaceSessions("s", sessions) })
	}
}

func fiveYears(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "study.milepost")
	s, err := data.Open(b.Context(), path, data.Options{Create: true, Now: datatest.Clock})
	check(b, err)
	study := datatest.Study("s")
	datatest.Do(b, s, "New study", func(tx *data.Tx) error {
		return errors.Join(tx.SaveStudy(study), tx.SetOpenStudy("s"), tx.ReplaceSessions("s", datatest.Sessions(study, 3000)))
	})
	for i := range 500 {
		datatest.Do(b, s, "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, i)) })
	}
	check(b, s.Close())
	return path
}
