package planner

// ExamStatus says whether an outline is still examined.
type ExamStatus string

// The two states of an outline.
const (
	ExamCurrent    ExamStatus = "current"
	ExamSuperseded ExamStatus = "superseded"
)

// Provenance says where a fact of the catalogue comes from, so that the program can mark what is uncertain.
type Provenance string

// From best to worst: read in a cited source; partly so; computed from published figures; recalled, not looked up.
const (
	FromSource  Provenance = "source"
	FromMixed   Provenance = "mixed"
	FromDerived Provenance = "derived"
	FromMemory  Provenance = "memory"
)

// Exam is an entry of the catalogue: one outline of one exam, with its effective date.
type Exam struct {
	ID        string // "isc2-issmp-2025"
	Vendor    string
	Code      string // "ISSMP", as printed on score reports
	Title     string
	Outline   string // "2025 outline"
	Effective Date   // first day the outline is examined
	Status    ExamStatus

	SupersededBy string // free words or an ID; "" when current
	SupersededOn Date

	Domains []Domain

	// WeightsKind is "published", "derived", "ranges" or the like: how the weights were obtained.
	WeightsKind string
	// WeightsSource says who published the weights ("official", "third-party", …).
	WeightsSource string

	QuestionsMin, QuestionsMax int // equal for a linear exam; they differ for an adaptive one
	Minutes                    int
	Formats                    []string

	Pass PassMark

	// HoursReference is the study time, in hours, that takes a candidate from 30 % to 80 % (planning.md: Href).
	HoursReference int
	// HoursNote says where HoursReference comes from.
	HoursNote string

	Recert        Recertification
	Retake        RetakeRule
	Prerequisites string
	Price         string

	Sources    []ExamSource
	Confidence string // "sourced", "mixed" or "memory"
	// Provenance by field name ("weights", "minutes", …), sorted by field.
	Provenance []FieldProvenance
	Notes      string
}

// PassMark is the published mark and the share of correct answers Milepost takes it to equal.
// A scaled 700 of 1000 is not 70 % correct; Line is therefore an assumption that is shown and editable.
type PassMark struct {
	Kind     string // "scaled", "percent", "unpublished", …
	Mark     int    // as published; 0 when not published
	ScaleMin int    // lower end of the scale; meaningful only when HasMin
	ScaleMax int    // upper end of the scale; 0 when not published
	HasMin   bool
	Line     float64 // assumed share of correct answers, 0..1
	Reason   string  // why Line is what it is, in one sentence
}

// Scaled reports whether only a scaled mark is known, so that the pass line carries its own uncertainty.
func (p PassMark) Scaled() bool { return p.Kind != "percent" }

// Recertification is what keeps the certification alive.
type Recertification struct {
	Years          int
	CreditsTotal   int
	CreditsPerYear int
	Fee            string
	Notes          string
}

// ExamSource is a page an entry rests on, with what it supports.
type ExamSource struct {
	URL      string
	Supports string
}

// FieldProvenance marks one field of an entry.
type FieldProvenance struct {
	Field string
	Mark  Provenance
}

// Domain is a weighted part of an exam.
type Domain struct {
	ID     string  // "d1"
	Name   string  // "Risk Management"
	Weight float64 // share of the exam on any scale
	// WeightMin and WeightMax bound the published range; equal to Weight when one figure is published.
	WeightMin, WeightMax float64
	Topics               []string
}

// Questions is the number of questions to plan with: the largest a candidate may meet.
func (e Exam) Questions() int { return e.QuestionsMax }

// Domain finds a domain by its ID.
func (e Exam) Domain(id string) (Domain, bool) {
	for _, d := range e.Domains {
		if d.ID == id {
			return d, true
		}
	}
	return Domain{}, false
}

// ProvenanceOf gives the mark of a field; a field without one is taken as recalled.
func (e Exam) ProvenanceOf(field string) Provenance {
	for _, p := range e.Provenance {
		if p.Field == field {
			return p.Mark
		}
	}
	return FromMemory
}
