package data_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/data/exchange"
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

// Five years to another computer: written as a document, read from one, compared, and merged into a file that has most of it.
func BenchmarkExchange(b *testing.B) {
	s := datatest.OpenAt(b, fiveYears(b))
	text := encoded(b, document(b, s))
	b.Run("export", func(b *testing.B) {
		for b.Loop() {
			same(b, "length", len(encoded(b, document(b, s))), len(text))
		}
	})
	d := must(exchange.Decode(strings.NewReader(text)))
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			must(exchange.Decode(strings.NewReader(text)))
		}
	})
	b.Run("preview", func(b *testing.B) {
		for b.Loop() {
			must(s.PreviewImport(b.Context(), d))
		}
	})
	b.Run("import everything", func(b *testing.B) {
		for b.Loop() {
			must(datatest.New(b).Import(b.Context(), "Import", d))
		}
	})
	n := 0
	b.Run("import one mock", func(b *testing.B) {
		for b.Loop() {
			n++
			mock := exchange.MockOf(datatest.Mock(datatest.Study("s"), 1000+n%50))
			mock.ID = fmt.Sprint("new ", n)
			d.Studies[0].Mocks = append(d.Studies[0].Mocks, mock)
			must(s.Import(b.Context(), "Import", d))
		}
	})
}

// Backups of five years: made, found to hold nothing new, listed with all that is kept at most, restored.
func BenchmarkBackups(b *testing.B) {
	path := fiveYears(b)
	c := &turning{datatest.Now}
	s := must(data.Open(b.Context(), path, data.Options{Now: c.Now}))
	b.Cleanup(func() { check(b, s.Close()) })
	var made data.BackupMade
	b.Run("make", func(b *testing.B) {
		for b.Loop() {
			c.now = c.now.Add(time.Hour)
			made = backUp(b, s, data.BackupOptions{})
		}
	})
	b.Run("nothing new", func(b *testing.B) {
		for b.Loop() {
			same(b, "written", backUp(b, s, data.BackupOptions{WhenChanged: true}).Written, false)
		}
	})
	b.Run("save meanwhile", func(b *testing.B) { saveMeanwhile(b, s) })
	b.Run("rehearse", func(b *testing.B) {
		for b.Loop() {
			same(b, "good", must(data.RehearseBackup(b.Context(), path, c.now)).OK, true)
		}
	})
	b.Run("restore", func(b *testing.B) {
		for b.Loop() {
			next, _, err := s.Restore(b.Context(), made.Path)
			check(b, err)
			s = next
		}
	})
	for n := range 31 {
		c.now = c.now.Add(time.Duration(n) * time.Hour)
		recordMock(b, s, n)
		backUp(b, s, data.BackupOptions{})
	}
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			if n := len(must(data.ListBackups(b.Context(), path, ""))); n < 12 {
				b.Fatalf("%d are listed", n)
			}
		}
		b.ReportMetric(float64(len(listed(b, path))), "backups")
	})
}

// saveMeanwhile measures saving a mock while backups are made all the time.
func saveMeanwhile(b *testing.B, s *data.Store) {
	stop, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				ended <- nil
				return
			default:
			}
			if _, err := s.MakeBackup(b.Context(), data.BackupOptions{Reason: "regular", WhenChanged: true, Quick: true}); err != nil {
				ended <- err
				return
			}
		}
	}()
	longest := time.Duration(0)
	n := 0
	for b.Loop() {
		n++
		begun := b.Elapsed()
		recordMock(b, s, n%500)
		longest = max(longest, b.Elapsed()-begun)
	}
	close(stop)
	check(b, <-ended)
	b.ReportMetric(float64(longest.Milliseconds()), "ms-longest")
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

// What the window does once a second.
func BenchmarkLookAtThePlace(b *testing.B) {
	s := datatest.New(b)
	for b.Loop() {
		if p := s.Presence(); p.Trouble != "" || s.Summoned() {
			b.Fatal(p)
		}
	}
}

// What it does once at the start.
func BenchmarkJudgeThePlace(b *testing.B) {
	s := datatest.New(b)
	for b.Loop() {
		if site := s.Site(); site.Kind == data.SiteCloud || s.OthersMayRead() {
			b.Fatal(site)
		}
	}
}
