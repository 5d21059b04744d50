package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is wrong with a request is said in one line that names the field, and nothing is printed or written.
func TestABadRequestNamesItsField(t *testing.T) {
	const study = `"today":"2026-11-23","exam":"isc2-issmp-2025"`
	const hours = `"availability":{"mon":60,"sat":120}`
	const date = `"exam_date":"2027-02-04"`
	const estimate = `"as_of":"2026-11-23","exam_date":"2027-02-04","domains":[{"id":"d1","weight":21},{"id":"d2","weight":79}]`
	mock := func(result string) string {
		return fmt.Sprintf(`{%s,"mocks":[{"date":"2026-11-01","source":"A",%s}]}`, estimate, result)
	}
	domains := func(list string) string {
		return fmt.Sprintf(`{"today":"2026-11-23",%s,%s,"domains":[%s]}`, date, hours, list)
	}
	for _, tt := range []struct{ command, request, field string }{
		{"build", `{` + study + `,` + hours + `,"exam_date":"2027-02-30"}`, "exam_date"},
		{"build", `{` + study + `,` + hours + `,"exam_date":20270204}`, "exam_date"},
		{"build", `{` + study + `,` + hours + `}`, "exam_date"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"starts":{"mon":"25:00"}}`, "starts.mon"},
		{"build", `{` + study + `,` + hours + `,"exam_date":"9999-12-31"}`, "exam_date"},
		{"build", `{` + study + `,` + date + `}`, "availability"},
		{"build", `{` + study + `,` + date + `,"availability":{"mon":1e999}}`, "availability"},
		{"build", `{` + study + `,` + date + `,"availability":{"mon":NaN}}`, "request"},
		{"build", `{` + study + `,` + date + `,"availability":{"mon":-1}}`, "availability.mon"},
		{"build", `{` + study + `,` + date + `,"availability":{"monday":60}}`, "availability.monday"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"days":{"2026-12-05":99999}}`, "days"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"days_off":["0001-01-01..9999-12-31"]}`, "days_off[0]"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"start":"2027-05-01"}`, "start"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"questions":99999999999}`, "questions"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"exam_dat":1}`, "exam_dat"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"pinned":[{"id":"x","date":"2026-12-12","domain":"zz","activity":"learn","minutes":45}]}`, "pinned[0].domain"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"history":[{"id":"x","date":"2026-11-12","activity":"learn","minutes":45,"status":"planned"}]}`, "history[0].status"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"history":[{"id":"x","date":"2026-11-24","activity":"learn","minutes":45,"status":"done"}]}`, "history[0].date"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"history":[{"id":"x","date":"2026-11-12","activity":"learn","minutes":45,"status":"done"},{"id":"x","date":"2026-11-13","activity":"learn","minutes":45,"status":"done"}]}`, "history[1].id"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"sittings":[{"date":"2026-11-12"},{"date":"2026-11-12"}]}`, "sittings[1].date"},
		{"build", `{` + study + `,` + date + `,` + hours + `,"history":[{"id":"x","date":"2026-11-12","activity":"learn","minutes":45,"status":"done","done_minutes":99999}]}`, "history[0].done_minutes"},
		{"build", `{"format":2,` + study + `,` + date + `,` + hours + `}`, "format"},
		{"build", domains(`{"id":"a","weight":-1},{"id":"b","weight":20}`), "domains[0].weight"},
		{"build", domains(`{"id":"a","weight":1e999}`), "domains.weight"},
		{"build", domains(`{"id":"a","weight":1e308},{"id":"b","weight":1e308}`), "domains[0].weight"},
		{"build", domains(`{"id":"a","weight":1},{"id":"a","weight":1}`), "domains[1].id"},
		{"estimate", `{` + estimate + `}`, "mocks"},
		{"estimate", mock(`"correct":5,"total":3`), "mocks[0].correct"},
		{"estimate", mock(`"correct":-5,"total":3`), "mocks[0].correct"},
		{"estimate", mock(`"correct":5,"total":9000000000000000000`), "mocks[0].correct"},
		{"estimate", mock(`"percent":1e999`), "mocks.percent"},
		{"estimate", mock(`"percent":Infinity`), "request"},
		{"estimate", mock(`"percent":101`), "mocks[0].percent"},
		{"estimate", mock(`"note":"no result"`), "mocks[0].score"},
		{"estimate", mock(`"domains":{"zz":{"correct":1,"total":3}}`), "mocks[0].domains.zz"},
		{"estimate", `{` + estimate + `,"mocks":[],"pass_line":70}`, "pass_line"},
		{"estimate", `{` + estimate + `,"mocks":[],"sources":[{"name":"A","offset":1e300}]}`, "sources[0].offset"},
		{"estimate", `{` + estimate + `,"mocks":[],"last_studied":{"zz":"2026-11-01"}}`, "last_studied.zz"},
		{"estimate", `{` + estimate + `,"mocks":[]} {}`, "request"},
		{"estimate", "", "request"},
		{"estimate", "[]", "request"},
		{"estimate", strings.Repeat("[", 200_000), "request"},
		{"estimate", "\x00\xff\xfe\x01binary", "request"},
	} {
		c := newTerminal(t)
		r := c.feed(tt.request, tt.command)
		if r.status != exitCouldNot || r.out != "" || strings.Count(r.err, "\n") != 1 || !strings.HasPrefix(r.err, "milepost: "+tt.field) {
			t.Errorf("%s < %.150s: status %d, %q, %q; it should name %s", tt.command, tt.request, r.status, r.out, r.err, tt.field)
		}
		if files, _ := os.ReadDir(filepath.Dir(c.data)); len(files) > 0 {
			t.Errorf("%s left %v behind", tt.command, files)
		}
	}
}

// Unusual is not wrong: these are answered, with a verdict and figures that are numbers.
func TestAnUnusualRequestIsAnswered(t *testing.T) {
	const hours = `"availability":{"mon":60,"sat":120}`
	for request, verdict := range map[string]string{
		`{"today":"2026-11-23","exam":"isc2-issmp-2025","exam_date":"2026-11-22",` + hours + `}`:                     "exam-passed",
		`{"today":"2026-11-23","exam":"isc2-issmp-2025","exam_date":"2026-11-23",` + hours + `}`:                     "does-not-fit",
		`{"today":"2026-11-23","exam":"isc2-issmp-2025","exam_date":"2026-11-24",` + hours + `}`:                     "does-not-fit",
		`{"today":"2026-11-23","exam":"isc2-issmp-2025","exam_date":"2027-02-04","availability":{}}`:                 "does-not-fit",
		"{\"today\":\"2026-11-23\",\r\n\"exam\":\"isc2-issmp-2025\",\"exam_date\":\"2026-11-22\"," + hours + "}\r\n": "exam-passed",
		// weights are shares of their sum, whatever that is
		`{"today":"2026-11-23","exam_date":"2026-11-22",` + hours + `,"domains":[{"id":"a","weight":1},{"id":"b","weight":900}]}`: "exam-passed",
	} {
		r := newTerminal(t).feed(request, "build")
		var got struct{ Verdict string }
		if err := json.Unmarshal([]byte(r.out), &got); err != nil || r.status != exitDone || got.Verdict != verdict {
			t.Errorf("%s: status %d, verdict %q (want %q), %s", request, r.status, got.Verdict, verdict, r.err)
		}
	}
}

// endless is a request that goes on for as long as somebody reads.
type endless struct{ read, most int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.read >= e.most {
		return 0, io.EOF
	}
	for i := range p {
		p[i] = ' '
	}
	e.read += int64(len(p))
	return len(p), nil
}

func TestARequestThatIsTooLargeIsNotReadToItsEnd(t *testing.T) {
	in := &endless{most: 1 << 40}
	r := newTerminal(t).feedFrom(in, "build")
	if r.status != exitCouldNot || !strings.Contains(r.err, "64 MiB") {
		t.Errorf("status %d, %q", r.status, r.err)
	}
	if in.read > 80<<20 {
		t.Errorf("%d bytes were read", in.read)
	}
}

func TestALineThatIsTooLongIsAnsweredAndTheNextOneToo(t *testing.T) {
	in := io.MultiReader(&endless{most: 70 << 20}, strings.NewReader("\n\r\n{\"nonsense\":1}\r\n"))
	r := newTerminal(t).feedFrom(in, "estimate", "--lines")
	lines := strings.Split(strings.TrimSuffix(r.out, "\n"), "\n")
	if r.status != exitDone || len(lines) != 3 || !strings.Contains(lines[0], "64 MiB") || !strings.Contains(lines[1], "error") || !strings.Contains(lines[2], "nonsense") {
		t.Errorf("status %d, %q", r.status, r.out)
	}
}
