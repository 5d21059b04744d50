// Package report tells a person's progress towards an exam, to themselves, a mentor or an employer.
//
// One model, written in several formats: [Build] puts what the application knows ([app.Progress]) into words and tables, as a
// [document.Document] in the language that is in use; [Write] writes that as PDF, HTML, Markdown, CSV or XLSX. Building takes a moment and asks
// package lang, so it belongs where texts for the window are made; writing asks nobody and may go on anywhere. The package never knows where a
// file goes, nor what time it is.
//
// Where to start reading: Build below is the table of contents; each part has a file of its own.
package report

import (
	"slices"

	"milepost/app"
	"milepost/app/lang"
	"milepost/app/report/document"
	"milepost/planner"
)

// Part is a part of the report that can be left out.
type Part string

// The parts, in their order.
const (
	PartReadiness  Part = "readiness"
	PartDomains    Part = "domains"
	PartMocks      Part = "mocks"
	PartHeat       Part = "heat"
	PartHours      Part = "hours"
	PartMilestones Part = "milestones"
	PartChanges    Part = "changes"
	PartNotes      Part = "notes"
	PartMethod     Part = "method"
)

// Parts lists all parts in their order.
func Parts() []Part {
	return []Part{PartChanges, PartReadiness, PartDomains, PartMocks, PartHeat, PartHours, PartMilestones, PartNotes, PartMethod}
}

// PartName is what a part is called, in the language in use.
func PartName(p Part) string {
	return map[Part]string{
		PartReadiness: lang.T("Readiness over time"), PartDomains: lang.T("Domains"), PartMocks: lang.T("Mocks"), PartHeat: lang.T("Score by domain and mock"),
		PartHours: lang.T("Hours"), PartMilestones: lang.T("Milestones"), PartChanges: lang.T("What changed"), PartNotes: lang.T("Notes"),
		PartMethod: lang.T("How this was worked out"),
	}[p]
}

// Options choose what a report tells.
type Options struct {
	// Parts to tell; none chosen means all but the notes, which are private.
	Parts []Part
	// Author is whose report it is; "" when that is not to be told.
	Author string
	// Notes to quote, by their IDs; AllNotes quotes each of the period. Either chooses PartNotes as well.
	Notes    []string
	AllNotes bool
}

// has tells whether a part is to be told.
func (o Options) has(p Part) bool {
	if p == PartNotes && (o.AllNotes || len(o.Notes) > 0) {
		return true
	}
	if len(o.Parts) == 0 {
		return p != PartNotes
	}
	return slices.Contains(o.Parts, p)
}

// CheckParts refuses a part that does not exist; the error names the field "parts".
func CheckParts(parts []Part) error {
	for _, p := range parts {
		if !slices.Contains(Parts(), p) {
			return &planner.FieldError{Field: "parts", Reason: "there is no part " + string(p) + "; the parts are " + listOf(Parts())}
		}
	}
	return nil
}

func listOf(parts []Part) string {
	out := ""
	for i, p := range parts {
		if i > 0 {
			out += ", "
		}
		out += string(p)
	}
	return out
}

// Build puts a person's progress into words, in the language that is in use.
func Build(p app.Progress, o Options) document.Document {
	d := document.Document{
		Language: lang.Tag().String(), Title: lang.T("Progress report"), Subtitle: p.Study.Name, Author: o.Author, Day: p.Period.Last,
		Facts: facts(p), Labels: labels(),
	}
	d.Lead, d.Tone = lead(p)
	builders := map[Part]func(app.Progress) []document.Block{
		PartReadiness: readinessPart, PartDomains: domainsPart, PartMocks: mocksPart, PartHeat: heatPart, PartHours: hoursPart,
		PartMilestones: milestonesPart, PartChanges: changesPart,
		PartNotes: func(p app.Progress) []document.Block { return notesPart(p, o) },
	}
	for _, part := range Parts() {
		build, ok := builders[part]
		if !ok || !o.has(part) {
			continue
		}
		if blocks := build(p); len(blocks) > 0 {
			d.Sections = append(d.Sections, document.Section{ID: string(part), Title: PartName(part), Blocks: blocks})
		}
	}
	if o.has(PartMethod) {
		d.Small = document.Section{ID: string(PartMethod), Title: PartName(PartMethod), Blocks: methodPart(p)}
	}
	return d
}

func labels() document.Labels {
	return document.Labels{
		Page: lang.T("Page %d of %d", document.PageMark, document.PagesMark), Made: lang.T("Made with Milepost"), Low: lang.X("of a range", "from"), High: lang.X("of a range", "to"),
		Total: lang.T("In all"), Percent: "%", Minutes: "min", NoData: "–",
	}
}
