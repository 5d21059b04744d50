package interchange

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"milepost/planner"
)

// ExamFileFormat is the number of the file's shape. Fields may be added under it; renaming one needs a new number.
const ExamFileFormat = 1

// Bounds of an exam file, in characters and entries.
const (
	maxLine    = 300
	maxTopics  = 200
	maxSources = 50
	maxFormats = 20
	maxWaits   = 20
)

// DecodeExam reads one exam file and checks it. The file is TOML, or JSON of the same shape when name ends in .json;
// name is only used for that and in errors. Every refusal carries a *planner.FieldError that names the field.
func DecodeExam(r io.Reader, name string) (planner.Exam, error) {
	values, err := parseTables(r, name)
	if err != nil {
		return planner.Exam{}, fmt.Errorf("exam file %s: %w", name, err)
	}
	top := newTable(values)
	e := readExam(top)
	if top.first.err != nil {
		return planner.Exam{}, fmt.Errorf("exam file %s: %w", name, top.first.err)
	}
	e = withExamDefaults(e)
	if err := checkExam(e); err != nil {
		return planner.Exam{}, fmt.Errorf("exam file %s: %w", name, err)
	}
	return e, nil
}

func readExam(t *table) planner.Exam {
	if format := t.integer("format"); t.has("format") && format != ExamFileFormat {
		t.fail("format", "this Milepost reads format %d; the file says %d", ExamFileFormat, format)
	}
	e := planner.Exam{
		ID: t.line("id", maxLine), Vendor: t.line("vendor", maxLine),
		Code: t.line("code", maxLine), Title: t.line("title", maxLine),
		Outline: t.line("outline", maxLine), Effective: t.date("effective"),
		Status:       planner.ExamStatus(t.line("status", maxLine)),
		SupersededBy: t.line("superseded_by", maxLine), SupersededOn: t.date("superseded_on"),
		QuestionsMin: t.integer("questions_min"), QuestionsMax: t.integer("questions_max"),
		Minutes: t.integer("minutes"), Formats: t.lines("formats", maxFormats, maxLine),
		HoursReference: t.integer("hours_reference"), HoursNote: t.text("hours_reason", planner.MaxTextRunes),
		WeightsKind: t.line("weights_kind", maxLine), WeightsSource: t.line("weights_source", maxLine),
		Prerequisites: t.text("prerequisites", planner.MaxTextRunes), Price: t.line("price", maxLine),
		Confidence: t.line("confidence", maxLine), Notes: t.text("notes", planner.MaxTextRunes),
		Pass:       readPassMark(t.table("pass")),
		Recert:     readRecertification(t.table("recert")),
		Retake:     readRetake(t.table("retake")),
		Provenance: readProvenance(t.table("provenance")),
	}
	for i, d := range t.tables("domains", planner.MaxDomains) {
		e.Domains = append(e.Domains, readDomain(d, i))
	}
	for _, s := range t.tables("sources", maxSources) {
		e.Sources = append(e.Sources, planner.ExamSource{URL: s.line("url", 2000), Supports: s.text("supports", planner.MaxTextRunes)})
		s.refuseUnknown()
	}
	t.refuseUnknown()
	return e
}

func readPassMark(t *table) planner.PassMark {
	p := planner.PassMark{
		Kind: t.line("kind", maxLine), Mark: t.integer("mark"),
		ScaleMin: t.integer("scale_min"), ScaleMax: t.integer("scale_max"), HasMin: t.has("scale_min"),
		Line: t.number("line"), Reason: t.text("line_reason", planner.MaxTextRunes),
	}
	t.refuseUnknown()
	return p
}

func readRecertification(t *table) planner.Recertification {
	r := planner.Recertification{
		Years: t.integer("years"), CreditsTotal: t.integer("credits_total"), CreditsPerYear: t.integer("credits_per_year"),
		Fee: t.line("fee", maxLine), Notes: t.text("notes", planner.MaxTextRunes),
	}
	t.refuseUnknown()
	return r
}

func readRetake(t *table) planner.RetakeRule {
	r := planner.RetakeRule{
		Attempts: t.integer("attempts"), WithinDays: t.integer("within_days"), Notes: t.text("notes", planner.MaxTextRunes),
	}
	for _, v := range t.list("wait_days", maxWaits) {
		r.WaitDays = append(r.WaitDays, t.integerOf("wait_days", v))
	}
	t.refuseUnknown()
	return r
}

// readDomain reads one domain. Without an id it gets its place (d1, d2, …); without a range its weight is the range.
func readDomain(t *table, i int) planner.Domain {
	d := planner.Domain{
		ID: cmp.Or(t.line("id", maxLine), fmt.Sprintf("d%d", i+1)), Name: t.line("name", maxLine),
		Weight: t.number("weight"), Topics: t.lines("topics", maxTopics, maxLine),
	}
	d.WeightMin, d.WeightMax = d.Weight, d.Weight
	if bounds := t.list("range", 2); len(bounds) == 2 {
		d.WeightMin, d.WeightMax = t.numberOf("range", bounds[0]), t.numberOf("range", bounds[1])
	} else if t.has("range") {
		t.fail("range", "a range has two numbers, like [20, 25]")
	}
	t.refuseUnknown()
	return d
}

// readProvenance reads the marks in the order of [ProvenanceFields] and returns them sorted by field.
func readProvenance(t *table) []planner.FieldProvenance {
	var out []planner.FieldProvenance
	for _, field := range ProvenanceFields {
		if mark := t.line(field, maxLine); mark != "" {
			out = append(out, planner.FieldProvenance{Field: field, Mark: planner.Provenance(mark)})
		}
	}
	t.refuseUnknown()
	slices.SortFunc(out, func(a, b planner.FieldProvenance) int { return cmp.Compare(a.Field, b.Field) })
	return out
}

// ProvenanceFields are the facts of an exam file that carry a mark of where they come from, in the order of the file.
var ProvenanceFields = []string{
	"title", "effective", "questions", "minutes", "formats", "pass_mark",
	"domains", "weights", "prerequisites", "price", "recert", "retake",
}

// withExamDefaults fills what a person writing a file for themselves may leave out.
func withExamDefaults(e planner.Exam) planner.Exam {
	e.Code = cmp.Or(e.Code, e.ID)
	e.Status = cmp.Or(e.Status, planner.ExamCurrent)
	e.WeightsKind = cmp.Or(e.WeightsKind, WeightsPublished)
	e.Confidence = cmp.Or(e.Confidence, ConfidenceMemory)
	e.Pass.Kind = cmp.Or(e.Pass.Kind, PassUnpublished)
	if e.Pass.Line == 0 {
		e.Pass.Line = planner.DefaultPassLine
		if e.Pass.Kind == PassPercent && e.Pass.Mark > 0 {
			e.Pass.Line = float64(e.Pass.Mark) / 100
		}
	}
	e.HoursReference = cmp.Or(e.HoursReference, planner.DefaultHoursReference)
	return e
}
