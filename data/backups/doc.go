// Package backups says what backups are called and which of them stay. It is pure: it knows no files and no clock, so that what
// is deleted can be worked out, and tested, without anything being deleted.
//
// A backup's name carries whose it is, when and why it was made, and the beginning of the SHA-256 of its content, and sorts by
// time. Start reading at [Name] (name.go) and [Thin] (thin.go). The files are made, listed and restored by package data.
package backups
