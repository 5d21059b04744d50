package mockfile

import (
	"fmt"
	"strings"

	"milepost/planner"
)

// Column says what a column of a file holds.
type Column string

// What a column may hold. Every one but ColumnIgnore may be given to one column only.
const (
	ColumnDate         Column = "date"
	ColumnSource       Column = "source"
	ColumnDomain       Column = "domain"  // one line a domain; an empty cell is the total
	ColumnCorrect      Column = "correct" // right answers; "57/100" is taken, too
	ColumnTotal        Column = "total"   // questions
	ColumnPercent      Column = "percent" // 77 %, 77, 0.77, or 57/100
	ColumnTimed        Column = "timed"
	ColumnUntimed      Column = "untimed"
	ColumnFirstAttempt Column = "first_attempt"
	ColumnRetake       Column = "retake" // the opposite of a first attempt
	ColumnMinutes      Column = "minutes"
	ColumnNote         Column = "note"
	ColumnOfficial     Column = "official"
	ColumnGuess        Column = "guess" // percent that was expected
	ColumnMock         Column = "mock"  // a name or number that keeps the lines of one mock together
	ColumnIgnore       Column = "ignore"

	// columnScore is either correct answers or a percentage; the cells decide which. It is never shown.
	columnScore Column = "score"
)

// Beginnings of the columns that belong to one domain, before its ID.
const (
	domainResult    = "domain:"
	domainCorrect   = "correct:"
	domainQuestions = "questions:"
)

// DomainColumn holds the result in one domain: 20/26, 77 %, or a number.
func DomainColumn(id string) Column { return Column(domainResult + id) }

// DomainCorrectColumn holds the right answers in one domain.
func DomainCorrectColumn(id string) Column { return Column(domainCorrect + id) }

// DomainQuestionsColumn holds the number of questions in one domain.
func DomainQuestionsColumn(id string) Column { return Column(domainQuestions + id) }

// ofDomain splits a column that belongs to one domain; kind is domainResult, domainCorrect or domainQuestions.
func (c Column) ofDomain() (kind, id string, ok bool) {
	for _, kind := range []string{domainResult, domainCorrect, domainQuestions} {
		if id, ok := strings.CutPrefix(string(c), kind); ok {
			return kind, id, true
		}
	}
	return "", "", false
}

// field is how errors name a column: as planner does where it has a name for it.
func (c Column) field() string {
	if _, id, ok := c.ofDomain(); ok {
		return "domains." + id
	}
	return string(c)
}

// isResult reports whether a column alone can say how a mock went.
func (c Column) isResult() bool {
	kind, _, ok := c.ofDomain()
	return ok && kind != domainQuestions || c == ColumnCorrect || c == ColumnPercent || c == columnScore
}

// check refuses what no person's matching may hold.
func (c Column) check(d *domainFinder) error {
	if _, id, ok := c.ofDomain(); ok {
		if !d.has(id) {
			return refusal("columns", "the study has no domain with the id %q", clip(id))
		}
		return nil
	}
	for _, known := range headingWords {
		if c == known.column && c != columnScore {
			return nil
		}
	}
	if c == ColumnIgnore {
		return nil
	}
	return refusal("columns", "%q is nothing a column can hold", clip(string(c)))
}

func refusal(field, format string, args ...any) error {
	return &planner.FieldError{Field: field, Reason: fmt.Sprintf(format, args...)}
}
