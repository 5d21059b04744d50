package gui

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
)

// OpenPath opens a file or a folder with the program the desktop has for it.
func (s *shell) OpenPath(path string) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	return s.app.OpenURL(fileURL(path))
}

// fileURL is the address of a file, on Windows with a slash before the drive.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if path != "" && path[0] != '/' {
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}
