package faultdisk

// #include "hooks_linux.h"
import "C"

import (
	"encoding/binary"
	"unsafe"
)

// What an Event is.
const (
	Made      = 'c' // a file was made
	Written   = 'w' // bytes were written
	Truncated = 't' // a file was cut, or grew by zeros
	Synced    = 's' // a file, or a folder, was put on disk
	Unlinked  = 'u' // a name was removed
	Marked    = 'm' // Mark was called
)

// Event is something SQLite asked of the disk, and got.
type Event struct {
	What   rune
	Path   string
	Offset int64  // of what was written; the size a file was cut to; the number of a mark
	Bytes  []byte // what was written
}

// Record begins to write down what SQLite asks of the disk.
func Record() { C.fd_record(1) }

// Mark writes a mark between the calls: whatever was acknowledged by then has the number n.
func Mark(n int) { C.fd_mark(C.long(n)) }

// Recorded ends the record and answers it.
func Recorded() []Event {
	C.fd_record(0)
	var size C.size_t
	start := C.fd_log(&size)
	log := C.GoBytes(unsafe.Pointer(start), C.int(size))
	var out []Event
	for len(log) > 0 {
		e := Event{Offset: int64(binary.NativeEndian.Uint64(log))}
		bytes, path := int(binary.NativeEndian.Uint32(log[8:])), int(binary.NativeEndian.Uint16(log[12:]))
		e.What = rune(binary.NativeEndian.Uint16(log[14:]))
		e.Path, e.Bytes = string(log[16:16+path]), log[16+path:16+path+bytes]
		log = log[16+path+bytes:]
		out = append(out, e)
	}
	return out
}
