package data

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"

	"milepost/data/backups"
)

// digestOf is the beginning of the SHA-256 of a file's content. SQLite has no checksums of its own: a bit that flips inside of a
// text passes each of its checks, and is found by this. Two backups of the same state are the same to the byte, so it also tells
// whether anything has changed.
//
// The file must not be open in SQLite by this process: closing it here would take SQLite's locks away.
func digestOf(path string) (digest string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", path, err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", fmt.Errorf("read %s: %w", path, err)
	}
	return hex.EncodeToString(h.Sum(nil))[:backups.DigestDigits], nil
}
