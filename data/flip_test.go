package data_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/data/datatest/damage"
)

// flipsEnv asks for more flipped bytes than the short form tries.
const flipsEnv = "MILEPOST_TEST_FLIPS"

// A byte flipped anywhere: the file is told to be damaged, and then salvage brings back every row or says of what is missing that it
// is; or nothing notices, and then no row is missing: at most a value is another, which SQLite has no means to see.
func TestAFlippedByteIsToldAndSalvaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	sound(t, path)
	flips := times(t, flipsEnv, 60)
	report, err := damage.Flips(t.Context(), path, damage.Options{Flips: flips, Seed: 1, Folder: t.TempDir(), Now: datatest.Clock})
	check(t, err)
	for _, f := range report.Failures {
		t.Error(f)
	}
	if report.Told == 0 || report.Whole == 0 {
		t.Errorf("nothing was noticed: %+v", report)
	}
	tell(t, "byte flipped in the file", flips, report.String())
}

// Whatever page is wiped out, what lies on the others is salvaged.
func TestAPageWipedOutCostsNoMoreThanWhatWasOnIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	sound(t, path)
	whole := must(os.ReadFile(path))
	want := allRows(t, path)
	random := rand.New(rand.NewPCG(1, 2))
	pages := []int{0, 1}
	for range 14 {
		pages = append(pages, random.IntN(len(whole)/4096))
	}
	for _, page := range pages {
		wiped := filepath.Join(t.TempDir(), "wiped")
		b := slices.Clone(whole)
		clear(b[page*4096 : (page+1)*4096])
		check(t, os.WriteFile(wiped, b, 0o600))
		done, to := salvaged(t, wiped)
		got, missing := allRows(t, to), 0
		for name, rows := range want {
			for _, r := range rows {
				if !slices.Contains(got[name], r) {
					missing++
				}
			}
		}
		// What was on the page itself is in the log of Undo.
		if total := done.Total(); missing > 0 {
			t.Errorf("page %d: %d rows are missing: %+v %v", page+1, missing, total, done.Named)
		}
	}
}

// The log that was not folded in when the program ended is looked after as the file is.
func TestAFlippedByteInTheLogIsToldAndSalvaged(t *testing.T) {
	path, whole := withLog(t)
	want := allRows(t, path)
	random := rand.New(rand.NewPCG(3, 4))
	last := len(whole) - 24 - 4096 // a broken last frame is what a power cut leaves while an action is saved
	for i := range 40 {
		at := random.IntN(last)
		if i < 32 {
			at = i // the header, byte for byte
		}
		t.Run(fmt.Sprint("byte ", at), func(t *testing.T) {
			dir := t.TempDir()
			flipped := filepath.Join(dir, "study.milepost")
			check(t, os.WriteFile(flipped, must(os.ReadFile(path)), 0o600))
			b := slices.Clone(whole)
			b[at] ^= 1 << random.IntN(8)
			check(t, os.WriteFile(flipped+"-wal", b, 0o600))
			before := snapshot(t, dir)
			if at >= 12 && at < 16 { // how often the log was begun anew: nothing depends on it but the checksum
				t.Log("the number of the log")
			}
			_, err := data.Open(t.Context(), flipped, data.Options{Now: datatest.Clock})
			explains(t, err, data.KindDamagedLog, flipped)
			same(t, "verify", must(data.Verify(t.Context(), flipped)).Kind, data.KindDamagedLog)
			done, to := salvaged(t, flipped)
			same(t, "files", snapshot(t, dir), before)
			got := allRows(t, to)
			missing := 0
			for name, rows := range want {
				for _, r := range rows {
					if !slices.Contains(got[name], r) {
						missing++
					}
				}
			}
			if missing > 0 {
				t.Errorf("%d rows are missing: %+v", missing, done)
			}
		})
	}
}

// withLog makes a file with a log of many actions beside it, as a killed program leaves them.
func withLog(t *testing.T) (path string, log []byte) {
	t.Helper()
	s := datatest.OpenAt(t, filepath.Join(t.TempDir(), "live.milepost"))
	study := datatest.Study("s")
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(study) })
	for i := range 30 {
		datatest.Do(t, s, "Mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, i)) })
	}
	path = filepath.Join(t.TempDir(), "study.milepost")
	for _, suffix := range []string{"", "-wal"} {
		check(t, os.WriteFile(path+suffix, must(os.ReadFile(s.Path()+suffix)), 0o600))
	}
	log = must(os.ReadFile(path + "-wal"))
	check(t, s.Close())
	return path, log
}
