package readiness

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"milepost/planner"
)

// fieldErrorf blames a field of the input, by its name in the file formats.
func fieldErrorf(field, format string, args ...any) error {
	return &planner.FieldError{Field: field, Reason: fmt.Sprintf(format, args...)}
}

// validate refuses what cannot be estimated from; the error is a *planner.FieldError.
func (in Input) validate() error {
	checks := []func() error{in.validateFigures, in.validateDomains, in.validateMocks, in.validateSources, in.validateLastStudied}
	for _, check := range checks {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (in Input) validateFigures() error {
	switch {
	case in.AsOf.IsZero():
		return fieldErrorf("as_of", "say which day the estimate is for, like 2027-01-10")
	case in.ExamDate.IsZero():
		return fieldErrorf("exam_date", "an exam date is needed, like 2027-02-04")
	case math.IsNaN(in.PassLine) || in.PassLine < 0 || in.PassLine > 1:
		return fieldErrorf("pass_line", "%v is not a share from 0 to 1", in.PassLine)
	case in.Questions < 0 || in.Questions > planner.MaxQuestions:
		return fieldErrorf("questions", "%d is out of range (1 to %d)", in.Questions, planner.MaxQuestions)
	case in.Options < 0 || in.Options == 1 || in.Options > maxOptions:
		return fieldErrorf("options", "%d is out of range (2 to %d)", in.Options, maxOptions)
	case in.HasWeeklyMinutes && (in.WeeklyMinutes < 0 || in.WeeklyMinutes > 7*planner.MaxDayMinutes):
		return fieldErrorf("weekly_minutes", "%d is out of range (0 to %d)", in.WeeklyMinutes, 7*planner.MaxDayMinutes)
	}
	return nil
}

func (in Input) validateDomains() error {
	if len(in.Domains) == 0 {
		return fieldErrorf("domains", "at least one domain is needed")
	}
	if len(in.Domains) > planner.MaxDomains {
		return fieldErrorf("domains", "%d domains are more than the %d that can be estimated", len(in.Domains), planner.MaxDomains)
	}
	seen := make(map[string]bool, len(in.Domains))
	sum := 0.0
	for i, d := range in.Domains {
		id, weight := fmt.Sprintf("domains[%d].id", i), fmt.Sprintf("domains[%d].weight", i)
		if err := planner.CheckText(id, d.ID, planner.MaxNameRunes); err != nil {
			return err
		}
		switch {
		case strings.TrimSpace(d.ID) == "":
			return fieldErrorf(id, "every domain needs an id")
		case seen[d.ID]:
			return fieldErrorf(id, "the id %q is used twice", d.ID)
		case math.IsNaN(d.Weight) || math.IsInf(d.Weight, 0):
			return fieldErrorf(weight, "the weight is not a finite number")
		case d.Weight < 0:
			return fieldErrorf(weight, "a weight cannot be negative (%v)", d.Weight)
		case d.Weight > maxWeightSize:
			return fieldErrorf(weight, "the weight %v is too large", d.Weight)
		}
		seen[d.ID] = true
		sum += d.Weight
	}
	if sum <= 0 {
		return fieldErrorf("domains", "at least one domain needs a weight above zero")
	}
	return nil
}

// validateMocks leaves the judgement of a single mock to planner.Mock.Validate, except that a mock may come without a source.
func (in Input) validateMocks() error {
	if len(in.Mocks) > MaxMocks {
		return fieldErrorf("mocks", "%d mocks are more than the %d that can be estimated from", len(in.Mocks), MaxMocks)
	}
	domains := make([]planner.StudyDomain, len(in.Domains))
	for i, d := range in.Domains {
		domains[i] = planner.StudyDomain{Domain: d}
	}
	for i, m := range in.Mocks {
		if strings.TrimSpace(m.Source) == "" {
			m.Source = unnamedSource
		}
		if err := m.Validate(domains, in.AsOf); err != nil {
			return inMock(i, err)
		}
	}
	return nil
}

// inMock says in which mock of the input the blamed field is.
func inMock(i int, err error) error {
	var fe *planner.FieldError
	if errors.As(err, &fe) {
		return fieldErrorf(fmt.Sprintf("mocks[%d].%s", i, fe.Field), "%s", fe.Reason)
	}
	return fmt.Errorf("mocks[%d]: %w", i, err)
}

func (in Input) validateSources() error {
	if len(in.Sources) > MaxMocks {
		return fieldErrorf("sources", "%d sources are more than the %d that can be described", len(in.Sources), MaxMocks)
	}
	seen := make(map[string]bool, len(in.Sources))
	for i, s := range in.Sources {
		field := func(name string) string { return fmt.Sprintf("sources[%d].%s", i, name) }
		if err := planner.CheckText(field("name"), s.Name, planner.MaxNameRunes); err != nil {
			return err
		}
		name := foldedName(s.Name)
		switch {
		case strings.TrimSpace(s.Name) == "":
			return fieldErrorf(field("name"), "a source needs its name")
		case seen[name]:
			return fieldErrorf(field("name"), "the source %q is described twice", s.Name)
		case s.HasOffset && !(math.Abs(s.Offset) <= maxOffset):
			return fieldErrorf(field("offset"), "%v is out of range (-%d to %d, in log-odds)", s.Offset, maxOffset, maxOffset)
		case s.HasOffset && !(s.OffsetSD >= 0 && s.OffsetSD <= maxOffset):
			return fieldErrorf(field("offset_sd"), "%v is out of range (0 to %d, in log-odds)", s.OffsetSD, maxOffset)
		}
		seen[name] = true
	}
	return nil
}

func (in Input) validateLastStudied() error {
	known := make(map[string]bool, len(in.Domains))
	for _, d := range in.Domains {
		known[d.ID] = true
	}
	seen := make(map[string]bool, len(in.LastStudied))
	for _, l := range in.LastStudied {
		field := "last_studied." + l.Domain
		switch {
		case !known[l.Domain]:
			return fieldErrorf(field, "there is no domain with this id")
		case seen[l.Domain]:
			return fieldErrorf(field, "the domain is given twice")
		case l.Date.IsZero():
			return fieldErrorf(field, "say the day the domain was last studied")
		}
		seen[l.Domain] = true
	}
	return nil
}
