package mockfile_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"milepost/data/interchange/mockfile"
)

const accented = "Date;Source;Percent\n2026-11-04;Prüfung – „é“;77,5 %\n"

func utf16Text(s string, big bool) string {
	var b bytes.Buffer
	for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
		if big {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

func TestEncodingsAndLineBreaks(t *testing.T) {
	const want = "2026-11-04 Prüfung – „é“ 78% percent=77.5"
	for what, text := range map[string]string{
		"UTF-8":              accented,
		"UTF-8 with BOM":     "\ufeff" + accented,
		"UTF-16 LE":          utf16Text(accented, false),
		"UTF-16 BE":          utf16Text(accented, true),
		"CRLF":               strings.ReplaceAll(accented, "\n", "\r\n"),
		"CR":                 strings.ReplaceAll(accented, "\n", "\r"),
		"no last line break": strings.TrimSuffix(accented, "\n"),
		"Windows-1252":       "Date;Source;Percent\n2026-11-04;Pr\xfcfung \x96 \x84\xe9\x93;77,5\xa0%\n",
		"sep= in quotes":     "\"sep=;\"\r\n" + accented,
		"narrow space":       strings.Replace(accented, "5 %", "5\u202f%", 1),
	} {
		t.Run(what, func(t *testing.T) {
			p := read(t, text)
			expect(t, shown(p), want)
			if warned := strings.Contains(notices(p), "Windows-1252"); warned != (what == "Windows-1252") {
				t.Errorf("notices: %s", notices(p))
			}
			if p.Separator != ';' {
				t.Errorf("separator %q", p.Separator)
			}
		})
	}
}

func TestDamagedUTF8IsSaid(t *testing.T) {
	p := read(t, "\ufeffdate,source,percent\n2026-11-04,Pr\xfcf,70\n")
	expect(t, p.Mocks[0].Mock.Source, "Pr\ufffdf")
	if !strings.Contains(notices(p), "damaged") {
		t.Error(notices(p))
	}
}

func TestSeparatorsAreToldByTheData(t *testing.T) {
	for _, c := range []struct {
		what, text string
		want       rune
	}{
		{"decimal commas", "Datum;Quelle;Prozent\n4.11.2026;A;77,5\n5.11.2026;A;70,5\n", ';'},
		{"commas in texts", "date;source;percent;note\n2026-11-04;A;70;\"a, b, c, d, e\"\n", ';'},
		{"tabs", "date\tsource\tnote\tpercent\n2026-11-04\tA, B; C\t\t70\n", '\t'},
		{"bars", "date|source|percent\n2026-11-04|A|70\n", '|'},
		{"unknown headings", "Kiedy;Skąd;Wynik\n2026-11-04;A;70,5%\n2026-11-05;A, B;70%\n", ';'},
		{"said in the first line", "sep=|\ndate|source|percent\n2026-11-04|A|70\n", '|'},
		{"said, an unusual one", "sep=^\ndate^source^percent\n2026-11-04^A^70\n", '^'},
		{"commas after spaces", "date, source, percent\n2026-11-04, \"A, B\", 70\n", ','},
	} {
		t.Run(c.what, func(t *testing.T) {
			p := read(t, c.text)
			if p.Separator != c.want || len(p.Mocks) == 0 {
				t.Errorf("separator %q, mocks %v, bad %v", p.Separator, p.Mocks, p.Bad)
			}
		})
	}
}

// A file that cannot be read as a whole says why, by field.
func TestRefusals(t *testing.T) {
	const line = "2026-11-04,A,70\n"
	wide := strings.Repeat("x,", mockfile.MaxColumns)
	for _, c := range []struct{ what, text, field string }{
		{"empty", "", "file"},
		{"blank", "\ufeff \r\n\r\n\t", "file"},
		{"nothing but separators", ",,,\n,,,\n", "header"},
		{"NUL", "date,source,percent\n2026-11-04,A\x00,70\n", "file"},
		{"UTF-16 without a mark", utf16Text(accented, false)[2:], "file"},
		{"a workbook", "PK\x03\x04\x14\x00\x06\x00", "file"},
		{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file"},
		{"a PDF", "%PDF-1.7\n", "file"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", "file"},
		{"too many columns in the headings", "date,source,percent" + strings.Repeat(",x", mockfile.MaxColumns) + "\n" + line, "file"},
		{"too many columns in a line", "date,source,percent\n2026-11-04," + wide + "\n", "file"},
		{"millions of separators", strings.Repeat(",", 5_000_000), "file"},
		{"a long text", "date,source,percent,My Notes\n2026-11-04,A,70," + strings.Repeat("ä", 10_001) + "\n", "My Notes"},
		{"a long heading", "date,source,percent," + strings.Repeat("x", 10_001) + "\n" + line, strings.Repeat("x", 60) + "…"},
		{"too many lines", "date,source,percent\n" + strings.Repeat(line, mockfile.MaxRows+1), "file"},
		{"no headings", line + line, "header"},
		{"no headings, and words that could be some", "2026-11-04,Bank,d1,20,26\n2026-11-04,Bank,d2,15,22\n", "header"},
		{"no date", "source,percent\nA,70\n", "date"},
		{"a date column with no dates", "date,source,percent\nsoon,A,70\n", "date"},
		{"no source", "date,percent\n2026-11-04,70\n", "source"},
		{"no result", "date,source,minutes\n2026-11-04,A,70\n", "score"},
		{"questions alone", "date,source,total\n2026-11-04,A,70\n", "score"},
		{"prose", "Dear Sir or Madam,\nthe exam went well.\n", "date"},
	} {
		t.Run(c.what, func(t *testing.T) {
			p, err := mockfile.Read(strings.NewReader(c.text), options())
			if field(err) != c.field {
				t.Errorf("%v, want the field %q", err, c.field)
			}
			if len(p.Mocks) > 0 {
				t.Errorf("proposed all the same: %v", p.Mocks)
			}
		})
	}
}

func TestAFileTooLargeIsRefused(t *testing.T) {
	big := strings.NewReader("date,source,percent\n" + strings.Repeat(" ", mockfile.MaxBytes))
	if _, err := mockfile.Read(big, options()); field(err) != "file" || !strings.Contains(err.Error(), "64 MiB") {
		t.Error(err)
	}
}

func TestTheLargestFilesAreRead(t *testing.T) {
	p := read(t, "date,source,percent,note\n2026-11-04,A,70,"+strings.Repeat("ä", 10_000)+"\n")
	if len(p.Mocks) != 1 {
		t.Errorf("a text of 10,000 characters: %v", p.Bad)
	}
	p = read(t, "date,source,percent\n"+strings.Repeat("2026-11-04,A,70\n", mockfile.MaxRows))
	if p.Rows != mockfile.MaxRows || len(p.Mocks) != mockfile.MaxRows {
		t.Errorf("%d rows, %d mocks", p.Rows, len(p.Mocks))
	}
	p = read(t, "date,source,percent"+strings.Repeat(",x", mockfile.MaxColumns-3)+"\n2026-11-04,A,70"+strings.Repeat(",", mockfile.MaxColumns-3)+"\n")
	if len(p.Mocks) != 1 {
		t.Errorf("200 columns: %v", p.Bad)
	}
}

func TestAFailingReaderIsPassedOn(t *testing.T) {
	if _, err := mockfile.Read(brokenReader{}, options()); err == nil || !strings.Contains(err.Error(), "pulled out") {
		t.Error(err)
	}
}
