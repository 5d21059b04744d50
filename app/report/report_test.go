package report_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	nethtml "golang.org/x/net/html"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"milepost/app"
	"milepost/app/apptest"
	"milepost/app/lang"
	"milepost/app/phrase"
	"milepost/app/report"
	"milepost/app/report/document"
	"milepost/planner"
)

var update = flag.Bool("update", false, "write the golden files anew")

func sampleProgress(t testing.TB) app.Progress {
	t.Helper()
	return progressOf(t, apptest.Sample(t), planner.DateRange{})
}

func progressOf(t testing.TB, m *app.Milepost, period planner.DateRange) app.Progress {
	t.Helper()
	p, err := m.Progress(t.Context(), period)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func written(t interface{ Fatalf(string, ...any) }, d document.Document, f report.Format) []byte {
	var out bytes.Buffer
	if err := report.Write(&out, d, f, report.A4); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return out.Bytes()
}

// TestTheReportOfTheSample shows what people read, word for word.
func TestTheReportOfTheSample(t *testing.T) {
	p := sampleProgress(t)
	d := report.Build(p, report.Options{Author: "Ada Okafor", AllNotes: true})
	for _, f := range []report.Format{report.Markdown, report.CSV} {
		golden := filepath.Join("testdata", "sample."+string(f))
		got := written(t, d, f)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not %s any more; look at the difference and run the test with -update:\n%s", f, golden, got)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	p := sampleProgress(t)
	for _, f := range report.Formats() {
		first := written(t, report.Build(p, report.Options{}), f)
		for range 3 {
			if !bytes.Equal(first, written(t, report.Build(p, report.Options{}), f)) {
				t.Errorf("%s differs from time to time", f)
				break
			}
		}
	}
}

func TestPartsCanBeLeftOut(t *testing.T) {
	p := sampleProgress(t)
	ids := func(d document.Document) (out []string) {
		for _, s := range d.Sections {
			out = append(out, s.ID)
		}
		return append(out, d.Small.ID)
	}
	all := ids(report.Build(p, report.Options{}))
	if want := []string{"changes", "readiness", "domains", "mocks", "heat", "hours", "milestones", "method"}; !slices.Equal(all, want) {
		t.Errorf("nothing chosen tells %v, want %v: notes are private", all, want)
	}
	for _, part := range report.Parts() {
		got := ids(report.Build(p, report.Options{Parts: []report.Part{part}}))
		got = slices.DeleteFunc(got, func(s string) bool { return s == "" })
		switch {
		case part == report.PartNotes:
			if len(got) != 0 {
				t.Errorf("no note is chosen, and yet %v is told", got)
			}
		case !slices.Equal(got, []string{string(part)}):
			t.Errorf("%s alone tells %v", part, got)
		}
		if report.PartName(part) == "" {
			t.Errorf("%s has no name", part)
		}
	}
	one := p.Notes[1]
	text := string(written(t, report.Build(p, report.Options{Parts: []report.Part{report.PartMocks}, Notes: []string{one.ID}}), report.HTML))
	if !strings.Contains(text, "Counts less: untimed, with notes.") || strings.Contains(text, p.Notes[0].Text) {
		t.Error("the notes told are not those that were chosen")
	}
	if strings.Contains(text, "Ada") {
		t.Error("somebody is named whom nobody named")
	}
	var fe *planner.FieldError
	if err := report.CheckParts([]report.Part{"mocks", "gossip"}); !errors.As(err, &fe) || fe.Field != "parts" || !strings.Contains(fe.Reason, "gossip") {
		t.Errorf("an unknown part: %v", err)
	}
}

// TestInEveryLanguage: a report in another language has no English left but names, and the program speaks its own afterwards.
func TestInEveryLanguage(t *testing.T) {
	p := sampleProgress(t)
	english := report.Build(p, report.Options{})
	for _, l := range lang.Languages() {
		var d document.Document
		if err := lang.With(language.Make(string(l)), func() { d = report.Build(p, report.Options{}) }); err != nil {
			t.Fatal(err)
		}
		if d.Language != string(l) || lang.InUse() != lang.English {
			t.Errorf("%s: the report is in %s, the program speaks %s", l, d.Language, lang.InUse())
		}
		if l == lang.English {
			continue
		}
		for i, s := range d.Sections {
			if s.Title == english.Sections[i].Title {
				t.Errorf("%s: the heading is still %q", l, s.Title)
			}
			for j, b := range s.Blocks {
				if paragraph, ok := b.(document.Paragraph); ok && paragraph == english.Sections[i].Blocks[j] {
					t.Errorf("%s: still in English: %s", l, paragraph.Text)
				}
				if f, ok := b.(document.Figure); ok && (f.Words == english.Sections[i].Blocks[j].(document.Figure).Words || f.Title == english.Sections[i].Blocks[j].(document.Figure).Title) {
					t.Errorf("%s: still in English: %s, %s", l, f.Title, f.Words)
				}
			}
		}
		for i := range d.Lead {
			if d.Lead[i] == english.Lead[i] {
				t.Errorf("%s: still in English: %s", l, d.Lead[i])
			}
		}
		for i, b := range d.Small.Blocks {
			if b == english.Small.Blocks[i] {
				t.Errorf("%s: still in English: %v", l, b)
			}
		}
	}
	if err := lang.With(language.Make("zu"), func() { t.Error("it was called") }); err == nil {
		t.Error("a language nobody speaks is no error")
	}
}

// TestEverySituation: an empty study, one mock, a failed sitting, an exam that is over, fifty domains.
func TestEverySituation(t *testing.T) {
	empty := apptest.Open(t, nil)
	draft := func(m *app.Milepost) planner.Study {
		exam, _ := m.Exam(app.SampleExamID)
		s := m.NewStudyDraft(exam)
		s.ExamDate = planner.MustDate("2027-02-04")
		s.Availability.Weekday = [7]int{60, 60, 0, 60, 40, 120, 30}
		return s
	}
	create := func(m *app.Milepost, s planner.Study) {
		t.Helper()
		if _, err := m.CreateStudy(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	create(empty, draft(empty))
	one := apptest.Open(t, nil)
	create(one, draft(one))
	if _, err := one.RecordMock(t.Context(), planner.Mock{Date: one.Today(), Source: "Bank", Percent: 61, HasPercent: true}); err != nil {
		t.Fatal(err)
	}
	wide := apptest.Open(t, nil)
	s := draft(wide)
	s.ExamID, s.Domains = "", nil
	for i := range planner.MaxDomains {
		s.Domains = append(s.Domains, planner.StudyDomain{Domain: planner.Domain{ID: fmt.Sprintf("x%d", i), Name: strings.Repeat("long name ", 15), Weight: 2}, Difficulty: 1, Rating: 3})
	}
	create(wide, s)
	mock := planner.Mock{Date: wide.Today(), Source: strings.Repeat("s", 200), Timed: true, FirstAttempt: true, Note: strings.Repeat("n", planner.MaxTextRunes)}
	for _, d := range s.Domains {
		mock.Domains = append(mock.Domains, planner.DomainScore{Domain: d.ID, Correct: 3, Total: 5})
	}
	if _, err := wide.RecordMock(t.Context(), mock); err != nil {
		t.Fatal(err)
	}
	failed := apptest.Sample(t)
	if _, err := failed.RecordResult(t.Context(), planner.Sitting{Date: failed.Today(), Note: "So close."}); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		m    *app.Milepost
		want string
	}{
		"nothing yet":   {empty, "Not enough evidence yet"},
		"one mock":      {one, "61%"},
		"fifty domains": {wide, "long name"},
		"failed":        {failed, "Not passed on 23 November 2026."},
	} {
		t.Run(name, func(t *testing.T) {
			d := report.Build(progressOf(t, c.m, planner.DateRange{}), report.Options{AllNotes: true})
			for _, f := range report.Formats() {
				body := written(t, d, f)
				if f == report.HTML && !strings.Contains(string(body), c.want) {
					t.Errorf("%q is not told", c.want)
				}
			}
		})
	}
}

// hostile is text people, or their enemies, may type.
var hostile = []string{
	"<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "{{.}}", "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2", "＝1", "\t=x", "|a|b|", "[x](javascript:alert(1))",
	"`code`", "# head", "\u202Eevil", "שלום 12", "محمد", "हिन्दी", "田中", "😀", "\x00\x01\x1f", "\xff\xfe", "a\nb", "a\r\nb", strings.Repeat("long", 50), "'", "\"", "]]>", "&amp;", "1. x",
}

// TestNoTextBecomesAnythingElse: whatever stands in a name, a source or a note, it is text in every format.
func TestNoTextBecomesAnythingElse(t *testing.T) {
	p := sampleProgress(t)
	rapid.Check(t, func(t *rapid.T) {
		text := func(label string) string {
			return rapid.OneOf(rapid.SampledFrom(hostile), rapid.String()).Draw(t, label)
		}
		q := p
		q.Study = p.Study.Clone()
		q.Study.Name = text("study")
		for i := range q.Study.Domains {
			q.Study.Domains[i].Name = text("domain")
		}
		q.Now.Study = q.Study
		q.Now.Mocks = slices.Clone(p.Now.Mocks)
		for i := range q.Now.Mocks {
			q.Now.Mocks[i].Source = text("source")
		}
		q.Notes = slices.Clone(p.Notes)
		for i := range q.Notes {
			q.Notes[i].Text = text("note")
		}
		d := report.Build(q, report.Options{Author: text("author"), AllNotes: true})
		written(t, d, report.PDF)
		written(t, d, report.Markdown)
		checkHTML(t, written(t, d, report.HTML))
		checkCSV(t, written(t, d, report.CSV))
		checkXLSX(t, written(t, d, report.XLSX), d)
	})
}

// checkHTML finds elements and attributes that only a text could have brought in.
func checkHTML(t interface{ Errorf(string, ...any) }, page []byte) {
	z := nethtml.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			if z.Err() != io.EOF {
				t.Errorf("the page cannot be read: %v", z.Err())
			}
			return
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			token := z.Token()
			if slices.Contains([]string{"script", "img", "iframe", "object", "link", "a", "form"}, token.Data) {
				t.Errorf("the page has the element %s", token.Data)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "href" {
					t.Errorf("the page has the attribute %s=%q", a.Key, a.Val)
				}
			}
		}
	}
}

// checkCSV reads the file as a spreadsheet does and looks for formulas.
func checkCSV(t interface{ Errorf(string, ...any) }, file []byte) {
	body, ok := strings.CutPrefix(string(file), "\uFEFF")
	if !ok {
		t.Errorf("the CSV has no mark of UTF-8")
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Errorf("the CSV cannot be read: %v", err)
	}
	for _, row := range rows {
		for _, cell := range row {
			cell = strings.TrimLeft(cell, " ")
			for _, sign := range []string{"=", "+", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"} {
				if strings.HasPrefix(cell, sign) {
					t.Errorf("the CSV has the cell %q", cell)
				}
			}
		}
	}
}

// checkXLSX opens the workbook, looks for formulas, and holds every figure to the report's.
func checkXLSX(t interface{ Errorf(string, ...any) }, file []byte, d document.Document) {
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Errorf("the workbook cannot be opened: %v", err)
		return
	}
	defer book.Close()
	sheets := book.GetSheetList()
	tables := d.Tables()
	if len(sheets) != len(tables)+1 {
		t.Errorf("there are %d sheets for %d tables", len(sheets), len(tables))
		return
	}
	for i, sheet := range sheets {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Errorf("%s cannot be read: %v", sheet, err)
		}
		for r, row := range rows {
			for c := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := book.GetCellFormula(sheet, at); formula != "" {
					t.Errorf("%s %s has the formula %q", sheet, at, formula)
				}
			}
		}
		if i > 0 && len(rows) != len(tables[i-1].Rows)+1 {
			t.Errorf("%s has %d rows for %d", sheet, len(rows), len(tables[i-1].Rows))
		}
	}
}

func TestFormatsAndPapersByName(t *testing.T) {
	for _, f := range report.Formats() {
		if got, err := report.ParseFormat(strings.ToUpper(string(f))); err != nil || got != f {
			t.Errorf("%s is known as %q, %v", f, got, err)
		}
	}
	var fe *planner.FieldError
	if _, err := report.ParseFormat("docx"); !errors.As(err, &fe) || fe.Field != "format" {
		t.Errorf("docx: %v", err)
	}
	if _, err := report.ParsePaper("a5"); !errors.As(err, &fe) || fe.Field != "paper" {
		t.Errorf("a5: %v", err)
	}
	if p, err := report.ParsePaper("letter"); err != nil || p != report.Letter {
		t.Errorf("letter: %q, %v", p, err)
	}
}

// TestSavingWritesAllOrNothing: pictures go beside a text, and what cannot be written leaves what was there.
func TestSavingWritesAllOrNothing(t *testing.T) {
	m := apptest.Sample(t)
	d := report.Build(progressOf(t, m, planner.DateRange{}), report.Options{})
	dir := t.TempDir()
	path := filepath.Join(dir, "my report.md")
	names, err := report.Save(d, report.Target{Path: path, Format: report.Markdown}, m.WriteFile)
	if err != nil || len(names) != 3 || names[2] != path {
		t.Fatalf("wrote %q, %v", names, err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, picture := range names[:2] {
		file, err := os.ReadFile(picture)
		if err != nil || !bytes.HasPrefix(file, []byte("\x89PNG")) {
			t.Errorf("%s is no picture: %v", picture, err)
		}
		if !strings.Contains(string(text), strings.ReplaceAll(filepath.Base(picture), " ", "%20")) {
			t.Errorf("the text does not name %s", filepath.Base(picture))
		}
	}
	var fe *planner.FieldError
	if _, err := report.Save(d, report.Target{Path: path, Format: report.PDF}, m.WriteFile); !errors.As(err, &fe) || fe.Field != "out" {
		t.Errorf("a name that is taken: %v", err)
	}
	if again, _ := os.ReadFile(path); !bytes.Equal(again, text) {
		t.Error("the earlier file was touched")
	}
}

// TestAPastReportKnowsOnlyItsPast: figures and words of a report up to a day hold nothing that was done later, and they agree with each other.
func TestAPastReportKnowsOnlyItsPast(t *testing.T) {
	m := apptest.Sample(t)
	p := progressOf(t, m, planner.DateRange{Last: planner.MustDate("2026-11-01")})
	for _, w := range p.Weeks {
		if w.Monday.After(p.Period.Last) && w.DoneMin > 0 {
			t.Errorf("in the week of %s %d min were done after the period", w.Monday, w.DoneMin)
		}
	}
	text := string(written(t, report.Build(p, report.Options{}), report.Markdown))
	done := lang.T("%s done of %s planned", phrase.Duration(p.Sessions.DoneMin), phrase.Duration(p.Sessions.DueMin))
	if n := strings.Count(text, done); n != 2 { // what changed, and what the drawing shows
		t.Errorf("%q stands there %d times in\n%s", done, n, text)
	}
	if strings.Contains(text, "If the exam were today") {
		t.Error("a report of a past day speaks of today")
	}
}

// TestAfterTheExamNothingIsExpected: who has passed waits for nothing, and is foretold nothing.
func TestAfterTheExamNothingIsExpected(t *testing.T) {
	m := apptest.Sample(t)
	if _, err := m.RecordResult(t.Context(), planner.Sitting{Date: m.Today(), Passed: true}); err != nil {
		t.Fatal(err)
	}
	text := string(written(t, report.Build(progressOf(t, m, planner.DateRange{}), report.Options{}), report.Markdown))
	if !strings.Contains(text, "Passed on 23 November 2026.") {
		t.Errorf("nobody is told of it:\n%s", text)
	}
	for _, word := range []string{"in 73 days", "If the exam were today", "Next, ", "Forecast for"} {
		if strings.Contains(text, word) {
			t.Errorf("it still says %q", word)
		}
	}
}

// TestLevelsFromPercentagesAlone: mocks without counts make an estimate too, and the table shows it.
func TestLevelsFromPercentagesAlone(t *testing.T) {
	m := apptest.Open(t, nil)
	exam, _ := m.Exam(app.SampleExamID)
	s := m.NewStudyDraft(exam)
	s.ExamDate = planner.MustDate("2027-02-04")
	s.Availability.Weekday = [7]int{60, 60, 0, 60, 40, 120, 30}
	if _, err := m.CreateStudy(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if _, err := m.RecordMock(t.Context(), planner.Mock{Date: m.Today(), Source: "Bank", Percent: 70, HasPercent: true, Timed: true, FirstAttempt: true}); err != nil {
		t.Fatal(err)
	}
	text := string(written(t, report.Build(progressOf(t, m, planner.DateRange{}), report.Options{}), report.Markdown))
	if strings.Contains(text, "No level is known before the first mock.") || strings.Contains(text, "0 questions") {
		t.Errorf("the mock is passed over:\n%s", text)
	}
}

// TestMarkdownIsWrittenWithItsPicturesOrNotAtAll: a name that is taken, of a picture as of the text, leaves nothing of it.
func TestMarkdownIsWrittenWithItsPicturesOrNotAtAll(t *testing.T) {
	m := apptest.Sample(t)
	d := report.Build(progressOf(t, m, planner.DateRange{}), report.Options{})
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "r-hours-chart.png"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	var fe *planner.FieldError
	if names, err := report.Save(d, report.Target{Path: filepath.Join(dir, "r.md"), Format: report.Markdown}, m.WriteFile); !errors.As(err, &fe) || len(names) > 0 {
		t.Errorf("wrote %q, %v", names, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("in the folder are %v", left)
	}
}
