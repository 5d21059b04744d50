//go:build !linux

package data

import "os"

// whereTo cannot tell a moved file from a deleted one here.
func whereTo(os.FileInfo) (Trouble, string) { return TroubleGone, "" }
