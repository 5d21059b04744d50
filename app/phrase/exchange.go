package phrase

import (
	"strconv"
	"strings"
)

// Changed says how many of something were added, changed and removed: "2 mocks added, 1 changed"; "" when none was.
func Changed(one, many string, added, changed, removed int) string {
	var parts []string
	for _, p := range []struct {
		n    int
		verb string
	}{{added, "added"}, {changed, "changed"}, {removed, "removed"}} {
		switch {
		case p.n == 0:
		case len(parts) == 0:
			parts = append(parts, Count(p.n, one, many)+" "+p.verb)
		default:
			parts = append(parts, strconv.Itoa(p.n)+" "+p.verb)
		}
	}
	return strings.Join(parts, ", ")
}
