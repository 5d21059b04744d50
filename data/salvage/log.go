package salvage

import (
	"encoding/binary"
	"fmt"
	"io"
)

// The write-ahead log: a header of 32 bytes, then frames of 24 bytes and a page each. Every frame carries the salts of the header
// and a checksum over everything before it, so a frame is known to be what was written. A frame with a size in it ends an action.
const (
	logHeaderBytes   = 32
	frameHeaderBytes = 24
	logMagic         = 0x377f0682 // or one more: numbers of the checksum are big-endian
)

// sum is the running checksum.
type sum struct {
	a, b  uint32
	order binary.ByteOrder
}

// add goes on over bytes, a multiple of 8.
func (s *sum) add(b []byte) {
	for ; len(b) >= 8; b = b[8:] {
		s.a += s.order.Uint32(b) + s.b
		s.b += s.order.Uint32(b[4:]) + s.a
	}
}

func (s *sum) is(b []byte) bool {
	return s.a == binary.BigEndian.Uint32(b) && s.b == binary.BigEndian.Uint32(b[4:])
}

// stored takes over the checksum a frame carries, to go on behind a frame that is broken.
func (s *sum) stored(b []byte) { s.a, s.b = binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:]) }

// LogState is what a look at a write-ahead log found.
type LogState struct {
	PageSize int // 0: there is no log, or nothing in it
	Frames   int // that count: of whole actions, up to the first that is broken
	// Lost is the number of whole frames that lie behind broken ones and end an action. SQLite passes over them without a word, though
	// what they hold was acknowledged.
	Lost int
	// LostActions is how many actions end behind the first broken frame.
	LostActions int
	pages       []logPage // of the frames that count and those that are lost, in order
}

// logPage is a page in the log.
type logPage struct {
	number uint32
	at     int64
	frame  int // from 1
}

// logHead is what the header of a log says.
type logHead struct {
	size  int
	salts [8]byte
	sum   sum
	sound bool
}

func readLogHead(b []byte, pageSize int) (logHead, bool) {
	h := logHead{size: int(binary.BigEndian.Uint32(b[8:])), sum: sum{order: binary.LittleEndian}}
	if binary.BigEndian.Uint32(b) == logMagic+1 {
		h.sum.order = binary.BigEndian
	}
	copy(h.salts[:], b[16:24])
	h.sum.add(b[:24])
	h.sound = binary.BigEndian.Uint32(b)&^1 == logMagic && h.sum.is(b[24:]) && validPageSize(h.size)
	if !h.sound { // go by the checksum it carries; the frames tell whether anything is in it
		h.sum.stored(b[24:])
		if pageSize != 0 {
			h.size = pageSize
		}
	}
	return h, validPageSize(h.size)
}

// ReadLog looks through a write-ahead log. pageSize is that of its file, for a log whose header is broken; 0 if unknown.
func ReadLog(log io.ReaderAt, size int64, pageSize int) (LogState, error) {
	header := make([]byte, logHeaderBytes)
	if size < logHeaderBytes {
		return LogState{}, nil
	}
	if _, err := log.ReadAt(header, 0); err != nil {
		return LogState{}, fmt.Errorf("read the log: %w", err)
	}
	h, ok := readLogHead(header, pageSize)
	if !ok {
		return LogState{}, nil
	}
	r := logReader{head: h, broken: !h.sound, state: LogState{PageSize: h.size}}
	frame := make([]byte, frameHeaderBytes+h.size)
	for at, n := int64(logHeaderBytes), 1; at+int64(len(frame)) <= size; at, n = at+int64(len(frame)), n+1 {
		if _, err := log.ReadAt(frame, at); err != nil {
			return LogState{}, fmt.Errorf("read the log: %w", err)
		}
		if n == 1 && !h.sound {
			copy(r.head.salts[:], frame[8:16]) // those of the header may be what is broken
		}
		if !r.frame(frame, at, n) {
			break
		}
	}
	return r.state, nil
}

// logReader goes from frame to frame.
type logReader struct {
	head   logHead
	broken bool // a frame before was
	open   []logPage
	state  LogState
}

// frame takes one frame; false at the end of what belongs to the log.
func (r *logReader) frame(b []byte, at int64, n int) bool {
	if string(b[8:16]) != string(r.head.salts[:]) {
		// The salts are the only thing broken if the checksum, which does not cover them, holds and the frame goes on from the last.
		s := r.head.sum
		s.add(b[:8])
		s.add(b[frameHeaderBytes:])
		if !s.is(b[16:]) {
			return false // left over from before the log was begun anew
		}
		r.broken = true
	}
	r.head.sum.add(b[:8])
	r.head.sum.add(b[frameHeaderBytes:])
	if !r.head.sum.is(b[16:]) {
		r.head.sum.stored(b[16:])
		r.broken = true
		return true
	}
	number, commit := binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:])
	if number == 0 {
		r.broken = true
		return true
	}
	r.open = append(r.open, logPage{number: number, at: at + frameHeaderBytes, frame: n})
	if commit == 0 {
		return true
	}
	if r.broken {
		r.state.Lost += len(r.open)
		r.state.LostActions++
	} else {
		r.state.Frames = n
	}
	r.state.pages = append(r.state.pages, r.open...)
	r.open = nil
	return true
}
