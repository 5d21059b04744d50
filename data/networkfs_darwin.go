package data

import (
	"strings"
	"syscall"
)

// networkKind names the network file system a folder lies on; "" for a disk of this computer.
func networkKind(dir string) string {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return ""
	}
	var name strings.Builder
	for _, c := range s.Fstypename {
		if c == 0 {
			break
		}
		name.WriteByte(byte(c))
	}
	switch kind := name.String(); kind {
	case "nfs", "smbfs", "afpfs", "webdav", "ftp":
		return strings.ToUpper(kind)
	}
	return ""
}
