package planner

import "math"

// masteryNow is what the engine believes of each domain, in the order of the study: the mastery given, else evidence from mocks combined with
// the person's rating, else the rating alone, moved up the curve by the work done since.
func masteryNow(r Request, weights []float64) []belief {
	priors := ratingPriors(r.Study, weights)
	out := make([]belief, len(r.Study.Domains))
	failed, wasFailed := lastFailed(r.Sittings)
	for i, d := range r.Study.Domains {
		b := belief{mastery: priors[i], start: priors[i], uncertain: true}
		spread := ratingSpread
		if wasFailed {
			s := satDomain(r.Study, failed, d.ID, weights[i])
			b.mastery, b.start, spread = s.mastery, s.mastery, s.spread
			b.satOn, b.read = s.on, !s.reread
		}
		if e, ok := evidenceOf(r.Evidence, d.ID); ok {
			b.mastery, b.evident = combined(b.mastery, spread, e), true
		}
		if d.HasMastery {
			b = belief{mastery: d.Mastery, start: d.Mastery, given: true}
		}
		b.mastery = math.Min(b.mastery, masteryCeiling)
		b.start = math.Min(b.start, masteryCeiling)
		out[i] = b
	}
	levelBeliefs(out, weights, domainOrder(r.Study.Domains), r.Overall)
	return out
}

// belief is what is known of a domain today.
type belief struct {
	mastery   float64
	start     float64 // before any evidence: what the first pass was measured out for
	uncertain bool    // from a rating or from few questions: keep a floor
	evident   bool    // mocks were used; they already contain the work done
	given     bool    // taken as it is
	satOn     Date    // the day of the failed sitting that start rests on; zero: a rating
	read      bool    // its first pass lies behind since before that sitting
}

// ratingPriors turns ratings into shares of right answers, shrunk half way to their mean (weighted, so that a domain without weight changes nothing).
func ratingPriors(s Study, weights []float64) []float64 {
	raw := make([]float64, len(s.Domains))
	mean := 0.0
	for i, d := range s.Domains {
		rating := d.Rating
		if rating == 0 {
			rating = DefaultRating
		}
		raw[i] = ratingShares[rating-1]
	}
	for _, i := range domainOrder(s.Domains) { // sums of floats depend on their order
		mean += weights[i] * raw[i]
	}
	for i := range raw {
		raw[i] = mean + (1-ratingShrink)*(raw[i]-mean)
	}
	return raw
}

func evidenceOf(all []Evidence, domain string) (Evidence, bool) {
	for _, e := range all {
		if e.Domain == domain {
			return e, true
		}
	}
	return Evidence{}, false
}

// combined weighs what was believed before, with its spread, against evidence with its standard error, each by its precision 1/spread². A rating is worth 5 to 7 questions that way, a
// band some 30: one bad score in a domain of 14 questions is weak evidence, and counts as such. Better evidence of the same precision never makes a belief worse.
func combined(prior, spread float64, e Evidence) float64 {
	if e.SE <= 0 {
		return e.Mastery
	}
	before, shown := 1/(spread*spread), 1/(e.SE*e.SE)
	return (before*prior + shown*e.Mastery) / (before + shown)
}

// effectiveHoursDone is what the done sessions of a domain are worth today, in effective hours. Mixed sessions and mocks count by weight. What came
// before a sitting that was judged is part of its judgement.
func (m *model) effectiveHoursDone(d domain) float64 {
	sum := 0.0
	for _, s := range m.request.History {
		share := creditShare(s, d.id, d.weight)
		if s.Status != Done || share == 0 || !s.Date.After(d.belief.satOn) {
			continue
		}
		days := max(s.Date.DaysUntil(m.request.Today), 0)
		sum += share * effect(s.Activity) * retained(days) * m.content(s) / 60
	}
	return sum
}

// creditShare is the share of a session that counts for a domain: all of its own, the weight's share of mixed ones and mocks.
func creditShare(s Session, domain string, weight float64) float64 {
	switch s.Domain {
	case domain:
		return 1
	case "":
		return weight
	}
	return 0
}

// learnedMinutes is the first pass a person has behind them in a domain, in minutes at the plan's own pace, since a day (zero: ever).
func (m *model) learnedMinutes(domain string, since Date) float64 {
	sum := 0.0
	for _, s := range m.request.History {
		if s.Status == Done && s.Activity == Learn && s.Domain == domain && s.Date.After(since) {
			sum += m.content(s)
		}
	}
	return sum
}
