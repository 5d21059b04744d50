package planner

import (
	"fmt"
	"math"
	"strings"
)

// Mock is the result of a mock exam.
type Mock struct {
	ID           string
	Date         Date
	Source       string // where the questions come from: "Boson ExSim"
	Official     bool   // made by the exam's own vendor
	Timed        bool
	FirstAttempt bool // false: questions met before
	Minutes      int  // taken; 0 when not recorded

	// Domains holds the result by domain; it may be empty when only a total is known.
	Domains []DomainScore
	// Correct of Total in all. When Domains is complete they equal its sums; when Total is larger, the rest belongs to no named domain.
	Correct, Total int
	// Percent 0..100 is used when HasPercent and no count of questions is known.
	Percent    float64
	HasPercent bool

	// Guess is the percentage 0..100 the candidate expected before the result was known, when HasGuess.
	Guess    float64
	HasGuess bool

	Note string
}

// DomainScore is the part of a mock that belongs to one domain.
type DomainScore struct {
	Domain         string
	Correct, Total int
}

// MaxMockQuestions bounds the questions of one mock.
const MaxMockQuestions = 10_000

// Counts gives correct answers and questions in all, from the total or the sum of the domains, whichever is larger.
// Both are 0 when only a percentage is known.
func (m Mock) Counts() (correct, total int) {
	for _, d := range m.Domains {
		correct += d.Correct
		total += d.Total
	}
	if m.Total > total {
		return m.Correct, m.Total
	}
	return correct, total
}

// Share is the share of correct answers, 0..1.
func (m Mock) Share() float64 {
	c, n := m.Counts()
	if n == 0 {
		return m.Percent / 100
	}
	return float64(c) / float64(n)
}

// DomainScore finds the result in one domain.
func (m Mock) DomainScore(id string) (DomainScore, bool) {
	for _, d := range m.Domains {
		if d.Domain == id {
			return d, true
		}
	}
	return DomainScore{}, false
}

// Validate checks a mock against the domains of its study and today's date; the error names the field.
func (m Mock) Validate(domains []StudyDomain, today Date) error {
	if m.Date.IsZero() {
		return fieldErrorf("date", "a mock needs the day it was taken")
	}
	if m.Date.After(today) {
		return fieldErrorf("date", "%s is in the future; a mock is recorded once it has been taken", m.Date)
	}
	if strings.TrimSpace(m.Source) == "" {
		return fieldErrorf("source", "say where the questions come from, for example the name of the question bank")
	}
	if err := CheckText("source", m.Source, MaxNameRunes); err != nil {
		return err
	}
	if err := CheckText("note", m.Note, MaxTextRunes); err != nil {
		return err
	}
	if m.Minutes < 0 || m.Minutes > 24*60 {
		return fieldErrorf("minutes", "%d is out of range (0 to %d)", m.Minutes, 24*60)
	}
	if m.HasPercent && (math.IsNaN(m.Percent) || m.Percent < 0 || m.Percent > 100) {
		return fieldErrorf("percent", "%v is not a percentage from 0 to 100", m.Percent)
	}
	if m.HasGuess {
		if err := CheckGuess(m.Guess); err != nil {
			return err
		}
	}
	if err := m.validateDomains(domains); err != nil {
		return err
	}
	return m.validateTotals()
}

// CheckGuess refuses what cannot be a guess of a mock's result, in percent; the error names the field.
func CheckGuess(percent float64) error {
	if math.IsNaN(percent) || percent < 0 || percent > 100 {
		return fieldErrorf("guess", "%v is not a percentage from 0 to 100", percent)
	}
	return nil
}

func (m Mock) validateDomains(domains []StudyDomain) error {
	known := make(map[string]bool, len(domains))
	for _, d := range domains {
		known[d.ID] = true
	}
	seen := make(map[string]bool, len(m.Domains))
	for _, d := range m.Domains {
		field := "domains." + clip(d.Domain, 40)
		if !known[d.Domain] {
			return fieldErrorf(field, "the study has no domain with this id")
		}
		if seen[d.Domain] {
			return fieldErrorf(field, "the domain is given twice")
		}
		seen[d.Domain] = true
		if err := checkCounts(field, d.Correct, d.Total); err != nil {
			return err
		}
	}
	return nil
}

func (m Mock) validateTotals() error {
	correct, total := 0, 0
	for _, d := range m.Domains {
		correct += d.Correct
		total += d.Total
	}
	if m.Total != 0 || m.Correct != 0 {
		if err := checkCounts("correct", m.Correct, m.Total); err != nil {
			return err
		}
	}
	if m.Total != 0 && len(m.Domains) > 0 && (m.Total < total || m.Correct < correct || m.Total-total < m.Correct-correct) {
		return fieldErrorf("total", "%d of %d in all does not go with %d of %d in the domains", m.Correct, m.Total, correct, total)
	}
	if total == 0 && m.Total == 0 && !m.HasPercent {
		return fieldErrorf("score", "a mock needs a result: by domain, or correct of total")
	}
	return nil
}

func checkCounts(field string, correct, total int) error {
	switch {
	case total <= 0:
		return fieldErrorf(field, "the number of questions must be above zero (got %d)", total)
	case total > MaxMockQuestions:
		return fieldErrorf(field, "%d questions are more than the %d a mock may have", total, MaxMockQuestions)
	case correct < 0:
		return fieldErrorf(field, "correct answers cannot be negative (%d)", correct)
	case correct > total:
		return fieldErrorf(field, "%d correct of %d is more than there were", correct, total)
	}
	return nil
}

// String gives "2026-11-22 Boson ExSim 89/125".
func (m Mock) String() string {
	c, n := m.Counts()
	if n == 0 {
		return fmt.Sprintf("%s %s %.0f%%", m.Date, m.Source, m.Percent)
	}
	return fmt.Sprintf("%s %s %d/%d", m.Date, m.Source, c, n)
}
