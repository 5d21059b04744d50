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
