// Package faultdisk makes the disk under SQLite fail on purpose, and writes down what SQLite asked of it. It stands between SQLite
// and the operating system, at the very calls that write (SQLite has a place for it: xSetSystemCall), so that what is tested is
// the program and the SQLite it ships with, and no second SQLite is compiled.
//
// It must never become part of the program: only tests and the torture command import it (a test of the layout sees to that). It
// exists on Linux alone. What Go itself writes does not pass through here.
//
// Start reading at [Arm] (fault_linux.go); [Record] (record_linux.go) is for power cuts.
package faultdisk
