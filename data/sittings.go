package data

import (
	"context"
	"fmt"

	"milepost/planner"
)

var (
	sittingTable = table{"sitting", []string{"study_id", "id"}, []string{"day", "passed", "note"}}
	resultTable  = table{"sitting_result", []string{"study_id", "sitting_id", "domain"}, []string{"position", "band", "percent", "has_percent"}}
)

// Sittings are the sittings of a study by date, then ID.
func (s *Store) Sittings(ctx context.Context, studyID string) (out []planner.Sitting, err error) {
	err = s.reading(ctx, "the sittings", func(q queryer) error {
		out, err = readSittings(ctx, q, studyID)
		return err
	})
	return out, err
}

func readSittings(ctx context.Context, q queryer, studyID string) (out []planner.Sitting, err error) {
	results, err := readResults(ctx, q, studyID)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, func(scan func(...any) error) error {
		var x planner.Sitting
		var study string
		err := scan(&study, &x.ID, day{&x.Date}, &x.Passed, &x.Note)
		x.Results = results[x.ID]
		out = append(out, x)
		return err
	}, "SELECT "+sittingTable.columns()+" FROM sitting WHERE study_id = ? ORDER BY day, id", studyID)
	return out, err
}

// readResults reads the results by domain of all sittings of a study, by sitting.
func readResults(ctx context.Context, q queryer, studyID string) (map[string][]planner.DomainResult, error) {
	results := make(map[string][]planner.DomainResult)
	err := each(ctx, q, func(scan func(...any) error) error {
		var sitting string
		var r planner.DomainResult
		if err := scan(&sitting, &r.Domain, &r.Band, &r.Percent, &r.HasPercent); err != nil {
			return err
		}
		results[sitting] = append(results[sitting], r)
		return nil
	}, "SELECT sitting_id, domain, band, percent, has_percent FROM sitting_result WHERE study_id = ? ORDER BY sitting_id, position", studyID)
	return results, err
}

// SaveSitting stores a sitting; one with a known ID replaces the stored one.
func (t *Tx) SaveSitting(studyID string, x planner.Sitting) error {
	if err := checkSitting(x); err != nil {
		return err
	}
	if err := t.requireStudy(studyID); err != nil {
		return fmt.Errorf("save sitting: %w", err)
	}
	if err := t.roomFor(sittingTable, studyID, x.ID, MaxSittings); err != nil {
		return err
	}
	if err := t.put(sittingTable, row{studyID, x.ID, x.Date.String(), flag(x.Passed), x.Note}); err != nil {
		return fmt.Errorf("save sitting: %w", err)
	}
	var results []row
	for i, r := range x.Results {
		results = append(results, row{studyID, x.ID, r.Domain, number(i), string(r.Band), r.Percent, flag(r.HasPercent)})
	}
	if err := t.replace(resultTable, row{studyID, x.ID}, results); err != nil {
		return fmt.Errorf("save the results of a sitting: %w", err)
	}
	return nil
}

// DeleteSitting removes a sitting with its results, or answers ErrNotFound.
func (t *Tx) DeleteSitting(studyID, id string) error {
	if _, err := t.remove(resultTable, studyID, id); err != nil {
		return fmt.Errorf("delete the results of sitting %q: %w", id, err)
	}
	n, err := t.remove(sittingTable, studyID, id)
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("delete sitting %q: %w", id, err)
	}
	return nil
}

// checkSitting refuses what cannot be a sitting. Whether its day has come is for others to say: the store does not know the day.
func checkSitting(x planner.Sitting) error {
	domains := make([]planner.StudyDomain, len(x.Results))
	for i, r := range x.Results {
		if err := planner.CheckText(fmt.Sprintf("domains[%d]", i), r.Domain, planner.MaxNameRunes); err != nil {
			return err
		}
		domains[i].ID = r.Domain
	}
	return first(
		checkID("id", x.ID),
		checkDay("date", x.Date),
		x.Validate(planner.Study{Domains: domains}, x.Date),
		checkCount("domains", len(x.Results), planner.MaxDomains),
	)
}
