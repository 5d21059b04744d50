//go:build !linux && !darwin && !windows

package data

// fileSystem cannot tell here; folders that are synchronised are recognised all the same.
func fileSystem(string) (kind fileSystemKind, known bool) { return kind, false }
