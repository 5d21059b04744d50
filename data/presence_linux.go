package data

import (
	"os"
	"path/filepath"
	"syscall"
)

// openFiles is where Linux lists the files this program has open. Looking at an entry opens nothing.
const openFiles = "/proc/self/fd"

// whereTo finds out what has become of an open file whose name is gone: it has no name any more, or another one.
func whereTo(ident os.FileInfo) (Trouble, string) {
	entries, err := os.ReadDir(openFiles)
	if err != nil {
		return TroubleGone, ""
	}
	for _, e := range entries {
		link := filepath.Join(openFiles, e.Name())
		info, err := os.Stat(link)
		if err != nil || !os.SameFile(ident, info) {
			continue
		}
		if stat, ok := info.Sys().(*syscall.Stat_t); ok && stat.Nlink == 0 {
			return TroubleDeleted, ""
		}
		to, err := os.Readlink(link)
		if err != nil {
			return TroubleGone, ""
		}
		if there, err := os.Stat(to); err != nil || !os.SameFile(ident, there) {
			return TroubleUnreachable, "" // on a disk that was taken away
		}
		return TroubleMoved, to
	}
	return TroubleGone, ""
}
