package data

import (
	"context"
	"fmt"

	"milepost/planner"
)

var (
	mockTable = table{"mock", []string{"study_id", "id"}, []string{
		"day", "source", "official", "timed", "first_attempt", "minutes", "correct", "total", "percent", "has_percent", "note", "guess", "has_guess",
	}}
	scoreTable = table{"mock_score", []string{"study_id", "mock_id", "domain"}, []string{"position", "correct", "total"}}
)

// Mocks are the mocks of a study by date, then ID.
func (s *Store) Mocks(ctx context.Context, studyID string) (out []planner.Mock, err error) {
	err = s.reading(ctx, "the mocks", func(q queryer) error {
		out, err = readMocks(ctx, q, studyID)
		return err
	})
	return out, err
}

func readMocks(ctx context.Context, q queryer, studyID string) (out []planner.Mock, err error) {
	scores, err := readScores(ctx, q, studyID)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, func(scan func(...any) error) error {
		var m planner.Mock
		var study string
		err := scan(&study, &m.ID, day{&m.Date}, &m.Source, &m.Official, &m.Timed, &m.FirstAttempt, &m.Minutes, &m.Correct, &m.Total, &m.Percent, &m.HasPercent, &m.Note, &m.Guess, &m.HasGuess)
		m.Domains = scores[m.ID]
		out = append(out, m)
		return err
	}, "SELECT "+mockTable.columns()+" FROM mock WHERE study_id = ? ORDER BY day, id", studyID)
	return out, err
}

// readScores reads the results by domain of all mocks of a study, by mock.
func readScores(ctx context.Context, q queryer, studyID string) (map[string][]planner.DomainScore, error) {
	scores := make(map[string][]planner.DomainScore)
	err := each(ctx, q, func(scan func(...any) error) error {
		var mock string
		var d planner.DomainScore
		if err := scan(&mock, &d.Domain, &d.Correct, &d.Total); err != nil {
			return err
		}
		scores[mock] = append(scores[mock], d)
		return nil
	}, "SELECT mock_id, domain, correct, total FROM mock_score WHERE study_id = ? ORDER BY mock_id, position", studyID)
	return scores, err
}

// SaveMock stores a mock; one with a known ID replaces the stored one.
func (t *Tx) SaveMock(studyID string, m planner.Mock) error {
	if err := checkMock(m); err != nil {
		return err
	}
	if err := t.requireStudy(studyID); err != nil {
		return fmt.Errorf("save mock: %w", err)
	}
	if err := t.roomFor(mockTable, studyID, m.ID, MaxMocks); err != nil {
		return err
	}
	if err := t.put(mockTable, mockRow(studyID, m)); err != nil {
		return fmt.Errorf("save mock: %w", err)
	}
	var scores []row
	for i, d := range m.Domains {
		scores = append(scores, row{studyID, m.ID, d.Domain, number(i), number(d.Correct), number(d.Total)})
	}
	if err := t.replace(scoreTable, row{studyID, m.ID}, scores); err != nil {
		return fmt.Errorf("save the scores of a mock: %w", err)
	}
	return nil
}

// DeleteMock removes a mock with its scores, or answers ErrNotFound.
func (t *Tx) DeleteMock(studyID, id string) error {
	if _, err := t.remove(scoreTable, studyID, id); err != nil {
		return fmt.Errorf("delete the scores of mock %q: %w", id, err)
	}
	n, err := t.remove(mockTable, studyID, id)
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("delete mock %q: %w", id, err)
	}
	return nil
}

func mockRow(studyID string, m planner.Mock) row {
	return row{
		studyID, m.ID, m.Date.String(), m.Source, flag(m.Official), flag(m.Timed), flag(m.FirstAttempt), number(m.Minutes),
		number(m.Correct), number(m.Total), m.Percent, flag(m.HasPercent), m.Note, m.Guess, flag(m.HasGuess),
	}
}

// checkMock refuses what cannot be a mock. Whether its domains are those of the study, and whether its day has come, is for
// others to say: a mock stays when a domain goes, and the store does not know the day.
func checkMock(m planner.Mock) error {
	domains := make([]planner.StudyDomain, len(m.Domains))
	for i, d := range m.Domains {
		if err := planner.CheckText(fmt.Sprintf("domains[%d]", i), d.Domain, planner.MaxNameRunes); err != nil {
			return err
		}
		domains[i].ID = d.Domain
	}
	return first(
		checkID("id", m.ID),
		checkDay("date", m.Date),
		m.Validate(domains, m.Date),
		checkCount("domains", len(m.Domains), planner.MaxDomains),
		checkFinite("percent", m.Percent),
		planner.CheckGuess(m.Guess),
	)
}
