package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
)

// inOrder writes an archive with its parts, and the list of its contents, by name: excelize puts both in another order each time, and the same report
// is to be the same file.
func inOrder(w io.Writer, archive []byte) error {
	in, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return err
	}
	parts := slices.Clone(in.File)
	slices.SortFunc(parts, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, part := range parts {
		put := out.Copy
		if part.Name == contents {
			put = func(f *zip.File) error { return copyContents(out, f) }
		}
		if err := put(part); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return out.Close()
}

// contents is the part that lists the others.
const contents = "[Content_Types].xml"

// extension is an entry of the list that names the kind of a file by the end of its name.
var extension = regexp.MustCompile(`<Default [^>]*></Default>`)

func copyContents(out *zip.Writer, part *zip.File) error {
	from, err := part.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	text, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	entries := extension.FindAll(text, -1)
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, bytes.Compare)
	next := 0
	text = extension.ReplaceAllFunc(text, func([]byte) []byte { next++; return sorted[next-1] })
	to, err := out.Create(part.Name)
	if err != nil {
		return err
	}
	_, err = to.Write(text)
	return err
}
