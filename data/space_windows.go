package data

import "golang.org/x/sys/windows"

// freeSpace is how many bytes this person may still write to the disk of a folder.
func freeSpace(dir string) (bytes uint64, known bool) {
	name, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, false
	}
	if err := windows.GetDiskFreeSpaceEx(name, &bytes, nil, nil); err != nil {
		return 0, false
	}
	return bytes, true
}

// mayWrite is answered by the read-only mark, which the permission bits stand for on Windows.
func mayWrite(string) bool { return true }
