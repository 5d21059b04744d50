package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Permission bits of other people: those of one's group, and everybody.
const (
	othersRead = 0o044
	othersPass = 0o011 // of a folder: what lies in it can be reached
	ownerOnly  = 0o600
)

// OthersMayRead tells whether other people of this computer may read the data file at path. Milepost makes its files for their owner
// alone; a file that was copied from elsewhere may have come with wider rights. Windows keeps rights in another way and is not asked.
func OthersMayRead(path string) bool {
	if runtime.GOOS == "windows" {
		return false
	}
	p, err := locate(path)
	if err != nil || !p.exists {
		return false
	}
	info, err := os.Stat(p.file)
	if err != nil || info.Mode().Perm()&othersRead == 0 {
		return false
	}
	for dir := filepath.Dir(p.file); ; dir = filepath.Dir(dir) {
		if folder, err := os.Stat(dir); err != nil || folder.Mode().Perm()&othersPass == 0 {
			return false // nobody else gets as far as the file
		}
		if dir == filepath.Dir(dir) {
			return true
		}
	}
}

// OthersMayRead tells whether other people of this computer may read this data file.
func (s *Store) OthersMayRead() bool { return OthersMayRead(s.file) }

// MakePrivate takes the rights to the data file, and to what lies beside it, from everybody but its owner.
func (s *Store) MakePrivate() error {
	for _, part := range parts {
		if err := os.Chmod(s.file+part, ownerOnly); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("make %s private: %w", s.file+part, err)
		}
	}
	return nil
}
