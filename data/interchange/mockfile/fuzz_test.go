package mockfile_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"milepost/data/interchange/mockfile"
	"milepost/planner"
)

// hostile are files nobody has by accident.
var hostile = []string{
	strings.Repeat(`"`, 99), strings.Repeat("\"\n", 99), "date,source,percent\n" + strings.Repeat("\"a\n", 50), "date,source,percent\n\"", "sep=", "sep=\"\n", "sep=;;", "sep=\n\n",
	"\xff\xfe", "\xfe\xff\x00", "\xff\xfe\x00\x00d\x00\x00\x00", "\ufeff\ufeffdate", "date,date,date\n1,1,1\n", "d1,d1,d1\n1,1,1\n", ",,,\n1", "%,%,%\n%,%,%\n",
	"date,source,percent\n4.11.26,A,.5\n4.11.26,A,1.\n4.11.26,A,0x1p4\n", "date,source,d1,correct:d1,questions:d1\n2026-11-04,A,0/0,0,0\n",
	"date,source,domain,correct,total\n2026-11-04,A,d1,999999999,999999999\n", "date;source;percent\n0000-00-00;A;1e309\n9999-99-99;A;NaN\n",
	"date,source,percent,mock\n2026-11-04,'=A,70,'\n2026-11-04,'''=A,70,''\n", "date,source,domain,percent\n,,d1,70\n2026-11-04,A,,70\n,,d1,70\n",
	"\x00", "\r", "\n\r\n\r", "\x85\x8d\x90", "date,source,percent\n2026-11-04,\u202eA,70\n",
}

// realistic are small files of the shapes there are, for the fuzzer to vary.
var realistic = []string{
	accented,
	"date,source,domain,correct,total,timed,first_attempt,minutes,note,official,guess,percent,mock\r\n2026-11-04,A,d1,1,2,yes,no,90,\"a\nb\",no,70%,,1\r\n2026-11-04,A,,3,4,yes,no,90,\"a\nb\",no,70%,75%,1\r\n",
	"Datum;Quelle;D1;D2;Gesamt\n4.11.2026;Boson;20/26;77,5 %;73%\n", "date\tsource\tD1\tD1 questions\n04/11/26\tA\t20\t26\n", "sep=|\nFecha|Banco|Aciertos|Preguntas\n4 nov 2026|A|57|100\n",
	"2026-11-04,A,70\n", "Title\n\ndate,source,score,questions,time,retake\n11/13/2026 2:30 PM,24\" x,57,100,2:20,x\n",
}

func FuzzRead(f *testing.F) {
	for _, text := range append(realistic, hostile...) {
		f.Add([]byte(text), uint8(0))
		f.Add([]byte(text), uint8(3))
	}
	study := domains("Leadership and Organizational Management", "Risk Management", "Security Operations")
	f.Fuzz(func(t *testing.T, text []byte, how uint8) {
		o := mockfile.Options{Domains: study, Today: today}
		if how&1 != 0 {
			o.Source = "the person's own"
		}
		if how&2 != 0 {
			o.DateOrder = mockfile.MonthDayYear
		}
		if how&4 != 0 {
			o.Columns = map[int]mockfile.Column{0: mockfile.ColumnDate, 1: mockfile.ColumnDomain, 2: mockfile.DomainColumn("d2")}
		}
		p, err := mockfile.Read(strings.NewReader(string(text)), o)
		if err != nil {
			if field(err) == "" || len(p.Mocks) > 0 {
				t.Fatalf("%v with the field %q and %d mocks", err, field(err), len(p.Mocks))
			}
			return
		}
		checkProposal(t, p, o)
		checkShown(t, p)
		checkComesBack(t, p, study)
	})
}

// checkShown: what a preview shows is short, on one line, and text.
func checkShown(t *testing.T, p mockfile.Proposal) {
	t.Helper()
	for _, cells := range append(p.Sample, p.Header) {
		if len(cells) > mockfile.MaxColumns {
			t.Errorf("%d columns", len(cells))
		}
		for _, cell := range cells {
			if utf8.RuneCountInString(cell) > 61 || strings.ContainsAny(cell, "\n\x00\x1b") || !utf8.ValidString(cell) {
				t.Errorf("shown as %q", cell)
			}
		}
	}
}

// checkComesBack: whatever was read can be written and read again.
func checkComesBack(t *testing.T, p mockfile.Proposal, study []planner.StudyDomain) {
	t.Helper()
	var mocks []planner.Mock
	for _, m := range p.Mocks {
		mocks = append(mocks, m.Mock)
	}
	again, err := mockfile.Read(strings.NewReader(written(t, mocks)), mockfile.Options{Domains: study, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, shown(again), shown(p))
}

func TestHostileFilesAreReadOrRefused(t *testing.T) {
	for _, text := range hostile {
		if p, err := mockfile.Read(strings.NewReader(text), options()); err == nil {
			checkProposal(t, p, options())
		} else if field(err) == "" {
			t.Errorf("%.40q: %v", text, err)
		}
	}
}

// Each of these is read in well under a second, and would take minutes where work grows with the square of the size. want counts mocks
// and bad lines, or names the field of a refusal.
func TestWorkGrowsNoFasterThanTheFile(t *testing.T) {
	const (
		head  = "date,source,domain,correct,total,note\n"
		good  = "2026-11-04,A,d1,1,2,\n"
		open  = `2026-11-04,A,d1,1,2,"x` + "\n"
		lines = 20_000
		bytes = 4 << 20
	)
	for _, c := range []struct{ what, text, want string }{
		{"marks never closed", head + strings.Repeat(open+good, lines/2), "10000 mocks, 10000 bad"},
		{"one mark before many lines", head + open + strings.Repeat("2026-11-04,\"A\",d1,1,2,\n", lines), "20000 mocks, 1 bad"},
		{"marks in pairs after one", head + open + strings.Repeat(`2026-11-04,A,d1,1,2,""`+"\n", lines), "20000 mocks, 1 bad"},
		{"marks within texts", head + strings.Repeat(`2026-11-04,24" A,d1,1,2,`+"\n", lines), "20000 mocks, 0 bad"},
		{"bad lines of one mock", head + strings.Repeat("2026-11-04,A,?,1,2,x\n", lines), "0 mocks, 20000 bad"},
		{"unknown domains, each with a note", head + numberedLines("2026-11-04,A,unknown %d,1,2,note %d\n", lines), "0 mocks, 20000 bad"},
		{"no dates", head + good + strings.Repeat(",B,d1,1,2,\n", lines), "1 mocks, 20000 bad"},
		{"nothing but the first date", head + good + strings.Repeat(",,d1,1,2,\n", lines), "20001 mocks, 0 bad"},
		{"blank lines", head + strings.Repeat("\n", bytes) + good, "1 mocks, 0 bad"},
		{"one long line of marks", head + strings.Repeat(`"`, bytes+1), "0 mocks, 1 bad"},
		{"one long line of marks and text", head + strings.Repeat(`a"`, bytes), "date"},
		{"separators in marks", head + `"` + strings.Repeat(",", bytes), "0 mocks, 1 bad"},
		{"one long title", strings.Repeat("a ", bytes) + "\n" + head + good, "1 mocks, 0 bad"},
	} {
		t.Run(c.what, func(t *testing.T) {
			p, err := mockfile.Read(strings.NewReader(c.text), options())
			got := fmt.Sprintf("%d mocks, %d bad", len(p.Mocks), len(p.Bad))
			if err != nil {
				got = field(err)
			}
			expect(t, got, c.want)
		})
	}
}

func numberedLines(line string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(line, "%d", strconv.Itoa(i)))
	}
	return b.String()
}
