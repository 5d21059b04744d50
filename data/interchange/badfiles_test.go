package interchange_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"milepost/data/interchange"
	"milepost/planner"
)

// Each file differs from the small good one in one thing, and the error names that thing.
func TestABadFileIsRefusedByField(t *testing.T) {
	edit := func(old, new string) string { return strings.Replace(small, old, new, 1) }
	cases := []struct{ what, text, field string }{
		{"empty", "", "id"},
		{"not TOML", "id = = 3", "id"},
		{"no id", edit(`id = "orchard-keeper"`, ""), "id"},
		{"id with a slash", edit("orchard-keeper", "../keeper"), "id"},
		{"id in capitals", edit("orchard-keeper", "Orchard"), "id"},
		{"number as id", edit(`"orchard-keeper"`, "7"), "id"},
		{"no vendor", edit(`vendor = "Guild of Orchards"`, ""), "vendor"},
		{"no title", edit(`title = "Certified Orchard Keeper"`, ""), "title"},
		{"title over two lines", edit("Certified Orchard", `Certified\nOrchard`), "title"},
		{"control character", edit("Certified Orchard", `Certified\u001b[31m`), "title"},
		{"very long title", edit("Certified", strings.Repeat("x", 301)), "title"},
		{"no effective date", edit("effective = 2026-01-15", ""), "effective"},
		{"a day that does not exist", edit("2026-01-15", `"2026-02-30"`), "effective"},
		{"a date as a number", edit("2026-01-15", "20260115"), "effective"},
		{"unknown key", "colour = 1" + small, "colour"},
		{"key without a name", `"" = 1` + small, `""`},
		{"key with a line break", `"a\nb" = 1` + small, `"a\nb"`},
		{"misspelt key in a domain", edit("weight = 60", "wieght = 60"), "domains[0].wieght"},
		{"misspelt key in a table", small + "[pass]\nkindd = \"scaled\"\n", "pass.kindd"},
		{"unknown fact marked", small + "[provenance]\ncolour = \"source\"\n", "provenance.colour"},
		{"unknown mark", small + "[provenance]\nminutes = \"hearsay\"\n", "provenance.minutes"},
		{"no questions", edit("questions_max = 80", ""), "questions_max"},
		{"half a question", edit("questions_max = 80", "questions_max = 80.5"), "questions_max"},
		{"least above most", "questions_min = 81" + small, "questions_min"},
		{"a week of minutes", edit("minutes = 120", "minutes = 10080"), "minutes"},
		{"minutes as text", edit("minutes = 120", `minutes = "120"`), "minutes"},
		{"no domains", small[:strings.Index(small, "[[domains]]")], "domains"},
		{"domains that are one table", small[:strings.Index(small, "[[domains]]")] + "[domains]\nname = \"x\"\n", "domains"},
		{"nameless domain", edit(`name = "Pruning"`, ""), "domains[0].name"},
		{"no weight", edit("weight = 60", ""), "domains[0].weight"},
		{"negative weight", edit("weight = 40", "weight = -40"), "domains[1].weight"},
		{"infinite weight", edit("weight = 40", "weight = inf"), "domains[1].weight"},
		{"weight that is no number", edit("weight = 40", "weight = nan"), "domains[1].weight"},
		{"weights that sum to 90", edit("weight = 40", "weight = 30"), "domains"},
		{"an id twice", edit(`name = "Grafting"`, "name = \"Grafting\"\nid = \"d1\""), "domains[1].id"},
		{"range upside down", edit("weight = 40", "weight = 40\nrange = [50, 30]"), "domains[1].range"},
		{"range of one", edit("weight = 40", "weight = 40\nrange = [50]"), "domains[1].range"},
		{"topics that are no list", edit("weight = 40", "weight = 40\ntopics = \"all\""), "domains[1].topics"},
		{"an empty topic", edit("weight = 40", "weight = 40\ntopics = [\"a\", \"\"]"), "domains[1].topics[1]"},
		{"unknown kind of weights", `weights_kind = "guessed"` + small, "weights_kind"},
		{"unknown status", `status = "retired"` + small, "status"},
		{"superseded by nothing", `status = "superseded"` + small, "superseded_by"},
		{"current and superseded", `superseded_by = "x"` + small, "superseded_by"},
		{"over before it began", "status = \"superseded\"\nsuperseded_by = \"x\"\nsuperseded_on = 2025-01-01" + small, "superseded_on"},
		{"scaled without a mark", small + "[pass]\nkind = \"scaled\"\n", "pass.mark"},
		{"mark off its scale", small + "[pass]\nkind = \"scaled\"\nmark = 700\nscale_max = 500\n", "pass.mark"},
		{"scale upside down", small + "[pass]\nkind = \"scaled\"\nmark = 700\nscale_min = 800\nscale_max = 700\n", "pass.scale_min"},
		{"line as a percentage", small + "[pass]\nline = 70\n", "pass.line"},
		{"endless recertification", small + "[recert]\nyears = 99\n", "recert.years"},
		{"no hours", "hours_reference = -1" + small, "hours_reference"},
		{"sure without a source", `confidence = "sourced"` + small, "sources"},
		{"source that is no address", small + "[[sources]]\nurl = \"my neighbour\"\n", "sources[0].url"},
		{"source on this computer", small + "[[sources]]\nurl = \"file:///etc/passwd\"\n", "sources[0].url"},
		{"a format of tomorrow", "format = 2" + small, "format"},
		{"too many domains", edit("weight = 40", "weight = 40"+strings.Repeat("\n[[domains]]\nname = \"x\"\nweight = 1", 50)), "domains"},
		{"too large", small + "#" + strings.Repeat(" ", interchange.MaxExamBytes), "file"},
		{"not text", "\xff\xfe" + small, "file"},
		{"deep brackets", "a = " + strings.Repeat("[", 400_000), "file"},
		{"deep dotted key with blanks", strings.Repeat("a . ", 200_000) + "a = 1", "file"},
		{"many deep keys", strings.Repeat(strings.Repeat("a.", 500)+"a = 1\n", 1000), "file"},
		{"deep dotted key", strings.Repeat("a.", 400_000) + "a = 1", "file"},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			_, err := interchange.DecodeExam(strings.NewReader(c.text), "bad.toml")
			if err == nil {
				t.Fatal("the file was accepted")
			}
			if got := planner.ErrorField(err); got != c.field {
				t.Errorf("blames %q instead of %q: %v", got, c.field, err)
			}
			if !strings.Contains(err.Error(), "bad.toml") {
				t.Errorf("does not name the file: %v", err)
			}
		})
	}
}

func TestBadJSONIsRefused(t *testing.T) {
	for _, text := range []string{"", "[]", "null", `{"id": "a"} {}`, `{"id": {}}`, `{"minutes": 1e999}`, strings.Repeat("[", 100_000)} {
		if _, err := interchange.DecodeExam(strings.NewReader(text), "bad.json"); planner.ErrorField(err) == "" {
			t.Errorf("%.40q gave %v", text, err)
		}
	}
}

// Whatever arrives is either refused with a field, or is an exam that survives its own file.
func FuzzDecodeExam(f *testing.F) {
	f.Add([]byte(small), false)
	f.Add([]byte(`{"id": "ab", "vendor": "v", "title": "t", "effective": "2026-01-01"}`), true)
	f.Add([]byte("notes = \"\"\"\\\n  a \\\n  b\"\"\""+small), false)
	f.Fuzz(func(t *testing.T, text []byte, asJSON bool) {
		name := "fuzz.toml"
		if asJSON {
			name = "fuzz.json"
		}
		e, err := interchange.DecodeExam(bytes.NewReader(text), name)
		if err != nil {
			if planner.ErrorField(err) == "" {
				t.Fatalf("refused without a field: %v", err)
			}
			return
		}
		var out bytes.Buffer
		if err := interchange.EncodeExam(&out, e); err != nil {
			if planner.ErrorField(err) == "file" { // close to a bound of the file as a whole; the other order went over it
				return
			}
			t.Fatalf("read but not written: %v", err)
		}
		back, err := interchange.DecodeExam(&out, "back.toml")
		if err != nil || !reflect.DeepEqual(e, back) {
			t.Fatalf("%v\nread %+v\nback %+v", err, e, back)
		}
	})
}
