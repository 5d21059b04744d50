package data

import (
	"context"
	"fmt"

	"milepost/planner"
)

var milestoneTable = table{"milestone", []string{"study_id", "id"}, []string{"position", "name", "day", "slack_minutes", "met"}}

// Milestones are the milestones of a study by date; on one day in the order they were given.
func (s *Store) Milestones(ctx context.Context, studyID string) (out []planner.Milestone, err error) {
	err = s.reading(ctx, "the milestones", func(q queryer) error {
		out, err = readMilestones(ctx, q, studyID)
		return err
	})
	return out, err
}

func readMilestones(ctx context.Context, q queryer, studyID string) (out []planner.Milestone, err error) {
	err = each(ctx, q, func(scan func(...any) error) error {
		var m planner.Milestone
		var study string
		var position int
		err := scan(&study, &m.ID, &position, &m.Name, day{&m.Date}, &m.SlackMinutes, &m.Met)
		out = append(out, m)
		return err
	}, "SELECT "+milestoneTable.columns()+" FROM milestone WHERE study_id = ? ORDER BY day, position, id", studyID)
	return out, err
}

// ReplaceMilestones makes the milestones of a study be exactly these.
func (t *Tx) ReplaceMilestones(studyID string, milestones []planner.Milestone) error {
	if err := checkCount("milestones", len(milestones), MaxMilestones); err != nil {
		return err
	}
	rows := make([]row, 0, len(milestones))
	seen := make(map[string]bool, len(milestones))
	for i, m := range milestones {
		field := fmt.Sprintf("milestones[%d]", i)
		if err := checkMilestone(m); err != nil {
			return planner.Under(field, err)
		}
		if seen[m.ID] {
			return fieldError(field+".id", "the id %q is used twice", m.ID)
		}
		seen[m.ID] = true
		rows = append(rows, row{studyID, m.ID, number(i), m.Name, m.Date.String(), number(m.SlackMinutes), flag(m.Met)})
	}
	if err := t.requireStudy(studyID); err != nil {
		return fmt.Errorf("save milestones: %w", err)
	}
	if err := t.replace(milestoneTable, row{studyID}, rows); err != nil {
		return fmt.Errorf("save milestones: %w", err)
	}
	return nil
}

func checkMilestone(m planner.Milestone) error {
	return first(checkID("id", m.ID), checkDay("date", m.Date), planner.CheckText("name", m.Name, planner.MaxTextRunes))
}
