package data

import "os"

// Revision tells one state of the data file from another: as long as it is the same, so is everything that can be read. It may be another although
// nothing changed. Revisions of different stores do not compare.
type Revision struct {
	commits uint64 // tried through this store
	// What other programs did, who do not heed the lock: the log of the database, which every commit adds to or begins anew.
	logSize, logTime int64
}

// Revision is the state of the data file now.
func (s *Store) Revision() Revision {
	r := Revision{commits: s.commits.Load()}
	if log, err := os.Stat(s.file + "-wal"); err == nil && s.held == nil {
		r.logSize, r.logTime = log.Size(), log.ModTime().UnixNano()
	}
	return r
}
