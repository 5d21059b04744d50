package data_test

import (
	"strings"
	"testing"

	"milepost/data/datatest"
	"milepost/data/exchange"
)

// Whatever document is imported is refused and changes nothing, or is stored as it is: exported again it can be read, and brings nothing
// new when it is imported once more.
func FuzzImport(f *testing.F) {
	a := datatest.New(f)
	full(f, a, "s")
	whole := encoded(f, document(f, a))
	f.Add(whole)
	for _, c := range [][2]string{
		{`"done_minutes": 40`, `"done_minutes": -40`}, {`"percent": 70.5`, `"percent": -0`}, {`"offset": -0.2`, `"offset": 1e308`}, {`"slack_minutes": -3`, `"slack_minutes": 9223372036854775807`},
		{`"id": "s-00001"`, `"id": "s-00000"`}, {`"kind": "session"`, `"kind": "mock"`}, {`"key": "theme"`, `"key": "local.x"`}, {"ISSMP in February", `a\u0000b`}, {`"hours_reference": 120`, `"hours_reference": -0.0`},
		{`"steadiness": "normal"`, `"steadiness": ""`}, {`"weight": 21`, `"weight": 1e9`},
	} {
		f.Add(strings.ReplaceAll(whole, c[0], c[1]))
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, err := exchange.Decode(strings.NewReader(in))
		if err != nil {
			return
		}
		s := datatest.New(t)
		full(t, s, "mine")
		before := encoded(t, document(t, s))
		_, preview := s.PreviewImport(t.Context(), d)
		if _, err := s.Import(t.Context(), "Import", d); err != nil {
			same(t, "file after a refusal", encoded(t, document(t, s)), before)
			if preview == nil {
				t.Errorf("the preview let it pass, the import did not: %v", err)
			}
			return
		}
		again := exported(t, s)
		changes, err := s.Import(t.Context(), "Import again", again)
		check(t, err)
		same(t, "nothing new", changes.None(), true)
	})
}
