//go:build unix

package data

import "golang.org/x/sys/unix"

// freeSpace is how many bytes this person may still write to the disk of a folder.
func freeSpace(dir string) (bytes uint64, known bool) {
	var stat unix.Statfs_t
	if err := unix.Statfs(dir, &stat); err != nil || stat.Blocks == 0 { // some file systems do not count
		return 0, false
	}
	if int64(stat.Bavail) <= 0 { // signed on some systems, and below nothing where a reserve is touched
		return 0, true
	}
	return uint64(stat.Bavail) * uint64(stat.Bsize), true
}

// mayWrite asks the system, which knows of read-only disks and other people's files, without opening anything.
func mayWrite(file string) bool { return unix.Access(file, unix.W_OK) == nil }
