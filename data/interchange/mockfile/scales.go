package mockfile

import (
	"fmt"
	"strings"
)

// scale says how the bare numbers of a column are meant. One cell cannot tell that; the column can.
type scale struct {
	share  bool // 0.77 is 77 %
	counts bool // 20 is twenty right answers, not 20 %
	marks  bool // nothing but ticks: a blank cell is a no
}

// survey is what the cells of a column look like together.
type survey struct {
	bare, fractional, aboveOne int // bare numbers; those with a fraction; those above 1
	within, beyond             int // bare numbers that can be right answers of the row's questions, and that cannot
	told                       int // cells that say by themselves what they are
}

// newScales decides what was left open when the columns were matched, and changes the matching where the cells ask for it.
func newScales(t *table, m *matching) []scale {
	m.dropClocks(t)
	m.settleTotal(t)
	scales := make([]scale, t.width)
	surveys := make([]survey, t.width)
	anyShare := false
	for i := range scales {
		if isMeasure(m.columns[i]) {
			surveys[i] = surveyOf(t, i, questionsOf(t, m, i))
			scales[i].share = surveys[i].fractional > 0 && surveys[i].aboveOne == 0
			anyShare = anyShare || scales[i].share
		}
		scales[i].marks = m.columns[i] != ColumnIgnore && onlyMarks(t, i)
	}
	for i, s := range surveys {
		if s.bare > 0 && s.aboveOne == 0 && anyShare {
			scales[i].share = true // a column of 1 and 0 among shares: all and nothing
		}
		scales[i].counts = s.within > 0 && s.beyond == 0 && !scales[i].share
	}
	m.settleScore(t, surveys, scales)
	m.tellCounts(t, scales)
	return scales
}

// isMeasure is for columns whose bare numbers may be meant in more than one way.
func isMeasure(c Column) bool {
	kind, _, _ := c.ofDomain()
	return kind == domainResult || c == ColumnPercent || c == ColumnGuess || c == columnScore
}

// questionsOf gives the number of questions that belong to a column's cell in a row; 0 when it is not known.
func questionsOf(t *table, m *matching, i int) func(w row) int {
	column, inHeading := -1, 0
	switch kind, id, _ := m.columns[i].ofDomain(); {
	case kind != "":
		column = m.at(DomainQuestionsColumn(id))
		if i < len(t.header) {
			inHeading = questionsIn(t.header[i])
		}
	case m.columns[i] == columnScore:
		column = m.at(ColumnTotal)
	}
	return func(w row) int {
		if n, ok := parseWhole(w.cell(column)); ok && n > 0 {
			return n
		}
		return inHeading
	}
}

func surveyOf(t *table, i int, questions func(w row) int) survey {
	s := survey{}
	for _, w := range t.rows {
		r, ok := parseResult(w.cell(i))
		if !ok || r.kind == nothing {
			continue
		}
		if r.kind != bare {
			s.told++
			continue
		}
		s.bare++
		s.fractional += one(!r.whole)
		s.aboveOne += one(r.percent > 1)
		if n := questions(w); n > 0 {
			fits := r.whole && r.percent <= float64(n)
			s.within += one(fits)
			s.beyond += one(!fits)
		}
	}
	return s
}

func onlyMarks(t *table, i int) bool {
	seen := false
	for _, w := range t.rows {
		key := answerKey(w.cell(i))
		if key == "" {
			continue
		}
		if seen = true; len(key) > 3 || !strings.Contains(checkMarks, key) {
			return false
		}
	}
	return seen
}

// dropClocks ignores a column "time" that says at what time of the day a mock was taken.
func (m *matching) dropClocks(t *table) {
	i := m.at(ColumnMinutes)
	if i < 0 || m.own[i] {
		return
	}
	for _, w := range t.rows {
		if isClock(w.cell(i)) {
			m.set(i, ColumnIgnore)
			m.notices = append(m.notices, fmt.Sprintf("The column “%s” holds times of the day and was not used.", t.name(i)))
			return
		}
	}
}

// settleScore makes correct answers or a percentage of a column called "score".
func (m *matching) settleScore(t *table, surveys []survey, scales []scale) {
	i := m.at(columnScore)
	switch {
	case i < 0:
	case scales[i].counts && surveys[i].told == 0 && !m.has(ColumnCorrect):
		m.set(i, ColumnCorrect)
		m.notices = append(m.notices, fmt.Sprintf("The numbers in “%s” were taken for right answers, as none is larger than the number of questions beside it.", t.name(i)))
	case !m.has(ColumnPercent):
		m.set(i, ColumnPercent)
	default:
		m.set(i, ColumnIgnore)
		m.notices = append(m.notices, fmt.Sprintf("The column “%s” was not used; “%s” has the results.", t.name(i), t.name(m.at(ColumnPercent))))
	}
}

// settleTotal makes a percentage of a column called "total" that lies between the percentages of the domains in every row:
// it is their mean and no number of questions.
func (m *matching) settleTotal(t *table) {
	i := m.at(ColumnTotal)
	if i < 0 || m.own[i] || m.has(ColumnPercent) || m.has(ColumnCorrect) || m.has(columnScore) || m.has(ColumnDomain) || len(m.ofDomains()) == 0 {
		return
	}
	seen := false
	for _, w := range t.rows {
		total, ok := parseResult(w.cell(i))
		if !ok || total.kind != bare {
			continue
		}
		least, most := 100.0, 0.0
		for _, place := range m.ofDomains() {
			r, ok := parseResult(w.cell(place))
			if ok && r.kind == counted {
				return
			}
			if ok && r.kind != nothing {
				least, most = min(least, r.percent), max(most, r.percent)
			}
		}
		if total.percent < least || total.percent > most {
			return
		}
		seen = true
	}
	if seen {
		m.set(i, ColumnPercent)
		m.notices = append(m.notices, fmt.Sprintf("“%s” was taken for the percentage in all, as it lies between those of the domains.", t.name(i)))
	}
}

// tellCounts says which columns of domains were taken for right answers, which is a judgement.
func (m *matching) tellCounts(t *table, scales []scale) {
	var names []string
	for i, s := range scales {
		if kind, _, _ := m.columns[i].ofDomain(); s.counts && kind == domainResult {
			names = append(names, "“"+t.name(i)+"”")
		}
	}
	if len(names) > 0 {
		m.notices = append(m.notices, fmt.Sprintf("Numbers were taken for right answers and not for percentages, as none is larger than the number of questions: %s.", strings.Join(names, ", ")))
	}
}
