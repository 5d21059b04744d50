package app

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"milepost/data"
	"milepost/data/interchange"
	"milepost/planner"
)

// ownExams are the exams somebody took in from files, for one state of the data file.
type ownExams struct {
	store    *data.Store
	revision data.Revision
	exams    []planner.Exam
}

// ownExamKey begins the settings that hold exams of one's own, as the text of their file. They go along when everything is exported.
const ownExamKey = "exam."

// MaxExamText is the longest exam file that can be taken in, in characters. The largest of the catalogue has 7,000.
const MaxExamText = planner.MaxTextRunes

// ownExams reads them when the data file has changed. What cannot be read is left out: it could only come from another program.
func (m *Milepost) ownExams() []planner.Exam {
	if m.store == nil {
		return nil
	}
	revision := m.store.Revision()
	if m.own != nil && m.own.store == m.store && m.own.revision == revision {
		return m.own.exams
	}
	texts, err := m.store.SettingsOf(context.Background(), ownExamKey)
	if err != nil {
		return nil // whoever asks for a study will be told
	}
	own := &ownExams{store: m.store, revision: revision}
	for id, text := range texts {
		if e, err := interchange.DecodeExam(strings.NewReader(text), id+".toml"); err == nil && e.ID == id {
			own.exams = append(own.exams, e)
		}
	}
	slices.SortFunc(own.exams, func(a, b planner.Exam) int { return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.ID, b.ID)) })
	m.own = own
	return own.exams
}

// OwnExams are the exams taken in from files, by code.
func (m *Milepost) OwnExams() []planner.Exam { return m.ownExams() }

// ReadExam reads an exam file, TOML or, when its name ends in .json, JSON. Nothing is stored. Errors name the field.
func (m *Milepost) ReadExam(path string) (planner.Exam, error) {
	f, err := openOrdinary(path)
	if err != nil {
		return planner.Exam{}, err
	}
	defer f.Close()
	return interchange.DecodeExam(f, filepath.Base(path))
}

// TakeExam adds an exam to the catalogue of this data file. One of one's own with the same ID is replaced only if replace says so; one of the catalogue never is.
func (m *Milepost) TakeExam(ctx context.Context, e planner.Exam, replace bool) error {
	for _, known := range m.catalogue {
		if known.ID == e.ID {
			return &planner.FieldError{Field: "id", Reason: fmt.Sprintf("%s is an exam of Milepost's own catalogue; give yours another id", e.ID)}
		}
	}
	if _, known := m.Exam(e.ID); known && !replace {
		return &planner.FieldError{Field: "id", Reason: fmt.Sprintf("an exam with the id %s is there already; it can be replaced", e.ID)}
	}
	var text bytes.Buffer
	if err := interchange.EncodeExam(&text, e); err != nil {
		return err
	}
	if n := utf8.RuneCount(text.Bytes()); n > MaxExamText {
		return &planner.FieldError{Field: "file", Reason: fmt.Sprintf("the exam takes %d characters; at most %d can be kept", n, MaxExamText)}
	}
	return m.do(ctx, "Take in an exam", func(tx *data.Tx) error { return tx.SetSetting(ownExamKey+e.ID, text.String()) })
}

// DropExam takes an exam of one's own out of the catalogue. Studies that prepare for it keep their domains and figures.
func (m *Milepost) DropExam(ctx context.Context, id string) error {
	if !slices.ContainsFunc(m.ownExams(), func(e planner.Exam) bool { return e.ID == id }) {
		return &planner.FieldError{Field: "id", Reason: fmt.Sprintf("%q is no exam that was taken in from a file", id)}
	}
	return m.do(ctx, "Remove an exam", func(tx *data.Tx) error { return tx.SetSetting(ownExamKey+id, "") })
}

// ExamFile prepares to write an exam of the catalogue as a file, to be kept, edited and passed on.
func (m *Milepost) ExamFile(id string) (write func(io.Writer) error, err error) {
	e, ok := m.Exam(id)
	if !ok {
		return nil, &planner.FieldError{Field: "exam", Reason: fmt.Sprintf("there is no exam with the id %q", id)}
	}
	return func(w io.Writer) error { return interchange.EncodeExam(w, e) }, nil
}
