package phrase

import (
	"strings"

	"milepost/app/lang"
)

// Changed says how many of something were added, changed and removed: "2 mocks added, 1 changed"; "" when none was. count names a number of them.
func Changed(count func(n int) string, added, changed, removed int) string {
	var parts []string
	for _, p := range []struct {
		n           int
		first, next string
	}{
		{added, lang.Key("%s added"), lang.Key("%d added")},
		{changed, lang.Key("%s changed"), lang.Key("%d changed")},
		{removed, lang.Key("%s removed"), lang.Key("%d removed")},
	} {
		switch {
		case p.n == 0:
		case len(parts) == 0:
			parts = append(parts, lang.Of(p.first, count(p.n)))
		default:
			parts = append(parts, lang.Of(p.next, p.n))
		}
	}
	return strings.Join(parts, ", ")
}
