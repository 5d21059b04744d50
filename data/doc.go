// Package data keeps everything a person enters in one SQLite file, and gives it back unchanged.
//
// What it promises, and tests against real files: an action that was acknowledged is on disk (WAL, synchronous FULL) and
// survives a killed program; an action happens as a whole or not at all; every action can be undone and done again, also
// after a restart, and undoing restores every row to the byte; a file that is not a sound Milepost file is told apart,
// named with one plain sentence, and never written to.
//
// It must never know the window, the planner's reasoning or today's date: it stores what it is given, checked for shape.
// The clock comes in with [Options] and is used for time stamps alone.
//
// Start reading at [Open] (store.go), which inspects a file before trusting it (inspect.go), locks it (lock.go), brings its
// tables up to date (migrate.go) and reads its settings back (pragmas.go). [Store.Do] (tx.go) is the way of every change:
// one transaction, one action, one step of undo. Each kind of thing has a file with its columns, its checks, its writing
// and its reading (studies.go, sessions.go, milestones.go, mocks.go, sources.go, settings.go); rows.go writes them so that
// only rows that differ are touched. docs/data.md describes the tables.
package data
