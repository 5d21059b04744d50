package planner

import (
	"cmp"
	"math"
	"slices"
)

// model is a request worked out: domains in a fixed order, and the days to the exam with what they hold.
type model struct {
	request  Request
	study    Study
	domains  []domain // by ID, whatever the order of the study
	days     []day    // index 0 is today; the exam is on day len(days)
	total    int      // days of the whole plan, from its start
	taper    int      // first day of the taper
	usual    int      // usual length of a session, in minutes
	pace     Pace     // how long work takes this person
	weighted int      // domains with weight

	mocks   []int     // days with a mock, in order
	early   int       // day of the diagnostic mock, or -1
	halves  []int     // days of the second halves of mocks that no day could hold
	noRoom  bool      // a mock was wanted and no day can hold one
	fixed   []Session // pinned sessions, mocks and debriefs
	notices []Notice
	spare   int  // minutes the verdict has to spare until something is short, negative when something is
	comfort int  // the same until the plan no longer fits with room for the usual slip
	trial   bool // only the verdict is wanted: sessions need no IDs
}

// domain is a domain of the study as the engine sees it.
type domain struct {
	id        string
	index     int // in the study
	weight    float64
	hours     float64 // Href * weight * difficulty: its volume
	belief    belief
	curve     curve
	firstPass int     // minutes still to do
	share     float64 // of all there is to gain, weight times difficulty times what mastery lacks
}

func newModel(r Request) *model {
	m := &model{request: r, study: r.Study, early: -1}
	m.pace = PaceOf(slices.Concat(r.Earlier, r.History), r.Today)
	m.usual = min(max(r.Study.SessionMinutes, shortestSession), longestSession)
	m.addDomains()
	m.addDays()
	return m
}

// addDomains normalises weights and works out what is known of each domain.
func (m *model) addDomains() {
	order := domainOrder(m.study.Domains)
	weights := m.normalisedWeights(order)
	gain := 0.0
	beliefs := masteryNow(m.request, weights)
	for _, i := range order {
		s := m.study.Domains[i]
		d := domain{id: s.ID, index: i, weight: weights[i], belief: beliefs[i]}
		d.hours = m.study.HoursReference * d.weight * s.Difficulty
		learned := m.learnedMinutes(d.id, d.belief.satOn)
		d.curve = newCurve(d.weight, d.belief.mastery, d.hours)
		if !d.belief.evident && !d.belief.given {
			d.belief.mastery = d.curve.mastery(m.effectiveHoursDone(d))
			d.curve = newCurve(d.weight, d.belief.mastery, d.hours)
		}
		d.firstPass = m.firstPassMinutes(d, learned)
		if d.weight > 0 {
			m.weighted++
		}
		d.share = d.hours * (masteryCeiling - d.belief.mastery)
		gain += d.share
		m.domains = append(m.domains, d)
	}
	for i := range m.domains {
		m.domains[i].share /= math.Max(gain, math.SmallestNonzeroFloat64)
	}
}

// domainOrder is the order in which domains are worked on, whatever their order in the study: by ID.
func domainOrder(domains []StudyDomain) []int {
	order := make([]int, len(domains))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(domains[a].ID, domains[b].ID) })
	return order
}

// normalisedWeights makes the weights add up to 1, adding in a fixed order; all zero counts as all equal.
func (m *model) normalisedWeights(order []int) []float64 {
	sum := 0.0
	for _, i := range order {
		sum += m.study.Domains[i].Weight
	}
	out := make([]float64, len(order))
	for _, i := range order {
		if sum == 0 {
			out[i] = 1 / float64(len(order))
		} else {
			out[i] = m.study.Domains[i].Weight / sum
		}
	}
	m.noticeWeights(sum)
	return out
}

// aimingAt is the same model for another target. Nothing is laid out differently for it.
func (m *model) aimingAt(target float64) *model {
	c := *m
	c.study.Target, c.request.Study.Target, c.notices = target, target, nil
	return &c
}

func (m *model) curves() []curve {
	out := make([]curve, len(m.domains))
	for i, d := range m.domains {
		out[i] = d.curve
	}
	return out
}

// domainIndex finds a domain by ID; -1 for mixed sessions.
func (m *model) domainIndex(id string) int {
	if id == "" {
		return -1
	}
	low, high := 0, len(m.domains)
	for low < high {
		if mid := (low + high) / 2; m.domains[mid].id < id {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(m.domains) || m.domains[low].id != id {
		return -1
	}
	return low
}

func (m *model) date(day int) Date { return m.request.Today.AddDays(day) }

func (m *model) note(code, text string) {
	m.notices = append(m.notices, Notice{Code: code, Text: text})
}
