package data

import (
	"fmt"
	"os"

	"milepost/data/salvage"
)

// looks is how often a log is looked through before it is said to be broken: somebody may be writing to it just now.
const looks = 3

// checkLog finds a write-ahead log that is broken in the middle. SQLite takes what lies before the broken place, passes over the rest
// without a word and later overwrites it, although those actions were acknowledged. A log whose end is broken is what a power cut
// leaves while an action is being saved; that action was never acknowledged, and leaving it out is right.
func checkLog(p place) error {
	for n := 1; ; n++ {
		lost, err := lostActions(p)
		if err != nil {
			return fmt.Errorf("look through the log of %s: %w", p.path, err)
		}
		if lost == 0 {
			return nil
		}
		if n == looks {
			return openErrorFrom(KindDamagedLog, p.path, fmt.Errorf("%d actions lie behind a broken place", lost))
		}
	}
}

// lostActions is how many actions in the log SQLite would pass over.
func lostActions(p place) (int, error) {
	size, err := sizeOf(p.file + "-wal")
	if err != nil || size <= 0 {
		return 0, err
	}
	f, err := os.Open(p.file + "-wal")
	if err != nil {
		return 0, err
	}
	defer f.Close()
	db, err := os.Open(p.file)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	log, err := salvage.ReadLog(f, size, salvage.PageSize(db))
	return log.LostActions, err
}
