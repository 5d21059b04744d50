package data

import (
	"fmt"
	"math"
	"strings"

	"milepost/planner"
)

// Bounds on what one file holds, far above what years of study make.
const (
	MaxStudies    = 1_000
	MaxSessions   = 20_000 // of a study
	MaxMilestones = 1_000  // of a study
	MaxMocks      = 10_000 // of a study
	MaxSittings   = 50     // of a study
	MaxSources    = 1_000  // of a study
	MaxForecasts  = 20_000 // of a study, daily ones and those of mocks each
	MaxTopics     = 1_000  // of a domain
	maxDayMinutes = 24 * 60
)

func fieldError(field, format string, args ...any) error {
	return &planner.FieldError{Field: field, Reason: fmt.Sprintf(format, args...)}
}

// checkID refuses an ID that is empty or unreasonably long.
func checkID(field, id string) error {
	if strings.TrimSpace(id) == "" {
		return fieldError(field, "an id is needed")
	}
	return planner.CheckText(field, id, planner.MaxNameRunes)
}

// checkDay refuses days that cannot be read back.
func checkDay(field string, d planner.Date) error {
	if _, err := planner.ParseDate(d.String()); err != nil {
		return fieldError(field, "%v", err)
	}
	return nil
}

func checkRange(field string, n, lowest, highest int) error {
	if n < lowest || n > highest {
		return fieldError(field, "%d is out of range (%d to %d)", n, lowest, highest)
	}
	return nil
}

func checkCount(field string, n, most int) error {
	if n > most {
		return fieldError(field, "%d are more than the %d the data file holds", n, most)
	}
	return nil
}

func checkFinite(field string, x float64) error {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return fieldError(field, "this is not a finite number")
	}
	return nil
}

// first answers the first error.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// roomFor refuses a new row beyond the bound of its table in a study.
func (t *Tx) roomFor(tab table, studyID, id string, most int) error {
	n, err := t.number("SELECT count(*) FROM "+tab.name+" WHERE study_id = ? AND "+tab.key[1]+" <> ?", studyID, id)
	if err != nil {
		return err
	}
	return checkCount(tab.name, n+1, most)
}
