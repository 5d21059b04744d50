package mockfile

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"milepost/planner"
)

// DateOrder says how dates of three numbers are read.
type DateOrder string

// The orders. YearMonthDay is meant for years of two digits only; 2026-11-04 is never in doubt.
const (
	OrderUnknown DateOrder = ""
	DayMonthYear DateOrder = "day-month-year"
	MonthDayYear DateOrder = "month-day-year"
	YearMonthDay DateOrder = "year-month-day"
)

// day is what a cell says of a date: the date itself, or three numbers whose order is open.
type day struct {
	date    planner.Date
	open    bool
	numbers [3]int
	dotted  bool // 4.11.2026: nobody writes the month first with full stops
	short   bool // the year has two digits
}

// in is the date in an order; false when there is no such day.
func (d day) in(o DateOrder) (planner.Date, bool) {
	a, b, c := d.numbers[0], d.numbers[1], d.numbers[2]
	switch {
	case !d.open:
		return d.date, true
	case o == MonthDayYear:
		return civil(fullYear(c, d.short), a, b)
	case o == YearMonthDay && d.short:
		return civil(fullYear(a, true), b, c)
	case o == YearMonthDay:
		return planner.Date{}, false
	}
	return civil(fullYear(c, d.short), b, a)
}

func fullYear(year int, short bool) int {
	if short {
		return 2000 + year
	}
	return year
}

func civil(year, month, dayOfMonth int) (planner.Date, bool) {
	d := planner.NewDate(year, time.Month(month), dayOfMonth)
	same := d.Year == year && int(d.Month) == month && d.Day == dayOfMonth
	return d, same && year >= planner.MinYear && year <= planner.MaxYear
}

// parseDay reads 2026-11-04, 20261104, 4.11.2026, 04/11/26, 4 Nov 2026, "Wed, November 4th, 2026 10:30" and the like.
func parseDay(cell string) (day, bool) {
	p, ok := datePartsOf(withoutTime(trim(cell)))
	if !ok {
		return day{}, false
	}
	n := p.numbers
	switch {
	case p.month > 0 && len(n) == 2:
		year, d := n[1], n[0]
		if d.digits == 4 {
			year, d = d, year
		}
		return fixed(fullYear(year.value, year.digits == 2), p.month, d.value)
	case p.month > 0:
		return day{}, false
	case len(n) == 1 && n[0].digits == 8:
		return fixed(n[0].value/10000, n[0].value/100%100, n[0].value%100)
	case len(n) != 3:
		return day{}, false
	case n[0].digits == 4:
		return fixed(n[0].value, n[1].value, n[2].value)
	case n[0].digits > 2 || n[1].digits > 2 || n[2].digits != 2 && n[2].digits != 4:
		return day{}, false
	}
	d := day{open: true, numbers: [3]int{n[0].value, n[1].value, n[2].value}, dotted: p.dotted, short: n[2].digits == 2}
	_, dayFirst := d.in(DayMonthYear)
	_, monthFirst := d.in(MonthDayYear)
	_, yearFirst := d.in(YearMonthDay)
	return d, dayFirst || monthFirst || yearFirst
}

func fixed(year, month, dayOfMonth int) (day, bool) {
	d, ok := civil(year, month, dayOfMonth)
	return day{date: d}, ok
}

// withoutTime cuts a time of the day off: "2026-11-04T10:30:00Z", "4/11/2026 2:30 PM".
func withoutTime(s string) string {
	colon := strings.IndexByte(s, ':')
	if colon < 0 {
		return s
	}
	return s[:max(0, strings.LastIndexAny(s[:colon], " Tt"))]
}

// dateParts are the numbers and the month of a date.
type dateParts struct {
	numbers []dateNumber
	month   int
	dotted  bool
}

type dateNumber struct{ value, digits int }

const (
	longestDate = 60 // bytes
	mostNumbers = 3
	mostDigits  = 8
)

// datePartsOf takes a date apart. Words that belong to no date make it none.
func datePartsOf(s string) (dateParts, bool) {
	if s == "" || len(s) > longestDate || strings.HasPrefix(s, "-") {
		return dateParts{}, false
	}
	p := dateParts{dotted: strings.Count(s, ".") >= 2}
	s = strings.Map(dropAccents, norm.NFKD.String(strings.ToLower(s)))
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r >= '0' && r <= '9':
			end := runEnd(s, func(r rune) bool { return r >= '0' && r <= '9' })
			if end > mostDigits || len(p.numbers) == mostNumbers {
				return p, false
			}
			p.numbers = append(p.numbers, dateNumber{digitsValue(s[:end]), end})
			s = s[end:]
		case unicode.IsLetter(r):
			end := runEnd(s, unicode.IsLetter)
			if !p.word(s[:end]) {
				return p, false
			}
			s = s[end:]
		case strings.ContainsRune(" .,/-'", r):
			s = s[size:]
		default:
			return p, false
		}
	}
	return p, true
}

// dropAccents is for strings.Map over decomposed text.
func dropAccents(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

func runEnd(s string, in func(r rune) bool) int {
	for i, r := range s {
		if !in(r) {
			return i
		}
	}
	return len(s)
}

func digitsValue(s string) int {
	n := 0
	for _, c := range s {
		n = 10*n + int(c-'0')
	}
	return n
}

// dateWords go with numbers and months: "4th of November", "4 de noviembre de 2026", "1er", "1º".
var dateWords = indexWords("st, nd, rd, th, of, the, de, del, do, le, el, er, o, a")

// weekdays are the beginnings of the days of the week, which may stand before a date.
var weekdays = indexWords("mon, tue, wed, thu, fri, sat, sun, mo, di, mi, fr, sa, so, mit, don, fre, sam, son, die, lun, mar, mie, jue, vie, sab, dom, " +
	"mer, jeu, ven, dim, gio, seg, ter, qua, qui, sex")

// word takes a word of a date. A second month corrects the first: "mar. 3 nov. 2026" begins with a Tuesday.
func (p *dateParts) word(w string) bool {
	if dateWords[w] {
		return len(p.numbers) > 0 || p.month > 0 || w == "the" || w == "le" || w == "el"
	}
	if m := monthOf(w); m > 0 {
		p.month = m
		return true
	}
	return len(p.numbers) == 0 && p.month == 0 && (weekdays[w] || len(w) >= 3 && weekdays[w[:3]])
}

func monthOf(word string) int {
	for _, n := range []int{4, 3} {
		if len(word) >= n && months[word[:n]] > 0 {
			return months[word[:n]]
		}
	}
	return 0
}
