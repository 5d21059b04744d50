package report

import (
	"slices"

	"milepost/app"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/app/report/document"
	"milepost/planner"
	"milepost/planner/readiness"
)

// notesPart quotes the notes that were chosen for the report.
func notesPart(p app.Progress, o Options) []document.Block {
	var items []document.Item
	for _, n := range p.Notes {
		if o.AllNotes || slices.Contains(o.Notes, n.ID) {
			items = append(items, document.Item{Lead: NoteAbout(p.Study, n), Text: n.Text})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []document.Block{document.List{Items: items}}
}

// NoteAbout says what a note belongs to: "22 November, Boson ExSim".
func NoteAbout(study planner.Study, n app.ProgressNote) string {
	about := ""
	switch {
	case n.Mock != nil:
		about = n.Mock.Source
	case n.Sitting != nil:
		about = lang.T("Exam")
	case n.Session != nil:
		about = phrase.Activity(n.Session.Activity)
		if d, ok := study.Domain(n.Session.Domain); ok {
			about += ": " + d.Name
		}
	}
	return phrase.Day(n.Date) + ", " + about
}

// methodPart says in small print what the figures assume.
func methodPart(p app.Progress) []document.Block {
	var texts []string
	pass := lang.T("The pass line of %s is what the exam asks.", phrase.Share(p.Study.PassLine))
	if p.Study.ScaledPassMark {
		pass = lang.T("The pass line of %s is an assumption: the vendor publishes a scaled mark only, and the chance of passing allows for not knowing it better.", phrase.Share(p.Study.PassLine))
	}
	texts = append(texts,
		lang.T("Readiness is the share of the exam's questions that would be answered correctly, estimated from mock exams. Each mock counts by its number of questions, its source, whether it was timed, and how long ago it was; chance and the luck of the form and the day are allowed for."),
		lang.T("Ranges hold %d%% of what is likely. The chance of passing is rounded to steps of five and never stated as below 2%% or above 98%%: nobody can know better. It assumes that study goes on as planned.", phrase.Percent(readiness.RangeLevel)),
		pass,
		lang.T("Planned hours are those of the plan as it stands; what was skipped by choice is left out. Made on the candidate's own computer from their own records; nobody has verified them."),
	)
	out := make([]document.Block, len(texts))
	for i, text := range texts {
		out[i] = document.Paragraph{Text: text, Muted: true}
	}
	return out
}
