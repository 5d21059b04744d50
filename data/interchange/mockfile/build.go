package mockfile

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"milepost/planner"
)

// builder makes mocks of gathered lines.
type builder struct {
	options Options
	p       *Proposal
	dropped []int // lines whose percentages by domain could not be kept
	meant   []int // lines whose result is the mean of the domains' percentages
}

// build fills the mocks and bad lines of a proposal.
func build(p *Proposal, g *gathering, o Options) {
	b := &builder{options: o, p: p}
	for _, l := range g.keyless {
		p.Bad = append(p.Bad, *l.problem)
	}
	for _, group := range g.groups {
		b.add(group)
	}
	slices.SortStableFunc(p.Bad, func(a, b BadLine) int { return cmp.Compare(a.Line, b.Line) })
	remarkOnDoubles(p.Mocks)
	p.Notices = tell(p.Notices, b.dropped, "Percentages by domain without a number of questions were left out in %s; the result as a whole is kept.")
	p.Notices = tell(p.Notices, b.meant, "The result as a whole is the mean of the percentages by domain, weighted as the exam weights them, in %s.")
}

// tell adds a sentence about some lines, if there are any.
func tell(notices []string, lines []int, sentence string) []string {
	if len(lines) == 0 {
		return notices
	}
	slices.Sort(lines)
	return append(notices, fmt.Sprintf(sentence, lineList(lines)))
}

// add proposes the mock of a group, or blames its bad lines; the group's other lines go with the first of them, as a mock
// without some of its results would be another mock.
func (b *builder) add(g *group) {
	var bad []BadLine
	for _, l := range g.lines {
		if l.problem != nil {
			bad = append(bad, *l.problem)
		}
	}
	if len(bad) == 0 {
		p, err := b.propose(g)
		if err == nil {
			b.p.Mocks = append(b.p.Mocks, p)
			return
		}
		bad = append(bad, blame(g, err))
	}
	at := 0
	for _, l := range g.lines {
		if at < len(bad) && l.number == bad[at].Line {
			at++
			continue
		}
		bad[0].Others = append(bad[0].Others, l.number)
	}
	b.p.Bad = append(b.p.Bad, bad...)
}

// blame finds the line a refusal of the whole mock is about.
func blame(g *group, err error) BadLine {
	bad := BadLine{Line: g.lines[0].number, Field: "line", Reason: err.Error()}
	var fe *planner.FieldError
	if errors.As(err, &fe) {
		bad.Field, bad.Reason = fe.Field, sentence(fe.Reason)
	}
	id, _ := strings.CutPrefix(bad.Field, "domains.")
	for _, l := range g.lines {
		if l.domain != "" && l.domain == id || l.domain == "" && bad.Field == string(ColumnTotal) {
			bad.Line = l.number
			break
		}
	}
	return bad
}

func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(s[size:], ".") + "."
}

// propose makes the mock and checks it as planner does.
func (b *builder) propose(g *group) (ProposedMock, error) {
	p := ProposedMock{Lines: make([]int, len(g.lines))}
	for i, l := range g.lines {
		p.Lines[i] = l.number
	}
	p.Mock = planner.Mock{
		Date: g.key.date, Source: g.lines[0].source, Note: strings.Join(g.notes, "\n"),
		Official: g.said.official == yes, Timed: g.said.timed.orYes(), FirstAttempt: g.said.first.orYes(),
		Minutes: max(g.said.minutes, 0), Guess: g.said.guess, HasGuess: g.said.hasGuess,
	}
	var shares []share
	all, rounded := tally{}, false
	for _, l := range g.lines {
		p.Mock.Domains = append(p.Mock.Domains, l.scores...)
		shares = append(shares, l.shares...)
		if l.domain == "" {
			all = l.all
		}
		rounded = rounded || l.rounded
	}
	p.Mock.Correct, p.Mock.Total, p.Mock.Percent, p.Mock.HasPercent = all.correct, all.total, all.percent, all.hasPercent
	if err := b.useShares(&p, shares, all.questions); err != nil {
		return p, err
	}
	if rounded {
		settleRounding(&p)
	}
	if len(g.beside) > 0 {
		p.Remarks = append(p.Remarks, fmt.Sprintf("Beside it, %s could not be read and may be a part of it.", lineList(g.beside)))
	}
	remarkOnPercent(&p, all)
	return p, p.Mock.Validate(b.options.Domains, b.options.Today)
}

// useShares keeps what can be kept of percentages by domain: planner counts questions, so without a number of them only the
// result as a whole is left.
func (b *builder) useShares(p *ProposedMock, shares []share, questions int) error {
	m := &p.Mock
	switch {
	case len(shares) == 0:
		return nil
	case m.Total > 0 || m.HasPercent:
		b.dropped = append(b.dropped, p.Lines[0])
		return nil
	case len(m.Domains) > 0:
		p.Remarks = append(p.Remarks, "Domains with a percentage and no number of questions were left out.")
		b.dropped = append(b.dropped, p.Lines[0])
		return nil
	}
	mean, ok := b.mean(shares)
	if !ok {
		return refusal("score", "percentages of some domains do not make a result; add the number of questions of each, or the result as a whole")
	}
	m.Percent, m.HasPercent = mean, true
	if questions > 0 {
		m.Correct, m.Total = int(math.Round(mean/100*float64(questions))), questions
	}
	b.meant = append(b.meant, p.Lines[0])
	return nil
}

// mean weights percentages of all domains as the exam does; false when one is missing.
func (b *builder) mean(shares []share) (percent float64, ok bool) {
	sum, weights := 0.0, 0.0
	for _, equal := range []bool{false, true} { // equally when there are no weights
		for _, d := range b.options.Domains {
			i := slices.IndexFunc(shares, func(s share) bool { return s.domain == d.ID })
			if i < 0 {
				return 0, false
			}
			weight := d.Weight
			if equal {
				weight = 1
			}
			sum += weight * shares[i].percent
			weights += weight
		}
		if weights > 0 {
			return min(max(math.Round(sum/weights*10)/10, 0), 100), true // a tenth is all the figures can bear
		}
	}
	return 0, false
}

// settleRounding lets the total give way where right answers of domains, rounded each, come to some more or fewer.
func settleRounding(p *ProposedMock) {
	m := &p.Mock
	correct, total := 0, 0
	for _, d := range m.Domains {
		correct, total = correct+d.Correct, total+d.Total
	}
	agree := m.Correct >= correct && m.Total-total >= m.Correct-correct
	off := correct - m.Correct
	if total == 0 || m.Total < total || agree || max(off, -off) > len(m.Domains) {
		return
	}
	p.Remarks = append(p.Remarks, fmt.Sprintf("By domain, rounded, %d answers were right, and %d in all; the domains are used.", correct, m.Correct))
	m.Correct = correct
}

// percentApart is how far a percentage may be from the counts beside it, in points, before that is remarked on.
const percentApart = 1

func remarkOnPercent(p *ProposedMock, all tally) {
	m := p.Mock
	correct, total := m.Counts()
	if !m.HasPercent || total == 0 || all.rounded {
		return
	}
	if of := 100 * float64(correct) / float64(total); math.Abs(of-m.Percent) > percentApart {
		p.Remarks = append(p.Remarks, fmt.Sprintf("%.0f %% does not go with %d of %d; the counts are used.", m.Percent, correct, total))
	}
}

// remarkOnDoubles finds results that stand in the file twice, and several mocks of one day and source.
func remarkOnDoubles(mocks []ProposedMock) {
	days, results := map[groupKey]int{}, map[string]int{}
	for i := range mocks {
		m := mocks[i].Mock
		when := groupKey{date: m.Date, source: sourceKey(m.Source)}
		result := fmt.Sprint(when, m.Correct, m.Total, m.HasPercent, m.Percent, m.Domains)
		if first, twice := results[result]; twice {
			mocks[i].Remarks = append(mocks[i].Remarks, fmt.Sprintf("The same result stands in %s.", lineList(mocks[first].Lines)))
		} else if first, again := days[when]; again {
			mocks[i].Remarks = append(mocks[i].Remarks, fmt.Sprintf("There is another mock of this day and source in %s.", lineList(mocks[first].Lines)))
		}
		results[result], days[when] = firstOf(results, result, i), firstOf(days, when, i)
	}
}

func firstOf[K comparable](m map[K]int, key K, i int) int {
	if first, ok := m[key]; ok {
		return first
	}
	return i
}
