package mockfile_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/data/interchange/mockfile"
	"milepost/planner"
)

func written(t rapid.TB, mocks []planner.Mock) string {
	t.Helper()
	var b bytes.Buffer
	if err := mockfile.Write(&b, mocks); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteIsTheLosslessForm(t *testing.T) {
	got := written(t, []planner.Mock{
		{
			ID: "m-1", Date: planner.MustDate("2026-11-04"), Source: "=Boson", Timed: true, FirstAttempt: true, Minutes: 140, Note: "a \"b\",\nc",
			Domains: []planner.DomainScore{{Domain: "d1", Correct: 20, Total: 26}, {Domain: "d2", Correct: 15, Total: 22}}, Correct: 90, Total: 125,
		},
		{Date: planner.MustDate("2026-11-05"), Source: "Bank", Correct: 57, Total: 100},
	})
	expect(t, strings.ReplaceAll(got, "\r\n", "⏎\n"), "\ufeffdate,source,domain,correct,total,timed,first_attempt,minutes,note⏎\n"+
		"2026-11-04,'=Boson,d1,20,26,yes,yes,140,\"a \"\"b\"\",⏎\nc\"⏎\n"+
		"2026-11-04,'=Boson,d2,15,22,yes,yes,140,\"a \"\"b\"\",⏎\nc\"⏎\n"+
		"2026-11-04,'=Boson,,90,125,yes,yes,140,\"a \"\"b\"\",⏎\nc\"⏎\n"+
		"2026-11-05,Bank,,57,100,no,no,,⏎\n")
}

func TestColumnsAtTheEndComeWhenNeeded(t *testing.T) {
	m := planner.Mock{Date: planner.MustDate("2026-11-04"), Source: "A", Percent: 0.5, HasPercent: true, Official: true, Guess: 66.5, HasGuess: true}
	expect(t, written(t, []planner.Mock{m, m}), "\ufeffdate,source,domain,correct,total,timed,first_attempt,minutes,note,official,guess,percent,mock\r\n"+
		"2026-11-04,A,,,,no,no,,,yes,66.5%,0.5%,1\r\n2026-11-04,A,,,,no,no,,,yes,66.5%,0.5%,2\r\n")
}

func TestNoTextBecomesAFormula(t *testing.T) {
	for _, begin := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'=", "''@"} {
		m := planner.Mock{Date: planner.MustDate("2026-11-04"), Source: begin + "x", Note: begin + "y", Domains: []planner.DomainScore{{Domain: begin + "z", Correct: 1, Total: 2}}}
		records, err := csv.NewReader(strings.NewReader(written(t, []planner.Mock{m}))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range []int{1, 2, 8} {
			if !strings.HasPrefix(records[1][i], "'") {
				t.Errorf("%q is written as %q", begin, records[1][i])
			}
		}
	}
}

func TestWriteRefusesWhatCannotComeBack(t *testing.T) {
	good := planner.Mock{Date: planner.MustDate("2026-11-04"), Source: "A", Correct: 1, Total: 2}
	for _, c := range []struct {
		field string
		spoil func(m *planner.Mock)
	}{
		{"mocks[1].date", func(m *planner.Mock) { m.Date = planner.Date{} }},
		{"mocks[1].date", func(m *planner.Mock) { m.Date = planner.NewDate(12026, 1, 1) }},
		{"mocks[1].source", func(m *planner.Mock) { m.Source = " " }},
		{"mocks[1].source", func(m *planner.Mock) { m.Source = "a\x1b" }},
		{"mocks[1].note", func(m *planner.Mock) { m.Note = "a\x00" }},
		{"mocks[1].note", func(m *planner.Mock) { m.Note = "\xff" }},
		{"mocks[1].domains", func(m *planner.Mock) { m.Domains = []planner.DomainScore{{Domain: " ", Total: 1}} }},
		{"mocks[1].domains", func(m *planner.Mock) { m.Domains = []planner.DomainScore{{Domain: "d\x7f", Total: 1}} }},
		{"mocks[1].score", func(m *planner.Mock) { m.Correct, m.Total = 0, 0 }},
	} {
		m := good
		c.spoil(&m)
		var b bytes.Buffer
		if err := mockfile.Write(&b, []planner.Mock{good, m}); field(err) != c.field || b.Len() > 0 {
			t.Errorf("%v, want the field %q; %d bytes written", err, c.field, b.Len())
		}
	}
}

type fullDisk struct{ room int }

func (d *fullDisk) Write(p []byte) (int, error) {
	if d.room -= len(p); d.room < 0 {
		return 0, errors.New("the disk is full")
	}
	return len(p), nil
}

func TestAFullDiskIsPassedOn(t *testing.T) {
	m := planner.Mock{Date: planner.MustDate("2026-11-04"), Source: "A", Correct: 1, Total: 2}
	for _, room := range []int{0, 10} {
		if err := mockfile.Write(&fullDisk{room}, []planner.Mock{m}); err == nil || !strings.Contains(err.Error(), "the disk is full") {
			t.Errorf("room for %d: %v", room, err)
		}
	}
}

func TestLineBreaksComeBackAsLineFeeds(t *testing.T) {
	m := planner.Mock{Date: planner.MustDate("2026-11-04"), Source: "A", Correct: 1, Total: 2, Note: "a\r\nb\rc\n"}
	expect(t, read(t, written(t, []planner.Mock{m})).Mocks[0].Mock.Note, "a\nb\nc\n")
}

// textOf draws texts with all that could go wrong on the way: separators, quotes, guards, spaces, formulas, headings.
func textOf(least int) *rapid.Generator[string] {
	bits := rapid.SampledFrom([]string{
		"a", "Boson", " ", "\n", "\t", ",", ";", "|", `"`, `""`, "'", "=", "+", "-", "@", "＝", "－", "%", "77", "date", "source", "total", "sep=;", "é", "漢",
		"🙂", "\u00a0", "\u202f", "\ufeff", "\u2028", "1/2", "x", "yes", "2026-11-04", "#", "\\",
	})
	return rapid.Map(rapid.SliceOfN(bits, least, 8), func(s []string) string { return strings.Join(s, "") })
}

func mockOf(ids []string) *rapid.Generator[planner.Mock] {
	return rapid.Custom(func(t *rapid.T) planner.Mock {
		m := planner.Mock{
			Date:   planner.MustDate("2026-11-01").AddDays(rapid.IntRange(0, 3).Draw(t, "day")),
			Source: rapid.OneOf(rapid.SampledFrom([]string{"A", "a", "B"}), textOf(1)).Filter(func(s string) bool { return strings.TrimSpace(s) != "" }).Draw(t, "source"),
			Timed:  rapid.Bool().Draw(t, "timed"), FirstAttempt: rapid.Bool().Draw(t, "first"), Official: rapid.Bool().Draw(t, "official"),
			Minutes: rapid.IntRange(0, 1440).Draw(t, "minutes"), Note: textOf(0).Draw(t, "note"),
		}
		correct, total := 0, 0
		for _, id := range rapid.Permutation(ids).Draw(t, "order")[:rapid.IntRange(0, len(ids)).Draw(t, "domains")] {
			n := rapid.IntRange(1, 40).Draw(t, "questions")
			d := planner.DomainScore{Domain: id, Correct: rapid.IntRange(0, n).Draw(t, "correct"), Total: n}
			m.Domains = append(m.Domains, d)
			correct, total = correct+d.Correct, total+d.Total
		}
		if rapid.Bool().Draw(t, "has a total") || len(m.Domains) == 0 && rapid.Bool().Draw(t, "has a total still") {
			rest := rapid.IntRange(one(total == 0), 100).Draw(t, "rest")
			m.Correct, m.Total = correct+rapid.IntRange(0, rest).Draw(t, "rest correct"), total+rest
		}
		if m.HasPercent = rapid.Bool().Draw(t, "has a percentage") || total+m.Total == 0; m.HasPercent {
			m.Percent = rapid.Float64Range(0, 100).Draw(t, "percent")
		}
		if m.HasGuess = rapid.Bool().Draw(t, "has a guess"); m.HasGuess {
			m.Guess = rapid.Float64Range(0, 100).Draw(t, "guess")
		}
		return m
	})
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// What is written is read back the same, whatever the texts, the domains' ids and the day.
func TestWhatIsWrittenComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfNDistinct(rapid.OneOf(rapid.SampledFrom([]string{"d1", "D1", "1", "2", "total", "date", "=x", "1/2", "77%"}), textOf(1)), 1, 6, rapid.ID[string]).
			Filter(func(ids []string) bool {
				for _, id := range ids {
					if strings.TrimSpace(id) == "" {
						return false
					}
				}
				return true
			}).Draw(t, "ids")
		var study []planner.StudyDomain
		for _, id := range ids {
			study = append(study, planner.StudyDomain{Domain: planner.Domain{ID: id, Name: textOf(0).Draw(t, "name"), Weight: 1}})
		}
		mocks := rapid.SliceOfN(mockOf(ids), 0, 6).Draw(t, "mocks")
		text := written(t, mocks)
		p, err := mockfile.Read(strings.NewReader(text), mockfile.Options{Domains: study, Today: today})
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		var back []planner.Mock
		for _, m := range p.Mocks {
			back = append(back, m.Mock)
		}
		if len(p.Bad) > 0 || len(back) != len(mocks) || len(mocks) > 0 && !reflect.DeepEqual(back, mocks) {
			t.Fatalf("wrote %+v\nread  %+v\nbad   %+v\n%s", mocks, back, p.Bad, text)
		}
	})
}
