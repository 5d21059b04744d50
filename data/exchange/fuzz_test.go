package exchange

import (
	"bytes"
	"strings"
	"testing"
)

// seeds are a document with something of every kind, and ways to spoil it.
func seeds(f *testing.F) {
	f.Helper()
	a, b := pair(f)
	a.finish("p0", 40)
	a.replan("x")
	b.replan("y")
	a.merge(f, b)
	whole := text(a.doc)
	f.Add(whole)
	for _, c := range [][2]string{
		{`"stamp": 101`, `"stamp": -1`}, {`"stamp": 101`, `"stamp": 99999999999999999999`}, {`"kind": "plan"`, `"kind": "plans"`}, {`"lost": {`, `"lost": [{`}, {`"sessions": [`, `"sessions": null, "x": [`},
		{`"id": "s"`, `"id": ""`}, {"2026-11-23", "2026-02-30"}, {`"studies"`, `"Studies"`}, {`"minutes": 45`, `"minutes": 1e300`}, {`"format": 1`, `"format": 2`}, {`"replica": "a"`, `"replica": "\u0000"`},
	} {
		f.Add(strings.ReplaceAll(whole, c[0], c[1]))
	}
	f.Add(whole[:len(whole)/2])
	f.Add(`{"format":1,"content":"milepost-everything"}`)
	f.Add(`[]`)
}

// Whatever comes in is refused, or is a document that means the same when it is written and read again, and that can be merged.
func FuzzDecode(f *testing.F) {
	seeds(f)
	ours, _ := pair(f)
	f.Fuzz(func(t *testing.T, in string) {
		d, err := Decode(strings.NewReader(in))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := Encode(&out, d); err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, err := Decode(&out)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if text(again) != text(d) {
			t.Fatal("it means something else the second time")
		}
		for _, pair := range [][2]Document{{ours.doc, d}, {d, ours.doc}, {d, d}, {{}, d}} {
			merged, err := Merge(pair[0], pair[1])
			if err != nil {
				continue
			}
			ChangesBetween(pair[0], merged)
			for _, c := range merged.History.Conflicts {
				_, _ = Use(merged, c.ID) // may be refused, but not by a panic
			}
		}
	})
}
