//go:build unix

package data_test

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

func makePipe(path string) error { return unix.Mkfifo(path, 0o600) }

// makeForeign makes a file of somebody else's, where one may do that, and something else that is no summons where not.
func makeForeign(path string) error {
	if os.Geteuid() != 0 {
		return makePipe(path)
	}
	const nobody = 65534
	return errors.Join(os.WriteFile(path, nil, 0o666), os.Chown(path, nobody, nobody))
}
