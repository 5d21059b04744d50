package planner

import (
	"fmt"
	"math"
)

// validateEvidence checks what mocks are said to show.
func validateEvidence(r Request) error {
	for i, e := range r.Evidence {
		field := fmt.Sprintf("evidence[%d]", i)
		switch {
		case r.Study.DomainIndex(e.Domain) < 0:
			return fieldErrorf(field+".domain", "the study has no domain %q", clip(e.Domain, 40))
		case math.IsNaN(e.Mastery) || e.Mastery < 0 || e.Mastery > 1:
			return fieldErrorf(field+".mastery", "%v is not a share from 0 to 1", e.Mastery)
		case math.IsNaN(e.SE) || e.SE < 0 || e.SE > 1:
			return fieldErrorf(field+".se", "%v is not a standard error from 0 to 1", e.SE)
		}
	}
	if o := r.Overall; o != nil {
		switch {
		case math.IsNaN(o.Mastery) || o.Mastery < 0 || o.Mastery > 1:
			return fieldErrorf("overall.mastery", "%v is not a share from 0 to 1", o.Mastery)
		case math.IsNaN(o.SE) || o.SE < 0 || o.SE > 1:
			return fieldErrorf("overall.se", "%v is not a standard error from 0 to 1", o.SE)
		}
	}
	return nil
}
