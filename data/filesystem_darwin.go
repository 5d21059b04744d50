package data

import "golang.org/x/sys/unix"

// fileSystem tells on what a file or folder lies.
func fileSystem(path string) (kind fileSystemKind, known bool) {
	var stat unix.Statfs_t
	if err := unix.Statfs(path, &stat); err != nil {
		return kind, false
	}
	kind.name = unix.ByteSliceToString(stat.Fstypename[:])
	kind.network = stat.Flags&unix.MNT_LOCAL == 0
	return kind, true
}
