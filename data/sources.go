package data

import (
	"context"
	"fmt"
	"strings"

	"milepost/planner"
	"milepost/planner/readiness"
)

var sourceTable = table{"source", []string{"study_id", "name"}, []string{"official", "offset_log", "offset_sd", "has_offset"}}

// Sources are what is known of a study's sources of questions, by name.
func (s *Store) Sources(ctx context.Context, studyID string) (out []readiness.SourcePrior, err error) {
	err = s.reading(ctx, "the sources", func(q queryer) error {
		out, err = readSources(ctx, q, studyID)
		return err
	})
	return out, err
}

func readSources(ctx context.Context, q queryer, studyID string) (out []readiness.SourcePrior, err error) {
	err = each(ctx, q, func(scan func(...any) error) error {
		var p readiness.SourcePrior
		var study string
		err := scan(&study, &p.Name, &p.Official, &p.Offset, &p.OffsetSD, &p.HasOffset)
		out = append(out, p)
		return err
	}, "SELECT "+sourceTable.columns()+" FROM source WHERE study_id = ? ORDER BY name", studyID)
	return out, err
}

// SaveSource stores what is known of a source; one with a known name replaces the stored one.
func (t *Tx) SaveSource(studyID string, p readiness.SourcePrior) error {
	if err := checkSource(p); err != nil {
		return err
	}
	if err := t.requireStudy(studyID); err != nil {
		return fmt.Errorf("save source: %w", err)
	}
	if err := t.roomFor(sourceTable, studyID, p.Name, MaxSources); err != nil {
		return err
	}
	if err := t.put(sourceTable, row{studyID, p.Name, flag(p.Official), p.Offset, p.OffsetSD, flag(p.HasOffset)}); err != nil {
		return fmt.Errorf("save source: %w", err)
	}
	return nil
}

// DeleteSource forgets what is known of a source, by its name as stored, or answers ErrNotFound. Its mocks stay.
func (t *Tx) DeleteSource(studyID, name string) error {
	n, err := t.remove(sourceTable, studyID, name)
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("delete source %q: %w", name, err)
	}
	return nil
}

func checkSource(p readiness.SourcePrior) error {
	if strings.TrimSpace(p.Name) == "" {
		return fieldError("name", "a source needs a name")
	}
	return first(planner.CheckText("name", p.Name, planner.MaxNameRunes), checkFinite("offset", p.Offset), checkFinite("offset_sd", p.OffsetSD))
}
