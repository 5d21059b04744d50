package interchange_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"milepost/data/interchange"
	"milepost/planner"
	"milepost/resources"
)

func catalogue(t *testing.T) []planner.Exam {
	t.Helper()
	exams, err := interchange.Catalogue(resources.ExamFiles)
	if err != nil {
		t.Fatal(err)
	}
	return exams
}

func TestTheCatalogueHasAllItsExams(t *testing.T) {
	exams := catalogue(t)
	if len(exams) != 47 {
		t.Errorf("%d exams", len(exams))
	}
	current := 0
	for _, e := range exams {
		if e.Status == planner.ExamCurrent {
			current++
		}
	}
	if current != 36 {
		t.Errorf("%d current outlines", current)
	}
}

func TestTheCatalogueOpensWithISSMP(t *testing.T) {
	exams := catalogue(t)
	for i, want := range []string{"isc2-issmp-2025", "isc2-issmp-2022", "isc2-issmp-2018"} {
		if exams[i].ID != want {
			t.Errorf("place %d has %s instead of %s", i, exams[i].ID, want)
		}
	}
	for i := 4; i < len(exams); i++ {
		a, b := exams[i-1], exams[i]
		if a.Vendor > b.Vendor {
			t.Errorf("%s (%s) stands before %s (%s)", a.ID, a.Vendor, b.ID, b.Vendor)
		}
		if a.Vendor == b.Vendor && a.Status == planner.ExamSuperseded && b.Status == planner.ExamCurrent {
			t.Errorf("superseded %s stands before current %s", a.ID, b.ID)
		}
		if a.Vendor == b.Vendor && a.Status == b.Status && a.Title > b.Title {
			t.Errorf("%q stands before %q", a.Title, b.Title)
		}
	}
}

// The outline examined now, figure by figure: it is what most people come for.
func TestISSMP2025(t *testing.T) {
	e := catalogue(t)[0]
	want := []struct {
		name   string
		weight float64
	}{
		{"Leadership and Organizational Management", 21}, {"Systems Lifecycle Management", 15}, {"Risk Management", 20},
		{"Security Operations", 18}, {"Contingency Management", 12}, {"Law, Ethics and Security Compliance Management", 14},
	}
	if len(e.Domains) != len(want) {
		t.Fatalf("%d domains", len(e.Domains))
	}
	for i, w := range want {
		if d := e.Domains[i]; d.Name != w.name || d.Weight != w.weight {
			t.Errorf("domain %d is %s %v", i+1, d.Name, d.Weight)
		}
	}
	if e.Questions() != 125 || e.Minutes != 180 || e.Pass.Mark != 700 || e.Pass.ScaleMax != 1000 || !e.Pass.Scaled() {
		t.Errorf("%d questions, %d minutes, pass mark %+v", e.Questions(), e.Minutes, e.Pass)
	}
	if e.HoursReference != 120 || e.Recert.CreditsTotal != 60 || e.Recert.Years != 3 {
		t.Errorf("%d hours, recertification %+v", e.HoursReference, e.Recert)
	}
	if day, _ := e.Retake.Earliest([]planner.Date{planner.MustDate("2027-02-04")}); day.String() != "2027-03-07" || e.Retake.Attempts != 4 {
		t.Errorf("after a failure on 4 February it may be sat again on %s; %+v", day, e.Retake)
	}
}

func TestEveryExamOfTheCatalogueIsComplete(t *testing.T) {
	exams := catalogue(t)
	byID := map[string]planner.Exam{}
	for _, e := range exams {
		byID[e.ID] = e
	}
	for _, e := range exams {
		t.Run(e.ID, func(t *testing.T) {
			checkWeights(t, e)
			if len(e.Sources) == 0 {
				t.Error("has no source")
			}
			if len(e.Provenance) != len(interchange.ProvenanceFields) {
				t.Errorf("marks %d of %d facts", len(e.Provenance), len(interchange.ProvenanceFields))
			}
			if e.HoursNote == "" || e.Pass.Reason == "" {
				t.Error("hours or pass line are given without a reason")
			}
			if e.Outline == "" || e.Prerequisites == "" || len(e.Formats) == 0 || e.WeightsSource == "" || e.Recert.Notes == "" || e.Retake.Notes == "" {
				t.Error("outline, prerequisites, formats, the source of the weights, the recertification or the rule for retakes is missing")
			}
			study := planner.NewStudy(e)
			study.ExamDate = e.Effective
			if err := study.Validate(); err != nil {
				t.Errorf("cannot be planned with: %v", err)
			}
			successor, known := byID[e.SupersededBy]
			looksLikeID := e.SupersededBy != "" && !strings.Contains(e.SupersededBy, " ")
			if looksLikeID && !known {
				t.Errorf("is superseded by %s, which is not in the catalogue", e.SupersededBy)
			}
			if known && successor.Effective.Before(e.Effective) {
				t.Errorf("its successor took effect earlier (%s)", successor.Effective)
			}
		})
	}
}

func checkWeights(t *testing.T, e planner.Exam) {
	t.Helper()
	sum := 0.0
	for _, d := range e.Domains {
		sum += d.Weight
		if e.WeightsKind != interchange.WeightsRanges && (d.WeightMin != d.Weight || d.WeightMax != d.Weight) {
			t.Errorf("%s has a range, but the weights are %s", d.Name, e.WeightsKind)
		}
		if e.WeightsKind == interchange.WeightsRanges && d.WeightMin >= d.WeightMax {
			t.Errorf("%s has no range", d.Name)
		}
	}
	if math.Abs(sum-100) > 0.05 {
		t.Errorf("the weights sum to %v", sum)
	}
}

// The files are kept in the layout EncodeExam writes, as Go source is kept in gofmt's; so a change shows as one line.
func TestEveryFileIsNamedAndLaidOutAsWritten(t *testing.T) {
	names, err := fs.Glob(resources.ExamFiles, "exams/*.toml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(resources.ExamFiles, name)
		if err != nil {
			t.Fatal(err)
		}
		e, err := interchange.DecodeExam(bytes.NewReader(text), name)
		if err != nil {
			t.Error(err)
			continue
		}
		if want := strings.TrimSuffix(path.Base(name), ".toml"); e.ID != want {
			t.Errorf("%s holds the exam %s", name, e.ID)
		}
		var out bytes.Buffer
		if err := interchange.EncodeExam(&out, e); err != nil {
			t.Error(err)
		}
		if out.String() != string(text) {
			t.Errorf("%s is not in the layout of EncodeExam:\n%s", name, out.String())
		}
	}
}

func TestTwoExamsOfOneIDAreRefused(t *testing.T) {
	files := fstest.MapFS{
		"a.toml": {Data: []byte(small)}, "b/c.toml": {Data: []byte(small)}, "notes.txt": {Data: []byte("not an exam")},
	}
	_, err := interchange.Catalogue(files)
	if planner.ErrorField(err) != "id" || !strings.Contains(err.Error(), "a.toml") || !strings.Contains(err.Error(), "b/c.toml") {
		t.Errorf("got %v", err)
	}
}

func ExampleCatalogue() {
	exams, err := interchange.Catalogue(resources.ExamFiles)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range exams[:3] {
		fmt.Println(e.ID, e.Status, len(e.Domains), "domains")
	}
	// Output:
	// isc2-issmp-2025 current 6 domains
	// isc2-issmp-2022 superseded 6 domains
	// isc2-issmp-2018 superseded 6 domains
}
