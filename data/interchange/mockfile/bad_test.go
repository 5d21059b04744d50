package mockfile_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"milepost/data/interchange/mockfile"
)

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("the stick was pulled out") }

// Bad lines have the numbers an editor shows, and the field at fault; "+" names lines left out with one.
func TestBadLines(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"numbers count lines in quotes and blank ones", "date,source,percent,note\n\n2026-11-04,A,70,\"one\ntwo\n\nthree\"\n\nsoon,A,70,\n2026-11-05,A,seventy,\n", "8 date\n9 percent"},
		{"numbers count a line sep=", "sep=,\r\ndate,source,percent\r\nsoon,A,70\r\n2026-11-05,A,70\r\n", "3 date"},
		{"no source", "date,source,percent\n2026-11-04,,70\n2026-11-04,A,70\n", "2 source"},
		{"no result", "date,source,correct,total\n2026-11-04,A,,\n2026-11-04,A,0,0\n2026-11-04,A,1,2\n", "2 score\n3 score"},
		{"more right than asked", "date,source,correct,total\n2026-11-04,A,101,100\n", "2 correct"},
		{"right answers of what", "date,source,correct,total\n2026-11-04,A,57,\n2026-11-04,A,57,x\n", "2 total\n3 total"},
		{"numbers out of the world", "date,source,correct,total\n2026-11-04,A,1e309,100\n2026-11-04,A,99999999999,100\n2026-11-04,A,NaN,100\n2026-11-04,A,-5,100\n2026-11-04,A,57,\"1,000\"\n2026-11-04,A,57,20000\n2026-11-04,A,57.5,100\n2026-11-05,A,1,2\n", "2 correct\n3 correct\n4 correct\n5 correct\n6 total\n7 correct\n8 correct"},
		{"percentages out of the world", "date,source,percent\n2026-11-04,A,742\n2026-11-04,A,1e309\n2026-11-04,A,NaN\n2026-11-04,A,-5\n2026-11-04,A,101%\n2026-11-04,A,Inf\n2026-11-05,A,70\n", "2 percent\n3 percent\n4 percent\n5 percent\n6 percent\n7 percent"},
		{"neither yes nor no", "date,source,percent,timed,retake,official\n2026-11-04,A,70,perhaps,,\n2026-11-04,A,70,,maybe,\n2026-11-04,A,70,,,2\n", "2 timed\n3 retake\n4 official"},
		{"minutes", "date,source,percent,minutes\n2026-11-04,A,70,long\n2026-11-04,A,70,2:75\n2026-11-04,A,70,2000\n2026-11-04,A,70,140\n", "2 minutes\n3 minutes\n4 minutes"},
		{"a line too wide", "date,source,percent\n2026-11-04,A,77,5\n2026-11-04,A,77\n", "2 line"},
		{"a quotation mark never closed", "date,source,percent,note\n2026-11-04,A,70,\"open\n2026-11-05,A,70,\n", "2 line"},
		{"control characters", "date,source,percent,note\n2026-11-04,A\x1b[31m,70,\n2026-11-04,A,70,\u0085x\u0007\n2026-11-04,A,70,\n", "2 source\n3 note"},
		{"a long source", "date,source,percent\n2026-11-04," + strings.Repeat("x", 201) + ",70\n", "2 source"},
		{"a domain's line takes the mock's others with it", "date,source,domain,correct,total\n2026-11-03,A,d1,1,2\n2026-11-04,A,d1,1,2\n2026-11-04,A,d2,3,2\n2026-11-04,A,d3,1,2\n2026-11-04,A,,5,8\n", "4 domains.d2 +3 +5 +6"},
		{"two bad lines of a mock", "date,source,domain,correct,total\n2026-11-04,A,d1,1,2\n2026-11-04,A,d2,x,2\n2026-11-04,A,d3,1,y\n", "3 correct +2\n4 total"},
		{"an unknown domain", "date,source,domain,correct,total\n2026-11-04,A,d1,1,2\n2026-11-04,A,Astrology,1,2\n2026-11-04,A,Management,1,2\n", "3 domain +2\n4 domain"},
		{"a domain in a wide file", "date,source,d1,d2\n2026-11-04,A,20/26,15-22\n2026-11-04,A,20/26,30/22\n2026-11-04,A,20/26,15/22\n", "2 domains.d2\n3 domains.d2"},
		{"a total that does not go with the domains", "date,source,domain,correct,total\n2026-11-04,A,d1,1,20\n2026-11-04,A,,1,10\n", "3 total +2"},
		{"percentages of some domains only", "date,source,d1,d2\n2026-11-04,A,77%,68%\n", "2 score"},
		{"both 50 and 100 questions", "date,source,correct,total\n2026-11-04,A,20/50,100\n", "2 total"},
		{"right answers of a domain", "date,source,d1 correct,d1 questions\n2026-11-04,A,20,\n2026-11-04,A,half,26\n2026-11-05,A,20,26\n", "2 domains.d1\n3 domains.d1"},
	} {
		t.Run(c.what, func(t *testing.T) {
			p := read(t, c.text)
			var got []string
			for _, b := range p.Bad {
				s := fmt.Sprintf("%d %s", b.Line, b.Field)
				for _, n := range b.Others {
					s += fmt.Sprintf(" +%d", n)
				}
				got = append(got, s)
			}
			expect(t, strings.Join(got, "\n"), c.want)
			if t.Failed() {
				t.Logf("%+v\n%s", p.Bad, shown(p))
			}
		})
	}
}

func TestReasonsCanBeActedOn(t *testing.T) {
	p := read(t, "date,source,percent\n2026-11-04,A,742\n2026-12-24,A,70\n")
	expect(t, p.Bad[0].Reason, "742 is more than 100 %; a scaled score does not say how many answers were right.")
	expect(t, p.Bad[1].Reason, "2026-12-24 is in the future; a mock is recorded once it has been taken.")
}

func TestRemarks(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"the same line twice", "date,source,percent\n2026-11-04,A,70\n2026-11-05,A,70\n2026-11-04,a ,70\n", "4: The same result stands in line 2."},
		{"two mocks of a day", "date,source,percent\n2026-11-04,A,70\n2026-11-04,A,71\n", "3: There is another mock of this day and source in line 2."},
		{"a percentage that does not fit", "date,source,correct,total,percent\n2026-11-04,A,57,100,57%\n2026-11-05,A,57,100,75%\n", "3: 75 % does not go with 57 of 100; the counts are used."},
		{"an unreadable line beside a mock", "date,source,domain,correct,total\n2026-11-04,A,d1,1,2\nsoon,A,d2,1,2\n2026-11-05,A,d1,1,2\n", "2: Beside it, line 3 could not be read and may be a part of it.\n4: Beside it, line 3 could not be read and may be a part of it."},
		{"rounding", "date,source,d1,d1 questions,d2,d2 questions,correct,total\n2026-11-04,A,50%,21,50%,21,21,42\n", "2: By domain, rounded, 22 answers were right, and 21 in all; the domains are used."},
		{"some domains with percentages", "date,source,d1,d2\n2026-11-04,A,20/26,68%\n", "2: Domains with a percentage and no number of questions were left out."},
	} {
		t.Run(c.what, func(t *testing.T) {
			var got []string
			for _, m := range read(t, c.text).Mocks {
				for _, remark := range m.Remarks {
					got = append(got, fmt.Sprintf("%d: %s", m.Lines[0], remark))
				}
			}
			expect(t, strings.Join(got, "\n"), c.want)
		})
	}
}

func TestThePersonsMatchingGoesFirst(t *testing.T) {
	const text = "When,What,Mark,Extra\n2026-11-04,Boson,57,100\n"
	o := options()
	o.Columns = map[int]mockfile.Column{1: mockfile.ColumnNote, 2: mockfile.DomainCorrectColumn("d3"), 3: mockfile.DomainQuestionsColumn("d3")}
	o.Source = "My bank"
	p := readWith(t, text, o)
	expect(t, shown(p), `2026-11-04 My bank 57/100 d3=57/100 "Boson"`)
	expect(t, fmt.Sprint(p.Columns), "[date note correct:d3 questions:d3]")

	o.Columns = map[int]mockfile.Column{0: mockfile.ColumnDate, 1: mockfile.ColumnSource, 2: mockfile.ColumnPercent, 3: mockfile.ColumnIgnore}
	p = readWith(t, "2026-11-04,Boson,57,100\n2026-11-05,Boson,60,100\n", o)
	expect(t, shown(p), "2026-11-04 Boson 57% percent=57\n2026-11-05 Boson 60% percent=60")

	for _, columns := range []map[int]mockfile.Column{
		{0: "colour"}, {0: "domain:d9"}, {4: mockfile.ColumnDate}, {-1: mockfile.ColumnDate}, {0: mockfile.ColumnDate, 1: mockfile.ColumnDate}, {0: "score"}, {0: ""},
	} {
		o.Columns = columns
		if _, err := mockfile.Read(strings.NewReader(text), o); field(err) != "columns" {
			t.Errorf("%v: %v", columns, err)
		}
	}
}

// Without a result column there is an error, and still enough to match the columns by hand.
func TestARefusedFileCanBeMatched(t *testing.T) {
	const text = "date,source,colour\n2026-11-04,A,red\x1b\n"
	p, err := mockfile.Read(strings.NewReader(text), options())
	if field(err) != "score" {
		t.Fatal(err)
	}
	expect(t, fmt.Sprint(p.Header, p.Columns, p.Sample, p.Rows, string(p.Separator)), "[date source colour] [date source ignore] [[2026-11-04 A red]] 1,")
	expect(t, notices(p), "Not used: “colour”.")
}
