//go:build !linux && !darwin

package data

import "strings"

// networkKind names the network file system a folder lies on; "" for a disk of this computer. Of a drive letter it cannot tell.
func networkKind(dir string) string {
	if strings.HasPrefix(dir, `\\`) {
		return "a shared folder"
	}
	return ""
}
