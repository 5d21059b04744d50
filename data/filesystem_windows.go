package data

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// fileSystem tells on what a file or folder lies.
func fileSystem(path string) (kind fileSystemKind, known bool) {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(path) + `\`)
	if err != nil {
		return kind, false
	}
	kind.network = windows.GetDriveType(root) == windows.DRIVE_REMOTE
	return kind, true
}
