package planner

import (
	"fmt"
	"math"
)

// Sitting is one time the exam was sat, with what the vendor told about it.
type Sitting struct {
	ID     string
	Date   Date
	Passed bool
	// Results are by domain, as far as they were given. Vendors give bands, some give percentages, and some nothing at all.
	Results []DomainResult
	Note    string
}

// DomainResult is what a score report says of one domain: a band, or a share of right answers.
type DomainResult struct {
	Domain     string
	Band       Band    // "" when Percent is given
	Percent    float64 // right answers of 100; meaningful when HasPercent
	HasPercent bool
}

// Band is where a domain came out against the standard for passing.
type Band string

// The three bands. Vendors name them in their own ways: above, near and below proficiency; above target, target and below target; meets competency or needs improvement.
const (
	BandAbove Band = "above"
	BandNear  Band = "near"
	BandBelow Band = "below"
)

// Bands from best to worst.
var Bands = []Band{BandAbove, BandNear, BandBelow}

// Valid reports whether b is one of the three bands.
func (b Band) Valid() bool { return b == BandAbove || b == BandNear || b == BandBelow }

// result finds what a sitting says of a domain.
func (s Sitting) result(domain string) (DomainResult, bool) {
	for _, r := range s.Results {
		if r.Domain == domain {
			return r, true
		}
	}
	return DomainResult{}, false
}

// Validate checks a sitting against the domains of its study and today; the error names the field.
func (s Sitting) Validate(study Study, today Date) error {
	if s.Date.IsZero() {
		return fieldErrorf("date", "the day of the sitting is needed, like 2027-02-04")
	}
	if s.Date.After(today) {
		return fieldErrorf("date", "%s is still to come", s.Date)
	}
	if err := CheckText("note", s.Note, MaxTextRunes); err != nil {
		return err
	}
	seen := make(map[string]bool, len(s.Results))
	for _, r := range s.Results {
		field := "domains." + clip(r.Domain, 40)
		switch {
		case study.DomainIndex(r.Domain) < 0:
			return fieldErrorf(field, "the study has no such domain")
		case seen[r.Domain]:
			return fieldErrorf(field, "it is given twice")
		case r.HasPercent && (math.IsNaN(r.Percent) || r.Percent < 0 || r.Percent > 100):
			return fieldErrorf(field, "%v is not a percentage from 0 to 100", r.Percent)
		case r.HasPercent && r.Band != "":
			return fieldErrorf(field, "give a band or a percentage, not both")
		case !r.HasPercent && !r.Band.Valid():
			return fieldErrorf(field, "%q is none of above, near and below", clip(string(r.Band), 40))
		}
		seen[r.Domain] = true
	}
	return nil
}

// sat is what the latest failed sitting says of one domain, in place of a rating.
type sat struct {
	mastery, spread float64
	on              Date
	reread          bool // so far below the standard that its first pass is done again
}

// lastFailed is the latest sitting that was not passed, if it is the latest of all.
func lastFailed(sittings []Sitting) (Sitting, bool) {
	last := Sitting{}
	for _, s := range sittings {
		if last.Date.IsZero() || s.Date.After(last.Date) {
			last = s
		}
	}
	return last, !last.Date.IsZero() && !last.Passed
}

// satDomain reads a sitting's result for a domain as a share of right answers with its spread. A band says where that lies against the pass line; the widths are those of a
// handful of questions, as bands rest on no more [judgement]. Without any word, the exam as a whole was not passed, and that is all that is known.
func satDomain(study Study, s Sitting, domain string, weight float64) sat {
	out := sat{on: s.Date}
	r, told := s.result(domain)
	switch {
	case told && r.HasPercent:
		n := math.Max(weight*float64(study.Questions), 1)
		p := math.Min(math.Max(r.Percent/100, 1/(2*n)), 1-1/(2*n)) // nobody is at 0 or 1
		out.mastery, out.spread = p, math.Hypot(math.Sqrt(p*(1-p)/n), dayForm)
		out.reread = p < study.PassLine-rereadBelow
	case told:
		b := bandMeanings[r.Band]
		out.mastery, out.spread, out.reread = study.PassLine+b.offset, b.spread, r.Band == BandBelow
	default:
		out.mastery, out.spread = study.PassLine+untoldOffset, untoldSpread
	}
	out.mastery = math.Min(math.Max(out.mastery, 0.05), masteryCeiling)
	return out
}

// validateSittings checks what is said of earlier sittings; each is input like any other.
func validateSittings(r Request) error {
	if len(r.Sittings) > maxSittings {
		return fieldErrorf("sittings", "%d sittings are more than the %d that can be held", len(r.Sittings), maxSittings)
	}
	days := make(map[Date]bool, len(r.Sittings))
	for i, s := range r.Sittings {
		if err := s.Validate(r.Study, r.Today); err != nil {
			return fieldErrorf(fmt.Sprintf("sittings[%d].%s", i, ErrorField(err)), "%s", err.(*FieldError).Reason)
		}
		if days[s.Date] {
			return fieldErrorf(fmt.Sprintf("sittings[%d].date", i), "there is a sitting of %s already", s.Date)
		}
		days[s.Date] = true
	}
	return r.Retake.Validate()
}

// SittingSource is the source the exam itself counts as, where a sitting is taken as a result.
const SittingSource = "The exam itself"

// AsMock is a sitting that was not passed as a result with as many questions as its report is worth: 25 to 45 for a domain in a band, some fewer than the exam asked for a percentage, 90 for the whole
// where nothing more is told than that it was not enough. ok is false when it was passed: how far is not told.
func (s Sitting) AsMock(study Study) (m Mock, ok bool) {
	if s.Passed {
		return Mock{}, false
	}
	m = Mock{ID: "sitting-" + s.ID, Date: s.Date, Source: SittingSource, Official: true, Timed: true, FirstAttempt: true}
	total := study.WeightTotal()
	for _, d := range study.Domains {
		if _, told := s.result(d.ID); !told || d.Weight == 0 {
			continue
		}
		x := satDomain(study, s, d.ID, d.Weight/total)
		n := worthQuestions(x.mastery, x.spread)
		m.Domains = append(m.Domains, DomainScore{Domain: d.ID, Correct: int(math.Round(x.mastery * float64(n))), Total: n})
	}
	if len(m.Domains) == 0 {
		p := math.Min(math.Max(study.PassLine+untoldExam, 0.05), masteryCeiling)
		m.Total = worthQuestions(p, untoldExamSpread)
		m.Correct = int(math.Round(p * float64(m.Total)))
	}
	return m, true
}

// worthQuestions is how many questions a share with such a spread is worth.
func worthQuestions(share, spread float64) int {
	return max(int(math.Round(share*(1-share)/(spread*spread)-1)), 1)
}
