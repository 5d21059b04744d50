package data

import "os"

// isOwn takes every file for one's own: a person's folders are closed to others on Windows, and nothing is read from the file.
func isOwn(os.FileInfo) bool { return true }

// sameDisk takes two files for files of one disk: the letter of a disk that was taken away leads nowhere.
func sameDisk(_, _ os.FileInfo) bool { return true }
