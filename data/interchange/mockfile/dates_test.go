package mockfile_test

import (
	"strings"
	"testing"

	"milepost/data/interchange/mockfile"
	"milepost/planner"
)

// dated is a file with a mock on each of these dates.
func dated(dates ...string) string {
	return "date;source;percent\n" + strings.Join(dates, ";A;70\n") + ";A;70\n"
}

func datesOf(p mockfile.Proposal) string {
	var out []string
	for _, m := range p.Mocks {
		out = append(out, m.Mock.Date.String())
	}
	return strings.Join(out, " ")
}

// today is 2026-11-27.
func TestTheOrderOfDatesIsToldByTheData(t *testing.T) {
	for _, c := range []struct {
		what  string
		dates []string
		want  string
		order mockfile.DateOrder
		ask   bool
	}{
		{"ISO", []string{"2026-11-04", "2026/3/5", "2026.10.04", "20261104", "2026-11-04T10:30:00Z"}, "2026-11-04 2026-03-05 2026-10-04 2026-11-04 2026-11-04", "", false},
		{"full stops", []string{"4.11.2026", "04.10.26", "4. 9. 2026"}, "2026-11-04 2026-10-04 2026-09-04", mockfile.DayMonthYear, false},
		{"a thirteenth day", []string{"04/11/2026", "13/11/2026"}, "2026-11-04 2026-11-13", mockfile.DayMonthYear, false},
		{"a thirteenth day, the month first", []string{"11/04/2026", "11/13/2026"}, "2026-11-04 2026-11-13", mockfile.MonthDayYear, false},
		{"the future excludes an order", []string{"11/12/2025", "10/12/2026"}, "2025-11-12 2026-10-12", mockfile.MonthDayYear, false},
		{"in doubt", []string{"04/11/2026", "05/11/2026"}, "2026-11-04 2026-11-05", mockfile.DayMonthYear, true},
		{"the same either way", []string{"04/04/2026", "5/5/2026"}, "2026-04-04 2026-05-05", mockfile.DayMonthYear, false},
		{"both orders in one file", []string{"13/11/2026", "11/13/2026"}, "2026-11-13", mockfile.DayMonthYear, true},
		{"a slip tells nothing", []string{"31/02/2026", "11/13/2026"}, "2026-11-13", mockfile.MonthDayYear, false},
		{"two-digit years", []string{"4/11/26", "13/11/26"}, "2026-11-04 2026-11-13", mockfile.DayMonthYear, false},
		{"two-digit years first", []string{"26-10-18", "26-11-04"}, "2026-10-18 2026-11-04", mockfile.YearMonthDay, false},
		{"long ago, in doubt", []string{"04/11/2010"}, "2010-11-04", mockfile.DayMonthYear, true},
		{"names of months", []string{
			"4 Nov 2026", "Nov 4, 2026", "4. November 2026", "04-Nov-26", "Wednesday, November 4th, 2026", "4 de noviembre de 2026", "4 août 2026",
			"1er mars 2026", "mar. 3 nov. 2026", "Mi, 4. März 2026", "2026 Nov 4", "4 ott 2026", "4 dez 2025", "4 Nov 2026 10:30",
		}, "2026-11-04 2026-11-04 2026-11-04 2026-11-04 2026-11-04 2026-11-04 2026-08-04 2026-03-01 2026-11-03 2026-03-04 2026-11-04 2026-10-04 2025-12-04 2026-11-04", "", false},
		{"a time after it", []string{"13/11/2026 2:30 PM", "Mi. 4/11/2026"}, "2026-11-13 2026-11-04", mockfile.DayMonthYear, false},
	} {
		t.Run(c.what, func(t *testing.T) {
			p := read(t, dated(c.dates...))
			expect(t, datesOf(p), c.want)
			if p.DateOrder != c.order || p.AskDateOrder != c.ask {
				t.Errorf("order %q, ask %v; want %q, %v", p.DateOrder, p.AskDateOrder, c.order, c.ask)
			}
		})
	}
}

func TestTheAnswerOfThePersonSettlesTheOrder(t *testing.T) {
	o := options()
	o.DateOrder = mockfile.MonthDayYear
	p := readWith(t, dated("04/11/2026", "05/11/2026"), o)
	expect(t, datesOf(p), "2026-04-11 2026-05-11")
	if p.AskDateOrder || p.DateOrder != mockfile.MonthDayYear {
		t.Error("asked again")
	}
	o.DateOrder = "backwards"
	if _, err := mockfile.Read(strings.NewReader(dated("04/11/2026")), o); field(err) != "columns" {
		t.Errorf("an order that is none: %v", err)
	}
}

func TestWhatIsNoDateIsABadLine(t *testing.T) {
	for _, date := range []string{
		"", "soon", "2026-02-30", "2026-13-01", "31/02/2026", "1/2", "2026", "77", "1e309", "NaN", "-4.11.2026", "4.11.2026.1", "4 Foo 2026", "Nov 2026",
		"99/99/9999", "0000-00-00", "4.11.12026", "123456789", "4 Nov Nov", "November", "2026-11-28", "1899-12-31", "٤/١١/٢٠٢٦",
	} {
		p := read(t, dated("2026-11-04", date))
		if len(p.Mocks) != 1 || len(p.Bad) != 1 || p.Bad[0].Line != 3 || p.Bad[0].Field != "date" {
			t.Errorf("%q: %v, bad %+v", date, datesOf(p), p.Bad)
		}
	}
}

func TestADateNeverLiesAfterToday(t *testing.T) {
	o := options()
	o.Today = planner.MustDate("2026-11-03")
	p := readWith(t, dated("2026-11-03", "2026-11-04"), o)
	expect(t, datesOf(p), "2026-11-03")
}
