package mockfile

import (
	"fmt"
	"strings"
	"unicode"

	"milepost/planner"
)

// line is what one line of a file says of a mock.
type line struct {
	number int
	key    groupKey
	long   bool // one of the lines of a mock, for one domain or the total
	date   planner.Date
	source string
	domain string // what makes the line different from the mock's others; "" for the total
	said   conditions
	note   string

	scores []planner.DomainScore
	shares []share // percentages of domains with no number of questions
	all    tally   // of the mock as a whole

	rounded bool // right answers were worked out from a percentage
	keyless bool // it cannot be told which mock it belongs to
	problem *BadLine
}

// conditions are what holds for a mock as a whole and may stand in each of its lines.
type conditions struct {
	timed, first, official answer
	minutes                int // noMinutes: not said
	guess                  float64
	hasGuess               bool
}

const noMinutes = -1

// share is a percentage in one domain.
type share struct {
	domain  string
	percent float64
}

// fail notes the first problem of a line; its reason is a sentence.
func (l *line) fail(field, format string, args ...any) {
	if l.problem == nil {
		l.problem = &BadLine{Line: l.number, Field: field, Reason: fmt.Sprintf(format, args...)}
	}
}

// lineReader reads lines once it is known what the columns mean.
type lineReader struct {
	m       *matching
	scales  []scale
	options Options
	order   DateOrder
	domains *domainFinder

	perDomain  []int // places of columns that belong to one domain
	questions  map[int]func(w row) int
	lastDate   string // for lines that leave date and source to the line above
	lastSource string

	filled, rounded, unused []int // lines: completed from above; counts worked out; right answers of an unknown number
}

// over makes a reader ready for the lines of a table.
func (r *lineReader) over(t *table) *lineReader {
	r.perDomain, r.questions = r.m.ofDomains(), map[int]func(w row) int{}
	for _, i := range r.perDomain {
		r.questions[i] = questionsOf(t, r.m, i)
	}
	return r
}

func (r *lineReader) cell(w row, c Column) string { return w.cell(r.m.at(c)) }

// read reads one line. What is wrong with it is in its problem; it keeps as much of its key as could be read.
func (r *lineReader) read(w row) *line {
	l := &line{number: w.line, long: r.m.has(ColumnDomain), said: conditions{minutes: noMinutes}}
	r.readKey(l, w)
	r.readConditions(l, w)
	r.readTexts(l, w)
	if l.keyless {
		return l
	}
	r.readDomain(l, w)
	for _, i := range r.perDomain {
		r.readDomainCell(l, w, i)
	}
	return l
}

// readKey reads day and source. In files of one line a domain both may be left out, as merged cells are by spreadsheets.
func (r *lineReader) readKey(l *line, w row) {
	date, source := trim(r.cell(w, ColumnDate)), unguard(r.cell(w, ColumnSource))
	if l.long && date == "" && r.lastDate != "" && (source == "" || source == r.lastSource) && unguard(r.cell(w, ColumnDomain)) != "" {
		date, source = r.lastDate, r.lastSource
		r.filled = append(r.filled, l.number)
	}
	if strings.TrimSpace(source) == "" {
		source = r.options.Source
	}
	r.lastDate, r.lastSource = date, source
	l.source = source
	if l.date = r.readDate(l, date); l.date.IsZero() || strings.TrimSpace(source) == "" {
		l.keyless = true
		l.fail("source", "The line does not say where the questions come from.")
		return
	}
	l.key = groupKey{l.date, sourceKey(source), unguard(r.cell(w, ColumnMock))}
}

func (r *lineReader) readDate(l *line, cell string) planner.Date {
	if cell == "" {
		l.fail("date", "The line has no date.")
		return planner.Date{}
	}
	d, ok := parseDay(cell)
	if !ok {
		l.fail("date", "“%s” is not a day that exists, or not written like 2026-11-04.", clip(cell))
		return planner.Date{}
	}
	date, ok := d.in(r.order)
	if !ok {
		l.fail("date", "“%s” does not go with the order of the other dates, %s.", clip(cell), r.order)
		return planner.Date{}
	}
	return date
}

func (r *lineReader) readConditions(l *line, w row) {
	l.said.timed = r.eitherAnswer(l, w, ColumnTimed, ColumnUntimed)
	l.said.first = r.eitherAnswer(l, w, ColumnFirstAttempt, ColumnRetake)
	l.said.official = r.readAnswer(l, w, ColumnOfficial)
	if cell := r.cell(w, ColumnMinutes); !isDash(trim(cell)) {
		minutes, ok := parseMinutes(cell)
		if !ok {
			l.fail("minutes", "“%s” is no length of time like 140 or 2:20.", clip(cell))
		}
		l.said.minutes = minutes
	}
	if i := r.m.at(ColumnGuess); !isDash(trim(w.cell(i))) {
		l.said.guess, l.said.hasGuess = r.readPercent(l, w, i)
	}
}

func (r *lineReader) eitherAnswer(l *line, w row, c, opposite Column) answer {
	if a := r.readAnswer(l, w, c); a != unsaid {
		return a
	}
	return r.readAnswer(l, w, opposite).opposite()
}

func (r *lineReader) readAnswer(l *line, w row, c Column) answer {
	i := r.m.at(c)
	if i < 0 {
		return unsaid
	}
	a, ok := parseAnswer(w.cell(i), c)
	if !ok {
		l.fail(string(c), "“%s” is neither yes nor no.", clip(w.cell(i)))
	}
	if a == unsaid && r.scales[i].marks {
		return no
	}
	return a
}

// readTexts reads the note and looks for characters that belong in no text: they can make a terminal do things.
func (r *lineReader) readTexts(l *line, w row) {
	l.note = unguard(r.cell(w, ColumnNote))
	for _, text := range []struct {
		column Column
		text   string
	}{{ColumnSource, l.source}, {ColumnNote, l.note}} {
		if c, ok := controlIn(text.text); ok {
			l.fail(string(text.column), "The text holds a control character (%U).", c)
		}
	}
}

// controlIn finds the first character that is no part of a text.
func controlIn(s string) (rune, bool) {
	for _, c := range s {
		if unicode.IsControl(c) && c != '\n' && c != '\t' {
			return c, true
		}
	}
	return 0, false
}

// readDomain reads which domain a line is about, and what it says of it or of the whole.
func (r *lineReader) readDomain(l *line, w row) {
	all := r.readTally(l, w)
	name := unguard(r.cell(w, ColumnDomain))
	found := r.domains.find(name)
	switch {
	case name == "" || found.id == "" && allDomains[fold(name)]:
		l.all = all
	case found.id != "":
		l.domain = found.id
		l.take(found.id, all)
	default:
		l.domain = "?" + fold(name) // apart from the mock's other lines
		if found.many {
			l.fail(string(ColumnDomain), "“%s” could be more than one domain of this study.", clip(name))
			return
		}
		l.fail(string(ColumnDomain), "“%s” is no domain of this study.", clip(name))
	}
}

// take adds what is known of one domain.
func (l *line) take(id string, t tally) {
	switch {
	case t.total > 0:
		l.scores = append(l.scores, planner.DomainScore{Domain: id, Correct: t.correct, Total: t.total})
	case t.hasPercent:
		l.shares = append(l.shares, share{id, t.percent})
	}
}
