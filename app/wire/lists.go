package wire

import "milepost/planner"

// ExamsAnswer is what `milepost exams --json` writes.
type ExamsAnswer struct {
	Format int    `json:"format"`
	Exams  []Exam `json:"exams"`
}

// Exam is a catalogue entry.
type Exam struct {
	ID             string            `json:"id"`
	Vendor         string            `json:"vendor"`
	Code           string            `json:"code"`
	Title          string            `json:"title"`
	Outline        string            `json:"outline"`
	Effective      string            `json:"effective"`
	Status         string            `json:"status"`
	SupersededBy   string            `json:"superseded_by,omitempty"`
	SupersededOn   string            `json:"superseded_on,omitempty"`
	Domains        []ExamDomain      `json:"domains"`
	WeightsKind    string            `json:"weights_kind"`
	WeightsSource  string            `json:"weights_source"`
	Questions      int               `json:"questions"`
	QuestionsMin   int               `json:"questions_min,omitempty"`
	Minutes        int               `json:"minutes"`
	PassMark       int               `json:"pass_mark,omitempty"`
	PassScaleMax   int               `json:"pass_scale_max,omitempty"`
	PassKind       string            `json:"pass_kind"`
	PassLine       float64           `json:"pass_line"`
	PassLineReason string            `json:"pass_line_reason"`
	HoursReference int               `json:"hours_reference"`
	Confidence     string            `json:"confidence"`
	Provenance     map[string]string `json:"provenance"`
	Sources        []ExamSource      `json:"sources"`
	Notes          string            `json:"notes,omitempty"`
}

// ExamDomain is a domain of a catalogue entry.
type ExamDomain struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Weight float64  `json:"weight"`
	Topics []string `json:"topics,omitempty"`
}

// ExamSource is a page an entry rests on.
type ExamSource struct {
	URL      string `json:"url"`
	Supports string `json:"supports"`
}

// EncodeExams writes the catalogue.
func EncodeExams(exams []planner.Exam) ExamsAnswer {
	out := ExamsAnswer{Format: Format, Exams: make([]Exam, 0, len(exams))}
	for _, e := range exams {
		out.Exams = append(out.Exams, encodeExam(e))
	}
	return out
}

func encodeExam(e planner.Exam) Exam {
	out := Exam{
		ID: e.ID, Vendor: e.Vendor, Code: e.Code, Title: e.Title, Outline: e.Outline, Effective: e.Effective.String(), Status: string(e.Status),
		SupersededBy: e.SupersededBy, SupersededOn: e.SupersededOn.String(), WeightsKind: e.WeightsKind, WeightsSource: e.WeightsSource,
		Questions: e.QuestionsMax, QuestionsMin: e.QuestionsMin, Minutes: e.Minutes,
		PassMark: e.Pass.Mark, PassScaleMax: e.Pass.ScaleMax, PassKind: e.Pass.Kind, PassLine: e.Pass.Line, PassLineReason: e.Pass.Reason,
		HoursReference: e.HoursReference, Confidence: e.Confidence, Provenance: map[string]string{}, Sources: []ExamSource{}, Notes: e.Notes,
	}
	for _, d := range e.Domains {
		out.Domains = append(out.Domains, ExamDomain{d.ID, d.Name, d.Weight, d.Topics})
	}
	for _, p := range e.Provenance {
		out.Provenance[p.Field] = string(p.Mark)
	}
	for _, s := range e.Sources {
		out.Sources = append(out.Sources, ExamSource{s.URL, s.Supports})
	}
	return out
}

// MocksAnswer is what `milepost mock list --json` writes.
type MocksAnswer struct {
	Format int    `json:"format"`
	Mocks  []Mock `json:"mocks"`
}

// EncodeMocks writes mocks in the given order.
func EncodeMocks(mocks []planner.Mock) MocksAnswer {
	out := MocksAnswer{Format: Format, Mocks: make([]Mock, 0, len(mocks))}
	for _, m := range mocks {
		out.Mocks = append(out.Mocks, EncodeMock(m))
	}
	return out
}

// StudiesAnswer is what `milepost study list --json` writes.
type StudiesAnswer struct {
	Format  int     `json:"format"`
	Studies []Study `json:"studies"`
}

// Study is a study in short.
type Study struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Exam     string `json:"exam"`
	ExamDate string `json:"exam_date"`
	Start    string `json:"start"`
	Open     bool   `json:"open"`
	Sample   bool   `json:"sample,omitempty"`
}

// EncodeStudy writes a study in short.
func EncodeStudy(s planner.Study, open bool) Study {
	return Study{s.ID, s.Name, s.ExamID, s.ExamDate.String(), s.Start.String(), open, s.Sample}
}

// TodayAnswer is what `milepost today --json` writes.
type TodayAnswer struct {
	Format         int        `json:"format"`
	Date           string     `json:"date"`
	ExamDate       string     `json:"exam_date"`
	DaysLeft       int        `json:"days_left"`
	PlannedMinutes int        `json:"planned_minutes"`
	DoneMinutes    int        `json:"done_minutes"`
	Now            *Session   `json:"now"`
	Sessions       []Session  `json:"sessions"`
	Missed         int        `json:"missed"`
	NextMilestone  *Milestone `json:"next_milestone"`
	Verdict        string     `json:"verdict"`
	CushionMinutes int        `json:"cushion_minutes"`
	Pass           *Pass      `json:"pass"`
	ExamDay        Range      `json:"exam_day"`
}
