package mockfile

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const utf8BOM = "\ufeff"

// notTables are the first bytes of files that people take for tables in text.
var notTables = []struct{ begins, reason string }{
	{"PK\x03\x04", "this is a workbook or an archive, not a CSV file; open it in a spreadsheet program and save the table as CSV"},
	{"\xd0\xcf\x11\xe0", "this is an old Excel workbook, not a CSV file; open it in a spreadsheet program and save the table as CSV"},
	{"%PDF", "this is a PDF document, not a CSV file"},
}

// readText reads a whole file as text whose lines end in a line feed, with notices on what was doubtful.
func readText(r io.Reader) (string, []string, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return "", nil, fmt.Errorf("read the file of mocks: %w", err)
	}
	if len(raw) > MaxBytes {
		return "", nil, refusal("file", "the file is larger than %d MiB", MaxBytes>>20)
	}
	for _, n := range notTables {
		if bytes.HasPrefix(raw, []byte(n.begins)) {
			return "", nil, refusal("file", "%s", n.reason)
		}
	}
	text, notices := decode(raw)
	if strings.ContainsRune(text, 0) {
		return "", nil, refusal("file", "the file is not text; save the table as CSV in UTF-8")
	}
	text = lineFeeds(text)
	if strings.TrimSpace(text) == "" {
		return "", nil, refusal("file", "the file is empty")
	}
	return text, notices, nil
}

// decode finds out how a text is encoded. Windows-1252 comes last, as it can make letters of any bytes.
func decode(raw []byte) (string, []string) {
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(raw)
		if err == nil {
			return string(text), nil
		}
	}
	text, marked := strings.CutPrefix(string(raw), utf8BOM)
	if utf8.ValidString(text) {
		return text, nil
	}
	if marked {
		return strings.ToValidUTF8(text, "\ufffd"), []string{"Some characters in the file are damaged; they are shown as \ufffd."}
	}
	old, err := charmap.Windows1252.NewDecoder().String(text)
	if err != nil {
		return strings.ToValidUTF8(text, "\ufffd"), nil
	}
	return old, []string{"The file is not UTF-8 and was read as Windows-1252; check that accented letters look right."}
}

// lineFeeds makes one kind of line break of the three there are.
func lineFeeds(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}
