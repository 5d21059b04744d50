package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/planner"
)

const orchard = "id = \"orchard-keeper-2026\"\nvendor = \"Guild of Orchards\"\ncode = \"OK\"\ntitle = \"Certified Orchard Keeper\"\noutline = \"2026 outline\"\neffective = \"2026-01-15\"\nconfidence = \"memory\"\n" +
	"notes = \"The pass mark is not published.\"\nquestions_max = 80\nminutes = 120\nhours_reference = 60\nhours_reason = \"Judgement.\"\n" +
	"[pass]\nkind = \"unpublished\"\nline = 0.70\nline_reason = \"Assumption.\"\n[[domains]]\nname = \"Pruning\"\nweight = 60\n[[domains]]\nname = \"Grafting\"\nweight = 40\n"

func (c *candidate) examFile(text string) string {
	c.t.Helper()
	path := filepath.Join(c.t.TempDir(), "orchard.toml")
	c.check(os.WriteFile(path, []byte(text), 0o600))
	return path
}

func TestAnExamOfOnesOwnJoinsTheCatalogue(t *testing.T) {
	c := newCandidate(t)
	known := len(c.Exams())
	e, err := c.ReadExam(c.examFile(orchard))
	c.check(err)
	if len(c.Exams()) != known {
		t.Error("looking at a file took it in")
	}
	c.check(c.TakeExam(c.ctx, e, false))
	c.restart()
	if got := c.OwnExams(); len(got) != 1 || got[0].Code != "OK" || len(c.Exams()) != known+1 || c.Exams()[0].ID != e.ID {
		t.Fatalf("taken in are %v", got)
	}
	draft := c.NewStudyDraft(e)
	draft.ExamDate = planner.MustDate("2027-02-04")
	draft.Availability.Weekday = [7]int{60, 60, 0, 60, 40, 120, 30}
	study, err := c.CreateStudy(c.ctx, draft)
	c.check(err)
	if study.ExamCode != "OK" || len(study.Domains) != 2 {
		t.Errorf("the study is of %s with %d domains", study.ExamCode, len(study.Domains))
	}
	var fe *planner.FieldError
	if err := c.TakeExam(c.ctx, e, false); !errors.As(err, &fe) || fe.Field != "id" {
		t.Errorf("the same once more: %v", err)
	}
	changed := e
	changed.Title = "Certified Keeper of Orchards"
	c.check(c.TakeExam(c.ctx, changed, true))
	if got, _ := c.Exam(e.ID); got.Title != changed.Title {
		t.Errorf("replaced, it is called %q", got.Title)
	}
	official := e
	official.ID = c.catalogue[0].ID
	if err := c.TakeExam(c.ctx, official, true); !errors.As(err, &fe) || fe.Field != "id" {
		t.Errorf("in the place of one of the catalogue: %v", err)
	}
	large := e
	large.ID, large.Notes = "large", strings.Repeat("x", MaxExamText)
	if err := c.TakeExam(c.ctx, large, false); err == nil {
		t.Error("an exam without bounds is taken in")
	}

	other := newCandidate(t)
	var everything bytes.Buffer
	c.check(c.ExportTo(c.ctx, &everything))
	i, err := other.PrepareImportFrom(other.ctx, &everything, "the other computer")
	other.check(err)
	_, err = other.Import(other.ctx, i)
	other.check(err)
	if got, ok := other.Exam(e.ID); !ok || got.Title != changed.Title {
		t.Errorf("on the other computer it is %q, %v", got.Title, ok)
	}

	c.check(c.DropExam(c.ctx, e.ID))
	if _, ok := c.Exam(e.ID); ok {
		t.Error("removed, it is still there")
	}
	if plan, err := c.Plan(c.ctx); err != nil || len(plan.Study.Domains) != 2 {
		t.Errorf("the study without its exam: %v", err)
	}
	if err := c.DropExam(c.ctx, e.ID); !errors.As(err, &fe) || fe.Field != "id" {
		t.Errorf("removed once more: %v", err)
	}
}

func TestExamFilesGoOutAndComeBack(t *testing.T) {
	c := newCandidate(t)
	write, err := c.ExamFile(SampleExamID)
	c.check(err)
	var file bytes.Buffer
	c.check(write(&file))
	e, err := c.ReadExam(c.examFile(file.String()))
	c.check(err)
	if e.ID != SampleExamID || len(e.Domains) != 6 {
		t.Errorf("came back as %s with %d domains", e.ID, len(e.Domains))
	}
	var fe *planner.FieldError
	if _, err := c.ExamFile("none"); !errors.As(err, &fe) || fe.Field != "exam" {
		t.Errorf("an exam that is not there: %v", err)
	}
	for _, bad := range []string{"", "id = 1", strings.Replace(orchard, "weight = 60", "weight = -1", 1), "\x00"} {
		if _, err := c.ReadExam(c.examFile(bad)); !errors.As(err, &fe) {
			t.Errorf("%.20q: %v", bad, err)
		}
	}
	for _, bad := range []string{"not toml", `id = "another"`} {
		c.check(c.store.Do(c.ctx, "by another program", func(tx *data.Tx) error { return tx.SetSetting(ownExamKey+"x", bad) }))
		if got := c.OwnExams(); len(got) != 0 {
			t.Errorf("%s is taken for %v", bad, got)
		}
	}
}
