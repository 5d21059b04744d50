package faultdisk

// #include "hooks_linux.h"
import "C"

import (
	"fmt"

	_ "github.com/mattn/go-sqlite3" // the SQLite that is hooked
)

// Kind is a way in which a disk fails.
type Kind int

// The ways in which a disk fails.
const (
	Full    Kind = C.FD_FULL    // from a write on every write fails for want of space, also one over what is there
	Growing Kind = C.FD_GROWING // as Full, but what is there can be written over: most file systems
	Short   Kind = C.FD_SHORT   // as Full, and the first write still writes half
	Once    Kind = C.FD_ONCE    // a single write fails for want of space
	Sync    Kind = C.FD_SYNC    // a single fsync fails with an error of the disk
	Syncs   Kind = C.FD_SYNCS   // from an fsync on every one fails
)

func (k Kind) String() string {
	return map[Kind]string{Full: "full", Growing: "full for what grows", Short: "full, after half a write", Once: "full once", Sync: "one failing sync", Syncs: "failing syncs"}[k]
}

// never is a call no session reaches.
const never = 1 << 40

// Install puts the fault disk under SQLite, for the whole program and for good. Files already open go through it as well.
func Install() error {
	if what := C.fd_install(); what != 0 {
		return fmt.Errorf("put the fault disk under SQLite: step %d did not succeed", int(what))
	}
	return nil
}

// Arm makes the disk fail at the n-th call from now that could fail so, counted from 1.
func Arm(k Kind, n int) { C.fd_arm(C.int(k), C.long(n)) }

// Watch only counts the calls that could fail in this way, for Calls.
func Watch(k Kind) { C.fd_arm(C.int(k), never) }

// Heal makes the disk whole again, or empty enough.
func Heal() { C.fd_heal() }

// Calls is how many calls since Arm or Watch could have failed.
func Calls() int { return int(C.fd_calls()) }

// Failed is how many calls did fail since Arm.
func Failed() int { return int(C.fd_failed()) }
