package planner

// trial tries a change of size n: the verdict it brings, and the minutes that are to spare for it to help, negative when it does not; false when the
// change makes no valid study.
type trial func(n int) (v Verdict, spare int, ok bool)

// building tries changes by building the plans they bring.
func (t *trials) building(change func(n int) Change) trial {
	return func(n int) (Verdict, int, bool) {
		p, m, ok := t.with(change(n))
		if !ok {
			return "", 0, false
		}
		return t.judged(p.Verdict, m)
	}
}

// judged is a verdict with the minutes to spare for it to help.
func (t *trials) judged(v Verdict, m *model) (Verdict, int, bool) {
	spare := m.spare
	if t.plan.Verdict == Tight {
		spare = m.comfort
	}
	return v, spare, true
}

// smallest is the least n from 1 to most whose change helps. The minutes to spare grow almost in a line with n, so a line through two trials leads to the next; it
// ends when n helps and n-1 does not. A verdict is not strictly monotone in n (a session more may fall awkwardly), so the n it answers has always been tried
// itself. Where the line says that far more than most would be needed, nothing is offered.
func (t *trials) smallest(guess, most int, try trial) (int, Verdict, bool) {
	_, below, _ := t.judged(t.plan.Verdict, t.model)
	s := search{most: most, below: below}
	for n := min(max(guess, 1), most); ; n = s.next() {
		v, spare, ok := try(n)
		s.note(n, v, spare, ok && t.helps(v))
		if s.high-s.low == 1 {
			return s.high, s.verdict, true
		}
		if s.high == 0 && (s.low >= most || s.hopeless()) {
			return 0, "", false
		}
	}
}

// search is a bracket around the least n that helps: low does not help, high does; 0 while none is known.
type search struct {
	most, low, high int
	before          int // the low before the present one
	verdict         Verdict
	first           int // minutes to spare at before
	below, above    int // minutes to spare at low and high
	steps           int
}

// note narrows the bracket by a trial.
func (s *search) note(n int, v Verdict, spare int, helps bool) {
	s.steps++
	if helps {
		s.high, s.above, s.verdict = n, spare, v
		return
	}
	s.before, s.first = s.low, s.below
	s.low, s.below = n, spare
}

// hopeless tells whether the line through the trials so far does not reach anything that helps within twice of what may be changed.
func (s *search) hopeless() bool {
	n, ok := s.along()
	return s.steps > 1 && ok && n > 2*s.most
}

// along is where the line through the last two trials below meets zero.
func (s *search) along() (int, bool) {
	gained := s.below - s.first
	if gained <= 0 || s.below >= 0 {
		return 0, false
	}
	return s.low + (-s.below*(s.low-s.before)+gained-1)/gained, true
}

// next is the n to try next, inside the bracket.
func (s *search) next() int {
	if s.high == 0 {
		n, ok := s.along()
		if !ok {
			n = 2 * s.low
		}
		return min(max(n, s.low+1), s.most)
	}
	n := (s.low + s.high) / 2
	if span := s.above - s.below; s.steps < searchSteps && span > 0 && s.below < 0 {
		n = s.low + (-s.below*(s.high-s.low)+span-1)/span
	}
	return min(max(n, s.low+1), s.high-1)
}
