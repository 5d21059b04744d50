package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Trouble is what has happened to the place of a data file while it is open; "" is nothing.
type Trouble string

// What can happen to it.
const (
	TroubleDeleted        Trouble = "deleted"
	TroubleMoved          Trouble = "moved"
	TroubleGone           Trouble = "gone" // moved or deleted: the system does not tell which
	TroubleReplaced       Trouble = "replaced"
	TroubleFolderGone     Trouble = "folder-gone"
	TroubleLogGone        Trouble = "log-gone" // what SQLite keeps beside the file was taken away or exchanged
	TroubleUnreachable    Trouble = "unreachable"
	TroubleReadOnly       Trouble = "read-only"
	TroubleReadOnlyFolder Trouble = "read-only-folder"
	TroubleFull           Trouble = "full"
	TroubleAlmostFull     Trouble = "almost-full"
)

// Presence is how things stand with the place of an open data file.
type Presence struct {
	Trouble Trouble
	Path    string // of the data file, as people know it
	NowAt   string // where a moved file lies now, "" when the system does not tell
	Free    uint64 // bytes left on the disk, 0 when the system does not tell
}

// identity is which files were opened, to notice when others lie in their place.
type identity struct {
	file   os.FileInfo
	beside []os.FileInfo // those of besides, nil where there was none
}

// remember notes which files are open. What lies beside the data file stays the same for as long as a connection is open.
func (s *Store) remember() (err error) {
	if s.ident.file, err = os.Stat(s.file); err != nil {
		return fmt.Errorf("look at the data file: %w", err)
	}
	s.ident.beside = make([]os.FileInfo, len(besides))
	for i, suffix := range besides {
		if info, err := os.Lstat(s.file + suffix); err == nil {
			s.ident.beside[i] = info
		}
	}
	return nil
}

// checkStillThere refuses changes once the path no longer leads to the files that were opened, or may not be written to. It looks at
// names only: opening the file and closing it again would give up the locks SQLite has on it.
func (s *Store) checkStillThere() error {
	if s.ident.file == nil {
		return nil // not open yet
	}
	now, err := os.Stat(s.file)
	if err != nil || !os.SameFile(s.ident.file, now) || s.logGone() {
		return fmt.Errorf("%s: %w", s.path, ErrFileGone)
	}
	if now.Mode().Perm()&anyoneWrites == 0 {
		return fmt.Errorf("%s: %w", s.path, ErrFileReadOnly)
	}
	return nil
}

// logGone tells whether one of the files beside the data file is not what it was: what is saved from then on would lie in a file
// without a name, and be lost with the program.
func (s *Store) logGone() bool {
	for i, was := range s.ident.beside {
		if was == nil {
			continue
		}
		if now, err := os.Lstat(s.file + besides[i]); err != nil || !os.SameFile(was, now) {
			return true
		}
	}
	return false
}

// Presence looks how things stand with the place of the data file. It may be called from any goroutine; on a disk that hangs it hangs.
func (s *Store) Presence() Presence {
	p := Presence{Path: s.path}
	f := s.placeFacts()
	p.Free, p.Trouble = f.free, f.trouble()
	if p.Trouble != TroubleGone || s.ident.file == nil {
		return p
	}
	if folder, err := os.Stat(filepath.Dir(s.file)); err != nil || !sameDisk(s.ident.file, folder) {
		p.Trouble = TroubleUnreachable // the folder in which a disk was shows, and the disk is away
		return p
	}
	p.Trouble, p.NowAt = whereTo(s.ident.file)
	return p
}

// placeFacts are what is seen of the place of an open data file.
type placeFacts struct {
	file           error // of looking at its name
	folder         error // of looking at its folder
	same           bool  // the name still leads to the file that is open
	logGone        bool
	writable       bool // the file
	folderWritable bool // files can be made in the folder
	free           uint64
	freeKnown      bool
	failed         bool // the last save did not fit
}

func (s *Store) placeFacts() (f placeFacts) {
	dir := filepath.Dir(s.file)
	_, f.folder = os.Stat(dir)
	now, err := os.Stat(s.file)
	if f.file = err; err == nil && s.ident.file != nil {
		f.same = os.SameFile(s.ident.file, now)
		f.writable = now.Mode().Perm()&anyoneWrites != 0 && mayWrite(s.file)
	}
	f.logGone = s.logGone()
	f.folderWritable = folderWritable(dir) == nil
	f.free, f.freeKnown = freeSpace(dir)
	f.failed = s.fullness.still(f.free)
	return f
}

// littleRoom is how much must be free for any action there is: the largest writes some megabytes to the log and then to the file.
const littleRoom = 8 << 20

// trouble judges what is seen, the worst first.
func (f placeFacts) trouble() Trouble {
	switch {
	case errors.Is(f.folder, fs.ErrNotExist):
		return TroubleFolderGone
	case f.folder != nil || f.file != nil && !errors.Is(f.file, fs.ErrNotExist):
		return TroubleUnreachable
	case f.file != nil:
		return TroubleGone
	case !f.same:
		return TroubleReplaced
	case f.logGone:
		return TroubleLogGone
	case !f.writable:
		return TroubleReadOnly
	case !f.folderWritable:
		return TroubleReadOnlyFolder
	case f.failed:
		return TroubleFull
	case f.freeKnown && f.free < littleRoom:
		return TroubleAlmostFull
	}
	return ""
}

// fullness remembers that the disk was full, which nothing but the next save can tell for certain: a person's share of a disk may be used
// up where there is plenty of room for others.
type fullness struct {
	mu     sync.Mutex
	failed bool
	free   uint64 // when that happened
}

// noted is told the outcome of each save.
func (f *fullness) noted(err error, free func() uint64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case err == nil:
		f.failed = false
	case errors.Is(err, ErrDiskFull):
		f.failed, f.free = true, free()
	}
}

// still tells whether the disk is to be taken for full. Much more room than there was when it was found full ends it.
func (f *fullness) still(free uint64) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failed && free > f.free+littleRoom {
		f.failed = false
	}
	return f.failed
}
