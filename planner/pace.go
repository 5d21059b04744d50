package planner

import "math"

// Pace is how long work takes one person, against what was planned for it, and how much of what was planned is done at all. It is learned from sessions
// that were planned and done; without any, everything takes as long as planned.
type Pace struct {
	// Activities holds first pass, practice, review and debrief, in that order. A timed mock has no pace of its own.
	Activities []ActivityPace
	// Kept is the share of planned minutes of the last four weeks whose sessions were done, shrunk towards 1; above 1 when more was studied than planned.
	Kept float64
	// KeptSpread is the standard deviation of its logarithm.
	KeptSpread float64
}

// ActivityPace is the pace of one activity.
type ActivityPace struct {
	Activity Activity
	// Factor is the minutes needed for each minute planned, shrunk towards the person's pace in all activities, which is itself shrunk towards 1.
	Factor float64
	// Low and High bound the middle 90 %.
	Low, High float64
	// Sessions, PlannedMinutes and DoneMinutes are what it rests on.
	Sessions, PlannedMinutes, DoneMinutes int
}

// pacedActivities are the activities that can take longer than planned.
var pacedActivities = [...]Activity{Learn, Practise, Review, Debrief}

// PaceOf learns a person's pace from what lies behind, as seen on a day. Sessions added by hand say nothing about estimates and are left out of the factors.
//
// Minutes needed per minute planned are a ratio of sums, as times add up, and shrunk by paceWorth minutes of work that took exactly as long as expected:
//
//	person   = (worth + Σ done) / (worth + Σ planned)
//	activity = (worth · person + Σ done) / (worth + Σ planned)
func PaceOf(history []Session, today Date) Pace {
	p := Pace{Activities: make([]ActivityPace, len(pacedActivities))}
	planned, done := 0.0, 0.0
	for i, a := range pacedActivities {
		p.Activities[i] = sumPace(history, a)
		planned += float64(p.Activities[i].PlannedMinutes)
		done += float64(p.Activities[i].DoneMinutes)
	}
	person := (paceWorth + done) / (paceWorth + planned)
	for i := range p.Activities {
		p.Activities[i].shrink(person)
	}
	p.Kept, p.KeptSpread = keptOf(history, today)
	return p
}

// sumPace adds up what was planned and done of an activity. A timer that ran all night counts as paceMost times the plan, no more.
func sumPace(history []Session, a Activity) ActivityPace {
	p := ActivityPace{Activity: a}
	for _, s := range history {
		if s.Status != Done || s.Activity != a || !wholly(s) {
			continue
		}
		p.Sessions++
		p.PlannedMinutes += s.Minutes
		p.DoneMinutes += min(s.DoneMinutes, int(float64(s.Minutes)*paceMost))
	}
	return p
}

// shrink works out the factor and its range.
func (p *ActivityPace) shrink(person float64) {
	planned, done := float64(p.PlannedMinutes), float64(p.DoneMinutes)
	p.Factor = math.Min(math.Max((paceWorth*person+done)/(paceWorth+planned), 1/paceMost), paceMost)
	reach := math.Exp(normal90 * p.spread())
	p.Low, p.High = p.Factor/reach, p.Factor*reach
}

// spread is the standard deviation of the factor's logarithm: that of people at first, and less with every hour of evidence.
func (p ActivityPace) spread() float64 {
	return paceSpread * math.Sqrt(paceWorth/(paceWorth+float64(p.PlannedMinutes)))
}

// keptOf compares what was studied in the last weeks with what was planned for them. A planned session that was done counts as planned, however long it took: that is
// pace. What was logged by hand counts on top.
func keptOf(history []Session, today Date) (kept, spread float64) {
	planned, done := 0.0, 0.0
	for _, s := range history {
		if ago := s.Date.DaysUntil(today); ago < 1 || ago > keptDays {
			continue
		}
		if !s.ByHand {
			planned += float64(s.Minutes)
		}
		switch {
		case s.Status != Done:
		case s.ByHand:
			done += float64(s.DoneMinutes)
		default:
			done += float64(s.Minutes)
		}
	}
	kept = math.Min((keptWorth+done)/(keptWorth+planned), keptMost)
	return kept, keptSpread * math.Sqrt(keptWorth/(keptWorth+planned))
}

// Of is the pace of an activity: minutes needed for each minute planned. 1 for a mock.
func (p Pace) Of(a Activity) float64 {
	for _, x := range p.Activities {
		if x.Activity == a && x.Factor > 0 {
			return x.Factor
		}
	}
	return 1
}

// wholly tells whether a done session was planned and carried through. One that took less than half its time was broken off: that says nothing of pace.
func wholly(s Session) bool { return !s.ByHand && s.Minutes > 0 && 2*s.DoneMinutes >= s.Minutes }

// content is the work a done session holds, in minutes at the plan's own pace: what was planned for it, however long it took, when it was carried through; else what was really
// studied, at this person's pace. A timed mock is what it took.
func (m *model) content(s Session) float64 {
	if s.Activity != MockExam && wholly(s) {
		return float64(s.Minutes)
	}
	return float64(s.DoneMinutes) / m.pace.Of(s.Activity)
}

// effect is the effective hours of an hour of an activity at this person's pace: who needs longer gets through less of it in an hour.
func (m *model) effect(a Activity) float64 { return effect(a) / m.pace.Of(a) }
