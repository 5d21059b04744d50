// Package cli is the command line: the same work as the window, for scripts, schedules, mentors' tools and tests.
//
// Every subcommand is a thin cobra command over a method of app.Milepost; help, completion and the usage text all come
// from the same tree. What it prints with --json is the promise of docs/formats.md (package wire). Exit status: 0 done,
// 1 could not, 2 wrong use. Start reading at [Run].
package cli
