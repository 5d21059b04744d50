package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data"
	"milepost/data/backups"
	"milepost/data/datatest"
	"milepost/planner"
)

func TestAnOlderFileIsBackedUpAndBroughtUpToDate(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "study.milepost")
	touch(t, path)
	check(t, data.MakeVersion(t.Context(), path, 1))
	run(t, path, "INSERT INTO setting VALUES ('theme', 'dark')")
	h := must(data.Verify(t.Context(), path))
	same(t, "version before", h.Version, 1)

	s := datatest.OpenAt(t, path)
	same(t, "setting", must(s.Setting(t.Context(), "theme")), "dark")
	datatest.Do(t, s, "New study", func(tx *data.Tx) error { return tx.SaveStudy(datatest.Study("s")) })
	same(t, "undone", must(s.Undo(t.Context())), "New study")
	check(t, s.Close())

	same(t, "version after", must(data.Verify(t.Context(), path)).Version, data.LatestVersion())
	list := must(data.ListBackups(t.Context(), path, ""))
	same(t, "backups", len(list), 1)
	same(t, "reason", list[0].Reason, backups.BeforeUpgrade)
	same(t, "time", list[0].At, datatest.Now)
	h = must(data.Verify(t.Context(), list[0].Path))
	same(t, "version of the backup", h.Version, 1)
	same(t, "backup sound", h.OK(), true)
	same(t, "files", len(must(os.ReadDir(dir))), 2)
}

// A study from before times of the day begins at no particular one; it can be given some, and that can be undone.
func TestAStudyFromBeforeTimesHasNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	touch(t, path)
	check(t, data.MakeVersion(t.Context(), path, 3))
	run(t, path, `INSERT INTO study VALUES ('s', 1, 'Old', '', 'X', '2027-02-04', '', 0, 125, 180, 60, 60, 0, 60, 40, 120, 30, 45, 120, 0.45, 0.75, 0.15,
		180, -1, 0.7, 1, '2026-11-01T12:00:00Z', 'high')`, `INSERT INTO study_domain VALUES ('s', 'd1', 0, 'D', 1, 0, 0, 1, 0, 0, 0, 0)`)
	s := datatest.OpenAt(t, path)
	old := must(s.Study(t.Context(), "s"))
	same(t, "steadiness", old.Steadiness, planner.SteadyHigh)
	same(t, "has starts", old.Availability.HasStarts(), false)
	timed := old
	timed.Availability.Start[6], timed.Availability.MockStart = planner.TimeAt(0), planner.TimeAt(1439)
	datatest.Do(t, s, "Times", func(tx *data.Tx) error { return tx.SaveStudy(timed) })
	same(t, "with times", must(s.Study(t.Context(), "s")), timed)
	same(t, "undone", must(s.Undo(t.Context())), "Times")
	same(t, "without again", must(s.Study(t.Context(), "s")), old)
}

func TestAMigrationThatFailsLeavesTheVersionBefore(t *testing.T) {
	for name, text := range map[string]string{
		"wrong statement":   "CREATE TABLE extra (n INTEGER) STRICT; INSERT INTO nowhere VALUES (1);",
		"broken references": "CREATE TABLE extra (n INTEGER) STRICT; DELETE FROM study_domain;",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "study.milepost")
			sound(t, path)
			db := data.OpenRaw(path)
			if err := data.RunMigration(t.Context(), db, data.LatestVersion()+1, text); err == nil {
				t.Error("the migration went through")
			}
			check(t, db.Close())
			h := must(data.Verify(t.Context(), path)) // the tables are to the letter those of its version
			same(t, "kind", h.Kind, data.Kind(""))
			same(t, "version", h.Version, data.LatestVersion())
			same(t, "mocks", h.Mocks, 50)
		})
	}
}

func TestABackupHoldsEverythingAndOpensByItself(t *testing.T) {
	ctx, study := t.Context(), datatest.Study("s")
	s := datatest.With(t, study)
	datatest.Do(t, s, "Record mock", func(tx *data.Tx) error { return tx.SaveMock("s", datatest.Mock(study, 1)) })
	out := filepath.Join(t.TempDir(), "backups", "one.milepost")
	check(t, s.Backup(ctx, out))
	same(t, "files beside the backup", len(must(os.ReadDir(filepath.Dir(out)))), 1)

	copied := datatest.OpenAt(t, out)
	same(t, "rows", dump(t, copied), dump(t, s))
	same(t, "undone in the backup", must(copied.Undo(ctx)), "Record mock")
	same(t, "mocks of the original", len(must(s.Mocks(ctx, "s"))), 1)
}

func TestABackupReplacesNothing(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	thesis := filepath.Join(t.TempDir(), "thesis.txt")
	check(t, os.WriteFile(thesis, []byte("years of work"), 0o600))
	for _, out := range []string{thesis, s.Path(), filepath.Dir(thesis)} {
		err := s.Backup(t.Context(), out)
		same(t, "field", planner.ErrorField(err), "out")
		if err == nil || !strings.Contains(err.Error(), out) {
			t.Errorf("%v does not name %s", err, out)
		}
	}
	same(t, "thesis", string(must(os.ReadFile(thesis))), "years of work")
	same(t, "files", len(must(os.ReadDir(filepath.Dir(thesis)))), 1)
}

func TestVerifyLooksAtAFileInUse(t *testing.T) {
	s := datatest.With(t, datatest.Study("s"))
	dir := filepath.Dir(s.Path())
	before := snapshot(t, dir)
	h := must(data.Verify(t.Context(), s.Path()))
	same(t, "kind", h.Kind, data.Kind(""))
	same(t, "studies", h.Studies, 1)
	same(t, "files", snapshot(t, dir), before)
	datatest.Do(t, s, "Delete study", func(tx *data.Tx) error { return tx.DeleteStudy("s") })
	same(t, "studies", must(data.Verify(t.Context(), s.Path())).Studies, 0)
}

func TestOpenWantsAClock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	if _, err := data.Open(t.Context(), path, data.Options{Create: true}); err == nil {
		t.Error("opened without a clock")
	}
	_, err := os.Stat(path)
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file was made: %v", err)
	}
}

func TestAnUpdateTellsLoggedSessionsFromPlannedOnes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "study.milepost")
	touch(t, path)
	check(t, data.MakeVersion(t.Context(), path, 3))
	run(t, path,
		`INSERT INTO study (id, number, name, exam_id, exam_code, exam_day, start_day, sample, questions, exam_minutes, mon, tue, wed, thu, fri, sat, sun, session_minutes,
			hours_reference, content_share, target, buffer, mock_minutes, mocks_wanted, pass_line, scaled_pass_mark, created_at)
		VALUES ('s', 1, 'ISSMP', '', '', '2027-02-04', '2026-11-23', 0, 125, 180, 60, 60, 0, 60, 40, 120, 30, 45, 120.5, 0.45, 0.75, 0.15, 180, -1, 0.7, 1, '2026-11-23T10:00:00Z')`,
		`INSERT INTO session (study_id, id, day, position, domain, activity, minutes, pinned, status, done_minutes, stage, reason, note)
		VALUES ('s', 'x', '2026-11-23', 0, 'd1', 'learn', 45, 0, 'done', 60, '', 'logged by you', ''), ('s', 'y', '2026-11-24', 0, 'd1', 'learn', 45, 0, 'planned', 0, '', 'First pass.', '')`)
	sessions := must(datatest.OpenAt(t, path).Sessions(t.Context(), "s"))
	same(t, "logged by hand", sessions[0].ByHand, true)
	same(t, "planned by the planner", sessions[1].ByHand, false)
}
