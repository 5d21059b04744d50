package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// ErrNotFound is answered when a study, session or mock with the given ID does not exist.
var ErrNotFound = errors.New("there is nothing with this id in the data file")

// ErrFileGone is answered by every change after the data file was moved, deleted or exchanged while it was open. SQLite itself
// would go on writing into the vanished file without a word.
var ErrFileGone = errors.New("the data file was moved or deleted while Milepost had it open, so nothing of this was saved; put it back and save again, or save a copy first")

// ErrFileReadOnly is answered by every change after the data file was made read-only while it was open. SQLite itself would go on
// writing, since it was allowed to when it opened the file, and the next start would refuse the file.
var ErrFileReadOnly = errors.New("the data file was made read-only while Milepost had it open, so nothing of this was saved; allow writing to it and save again")

// Options say how a data file is opened.
type Options struct {
	// Create makes the file, and its folders, when there is none.
	Create bool
	// Now is the clock for time stamps (stored in UTC). It must be given.
	Now func() time.Time
	// NoLock leaves out the lock that keeps a second Milepost away. SQLite still keeps single actions apart.
	NoLock bool
}

// Store is an open data file. Its methods may be called from several goroutines; changes run one after the other.
type Store struct {
	path  string // as shown to people: absolute
	file  string // where the file really lies, links followed
	now   func() time.Time
	write *sql.DB   // a single connection
	read  *sql.DB   // read-only connections: reading never waits for a change, not even inside of one
	held  *snapshot // instead of both connections, in a store that only reads
	lock  *fileLock
	inode *os.File // the data file itself, locked; nil where that is not possible
	made  []string // the file and its folders, if they were made when it was opened
	stray bool     // what an opening that failed left beside the file is still to be removed
	ident identity // to notice when a file is exchanged

	commits atomic.Uint64 // that were tried

	fullness fullness // whether the disk was full when something was saved last

	copying   sync.Mutex // held while a copy is made; closing waits for it
	closed    bool       // under copying
	abandon   bool
	closeOnce sync.Once
	closeErr  error
}

// readers is the number of connections that read at the same time.
const readers = 2

// Open opens the data file at path. A file that cannot be used is answered with an [*OpenError] and left exactly as it was.
func Open(ctx context.Context, path string, opt Options) (*Store, error) {
	if opt.Now == nil {
		return nil, errors.New("open the data file: no clock was given")
	}
	place, err := locate(path)
	if err != nil {
		return nil, err
	}
	if place, err = finishPending(place, opt); err != nil {
		return nil, err
	}
	var made []string
	if !place.exists {
		if !opt.Create {
			return nil, openError(KindMissing, place.path)
		}
		if size, err := sizeOf(place.file + "-wal"); err != nil || size > 0 {
			return nil, openErrorFrom(KindLogAlone, place.path, err) // SQLite would take it for the log of the new file
		}
		if made, err = create(ctx, place.file); err != nil {
			return nil, err
		}
	}
	s := &Store{path: place.path, file: place.file, now: opt.Now, made: made}
	if err := s.open(ctx, opt); err != nil {
		return nil, errors.Join(err, s.Abandon())
	}
	return s, nil
}

// open takes the steps from an existing file to a usable store. Nothing is written before the file has passed inspection.
func (s *Store) open(ctx context.Context, opt Options) error {
	if !opt.NoLock && s.lock == nil && lockHeld(s.file) {
		return openError(KindLocked, s.path)
	}
	if err := checkWritable(s.place()); err != nil {
		return err
	}
	if _, err := inspect(ctx, s.place(), quick); err != nil {
		return err
	}
	if !opt.NoLock {
		if s.lock == nil {
			lock, err := takeLock(s.file)
			if err != nil {
				return s.lockError(err)
			}
			s.lock = lock
		}
		s.stray = loneFile(s.file)
		var err error
		if s.inode, err = holdFile(s.file); err != nil {
			return s.lockError(err)
		}
	}
	if err := s.connect(ctx); err != nil {
		return err
	}
	// Once more, because the checks of the tables count only where writing is possible.
	if err := checkWhole(ctx, s.write, quick); err != nil {
		return inspectionError(s.place(), err)
	}
	if err := s.upgrade(ctx); err != nil {
		return err
	}
	s.stray = false // from here on SQLite tidies up by itself
	return s.remember()
}

func (s *Store) place() place { return place{path: s.path, file: s.file, exists: true} }

func (s *Store) lockError(err error) error {
	if errors.Is(err, errLockHeld) {
		return openError(KindLocked, s.path)
	}
	if kind := accessKind(err); kind != "" {
		return openError(KindReadOnlyFolder, s.path)
	}
	return fmt.Errorf("lock the data file %s: %w", s.path, err)
}

// connect opens the connections, the writing one first: it makes the files beside the database that reading ones need.
func (s *Store) connect(ctx context.Context) error {
	s.write = openDB(writeDSN(s.file), 1)
	if err := readBack(ctx, s.write, writerPragmas()); err != nil {
		return s.connectError(err)
	}
	s.read = openDB(readDSN(s.file, false), readers)
	if err := openAll(ctx, s.read, readers); err != nil {
		return s.connectError(err)
	}
	if err := readBack(ctx, s.read, readerPragmas()); err != nil {
		return s.connectError(err)
	}
	return nil
}

// openAll opens every connection there will be. One that is opened later would open whatever lies at the path by then.
func openAll(ctx context.Context, db *sql.DB, connections int) (err error) {
	for range connections {
		conn, err := db.Conn(ctx)
		if err != nil {
			return err
		}
		defer conn.Close() // gives it back
	}
	return nil
}

func (s *Store) connectError(err error) error {
	if errors.As(err, new(*pragmaError)) {
		return openErrorFrom(KindUnsuitable, s.path, err)
	}
	return fmt.Errorf("open the data file %s: %w", s.path, plain(err))
}

// Path is the absolute path of the data file, as it was given.
func (s *Store) Path() string { return s.path }

// Abandon is Close for a store with which nothing was achieved: a file that was made when it was opened goes again, with its folders.
// A file that was there before stays as it is.
func (s *Store) Abandon() error {
	s.abandon = s.lock != nil // without the lock it may be somebody else's by now
	return s.Close()
}

// Close ends all work with the file, folds the write-ahead log into it and gives the lock back. It may be called twice.
func (s *Store) Close() error {
	s.closeOnce.Do(func() {
		s.copying.Lock()
		defer s.copying.Unlock()
		s.closed = true
		var errs []error
		for _, db := range []*sql.DB{s.read, s.write} { // the writer last: the last one out tidies up
			if db != nil {
				errs = append(errs, db.Close())
			}
		}
		if s.held != nil {
			errs = append(errs, s.held.release())
		}
		if s.inode != nil {
			errs = append(errs, s.inode.Close()) // after SQLite has closed the file
		}
		if s.stray {
			errs = append(errs, removeStray(s.file))
		}
		if s.abandon && len(s.made) > 0 {
			removeMade(s.made[:1])
		}
		if s.lock != nil {
			errs = append(errs, s.lock.release())
		}
		if s.abandon && len(s.made) > 1 {
			removeMade(s.made[1:]) // empty now that the lock has gone
		}
		s.closeErr = errors.Join(errs...)
	})
	return s.closeErr
}

// stamp is the present moment as it is stored: RFC 3339 in UTC, whole seconds.
func stamp(now time.Time) string { return now.UTC().Format(time.RFC3339) }
