//go:build !linux

package data

import "os"

// holdFile does nothing here. Windows does not let a file be moved that is open; on the others its locks and SQLite's are of one kind
// and would be in each other's way.
func holdFile(string) (*os.File, error) { return nil, nil }
