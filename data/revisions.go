package data

import (
	"context"
	"time"
)

// Revisions are when the parts of a study were last changed, by the stamps of two computers' changes ([touchedVersions]). They only ever go
// forward: undoing is a change too.
type Revisions struct {
	Created     time.Time
	Study, Plan time.Time            // Created where nothing was changed since
	Sessions    map[string]time.Time // by ID, of those that are no mere part of the plan: done, pinned, added by hand
}

// Latest is the last of all changes.
func (r Revisions) Latest() time.Time {
	latest := r.Study
	if r.Plan.After(latest) {
		latest = r.Plan
	}
	for _, at := range r.Sessions {
		if at.After(latest) {
			latest = at
		}
	}
	return latest
}

// Revisions of a study.
func (s *Store) Revisions(ctx context.Context, studyID string) (Revisions, error) {
	out := Revisions{Sessions: make(map[string]time.Time)}
	err := s.reading(ctx, "when a study was changed", func(q queryer) error {
		var created string
		if err := orNone(q.QueryRowContext(ctx, "SELECT created_at FROM study WHERE id = ?", studyID).Scan(&created)); err != nil {
			return err
		}
		out.Created, _ = time.Parse(time.RFC3339, created) // checked when it was stored; without it the first of all moments
		out.Study, out.Plan = out.Created, out.Created
		return each(ctx, q, func(scan func(...any) error) error {
			var kind, id string
			var stamp int64
			if err := scan(&kind, &id, &stamp); err != nil {
				return err
			}
			at := time.UnixMilli(stamp).UTC()
			switch kind {
			case "study":
				out.Study = at
			case "plan":
				out.Plan = at
			case "session":
				out.Sessions[id] = at
			}
			return nil
		}, "SELECT kind, id, stamp FROM version WHERE study_id = ? AND kind IN ('study', 'plan', 'session')", studyID)
	})
	return out, err
}
