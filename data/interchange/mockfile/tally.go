package mockfile

import "math"

// tally is a result: right answers of questions, a percentage, or both.
type tally struct {
	correct, total int // 0 of 0 when not known
	questions      int // when nothing but their number is known
	percent        float64
	hasPercent     bool
	rounded        bool // correct was worked out from the percentage
}

// readTally reads the columns correct, total and percent of a line.
func (r *lineReader) readTally(l *line, w row) tally {
	t := tally{}
	total := r.readCount(l, w, ColumnTotal)
	correct, hasCorrect := r.readCorrect(l, w, &total)
	if i := r.m.at(ColumnPercent); i >= 0 {
		cell, ok := parseResult(w.cell(i))
		switch {
		case ok && cell.kind == nothing:
		case ok && cell.kind == counted && !hasCorrect:
			correct, total, hasCorrect = cell.correct, cell.total, true
		case ok && cell.kind == counted:
		default:
			t.percent, t.hasPercent = r.readPercent(l, w, i)
		}
	}
	switch {
	case hasCorrect && total == 0 && correct == 0 && r.hasTotalCell(w): // 0 of 0 says nothing
	case hasCorrect && total == 0 && t.hasPercent:
		r.unused = append(r.unused, l.number)
	case hasCorrect && total == 0:
		l.fail(string(ColumnTotal), "%d right answers, but the line does not say of how many questions.", correct)
	case hasCorrect:
		t.correct, t.total = correct, total
	case total > 0 && t.hasPercent:
		r.round(l, &t, total)
	default:
		t.questions = total
	}
	return t
}

func (r *lineReader) hasTotalCell(w row) bool {
	cell, ok := parseResult(r.cell(w, ColumnCorrect))
	return !isDash(trim(r.cell(w, ColumnTotal))) || ok && cell.kind == counted
}

// round works out right answers from a percentage.
func (r *lineReader) round(l *line, t *tally, questions int) {
	t.correct, t.total, t.rounded = int(math.Round(t.percent/100*float64(questions))), questions, true
	l.rounded = true
	if len(r.rounded) == 0 || r.rounded[len(r.rounded)-1] != l.number {
		r.rounded = append(r.rounded, l.number)
	}
}

// readCorrect reads right answers; a cell like 57/100 says the number of questions, too.
func (r *lineReader) readCorrect(l *line, w row, total *int) (correct int, ok bool) {
	cell := r.cell(w, ColumnCorrect)
	res, understood := parseResult(cell)
	switch {
	case understood && res.kind == nothing:
		return 0, false
	case understood && res.kind == counted:
		if *total > 0 && *total != res.total {
			l.fail(string(ColumnTotal), "The line says both %d and %d questions.", res.total, *total)
		}
		*total = res.total
		return res.correct, true
	}
	return r.readCount(l, w, ColumnCorrect), true
}

// readCount reads a whole number; 0 for a blank cell.
func (r *lineReader) readCount(l *line, w row, c Column) int {
	cell := r.cell(w, c)
	if isDash(trim(cell)) {
		return 0
	}
	n, ok := parseWhole(cell)
	if !ok {
		l.fail(string(c), "“%s” is not a whole number.", clip(cell))
	}
	return n
}

// readPercent reads a percentage, 0 to 100, as its column means it.
func (r *lineReader) readPercent(l *line, w row, i int) (float64, bool) {
	field := r.m.columns[i].field()
	res, ok := parseResult(w.cell(i))
	switch {
	case !ok || res.kind == nothing || res.kind == counted:
		l.fail(field, "“%s” is not a result like 20/26 or 77 %%.", clip(w.cell(i)))
		return 0, false
	case res.kind == bare && r.scales[i].share:
		res.percent = math.Round(res.percent*1e12) / 1e10 // 0.57 is 57, and not 56.99999999999999
	}
	if res.percent > 100 {
		l.fail(field, "%s is more than 100 %%; a scaled score does not say how many answers were right.", clip(w.cell(i)))
		return 0, false
	}
	return res.percent, true
}

// readDomainCell reads a cell of a column that belongs to one domain.
func (r *lineReader) readDomainCell(l *line, w row, i int) {
	kind, id, _ := r.m.columns[i].ofDomain()
	switch {
	case kind == domainQuestions, kind == domainResult && r.correctElsewhere(w, id):
	case kind == domainCorrect:
		r.readDomainCorrect(l, w, i)
	default:
		r.readDomainResult(l, w, i)
	}
}

// correctElsewhere reports whether right answers are known in a column of their own; a percentage beside them adds nothing.
func (r *lineReader) correctElsewhere(w row, id string) bool {
	return !isDash(trim(w.cell(r.m.at(DomainCorrectColumn(id)))))
}

func (r *lineReader) readDomainCorrect(l *line, w row, i int) {
	_, id, _ := r.m.columns[i].ofDomain()
	res, ok := parseResult(w.cell(i))
	questions := r.questions[i](w)
	switch {
	case ok && res.kind == nothing:
	case ok && res.kind == counted:
		l.take(id, tally{correct: res.correct, total: res.total})
	case !ok || res.kind != bare || !res.whole:
		l.fail("domains."+id, "“%s” is not a whole number of right answers.", clip(w.cell(i)))
	case questions == 0:
		l.fail("domains."+id, "%d right answers, but the line does not say of how many questions.", int(res.percent))
	default:
		l.take(id, tally{correct: int(res.percent), total: questions})
	}
}

func (r *lineReader) readDomainResult(l *line, w row, i int) {
	_, id, _ := r.m.columns[i].ofDomain()
	res, ok := parseResult(w.cell(i))
	questions := r.questions[i](w)
	switch {
	case ok && res.kind == nothing:
	case ok && res.kind == counted:
		l.take(id, tally{correct: res.correct, total: res.total})
	case ok && res.kind == bare && r.scales[i].counts && questions == 0:
		l.fail("domains."+id, "%v right answers, but the line does not say of how many questions.", res.percent)
	case ok && res.kind == bare && r.scales[i].counts:
		l.take(id, tally{correct: int(res.percent), total: questions})
	default:
		percent, ok := r.readPercent(l, w, i)
		t := tally{percent: percent, hasPercent: ok}
		if ok && questions > 0 {
			r.round(l, &t, questions)
		}
		l.take(id, t)
	}
}

// notices tells what was worked out on the way.
func (r *lineReader) notices() []string {
	var out []string
	out = tell(out, r.filled, "Date and source were taken from the line above in %s.")
	out = tell(out, r.rounded, "Right answers were worked out from percentages and rounded in %s.")
	out = tell(out, r.unused, "Right answers were not used, as the number of questions is not known, in %s; the percentage was.")
	return out
}
