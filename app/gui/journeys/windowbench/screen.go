package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"
	"os"
	"time"
)

// screen is the virtual display, whose pixels lie in a file: looking at them costs no more than reading it, and asks nobody.
type screen struct {
	file   *os.File
	offset int64 // of the pixels
	stride int64 // bytes of a row
	rows   int64
	row    []byte
	seed   maphash.Seed
}

// everyRow is which rows are looked at: no change that counts is lower.
const everyRow = 4

// The header of an X window dump is of 32-bit words in the order of the network; these are the ones of interest.
const (
	xwdHeaderSize = 0
	xwdHeight     = 5
	xwdStride     = 12
	xwdColours    = 19
	xwdWords      = 25
	xwdColourSize = 12
)

func openScreen(path string) (*screen, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("the pixels of the display (FRAMEBUFFER): %w", err)
	}
	header := make([]byte, 4*xwdWords)
	if _, err := file.ReadAt(header, 0); err != nil {
		return nil, errors.Join(fmt.Errorf("the pixels of the display: %w", err), file.Close())
	}
	word := func(i int) int64 { return int64(binary.BigEndian.Uint32(header[4*i:])) }
	s := &screen{
		file: file, offset: word(xwdHeaderSize) + word(xwdColours)*xwdColourSize, stride: word(xwdStride), rows: word(xwdHeight), seed: maphash.MakeSeed(),
	}
	s.row = make([]byte, s.stride)
	return s, nil
}

func (s *screen) close() { _ = s.file.Close() }

// look is a number that is another one once the screen has changed; 0 when it could not be read.
func (s *screen) look() uint64 {
	var hash maphash.Hash
	hash.SetSeed(s.seed)
	for y := int64(0); y < s.rows; y += everyRow {
		if _, err := s.file.ReadAt(s.row, s.offset+y*s.stride); err != nil {
			return 0
		}
		_, _ = hash.Write(s.row) // never fails
	}
	return hash.Sum64()
}

// most is how long a screen may take.
const most = 30 * time.Second

// changes waits until the screen, seen before as a number, has changed and then stayed the same for a while; the answers are the first and the
// last change, from when something was asked for. One that never stays the same (a caret blinks) ends after three times the while.
func (s *screen) changes(before uint64, asked time.Time, quiet time.Duration) (first, last time.Duration, err error) {
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for now := before; ; <-tick.C {
		since := time.Since(asked)
		if seen := s.look(); seen != now {
			now, last = seen, since
			if first == 0 {
				first = since
			}
		}
		switch {
		case first == 0 && since > most:
			return 0, 0, fmt.Errorf("nothing changed within %s", most)
		case first > 0 && (since-last > quiet || since-first > 3*quiet):
			return first, last, nil
		}
	}
}
