package salvage

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"runtime"
	"testing"

	"milepost/data/datatest/released"
)

// shapes are a few of the tables of version 1, as package data would describe them.
func shapes() []Version {
	text := func(names ...string) (out []Column) {
		for _, n := range names {
			out = append(out, Column{Name: n})
		}
		return out
	}
	whole := func(names ...string) (out []Column) {
		for _, n := range names {
			out = append(out, Column{Name: n, Kind: Integer})
		}
		return out
	}
	setting := Table{Name: "setting", Columns: text("key", "value"), Key: []int{0}, Least: 2}
	off := Table{Name: "study_off", Key: []int{0, 1}, Least: 4}
	off.Columns = append(append(text("study_id"), whole("position")...), text("first_day", "last_day")...)
	score := Table{Name: "mock_score", Key: []int{0, 1, 2}, Least: 6, Columns: append(text("study_id", "mock_id", "domain"), whole("position", "correct", "total")...)}
	return []Version{{Number: 1, Tables: []Table{setting, off, score}}}
}

func input(file, log []byte) Input {
	in := Input{AppID: 0x4D505354, Versions: shapes(), Accepts: func(Version, int, []any) bool { return true }}
	if len(file) > 0 {
		in.File, in.Size = bytes.NewReader(file), int64(len(file))
	}
	if len(log) > 0 {
		in.Log, in.LogSize = bytes.NewReader(log), int64(len(log))
	}
	return in
}

func releasedFile(t testing.TB) []byte {
	t.Helper()
	b, err := released.File(1)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Whatever a file and its log hold, reading ends, does not panic, and hands out no more than there is.
func FuzzRead(f *testing.F) {
	whole := releasedFile(f)
	f.Add(0, []byte("SQLite format 3"), []byte{})
	f.Add(16, []byte{0xff, 0xff}, []byte{})
	f.Add(16, []byte{2, 0}, []byte{})
	f.Add(20, []byte{255}, []byte{})
	f.Add(32, []byte{0, 0, 0, 2, 0, 0, 0, 200}, []byte{})
	f.Add(100, bytes.Repeat([]byte{0xff}, 500), []byte{})
	f.Add(100, []byte{5, 0, 0, 255, 255}, []byte{})
	f.Add(4096, []byte{5, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2}, logOf(2, whole[4096:8192]))
	f.Add(len(whole)-4096, []byte{13, 0, 0, 8, 0}, logOf(1, make([]byte, 4096)))
	f.Fuzz(func(t *testing.T, at int, with, log []byte) {
		file := bytes.Clone(whole)
		copy(file[min(max(at, 0), len(file)):], with)
		check(t, file, log)
		check(t, with, log)
	})
}

func check(t *testing.T, file, log []byte) {
	found, err := Read(t.Context(), input(file, log))
	if err != nil {
		return
	}
	bytes := 0
	for _, table := range found.Tables {
		for _, r := range table.Rows {
			bytes += len(r.payload)
			if v := r.Values(table.Table); v != nil && (len(v) < table.Least || len(v) > len(table.Columns)) {
				t.Errorf("a row of %s has %d values", table.Name, len(v))
			}
		}
	}
	if bytes > 2*(len(file)+len(log)) {
		t.Errorf("%d bytes of rows were found in %d", bytes, len(file)+len(log))
	}
}

// logOf makes a log of one page, checksums and all.
func logOf(number uint32, page []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, logMagic)
	out = binary.BigEndian.AppendUint32(out, 3007000)
	out = binary.BigEndian.AppendUint32(out, uint32(len(page)))
	out = append(out, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8)
	s := sum{order: binary.LittleEndian}
	s.add(out)
	out = binary.BigEndian.AppendUint32(out, s.a)
	out = binary.BigEndian.AppendUint32(out, s.b)
	frame := binary.BigEndian.AppendUint32(nil, number)
	frame = binary.BigEndian.AppendUint32(frame, 1)
	s.add(frame)
	s.add(page)
	frame = append(frame, 1, 2, 3, 4, 5, 6, 7, 8)
	frame = binary.BigEndian.AppendUint32(frame, s.a)
	frame = binary.BigEndian.AppendUint32(frame, s.b)
	return append(append(out, frame...), page...)
}

// leafOf is a page of a table with the cells given; each pointer may be listed many times.
func leafOf(size int, cell []byte, pointers int) []byte {
	b := make([]byte, size)
	at := size - len(cell)
	copy(b[at:], cell)
	b[0] = leafTable
	binary.BigEndian.PutUint16(b[3:], uint16(pointers))
	binary.BigEndian.PutUint16(b[5:], uint16(at))
	for i := range pointers {
		if 8+2*i+2 > at {
			break
		}
		binary.BigEndian.PutUint16(b[8+2*i:], uint16(at))
	}
	return b
}

// hostile files make a careless reader run in circles, or take a few bytes for many.
func TestAHostileFileCostsNoMoreThanItsSize(t *testing.T) {
	const size, pages = 4096, 500
	circle := make([]byte, size) // every page an interior page that leads to all others
	circle[0] = interiorTable
	n := 0
	for at := 12; at+2+5 < size-5*(n+1); at += 2 {
		n++
		to := size - 5*n
		binary.BigEndian.PutUint16(circle[at:], uint16(to))
		binary.BigEndian.PutUint32(circle[to:], uint32(n%pages+1))
		circle[to+4] = 1
	}
	binary.BigEndian.PutUint16(circle[3:], uint16(n))
	binary.BigEndian.PutUint16(circle[5:], uint16(size-5*n))
	binary.BigEndian.PutUint32(circle[8:], 1)

	huge := []byte{0xbf, 0xff, 0xff, 1, 5, 0xff, 0xff, 0x7d, 0xff, 0xff, 0x7d} // a row of a megabyte that leads on to page 2
	huge = append(huge, make([]byte, 600)...)
	binary.BigEndian.PutUint32(huge[len(huge)-4:], 2)

	for name, page := range map[string][]byte{
		"circles":                 circle,
		"one cell a thousandfold": leafOf(size, append([]byte{100, 1, 3, 0x6f, 0x6f}, make([]byte, 97)...), 1900),
		"rows without end":        leafOf(size, huge, 1),
		"nothing but 0xff":        bytes.Repeat([]byte{0xff}, size),
		"nothing but 0x0d":        bytes.Repeat([]byte{13}, size),
	} {
		t.Run(name, func(t *testing.T) {
			file := bytes.Repeat(page, pages)
			copy(file, fileMagic)
			binary.BigEndian.PutUint16(file[offsetPageSize:], size)
			copy(file[100:], page[:size-100])
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			ticks := 0
			in := input(file, nil)
			in.Progress = func(int, int) { ticks++ }
			found, err := Read(t.Context(), in)
			runtime.ReadMemStats(&after)
			// All that was ever asked for, not what was held at once: pages are read anew each time they are looked at.
			if got := after.TotalAlloc - before.TotalAlloc; got > 100*uint64(len(file)) {
				t.Errorf("%d bytes were asked for to read %d (%v)", got, len(file), err)
			}
			if ticks > 10*pages {
				t.Errorf("%d pages took %d steps", pages, 64*ticks)
			}
			for _, table := range found.Tables {
				if len(table.Rows) > 2*pages {
					t.Errorf("%d rows of %s were found", len(table.Rows), table.Name)
				}
			}
		})
	}
}

func TestReadingEndsWhenItIsToldTo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, input(releasedFile(t), nil)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestThePageSizeIsFoundWhateverTheHeaderSays(t *testing.T) {
	for _, said := range []uint16{0, 1, 512, 1024, 8192, 32768, 4097} {
		file := releasedFile(t)
		binary.BigEndian.PutUint16(file[offsetPageSize:], said)
		file[offsetReserved] = 32
		in := input(file, nil)
		if p := choosePages(in, LogState{}); p.size != 4096 || p.usable != 4096 {
			t.Errorf("header %d: page size %d, usable %d", said, p.size, p.usable)
		}
	}
}

func TestALogIsReadAsFarAsItIsWhole(t *testing.T) {
	log := logOf(2, make([]byte, 512))
	whole, err := ReadLog(bytes.NewReader(log), int64(len(log)), 0)
	if err != nil || whole.Frames != 1 || whole.Lost != 0 || whole.PageSize != 512 {
		t.Fatalf("%+v, %v", whole, err)
	}
	for at := logHeaderBytes; at < len(log); at++ { // the only frame is the last: nobody waited for it
		b := bytes.Clone(log)
		b[at] ^= 0x10
		got, err := ReadLog(bytes.NewReader(b), int64(len(b)), 0)
		if err != nil || got.Frames != 0 || got.LostActions > 1 {
			t.Errorf("byte %d: %+v, %v", at, got, err)
		}
	}
}
