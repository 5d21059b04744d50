//go:build windows || darwin

package gui

// deskHasTray: every desktop of these systems has one.
func deskHasTray() bool { return true }
