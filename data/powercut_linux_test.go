package data_test

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"milepost/data"
	"milepost/data/datatest"
	"milepost/data/datatest/faultdisk"
)

// cutsEnv is at how many moments the power is cut; the short form takes some dozens.
const cutsEnv = "MILEPOST_TEST_CUTS"

// A power cut differs from a kill: what was written and not synced may be on disk in part, in another order, by half a block, or not at
// all; and so may the making and removing of files until their folder was synced. A session is recorded call by call, and the disk made
// up as it could be after a cut at any of them. Whatever was acknowledged by then is there, and the file is sound.
//
// It is a model: it takes the disk at its word about fsync, and a block of 512 bytes for what is written as a whole.
func TestAPowerCutLosesNothingThatWasAcknowledged(t *testing.T) {
	check(t, faultdisk.Install())
	cuts := times(t, cutsEnv, 40)
	path := filepath.Join(t.TempDir(), "study.db")
	s := must(data.Open(t.Context(), path, data.Options{Create: true, Now: datatest.Clock}))
	study := datatest.Study("s")
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(study) })
	check(t, s.Close())
	before := must(os.ReadFile(path))

	faultdisk.Record()
	s = must(data.Open(t.Context(), path, data.Options{Now: datatest.Clock}))
	const mocks = 60 // enough for the log to be folded in on the way
	for n := range mocks {
		datatest.Do(t, s, "Mock", func(tx *data.Tx) error {
			return errors.Join(tx.SaveMock("s", datatest.Mock(study, n)), tx.ReplaceSessions("s", datatest.Sessions(study, sessionsWith(n))))
		})
		faultdisk.Mark(n + 1)
	}
	check(t, s.Close())
	events := faultdisk.Recorded()

	random := rand.New(rand.NewPCG(9, 10))
	worst := 0
	for i := range cuts {
		at := random.IntN(len(events) + 1)
		if i == 0 {
			at = len(events)
		}
		dir := t.TempDir()
		lost := cutAt(t, filepath.Join(dir, "study.db"), path, before, events[:at], random)
		worst = max(worst, lost)
	}
	tell(t, "power cut (model)", cuts, fmt.Sprintf("at %d calls of a session of %d saves; 0 acknowledged ones lost, sound each time; up to %d unsynced writes dropped or torn", len(events), mocks, worst))
}

// disk is what is known of a file: what is on disk for sure, and what was asked for since.
type disk struct {
	content []byte
	there   bool // for sure
	named   bool // as far as was asked
	pending []faultdisk.Event
}

// cutAt makes up the disk after a cut, checks it, and answers how many writes did not make it.
func cutAt(t *testing.T, to, from string, before []byte, events []faultdisk.Event, random *rand.Rand) (lost int) {
	t.Helper()
	disks := map[string]*disk{from: {content: slices.Clone(before), there: true, named: true}}
	acknowledged := 0
	for _, e := range events {
		acknowledged = follow(disks, e, from, acknowledged)
	}
	for _, name := range slices.Sorted(maps.Keys(disks)) {
		d := disks[name]
		there := d.there
		if d.there != d.named {
			there = random.IntN(2) == 0
		}
		if !there {
			lost += len(d.pending)
			continue
		}
		lost += d.tear(random)
		check(t, os.WriteFile(to+name[len(from):], d.content, 0o600))
	}
	h := must(data.Verify(t.Context(), to))
	if !h.OK() {
		t.Fatalf("after a cut at call %d: %s", len(events), h.Sentence)
	}
	s := must(data.Open(t.Context(), to, data.Options{Now: datatest.Clock}))
	defer func() { check(t, s.Close()) }()
	if n := len(must(s.Mocks(t.Context(), "s"))); n < acknowledged || n > acknowledged+1 {
		t.Errorf("after a cut at call %d: %d mocks where %d were acknowledged", len(events), n, acknowledged)
	} else if n > 0 {
		same(t, "sessions", len(must(s.Sessions(t.Context(), "s"))), sessionsWith(n-1))
	}
	return lost
}

// follow takes one call into account. The index of the log is left out: SQLite makes it anew.
func follow(disks map[string]*disk, e faultdisk.Event, from string, acknowledged int) int {
	if e.What == faultdisk.Marked {
		return int(e.Offset)
	}
	if e.What == faultdisk.Synced && e.Path == filepath.Dir(from) {
		for _, d := range disks {
			d.there = d.named
		}
		return acknowledged
	}
	if e.Path != from && e.Path != from+"-wal" {
		return acknowledged
	}
	d := disks[e.Path]
	if d == nil || e.What == faultdisk.Made && !d.named {
		d = &disk{named: true}
		disks[e.Path] = d
	}
	switch e.What {
	case faultdisk.Written, faultdisk.Truncated:
		d.pending = append(d.pending, e)
	case faultdisk.Synced:
		for _, p := range d.pending {
			d.apply(p)
		}
		d.pending = nil
	case faultdisk.Unlinked:
		d.named = false
	}
	return acknowledged
}

func (d *disk) apply(e faultdisk.Event) {
	if e.What == faultdisk.Truncated {
		d.content = append(d.content, make([]byte, max(0, int(e.Offset)-len(d.content)))...)[:e.Offset]
		return
	}
	if need := int(e.Offset) + len(e.Bytes); need > len(d.content) {
		d.content = append(d.content, make([]byte, need-len(d.content))...)
	}
	copy(d.content[e.Offset:], e.Bytes)
}

// tear lets some of what was not synced reach the disk, in any order, and of some of that only the first blocks.
func (d *disk) tear(random *rand.Rand) (lost int) {
	const block = 512
	for _, i := range random.Perm(len(d.pending)) {
		e := d.pending[i]
		switch random.IntN(3) {
		case 0:
			lost++
			continue
		case 1:
			if blocks := len(e.Bytes) / block; blocks > 0 {
				e.Bytes = e.Bytes[:block*random.IntN(blocks)]
				lost++
			}
		}
		d.apply(e)
	}
	return lost
}
