// Package gui is the window: its frame, sidebar, menu, shortcuts and the way between screens. The screens themselves are
// packages below it, one each; the things they are made of are in widgets and know nothing of studying.
//
// Everything here runs on Fyne's goroutine. Work that takes longer goes through background.go, the only file that starts
// goroutines. The frame knows the application only by its methods; it subscribes to its changes and lets the visible
// page load again, marking the others as stale. Start reading at [Run] and shell.go.
package gui
