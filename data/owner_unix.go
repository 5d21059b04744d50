//go:build unix

package data

import (
	"os"
	"syscall"
)

// isOwn tells whether a file belongs to whoever runs this program.
func isOwn(info os.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid()
}

// sameDisk tells whether two files lie on one disk. What cannot be told counts as yes.
func sameDisk(a, b os.FileInfo) bool {
	one, ok := a.Sys().(*syscall.Stat_t)
	other, too := b.Sys().(*syscall.Stat_t)
	return !ok || !too || one.Dev == other.Dev
}
