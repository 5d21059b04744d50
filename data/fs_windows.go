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

// isFull tells a full disk from other failures of a disk.
func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnlyFileSystem(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// syncFolder has nothing to do: NTFS writes names to its journal by itself.
func syncFolder(string) error { return nil }
