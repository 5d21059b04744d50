// Package history makes a data file's worth of years out of a short study: what measurements and pictures of a full program are taken with.
//
// It works on what "milepost export" writes and "milepost import" takes (docs/formats.md), as anything outside the program has to.
package history

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// times is how often the past of the sample, some 38 days, is repeated: a little less than five years, further than which there is no plan.
const times = 45

// FiveYears makes a data file with nearly five years of study in a folder, and answers its name. It needs the sample, an export and an import, which command does:
// it carries out one command line of the program on a data file as if it were today, and answers what that printed.
func FiveYears(folder, today string, command func(data string, args ...string) (string, error)) (data string, err error) {
	sample, long := filepath.Join(folder, "sample.db"), filepath.Join(folder, "years.json")
	if _, err := command(sample, "sample", "--out", sample); err != nil {
		return "", err
	}
	export, err := command(sample, "export", "--out", "-")
	if err != nil {
		return "", err
	}
	content, err := Lengthen([]byte(export), today, times)
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(long, content, 0o600); err != nil {
		return "", err
	}
	data = filepath.Join(folder, "years.db")
	_, err = command(data, "import", long)
	return data, err
}

// Lengthen repeats what has happened in the one study of an export before today (done and missed sessions, mocks, forecasts) times over,
// each time further back; the study begins when the first of them does. Mocks come out otherwise each time: somewhat better over the years, with
// good and bad days. The same export gives the same answer.
func Lengthen(export []byte, today string, times int) ([]byte, error) {
	var all map[string]any
	decoder := json.NewDecoder(bytes.NewReader(export))
	decoder.UseNumber()
	if err := decoder.Decode(&all); err != nil {
		return nil, fmt.Errorf("read the export: %w", err)
	}
	studies, ok := all["studies"].([]any)
	if !ok || len(studies) != 1 {
		return nil, fmt.Errorf("the export has %d studies; it is one that is lengthened", len(studies))
	}
	study, ok := studies[0].(map[string]any)
	if !ok {
		return nil, fmt.Errorf("the study is a %T", studies[0])
	}
	start, err := time.Parse(time.DateOnly, text(study, "start"))
	if err != nil {
		return nil, fmt.Errorf("start: %w", err)
	}
	now, err := time.Parse(time.DateOnly, today)
	if err != nil || !now.After(start) {
		return nil, fmt.Errorf("today, %q, is no day after the start", today)
	}
	l := lengthening{study: study, today: today, span: now.Sub(start), times: times}
	for list, date := range map[string]string{"sessions": "date", "mocks": "date", "forecasts": "day"} {
		if err := l.repeat(list, date); err != nil {
			return nil, err
		}
	}
	first := start.Add(-l.span * time.Duration(times))
	study["start"], study["created_at"] = first.Format(time.DateOnly), first.Format(time.RFC3339)
	delete(study, "mock_forecasts")                                                             // of the mocks as they were
	all["history"] = map[string]any{"seen": []any{}, "versions": []any{}, "conflicts": []any{}} // of one computer, never merged
	return json.MarshalIndent(all, "", " ")
}

type lengthening struct {
	study map[string]any
	today string
	span  time.Duration
	times int
}

// repeat adds the entries of a list that lie before today once for each time.
func (l lengthening) repeat(list, date string) error {
	entries, ok := l.study[list].([]any)
	if !ok {
		return fmt.Errorf("%s: missing", list)
	}
	out := slices.Clone(entries)
	for _, e := range entries {
		entry, ok := e.(map[string]any)
		if !ok || text(entry, date) >= l.today {
			continue
		}
		on, err := time.Parse(time.DateOnly, text(entry, date))
		if err != nil {
			return fmt.Errorf("%s: %w", list, err)
		}
		for n := 1; n <= l.times; n++ {
			earlier, err := clone(entry)
			if err != nil {
				return fmt.Errorf("%s: %w", list, err)
			}
			earlier[date] = on.Add(-l.span * time.Duration(n)).Format(time.DateOnly)
			if id := text(entry, "id"); id != "" {
				earlier["id"] = fmt.Sprintf("%s-%d", id, n)
			}
			if list == "mocks" {
				worsen(earlier, n, len(out))
			}
			out = append(out, earlier)
		}
	}
	slices.SortStableFunc(out, func(a, b any) int {
		return bytes.Compare([]byte(text(a.(map[string]any), date)), []byte(text(b.(map[string]any), date)))
	})
	l.study[list] = out
	return nil
}

// worsen takes some right answers away, the more the longer ago, and some more or less by a die whose throws are always the same.
func worsen(mock map[string]any, ago, throw int) {
	domains, _ := mock["domains"].([]any)
	for i, d := range domains {
		scores, _ := d.(map[string]any)
		correct, total := number(scores, "correct"), number(scores, "total")
		die := float64((throw*31+i*17+ago*13)%23)/22 - 0.5 // -0.5 to 0.5
		share := correct/max(total, 1) - 0.005*float64(ago) + 0.16*die
		scores["correct"] = int(total * min(max(share, 0.1), 0.95))
	}
}

func text(of map[string]any, key string) string { s, _ := of[key].(string); return s }

func number(of map[string]any, key string) float64 {
	n, _ := of[key].(json.Number)
	f, err := n.Float64()
	if err != nil {
		return 0
	}
	return f
}

func clone(of map[string]any) (map[string]any, error) {
	content, err := json.Marshal(of)
	if err != nil {
		return nil, err
	}
	var out map[string]any
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	return out, decoder.Decode(&out)
}
