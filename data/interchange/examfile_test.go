package interchange_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"milepost/data/interchange"
	"milepost/planner"
)

// small is the least a person has to write.
const small = `
id = "orchard-keeper"
vendor = "Guild of Orchards"
title = "Certified Orchard Keeper"
effective = 2026-01-15
questions_max = 80
minutes = 120

[[domains]]
name = "Pruning"
weight = 60

[[domains]]
name = "Grafting"
weight = 40
`

func decode(t testing.TB, text, name string) planner.Exam {
	t.Helper()
	e, err := interchange.DecodeExam(strings.NewReader(text), name)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestASmallFileGetsSensibleDefaults(t *testing.T) {
	e := decode(t, small, "orchard.toml")
	want := planner.Exam{
		ID: "orchard-keeper", Vendor: "Guild of Orchards", Code: "orchard-keeper", Title: "Certified Orchard Keeper",
		Effective: planner.MustDate("2026-01-15"), Status: planner.ExamCurrent,
		Domains: []planner.Domain{
			{ID: "d1", Name: "Pruning", Weight: 60, WeightMin: 60, WeightMax: 60},
			{ID: "d2", Name: "Grafting", Weight: 40, WeightMin: 40, WeightMax: 40},
		},
		WeightsKind: interchange.WeightsPublished, QuestionsMax: 80, Minutes: 120,
		Pass:           planner.PassMark{Kind: interchange.PassUnpublished, Line: planner.DefaultPassLine},
		HoursReference: planner.DefaultHoursReference, Confidence: interchange.ConfidenceMemory,
	}
	if !reflect.DeepEqual(e, want) {
		t.Errorf("got  %+v\nwant %+v", e, want)
	}
}

func TestAPercentMarkIsThePassLine(t *testing.T) {
	e := decode(t, small+"[pass]\nkind = \"percent\"\nmark = 66\n", "orchard.toml")
	if e.Pass.Line != 0.66 {
		t.Errorf("a mark of 66 %% gives the line %v", e.Pass.Line)
	}
}

func TestTheSameExamAsJSON(t *testing.T) {
	text := `{"id": "orchard-keeper", "vendor": "Guild of Orchards", "title": "Certified Orchard Keeper",
		"effective": "2026-01-15", "questions_max": 80, "minutes": 120,
		"domains": [{"name": "Pruning", "weight": 60}, {"name": "Grafting", "weight": 40.0}]}`
	if got, want := decode(t, text, "orchard.JSON"), decode(t, small, "orchard.toml"); !reflect.DeepEqual(got, want) {
		t.Errorf("JSON gives %+v\nTOML gives %+v", got, want)
	}
}

func TestOwnWeightsMayHaveAnyScale(t *testing.T) {
	e := decode(t, strings.Replace(`weights_kind = "relative"`+small, "weight = 60", "weight = 3", 1), "orchard.toml")
	if e.Domains[0].Weight != 3 {
		t.Errorf("the weight became %v", e.Domains[0].Weight)
	}
}

// Whatever a person may type into an exam comes back from its file exactly, and writing again changes no byte.
func TestEveryExamSurvivesItsFile(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		e := anyExam(r)
		var first, second bytes.Buffer
		if err := interchange.EncodeExam(&first, e); err != nil {
			r.Fatal(err)
		}
		back, err := interchange.DecodeExam(bytes.NewReader(first.Bytes()), "back.toml")
		if err != nil {
			r.Fatalf("%v\n%s", err, first.String())
		}
		if !reflect.DeepEqual(e, back) {
			r.Fatalf("wrote %+v\nread  %+v\n%s", e, back, first.String())
		}
		if err := interchange.EncodeExam(&second, back); err != nil {
			r.Fatal(err)
		}
		if first.String() != second.String() {
			r.Fatalf("first\n%s\nsecond\n%s", first.String(), second.String())
		}
	})
}

// anyExam draws a valid exam with texts that are awkward to quote: quotation marks, backslashes, runs of blanks.
func anyExam(r *rapid.T) planner.Exam {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{
		"risk", `"`, `""`, `"""`, `\`, `\\`, "", " ", "#", "'", "ő", "–", "=", "[x]", "management", "a\\\"",
	}), 1, 60)
	line := rapid.Custom(func(r *rapid.T) string {
		s := strings.TrimSpace(strings.Join(words.Draw(r, "words"), " "))
		return strings.TrimSpace(string([]rune(s + ".")[:min(200, len([]rune(s))+1)]))
	})
	text := rapid.Custom(func(r *rapid.T) string {
		return strings.Join(rapid.SliceOfN(line, 1, 4).Draw(r, "lines"), "\n\t")
	})
	e := planner.Exam{
		ID: rapid.StringMatching(`[a-z0-9][a-z0-9.-]{1,30}`).Draw(r, "id"), Vendor: line.Draw(r, "vendor"),
		Code: line.Draw(r, "code"), Title: line.Draw(r, "title"), Outline: line.Draw(r, "outline"),
		Effective: planner.NewDate(2020, 1, 1).AddDays(rapid.IntRange(0, 4000).Draw(r, "days")),
		Status:    planner.ExamCurrent, WeightsKind: interchange.WeightsRelative,
		QuestionsMax: rapid.IntRange(1, 400).Draw(r, "questions"), Minutes: rapid.IntRange(10, 600).Draw(r, "minutes"),
		Formats: rapid.SliceOfN(line, 1, 4).Draw(r, "formats"), Notes: text.Draw(r, "notes"), Price: line.Draw(r, "price"),
		Pass:           planner.PassMark{Kind: interchange.PassScaled, Mark: 700, ScaleMax: 1000, Line: 0.7, Reason: text.Draw(r, "reason")},
		HoursReference: 90, Confidence: interchange.ConfidenceMixed,
		Recert: planner.Recertification{Years: 3, Notes: text.Draw(r, "recert")},
		Retake: planner.RetakeRule{
			WaitDays: rapid.SliceOfN(rapid.IntRange(0, 400), 1, 4).Draw(r, "waits"), Attempts: rapid.IntRange(0, 9).Draw(r, "attempts"), WithinDays: 365, Notes: text.Draw(r, "retake"),
		},
		Sources: []planner.ExamSource{{URL: "https://example.org/outline", Supports: text.Draw(r, "supports")}},
	}
	for i := range rapid.IntRange(1, 8).Draw(r, "domains") {
		w := rapid.Float64Range(0.01, 90).Draw(r, "weight")
		e.Domains = append(e.Domains, planner.Domain{
			ID: "d" + string(rune('a'+i)), Name: line.Draw(r, "name"), Weight: w,
			WeightMin: w / 2, WeightMax: w, Topics: rapid.SliceOfN(line, 1, 3).Draw(r, "topics"),
		})
	}
	if rapid.Bool().Draw(r, "marked") {
		e.Provenance = []planner.FieldProvenance{{Field: "minutes", Mark: planner.FromMemory}, {Field: "weights", Mark: planner.FromDerived}}
	}
	return e
}

func TestAnExamThatWouldNotBeReadIsNotWritten(t *testing.T) {
	e := decode(t, small, "orchard.toml")
	e.Domains[0].Weight = 10
	var out bytes.Buffer
	err := interchange.EncodeExam(&out, e)
	if planner.ErrorField(err) != "domains" {
		t.Errorf("weights that sum to 50 gave %v", err)
	}
	if out.Len() != 0 {
		t.Errorf("%d bytes were written all the same", out.Len())
	}
}
