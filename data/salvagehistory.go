package data

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"milepost/data/salvage"
	"milepost/planner"
)

// unrecorded are tables of which the undo log has old states only: they are mostly written when its recording has ended.
var unrecorded = []string{"replica", "version"}

// latestStamp is the latest change that is believed. A stamp beyond it leaves no room for others: nothing could be exchanged any more.
const latestStamp = 1 << 62

// checkHistoryRow refuses rows of the history that no computer could have written. People never see them and so could not mend them,
// and one of them would keep the file from ever being merged with another.
func checkHistoryRow(t salvage.Table, values []any) error {
	if !slices.Contains(historic, t.Name) {
		return nil
	}
	for i, v := range values {
		column := t.Columns[i].Name
		switch v := v.(type) {
		case int64:
			if v > latestStamp {
				return fmt.Errorf("%d is no stamp a change can have", v)
			}
		case string:
			if column == "lost" { // a record as JSON, which has line breaks as it pleases
				continue
			}
			if err := planner.CheckText(column, v, planner.MaxNameRunes); err != nil || !utf8.ValidString(v) {
				return fmt.Errorf("its %s is not a name", column)
			}
		}
	}
	return nil
}

// recordGone is 1 for a version v whose record is not there, by the rule that [touchedVersions] goes by.
const recordGone = `CASE v.kind
  WHEN 'session' THEN NOT EXISTS (SELECT 1 FROM session AS x WHERE x.study_id = v.study_id AND x.id = v.id AND (x.status <> 'planned' OR x.pinned = 1 OR x.by_hand = 1))
  WHEN 'mock' THEN NOT EXISTS (SELECT 1 FROM mock AS x WHERE x.study_id = v.study_id AND x.id = v.id)
  WHEN 'sitting' THEN NOT EXISTS (SELECT 1 FROM sitting AS x WHERE x.study_id = v.study_id AND x.id = v.id)
  WHEN 'source' THEN NOT EXISTS (SELECT 1 FROM source AS x WHERE x.study_id = v.study_id AND x.name = v.id)
  WHEN 'guess' THEN NOT EXISTS (SELECT 1 FROM guess AS x WHERE x.study_id = v.study_id)
  ELSE NOT EXISTS (SELECT 1 FROM study AS x WHERE x.id = v.study_id)
  END`

// mendHistory makes what is known of changes agree with what is there. A version without its record would be taken by a merge for the
// record's removal, and what is lost here would be lost on the other computer too; without the version the merge brings it back.
func (w *writer) mendHistory() error {
	t := w.tables["version"]
	if t == nil {
		return nil // an older file, which has none
	}
	res, err := w.tx.ExecContext(w.ctx, "DELETE FROM version AS v WHERE v.deleted <> "+recordGone)
	if err != nil {
		return fmt.Errorf("compare the history with what is there: %w", err)
	}
	n, err := res.RowsAffected()
	if err != nil {
		return fmt.Errorf("compare the history with what is there: %w", err)
	}
	t.Taken, t.Refused = t.Taken-int(n), t.Refused+int(n)
	// What is known of a replica is at least what is there of it.
	_, err = w.tx.ExecContext(w.ctx, `INSERT INTO replica (id, seen) SELECT replica, max(stamp) FROM version GROUP BY replica
		ON CONFLICT (id) DO UPDATE SET seen = max(seen, excluded.seen) WHERE excluded.seen > seen`)
	if err != nil {
		return fmt.Errorf("note what is known of other computers: %w", err)
	}
	return nil
}
