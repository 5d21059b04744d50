package interchange

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"milepost/planner"
)

// EncodeExam writes an exam as a TOML file in the layout of the catalogue, to be kept, edited and passed on. Reading
// the file gives the same exam; writing that gives the same bytes. An exam that would not be read is not written.
func EncodeExam(w io.Writer, e planner.Exam) error {
	e = withExamDefaults(e)
	if err := checkExam(e); err != nil {
		return fmt.Errorf("writing exam %s: %w", e.ID, err)
	}
	var out tomlWriter
	writeHead(&out, e)
	writeSizes(&out, e)
	writeExamTables(&out, e)
	if err := checkText(out.Bytes()); err != nil {
		return fmt.Errorf("writing exam %s: %w", e.ID, err)
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("writing exam %s: %w", e.ID, err)
	}
	return nil
}

func writeHead(out *tomlWriter, e planner.Exam) {
	out.comment(strings.Join(strings.Fields(e.Title), " ") + ".")
	out.comment("An exam file of Milepost: docs/exam-files.md explains every line. If you correct a fact, add where it can be read.")
	out.gap()
	out.integer("format", ExamFileFormat)
	out.text("id", e.ID)
	out.text("vendor", e.Vendor)
	out.text("code", e.Code)
	out.text("title", e.Title)
	out.text("outline", e.Outline)
	out.text("effective", e.Effective.String())
	out.text("status", string(e.Status))
	out.text("superseded_by", e.SupersededBy)
	out.text("superseded_on", e.SupersededOn.String())
	out.text("confidence", e.Confidence)
	out.text("notes", e.Notes)
	out.gap()
}

func writeSizes(out *tomlWriter, e planner.Exam) {
	out.optional("questions_min", e.QuestionsMin)
	out.integer("questions_max", e.QuestionsMax)
	out.integer("minutes", e.Minutes)
	out.list("formats", e.Formats)
	out.text("prerequisites", e.Prerequisites)
	out.text("price", e.Price)
	out.gap()
	out.comment("Hours that take a candidate from 30 % to 80 % of the questions.")
	out.integer("hours_reference", e.HoursReference)
	out.text("hours_reason", e.HoursNote)
	out.gap()
	out.text("weights_kind", e.WeightsKind)
	out.text("weights_source", e.WeightsSource)
	out.gap()
	writePassMark(out, e.Pass)
}

func writePassMark(out *tomlWriter, p planner.PassMark) {
	out.head("[pass]")
	out.text("kind", p.Kind)
	out.optional("mark", p.Mark)
	if p.HasMin {
		out.integer("scale_min", p.ScaleMin)
	}
	out.optional("scale_max", p.ScaleMax)
	out.comment("The share of correct answers the mark is taken to equal: an assumption.")
	out.number("line", p.Line)
	out.text("line_reason", p.Reason)
	out.gap()
}

func writeExamTables(out *tomlWriter, e planner.Exam) {
	for _, d := range e.Domains {
		out.head("[[domains]]")
		out.text("id", d.ID)
		out.text("name", d.Name)
		out.number("weight", d.Weight)
		if d.WeightMin != d.Weight || d.WeightMax != d.Weight {
			fmt.Fprintf(out, "range = [%s, %s]\n", figure(d.WeightMin), figure(d.WeightMax))
		}
		out.list("topics", d.Topics)
		out.gap()
	}
	if e.Recert != (planner.Recertification{}) {
		out.head("[recert]")
		out.optional("years", e.Recert.Years)
		out.optional("credits_total", e.Recert.CreditsTotal)
		out.optional("credits_per_year", e.Recert.CreditsPerYear)
		out.text("fee", e.Recert.Fee)
		out.text("notes", e.Recert.Notes)
		out.gap()
	}
	if !e.Retake.IsZero() || e.Retake.Notes != "" {
		out.head("[retake]")
		out.integers("wait_days", e.Retake.WaitDays)
		out.optional("attempts", e.Retake.Attempts)
		out.optional("within_days", e.Retake.WithinDays)
		out.text("notes", e.Retake.Notes)
		out.gap()
	}
	for _, s := range e.Sources {
		out.head("[[sources]]")
		out.text("url", s.URL)
		out.text("supports", s.Supports)
		out.gap()
	}
	writeProvenance(out, e)
}

func writeProvenance(out *tomlWriter, e planner.Exam) {
	if len(e.Provenance) == 0 {
		out.Truncate(len(bytes.TrimRight(out.Bytes(), "\n")) + 1)
		return
	}
	out.comment("Where each fact comes from: source (read there), mixed, derived (worked out), memory (not looked up).")
	out.head("[provenance]")
	for _, field := range ProvenanceFields {
		for _, p := range e.Provenance {
			if p.Field == field {
				out.text(field, string(p.Mark))
			}
		}
	}
}
