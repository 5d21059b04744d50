// Package released keeps a data file of every version of the tables that was ever released, so that tests can see each of them
// brought up to date. It must never be imported by anything but tests and the torture command.
//
// A file is made once, when its version is, with
//
//	go run ./data/datatest/released/make -version 8
//
// from the root of the repository, and never again: what people have on their disks does not change either. Beside each file, as
// v1.json, lie the rows that were put into it, which is what a test may expect to find. The command refuses to replace either. For a
// new version, first give its new tables and columns something to hold in make/content.go.
package released

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/json"
	"fmt"
	"io"
)

//go:embed v*.gz v*.json
var files embed.FS

// Rows are the rows of each table, a value for each column: a string, a float64 or nothing else.
type Rows map[string][]map[string]any

// Versions are the versions of the tables there are files of, in order.
func Versions() []int {
	var out []int
	for v := 1; ; v++ {
		if _, err := files.Open(name(v) + ".milepost.gz"); err != nil {
			return out
		}
		out = append(out, v)
	}
}

// File is the data file of a version, byte for byte as that version left it.
func File(version int) ([]byte, error) {
	packed, err := files.ReadFile(name(version) + ".milepost.gz")
	if err != nil {
		return nil, fmt.Errorf("the released file of version %d: %w", version, err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("the released file of version %d: %w", version, err)
	}
	return io.ReadAll(r)
}

// Content is what was put into the file of a version.
func Content(version int) (Rows, error) {
	text, err := files.ReadFile(name(version) + ".json")
	if err != nil {
		return nil, fmt.Errorf("the content of version %d: %w", version, err)
	}
	var rows Rows
	if err := json.Unmarshal(text, &rows); err != nil {
		return nil, fmt.Errorf("the content of version %d: %w", version, err)
	}
	return rows, nil
}

func name(version int) string { return fmt.Sprintf("v%d", version) }
