package data_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/data/datatest/faultdisk"
	"milepost/data/datatest/released"
)

// diskFaults are the ways in which the disk fails here, how many writes or syncs lie between two failures in the short form, and what
// people are told.
var diskFaults = []struct {
	kind   faultdisk.Kind
	stride int
	want   error
}{
	{faultdisk.Full, 41, data.ErrDiskFull},
	{faultdisk.Growing, 37, data.ErrDiskFull},
	{faultdisk.Short, 61, data.ErrDiskFull},
	{faultdisk.Once, 43, data.ErrDiskFull},
	{faultdisk.Sync, 3, data.ErrDisk},
	{faultdisk.Syncs, 3, data.ErrDisk},
}

// At every write of a long day the disk is full, in turn: what was acknowledged stays, the failure is told in words that say what to do,
// the very same store goes on reading at once and saving as soon as there is space.
func TestAFullDiskAtAnyWriteOfALongSessionCostsNothing(t *testing.T) {
	check(t, faultdisk.Install())
	length := rounds(6, 8)
	want := undisturbed(t, session(length))
	for _, f := range diskFaults {
		t.Run(f.kind.String(), func(t *testing.T) {
			m := &meddler{t: t, tally: newTally(t, "disk "+f.kind.String()), kind: f.kind, want: f.want, stride: f.stride}
			if tortureSize() > 0 {
				m.stride = 1
			}
			m.begin(filepath.Join(t.TempDir(), "study.milepost"))
			for i, d := range session(length) {
				m.suffer(d, want[i])
			}
			m.wellAfterwards()
		})
	}
}

// undisturbed is what a file holds after each deed when nothing fails.
func undisturbed(t *testing.T, deeds []deed) (out []string) {
	t.Helper()
	s := must(data.Open(t.Context(), filepath.Join(t.TempDir(), "study.milepost"), data.Options{Create: true, Now: datatest.Clock}))
	w := &atWork{ctx: t.Context(), s: s, other: elsewhere(t)}
	for _, d := range deeds {
		check(t, d.do(w))
		out = append(out, content(t, w.s))
	}
	check(t, w.s.Close())
	return out
}

// meddler makes the disk fail under somebody at work.
type meddler struct {
	t      *testing.T
	tally  *tally
	kind   faultdisk.Kind
	want   error
	stride int
	path   string
	w      *atWork
	at     int // the write the next failure begins with
}

func (m *meddler) begin(path string) {
	m.t.Helper()
	m.path, m.at = path, 1
	m.w = &atWork{ctx: m.t.Context(), other: elsewhere(m.t)}
	m.w.s = must(data.Open(m.t.Context(), path, data.Options{Create: true, Now: datatest.Clock}))
	m.t.Cleanup(func() {
		faultdisk.Heal()
		if m.w.s != nil {
			check(m.t, m.w.s.Close())
		}
	})
}

// suffer tries a deed with a disk that fails at the first write, then at the next, until it goes through undisturbed.
func (m *meddler) suffer(d deed, want string) {
	m.t.Helper()
	start := m.files()
	for n := m.at; ; n += m.stride {
		before := encoded(m.t, document(m.t, m.w.s))
		faultdisk.Arm(m.kind, n)
		err := d.do(m.w)
		calls, failed := faultdisk.Calls(), faultdisk.Failed()
		if failed == 0 {
			faultdisk.Heal()
			check(m.t, err)
			m.at = max(1, n-calls) // strides go on from deed to deed
			break
		}
		m.tally.faults++
		if err == nil {
			m.acknowledged(d.name, want)
			m.putBack(start)
			continue
		}
		if m.refused(d.name, err, before, want) {
			break
		}
	}
	m.tally.runs++
	if got := content(m.t, m.w.s); got != want {
		m.tally.lost("after %q: %s", d.name, difference(got, want))
	}
}

// acknowledged checks a deed that went through although a write failed: folding in the log can wait. It has to be on disk as it lies.
func (m *meddler) acknowledged(name, want string) {
	m.t.Helper()
	if got := content(m.t, m.w.s); got != want {
		m.tally.lost("after %q was acknowledged: %s", name, difference(got, want))
	}
	faultdisk.Heal()
	killed := filepath.Join(m.t.TempDir(), "study.milepost")
	for name, b := range m.files() {
		if strings.HasPrefix(name, "study.milepost") && !strings.Contains(name, "lock") {
			check(m.t, os.WriteFile(filepath.Join(filepath.Dir(killed), name), b, 0o600))
		}
	}
	s := must(data.Open(m.t.Context(), killed, data.Options{Now: datatest.Clock}))
	if got := content(m.t, s); got != want {
		m.tally.lost("after %q was acknowledged and the program killed: %s", name, difference(got, want))
	}
	check(m.t, s.Close())
}

// refused checks a deed that did not go through: told in plain words, nothing of it kept, all still to be read while the disk is full.
//
// In two cases it may be there after a new start all the same, which refused answers: a commit that could not be put on disk for sure may
// have got there, and a restore may have been through before the file failed to open again.
func (m *meddler) refused(name string, err error, before, want string) (done bool) {
	m.t.Helper()
	if !m.told(err) {
		m.t.Errorf("%q at a disk that is %s says: %v", name, m.kind, err)
	}
	if m.w.s != nil {
		if got := encoded(m.t, document(m.t, m.w.s)); got != before {
			m.tally.lost("while the disk is %s, after %q failed: %s", m.kind, name, difference(got, before))
		}
	}
	began := time.Now()
	again := m.w.s == nil || m.tally.faults%5 == 0
	if again { // given up and started again
		if m.w.s != nil {
			_ = m.w.s.Close() // the disk may well refuse it
		}
		m.startWhileFull()
		faultdisk.Heal()
		m.start()
		m.sound()
	}
	faultdisk.Heal()
	m.tally.back(began)
	if got := encoded(m.t, document(m.t, m.w.s)); got != before {
		if done = again && content(m.t, m.w.s) == want && (m.want == data.ErrDisk || name == "Restore"); !done {
			m.tally.lost("after %q failed and the disk was well again: %s", name, difference(got, before))
		}
	}
	return done
}

// told tells whether an error says in plain words what happened and what to do. Where a file cannot even be made SQLite forgets that it
// was for want of space; then it is the disk that did not take the data.
func (m *meddler) told(err error) bool {
	return (errors.Is(err, m.want) || errors.Is(err, data.ErrDisk)) && strings.Contains(err.Error(), "try again")
}

// startWhileFull starts the program while the disk still fails: it opens, or says why not.
func (m *meddler) startWhileFull() {
	m.t.Helper()
	s, err := data.Open(m.t.Context(), m.path, data.Options{Now: datatest.Clock})
	if err == nil {
		_ = s.Close()
		return
	}
	if !m.told(err) {
		m.t.Errorf("opening with a disk that is %s says: %v", m.kind, err)
	}
}

func (m *meddler) start() {
	m.t.Helper()
	s, err := data.Open(m.t.Context(), m.path, data.Options{Now: datatest.Clock})
	if err != nil {
		m.tally.unsound("it does not open again: %v", err)
		m.t.FailNow()
	}
	m.w.s = s
}

// sound goes through the file by way of the open connection.
func (m *meddler) sound() {
	m.t.Helper()
	var said string
	check(m.t, m.w.s.Writer().QueryRow("PRAGMA integrity_check").Scan(&said))
	var foreign int
	check(m.t, m.w.s.Writer().QueryRow("SELECT count(*) FROM pragma_foreign_key_check").Scan(&foreign))
	if said != "ok" || foreign > 0 {
		m.tally.unsound("%s, %d foreign keys", said, foreign)
	}
}

// wellAfterwards checks what all of it has left.
func (m *meddler) wellAfterwards() {
	m.t.Helper()
	m.sound()
	exported(m.t, m.w.s) // is refused when the history contradicts itself
	for name := range m.files() {
		if strings.HasPrefix(filepath.Base(name), ".milepost-") {
			m.t.Errorf("%s was left behind", name)
		}
	}
	if m.tally.faults < 10 {
		m.t.Errorf("only %d faults", m.tally.faults)
	}
}

// files are the files in the folder and what is in them. What lies in shared memory is made anew.
func (m *meddler) files() map[string][]byte {
	m.t.Helper()
	out := make(map[string][]byte)
	dir := filepath.Dir(m.path)
	check(m.t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(path, "-shm") {
			return err
		}
		name := must(filepath.Rel(dir, path))
		out[name] = must(os.ReadFile(path))
		return nil
	}))
	return out
}

// putBack makes the folder what it was, as if the program had been killed then, and starts it again.
func (m *meddler) putBack(files map[string][]byte) {
	m.t.Helper()
	check(m.t, m.w.s.Close())
	check(m.t, os.RemoveAll(filepath.Dir(m.path)))
	for name, b := range files {
		path := filepath.Join(filepath.Dir(m.path), name)
		check(m.t, os.MkdirAll(filepath.Dir(path), 0o700))
		check(m.t, os.WriteFile(path, b, 0o600))
	}
	m.start()
}

// difference shows where two texts part.
func difference(got, want string) string {
	at := 0
	for at < len(got) && at < len(want) && got[at] == want[at] {
		at++
	}
	cut := func(s string) string { return s[min(max(0, at-60), len(s)):min(len(s), at+60)] }
	return fmt.Sprintf("it holds …%q… where …%q… should be", cut(got), cut(want))
}

// Files of older versions are opened with a disk that fails at every write in turn: each stays whole, and comes up to date once there
// is space.
func TestAFullDiskAtAnyWriteOfAnUpgradeCostsNothing(t *testing.T) {
	check(t, faultdisk.Install())
	for _, f := range diskFaults {
		t.Run(f.kind.String(), func(t *testing.T) {
			a := newTally(t, "upgrade, disk "+f.kind.String())
			versions, stride := []int{1, 7}, f.stride*7
			if tortureSize() > 0 {
				versions, stride = released.Versions(), 25
				if f.want == data.ErrDisk {
					stride = 1 // there are few syncs
				}
			}
			for _, version := range versions {
				upgradeAtFaults(t, a, f.kind, f.want, version, stride)
			}
		})
	}
}

// upgradeAtFaults opens the released file of a version again and again, with a failure at a later write each time, until none comes.
func upgradeAtFaults(t *testing.T, a *tally, kind faultdisk.Kind, told error, version, stride int) {
	t.Helper()
	defer faultdisk.Heal()
	want := ""
	for n := 1 << 30; ; n += stride {
		path := releasedFile(t, version)
		faultdisk.Arm(kind, n)
		s, err := data.Open(t.Context(), path, data.Options{Now: datatest.Clock})
		failed := faultdisk.Failed()
		faultdisk.Heal()
		a.runs++
		if failed > 0 {
			a.faults++
		}
		if err != nil {
			if m := (&meddler{want: told}); !m.told(err) {
				t.Errorf("version %d, write %d: %v", version, n, err)
			}
			if h := must(data.Verify(t.Context(), path)); !h.OK() {
				a.unsound("version %d after a failure at write %d: %s", version, n, h.Sentence)
			}
			began := time.Now()
			s, err = data.Open(t.Context(), path, data.Options{Now: datatest.Clock})
			check(t, err)
			a.back(began)
		}
		got := content(t, s)
		check(t, s.Close())
		switch {
		case want == "":
			want, n = got, 1-stride
			continue
		case got != want:
			a.lost("version %d after a failure at write %d: %s", version, n, difference(got, want))
		}
		if h := must(data.Verify(t.Context(), path)); !h.OK() || h.Version != data.LatestVersion() {
			a.unsound("version %d after all: version %d, %s", version, h.Version, h.Sentence)
		}
		if failed == 0 {
			return
		}
	}
}
