package interchange

import (
	"fmt"
	"math"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"milepost/planner"
)

// How the weights of an exam were obtained.
const (
	WeightsPublished = "published" // the vendor prints one figure a domain; they sum to 100
	WeightsRanges    = "ranges"    // the vendor prints ranges; the weights are their midpoints, scaled to 100
	WeightsDerived   = "derived"   // the vendor prints none; worked out from something else it prints, summing to 100
	WeightsRelative  = "relative"  // one's own, on any scale
)

// What a pass mark is measured on.
const (
	PassScaled      = "scaled"
	PassPercent     = "percent"
	PassUnpublished = "unpublished"
)

// How far an exam file as a whole can be trusted.
const (
	ConfidenceSourced = "sourced"
	ConfidenceMixed   = "mixed"
	ConfidenceMemory  = "memory"
)

// weightTolerance is how far weights may miss a sum of 100: vendors round to whole per cents, at most 0.5 in all.
const weightTolerance = 0.5

var (
	examID   = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]{1,63}$`)
	domainID = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,63}$`)
)

func blame(field, format string, args ...any) error {
	return &planner.FieldError{Field: field, Reason: fmt.Sprintf(format, args...)}
}

// checkExam checks an exam as a whole; it is what both reading and writing rely on.
func checkExam(e planner.Exam) error {
	for _, check := range []func(planner.Exam) error{
		checkIdentity, checkStatus, checkFigures, checkPassMark, checkDomains, checkWeightSum, checkRecert, checkRetake, checkEvidence,
	} {
		if err := check(e); err != nil {
			return err
		}
	}
	return nil
}

func checkIdentity(e planner.Exam) error {
	switch {
	case !examID.MatchString(e.ID):
		return blame("id", "%q is not an id: 2 to 64 small letters, digits, dots and dashes, like isc2-issmp-2025", e.ID)
	case e.Vendor == "":
		return blame("vendor", "the organisation that sets the exam is needed")
	case e.Title == "":
		return blame("title", "a title is needed")
	case e.Effective.IsZero():
		return blame("effective", `the first day this outline is examined is needed, like "2025-08-01"`)
	}
	return nil
}

func checkStatus(e planner.Exam) error {
	switch e.Status {
	case planner.ExamCurrent:
		if e.SupersededBy != "" {
			return blame("superseded_by", "a current outline has no successor; say status = %q", planner.ExamSuperseded)
		}
		if !e.SupersededOn.IsZero() {
			return blame("superseded_on", "a current outline has no last day; say status = %q", planner.ExamSuperseded)
		}
	case planner.ExamSuperseded:
		if e.SupersededBy == "" {
			return blame("superseded_by", "say what took over: the id of an exam, or a few words")
		}
		if !e.SupersededOn.IsZero() && e.SupersededOn.Before(e.Effective) {
			return blame("superseded_on", "%s is before the outline took effect (%s)", e.SupersededOn, e.Effective)
		}
	default:
		return blame("status", "%q is neither %q nor %q", e.Status, planner.ExamCurrent, planner.ExamSuperseded)
	}
	return nil
}

// checkFigures keeps the sizes within what a study can be planned with.
func checkFigures(e planner.Exam) error {
	switch {
	case e.QuestionsMax < 1 || e.QuestionsMax > planner.MaxQuestions:
		return blame("questions_max", "%d is out of range (1 to %d)", e.QuestionsMax, planner.MaxQuestions)
	case e.QuestionsMin < 0 || e.QuestionsMin > e.QuestionsMax:
		return blame("questions_min", "%d is out of range (0, for not published, to %d)", e.QuestionsMin, e.QuestionsMax)
	case e.Minutes < 10 || e.Minutes > planner.MaxMockMinutes:
		return blame("minutes", "%d is out of range (10 to %d)", e.Minutes, planner.MaxMockMinutes)
	case e.HoursReference < 1 || e.HoursReference > 5000:
		return blame("hours_reference", "%d is out of range (1 to 5000)", e.HoursReference)
	}
	return nil
}

func checkPassMark(e planner.Exam) error {
	p := e.Pass
	switch {
	case !slices.Contains([]string{PassScaled, PassPercent, PassUnpublished}, p.Kind):
		return blame("pass.kind", "%q is not one of scaled, percent, unpublished", p.Kind)
	case p.Kind != PassUnpublished && p.Mark < 1:
		return blame("pass.mark", "a %s pass mark needs its figure", p.Kind)
	case p.Kind == PassUnpublished && p.Mark != 0:
		return blame("pass.mark", "an unpublished pass mark has no figure")
	case p.Kind == PassPercent && p.Mark > 100:
		return blame("pass.mark", "%d%% is more than all", p.Mark)
	case p.HasMin && (p.ScaleMax == 0 || p.ScaleMin < 0 || p.ScaleMin >= p.ScaleMax):
		return blame("pass.scale_min", "the scale goes from %d to %d", p.ScaleMin, p.ScaleMax)
	case p.ScaleMax < 0 || p.ScaleMax != 0 && (p.Mark > p.ScaleMax || p.HasMin && p.Mark != 0 && p.Mark < p.ScaleMin):
		return blame("pass.mark", "%d lies outside the scale (%d to %d)", p.Mark, p.ScaleMin, p.ScaleMax)
	case p.Line < 0.2 || p.Line > 0.99:
		return blame("pass.line", "%v is not a share of correct answers from 0.2 to 0.99", p.Line)
	}
	return nil
}

func checkDomains(e planner.Exam) error {
	if len(e.Domains) == 0 {
		return blame("domains", "at least one domain is needed")
	}
	seen := map[string]bool{}
	for i, d := range e.Domains {
		field := func(name string) string { return fmt.Sprintf("domains[%d].%s", i, name) }
		switch {
		case !domainID.MatchString(d.ID):
			return blame(field("id"), "%q is not an id: small letters, digits and dashes, like d1", d.ID)
		case seen[d.ID]:
			return blame(field("id"), "the id %q is used twice", d.ID)
		case d.Name == "":
			return blame(field("name"), "a name is needed")
		case d.Weight <= 0 || d.Weight > 1e6:
			return blame(field("weight"), "a weight above 0 is needed (got %v)", d.Weight)
		case d.WeightMin < 0 || d.WeightMin > d.WeightMax || d.WeightMax > 1e6:
			return blame(field("range"), "the range goes from %v to %v", d.WeightMin, d.WeightMax)
		}
		seen[d.ID] = true
	}
	return nil
}

func checkWeightSum(e planner.Exam) error {
	kinds := []string{WeightsPublished, WeightsRanges, WeightsDerived, WeightsRelative}
	if !slices.Contains(kinds, e.WeightsKind) {
		return blame("weights_kind", "%q is not one of %s", e.WeightsKind, strings.Join(kinds, ", "))
	}
	if e.WeightsKind == WeightsRelative {
		return nil
	}
	sum := 0.0
	for _, d := range e.Domains {
		sum += d.Weight
	}
	if math.Abs(sum-100) > weightTolerance {
		return blame("domains", "the weights sum to %.4g instead of 100; if they are your own, on another scale, say weights_kind = %q",
			sum, WeightsRelative)
	}
	return nil
}

func checkRecert(e planner.Exam) error {
	figures := []struct {
		field string
		v, hi int
	}{
		{"recert.years", e.Recert.Years, 20},
		{"recert.credits_total", e.Recert.CreditsTotal, 1000},
		{"recert.credits_per_year", e.Recert.CreditsPerYear, 1000},
	}
	for _, f := range figures {
		if f.v < 0 || f.v > f.hi {
			return blame(f.field, "%d is out of range (0, for none, to %d)", f.v, f.hi)
		}
	}
	return nil
}

func checkRetake(e planner.Exam) error { return e.Retake.Validate() }

// checkEvidence wants a page one can look up, unless the file says openly that it was written from memory.
func checkEvidence(e planner.Exam) error {
	if !slices.Contains([]string{ConfidenceSourced, ConfidenceMixed, ConfidenceMemory}, e.Confidence) {
		return blame("confidence", "%q is not one of sourced, mixed, memory", e.Confidence)
	}
	if len(e.Sources) == 0 && e.Confidence != ConfidenceMemory {
		return blame("sources", "at least one source is needed, or confidence = %q", ConfidenceMemory)
	}
	for i, s := range e.Sources {
		u, err := url.Parse(s.URL)
		if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
			return blame(fmt.Sprintf("sources[%d].url", i), "%q is not a web address", s.URL)
		}
	}
	marks := []planner.Provenance{planner.FromSource, planner.FromMixed, planner.FromDerived, planner.FromMemory}
	for _, p := range e.Provenance {
		if !slices.Contains(marks, p.Mark) {
			return blame("provenance."+p.Field, "%q is not one of source, mixed, derived, memory", p.Mark)
		}
	}
	return nil
}
