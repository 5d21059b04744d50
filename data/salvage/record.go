package salvage

import (
	"encoding/binary"
	"math"
)

// MaxRow is the most bytes a row may have: a conflict about the largest plan there can be has fewer.
const MaxRow = 16 << 20

// maxColumns is the most columns a record may have; no table of ours comes near.
const maxColumns = 200

// serial is how a value is stored: its kind and length in one number.
type serial uint64

const (
	serialNull serial = 0
	serialReal serial = 7
	serialZero serial = 8
	serialOne  serial = 9
	serialBlob serial = 12
	serialText serial = 13
)

func (s serial) isText() bool    { return s >= serialText && s%2 == 1 }
func (s serial) isInteger() bool { return s >= 1 && s <= 6 || s == serialZero || s == serialOne }

// size is the number of bytes of the value; ok is false for kinds that are reserved.
func (s serial) size() (n int, ok bool) {
	switch {
	case s <= 4:
		return int(s), true
	case s == 5:
		return 6, true
	case s == 6, s == serialReal:
		return 8, true
	case s == serialZero, s == serialOne:
		return 0, true
	case s < serialBlob:
		return 0, false
	case s > 2*MaxRow+serialText:
		return 0, false
	}
	return int((s - serialBlob) / 2), true
}

// varint reads a number of 1 to 9 bytes; n is 0 when there is none.
func varint(b []byte) (v uint64, n int) {
	for i := 0; i < 8 && i < len(b); i++ {
		v = v<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return v, i + 1
		}
	}
	if len(b) < 9 {
		return 0, 0
	}
	return v<<8 | uint64(b[8]), 9
}

// head reads the header of a record: how each value is stored, and where the values begin. The header may be all there is of the
// payload as yet: whole is its full length, which header and values together must have.
func head(payload []byte, whole int) (kinds []serial, start int, ok bool) {
	size, n := varint(payload)
	if n == 0 || size < uint64(n) || size > uint64(len(payload)) || size > 9*(maxColumns+1) {
		return nil, 0, false
	}
	total := int(size)
	for at := n; at < int(size); {
		k, n := varint(payload[at:size])
		length, known := serial(k).size()
		if n == 0 || !known || len(kinds) == maxColumns {
			return nil, 0, false
		}
		at += n
		if total += length; total > whole {
			return nil, 0, false
		}
		kinds = append(kinds, serial(k))
	}
	return kinds, int(size), total == whole
}

// decode reads the values of a record that has at most most columns.
func decode(payload []byte, most int) (values []any, ok bool) {
	kinds, at, ok := head(payload, len(payload))
	if !ok || len(kinds) > most {
		return nil, false
	}
	values = make([]any, len(kinds))
	for i, k := range kinds {
		n, _ := k.size()
		values[i] = value(k, payload[at:at+n])
		at += n
	}
	return values, true
}

// value reads one value from its bytes.
func value(k serial, b []byte) any {
	switch {
	case k == serialNull:
		return nil
	case k == serialReal:
		return math.Float64frombits(binary.BigEndian.Uint64(b))
	case k == serialZero:
		return int64(0)
	case k == serialOne:
		return int64(1)
	case k.isText():
		return string(b)
	case k.isInteger():
		n := int64(int8(b[0]))
		for _, x := range b[1:] {
			n = n<<8 | int64(x)
		}
		return n
	}
	return append([]byte{}, b...)
}
