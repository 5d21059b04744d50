package data

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// folderWritable cannot be told on Windows without making a file (the read-only mark of a folder means something else there);
// taking the lock finds out.
func folderWritable(dir string) error {
	_, err := os.Stat(dir)
	return err
}

func isReadOnlyFileSystem(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// syncFolder has nothing to do: NTFS writes names to its journal by itself.
func syncFolder(string) error { return nil }
