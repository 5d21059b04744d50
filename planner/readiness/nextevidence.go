package readiness

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"milepost/planner"
)

// EvidenceKind is what more evidence could come from.
type EvidenceKind string

// The kinds of evidence.
const (
	EvidenceMock EvidenceKind = "mock" // a timed mock over the whole exam
	EvidenceQuiz EvidenceKind = "quiz" // a timed set of questions from one domain
)

// NextEvidence is a mock or quiz one could take today, and how much it would tell.
type NextEvidence struct {
	Kind EvidenceKind
	// Source is the name of one used before; empty for one that is new, which Official says more about.
	Source   string
	Official bool
	Domain   string // of a quiz
	// Questions it has.
	Questions int
	// Narrows is by how much the 90 % range of the exam score would become narrower (0.02 is two points of a hundred), whatever the result.
	Narrows float64
	// DomainNarrows is the same for the range of the quiz's own domain.
	DomainNarrows float64
	Reason        string
}

// quizQuestions is the length of a quiz that is weighed: about half an hour. fullMock bounds the mock: more questions are rarely on offer.
const (
	quizQuestions = 25
	fullMock      = 150
)

// offer is a source that questions could come from next.
type offer struct {
	name     string
	official bool
	known    bool
	place    assignment
	sd       float64 // of the offset of a source that is not known yet
}

// teller weighs what evidence would tell. To a normal belief a further result means, whatever it is, the same loss of variance: that of a
// linear observation (Kalman), with the slope and the noise of the questions at the level where the belief stands.
type teller struct {
	layout   layout
	now      view
	then     mixture // log-odds of the exam score on its day
	observer *observer
	exam     examRules

	gradient []float64 // of the log-odds of the whole, by domain
	chances  []float64 // variance of a right answer, p(1-p), by domain
	toWhole  []float64 // covariance of the whole with what each domain's questions face
	matrix   matrix
	answer   []float64
}

// nextEvidence ranks what could be taken next by how much it narrows the range on the exam day.
func (x *examiner) nextEvidence(f *filter, now, then view, domains []planner.Domain, sources []source) []NextEvidence {
	d := len(domains)
	t := &teller{
		layout: x.layout, now: now, then: x.sitting(then), observer: f.observer, exam: x.rules,
		gradient: make([]float64, d), chances: make([]float64, d), toWhole: make([]float64, d), matrix: newMatrix(d, d), answer: make([]float64, d),
	}
	offers := offersOf(sources)
	var out []NextEvidence
	n := min(x.rules.questions, fullMock)
	for _, o := range offers {
		whole, _ := t.narrows(o, n, wholeExam)
		out = append(out, NextEvidence{Kind: EvidenceMock, Source: o.name, Official: o.official, Questions: n, Narrows: whole})
	}
	usual := offers[0]
	for i, dom := range domains {
		if x.layout.weights[i] == 0 {
			continue
		}
		whole, own := t.narrows(usual, quizQuestions, i)
		out = append(out, NextEvidence{Kind: EvidenceQuiz, Source: usual.name, Official: usual.official, Domain: dom.ID, Questions: quizQuestions, Narrows: whole, DomainNarrows: own})
	}
	slices.SortStableFunc(out, func(a, b NextEvidence) int { return cmp.Compare(b.Narrows, a.Narrows) })
	for i := range out {
		out[i].Reason = out[i].words(domains)
	}
	return out
}

// offersOf are the sources used so far, the most used first, then one nobody has used yet, and the vendor's own questions if they were not used.
func offersOf(sources []source) []offer {
	var out []offer
	official := false
	for i, s := range sources {
		official = official || s.official
		if !s.retake && s.name != otherSources {
			out = append(out, offer{name: s.name, official: s.official, known: true, place: assignment{source: i}})
		}
	}
	out = append(out, offer{sd: thirdPartySD})
	if !official {
		out = append(out, offer{official: true, sd: officialSD})
	}
	return out
}

// narrows tells by how much n questions from an offer, over the whole exam or in one domain, would narrow the range of the exam score and that of the domain.
func (t *teller) narrows(o offer, n, domain int) (whole, own float64) {
	var before, after, ownBefore, ownAfter float64
	for i := range t.now.states {
		s, share := &t.now.states[i], t.now.shares[i]
		lessWhole, lessOwn, ownVariance := t.lessVariance(s, o, float64(n), domain)
		variance := float64(t.then[i].sd * t.then[i].sd)
		before += float64(share * variance)
		after += float64(share * max(variance-lessWhole, 0))
		ownBefore += float64(share * ownVariance)
		ownAfter += float64(share * max(ownVariance-lessOwn, 0))
	}
	p := logistic(t.then.mean())
	luck := 1 / (float64(t.exam.questions) * max(p*(1-p), minVariance))
	whole = rangeWidth(p, before+luck) - rangeWidth(p, after+luck)
	if domain != wholeExam {
		level := 0.0
		for i := range t.now.states {
			level += float64(t.now.shares[i] * (t.now.states[i].mean[levelAt] + t.now.states[i].mean[t.layout.domainAt(domain)]))
		}
		q := logistic(level)
		own = rangeWidth(q, ownBefore) - rangeWidth(q, ownAfter)
	}
	return whole, own
}

// rangeWidth is the width of the 90 % range of a share around p when its log-odds have the variance v.
func rangeWidth(p, v float64) float64 {
	half := float64(rangeQuantile * math.Sqrt(v))
	at := logit(p)
	return logistic(at+half) - logistic(at-half)
}

// lessVariance is what the result would take off the variance of the exam's log-odds and off that of the domain's own, under one regime.
func (t *teller) lessVariance(s *state, o offer, n float64, domain int) (whole, own, ownVariance float64) {
	l := t.layout
	s.newForm(l, formSD)
	extra := 0.0
	if o.known {
		t.observer.foresee(s, o.place)
	} else {
		t.foreseeNew(s)
		extra = float64(o.sd * o.sd)
	}
	t.linearise(s)
	cov := t.observer.spread // of what the questions face
	if domain != wholeExam {
		t.toWhole[domain] = t.reachesWhole(domain)
		noise := 1 / float64(n*t.chances[domain])
		total := cov.at(domain, domain) + extra + noise
		at, abilityAt := t.observer.reach.row(domain), l.domainAt(domain)
		toOwn := at[levelAt] + at[abilityAt]
		ownVariance = s.cov.at(levelAt, levelAt) + float64(2*s.cov.at(levelAt, abilityAt)) + s.cov.at(abilityAt, abilityAt)
		return float64(t.toWhole[domain]*t.toWhole[domain]) / total, float64(toOwn*toOwn) / total, ownVariance
	}
	for i := range l.domains {
		t.toWhole[i] = t.reachesWhole(i)
		for e := range l.domains {
			t.matrix.set(i, e, cov.at(i, e)+extra)
		}
		share := max(l.weights[i], negligibleWeight) // a domain the exam does not ask about is not asked here either: boundless noise
		t.matrix.set(i, i, t.matrix.at(i, i)+1/(float64(n*share)*t.chances[i]))
	}
	cholesky(t.matrix)
	copy(t.answer, t.toWhole)
	solveCholesky(t.matrix, t.answer)
	for i, v := range t.answer {
		whole += float64(v * t.toWhole[i])
	}
	return whole, 0, 0
}

// reachesWhole is the covariance of the exam's log-odds, which move with the abilities, with what a domain's questions face: abilities, source and form.
func (t *teller) reachesWhole(domain int) float64 {
	sum, reach := 0.0, t.observer.reach.row(domain)
	for e, g := range t.gradient {
		sum += float64(g * (reach[levelAt] + reach[t.layout.domainAt(e)]))
	}
	return sum
}

// foreseeNew is observer.foresee for a source without a place in the state: its offset, unrelated to everything, is added by the caller.
func (t *teller) foreseeNew(s *state) {
	l, o := t.layout, t.observer
	level, luck := s.cov.row(levelAt), s.cov.row(l.formAt())
	for d := range l.domains {
		own, reach := s.cov.row(l.domainAt(d)), o.reach.row(d)
		for j := range reach {
			reach[j] = level[j] + luck[j] + own[j]
		}
		shared := reach[levelAt] + reach[l.formAt()]
		for e := range l.domains {
			o.spread.set(d, e, shared+reach[l.domainAt(e)])
		}
	}
}

// linearise takes slopes and noise at the level of the belief, without any source's offset: what is to come should not hang on the luck of one.
func (t *teller) linearise(s *state) {
	l := t.layout
	sum, slope := 0.0, 0.0
	for d, w := range l.weights {
		p := logistic(s.mean[levelAt] + s.mean[l.domainAt(d)])
		t.chances[d] = max(p*(1-p), minVariance)
		t.gradient[d] = float64(w * t.chances[d])
		sum += float64(w * p)
		slope += t.gradient[d]
	}
	whole := max(sum*(1-sum), minVariance)
	for d := range t.gradient {
		t.gradient[d] /= whole
	}
}

// words says what the evidence is and what it would do.
func (e NextEvidence) words(domains []planner.Domain) string {
	from := e.Source
	switch {
	case e.Source == "" && e.Official:
		from = "the exam's own vendor, if there is one,"
	case e.Source == "":
		from = "a source you have not used yet"
	}
	if e.Kind == EvidenceQuiz {
		name := e.Domain
		for _, d := range domains {
			if d.ID == e.Domain && strings.TrimSpace(d.Name) != "" {
				name = d.Name
			}
		}
		return fmt.Sprintf("%d timed questions in %s narrow that domain's range by %s and the exam score's by %s.", e.Questions, name, pointsOf(e.DomainNarrows), pointsOf(e.Narrows))
	}
	return fmt.Sprintf("A timed mock of %d questions from %s narrows the range of the exam score by %s.", e.Questions, from, pointsOf(e.Narrows))
}

// pointsOf gives "1 point", "2.4 points", "less than 0.1 points".
func pointsOf(share float64) string {
	tenths := math.Round(share * 1000)
	switch {
	case tenths < 1:
		return "less than 0.1 points"
	case tenths == 10:
		return "1 point"
	case math.Mod(tenths, 10) == 0:
		return fmt.Sprintf("%.0f points", tenths/10)
	}
	return fmt.Sprintf("%.1f points", tenths/10)
}
