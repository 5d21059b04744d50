package planner

import "math"

// budget is what each domain is to get out of the slots, in minutes.
type budget struct {
	learn    []int
	practise []int
}

// shareOut decides the minutes of first pass and of practice by domain: the first pass as it is needed, cut in proportion when it does not fit
// before the taper; the rest by marginal gain, with floors.
func (m *model) shareOut(slots []slot) budget {
	total, early := 0, 0
	for _, s := range slots {
		total += s.minutes
		if s.day < m.taper {
			early += s.minutes
		}
	}
	first := make([]int, len(m.domains))
	for i, d := range m.domains {
		first[i] = d.firstPass
	}
	b := budget{learn: cutToFit(first, early)}
	learn := 0
	for _, n := range b.learn {
		learn += n
	}
	b.practise = m.sharePractice(slots, b.learn, max(total-learn, 0))
	return b
}

// sharePractice gives out the practice minutes in units of the mean session.
func (m *model) sharePractice(slots []slot, learn []int, minutes int) []int {
	out := make([]int, len(m.domains))
	if len(slots) == 0 || minutes == 0 {
		return out
	}
	learnTotal, total := 0, 0
	for _, n := range learn {
		learnTotal += n
	}
	for _, s := range slots {
		total += s.minutes
	}
	units := max(minutes*len(slots)/total, 1)
	hoursOfUnit := float64(minutes) / float64(units) / 60
	early, late := m.retention(slots, learnTotal)
	a := allocation{curves: m.curves(), base: m.fixedCredit(), unit: hoursOfUnit * late * m.effect(Practise)}
	for i, n := range learn {
		a.base[i] += m.effect(Learn) * early * float64(n) / 60
	}
	a.floors = m.floors(learn, minutes, units)
	for i, n := range a.allocate(units) {
		out[i] = int(math.Round(float64(n) * hoursOfUnit * 60))
	}
	return out
}

// retention is the mean share retained to the exam of a first-pass minute and of a practice minute, by where they will roughly lie.
func (m *model) retention(slots []slot, learn int) (early, late float64) {
	span := m.span(slots, learn)
	pos := 0
	var sumEarly, sumLate, nEarly, nLate float64
	for _, s := range slots {
		r := retained(len(m.days)-s.day) * float64(s.minutes)
		learnShare := 0.0
		if pos < span {
			learnShare = float64(learn) / float64(max(span, 1))
		}
		pos += s.minutes
		sumEarly += learnShare * r
		nEarly += learnShare * float64(s.minutes)
		sumLate += (1 - learnShare) * r
		nLate += (1 - learnShare) * float64(s.minutes)
	}
	return ratioOr(sumEarly, nEarly, 0.9), ratioOr(sumLate, nLate, 0.9)
}

// span is how many minutes of slots the first pass is spread over.
func (m *model) span(slots []slot, learn int) int {
	before := 0
	for _, s := range slots {
		if s.day < m.taper {
			before += s.minutes
		}
	}
	span := math.Min(float64(learn)/learnDensity, learnLatest*float64(before))
	return max(int(span), learn)
}

// fixedCredit is the effective hours each domain gets from pinned sessions, mocks and debriefs.
func (m *model) fixedCredit() []float64 {
	out := make([]float64, len(m.domains))
	for _, s := range m.fixed {
		h := m.effectiveHours(s)
		for i, d := range m.domains {
			out[i] += h * creditShare(s, d.id, d.weight)
		}
	}
	return out
}

// effectiveHours is what a planned session is worth on the exam day.
func (m *model) effectiveHours(s Session) float64 {
	return m.effect(s.Activity) * retained(s.Date.DaysUntil(m.study.ExamDate)) * float64(s.Minutes) / 60
}

// floors are the units every domain gets before the greedy choice: one visit at least, when there is room for two each, and half its share by weight
// while its mastery is uncertain.
func (m *model) floors(learn []int, minutes, units int) []int {
	out := make([]int, len(m.domains))
	total := minutes
	for _, n := range learn {
		total += n
	}
	for i, d := range m.domains {
		if d.weight == 0 {
			continue
		}
		if d.belief.uncertain {
			least := uncertainFloor*d.weight*float64(total) - float64(learn[i])
			out[i] = int(math.Max(0, least) * float64(units) / float64(minutes))
		}
		if out[i] == 0 && learn[i] == 0 && units >= 2*m.weighted {
			out[i] = 1
		}
	}
	return out
}

func ratioOr(a, b, otherwise float64) float64 {
	if b == 0 {
		return otherwise
	}
	return a / b
}
