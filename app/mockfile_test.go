package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"milepost/planner"
)

const mocksByMail = "date,source,domain,correct,total,timed,first_attempt,minutes,note\n" +
	"2026-10-18,Diagnostic,,62,125,yes,yes,140,\n" +
	"2026-11-04,Boson,d1,20,26,yes,yes,161,tired\n2026-11-04,Boson,d2,14,19,yes,yes,161,tired\n" +
	"2026-12-24,Boson,,1,2,yes,yes,,\n"

func TestMocksComeFromAFile(t *testing.T) {
	c := newCandidate(t)
	if _, err := c.ReadMocks(c.ctx, strings.NewReader(mocksByMail), MockFileOptions{}); !errors.Is(err, ErrNoStudy) {
		t.Errorf("without a study: %v", err)
	}
	c.setUp()
	recorded, err := c.RecordMock(c.ctx, planner.Mock{Date: planner.MustDate("2026-10-18"), Source: "diagnostic ", Correct: 62, Total: 125, Timed: true, FirstAttempt: true})
	c.check(err)
	c.check(c.GuessNext(c.ctx, 70))
	f, err := c.ReadMocks(c.ctx, strings.NewReader(mocksByMail), MockFileOptions{})
	c.check(err)
	if len(f.Mocks) != 2 || len(f.Bad) != 1 || f.Bad[0].Line != 5 || f.Recorded[0].ID != recorded.ID || f.Recorded[1].ID != "" || len(f.New()) != 1 || len(f.All()) != 2 {
		t.Fatalf("found are %+v, recorded %v", f.MockProposal, f.Recorded)
	}
	c.check(c.ImportMocks(c.ctx, f.New()))
	v, err := c.Mocks(c.ctx)
	c.check(err)
	if len(v.Mocks) != 2 || v.Mocks[0].Source != "Boson" || v.Mocks[0].Note != "tired" || v.Mocks[0].Domains[1].Correct != 14 {
		t.Errorf("recorded are %v", v.Mocks)
	}
	if !v.HasGuess {
		t.Error("the guess of the next mock is gone")
	}
	diary, err := c.Diary(c.ctx)
	c.check(err)
	for _, d := range diary.Mocks {
		if d.Mock.Source == "Boson" {
			t.Error("the diary claims to have foretold what came from a file")
		}
	}
	again, err := c.ReadMocks(c.ctx, strings.NewReader(mocksByMail), MockFileOptions{})
	c.check(err)
	if len(again.New()) != 0 {
		t.Errorf("the same file once more has %d new mocks", len(again.New()))
	}
	undone, err := c.Undo(c.ctx)
	c.check(err)
	if v, _ := c.Mocks(c.ctx); undone != "Import mock" || len(v.Mocks) != 1 {
		t.Errorf("undone is %q, left are %v", undone, v.Mocks)
	}
	c.check(c.ImportMocks(c.ctx, nil))
	bad := f.All()
	bad[1].Date = c.day.AddDays(1)
	if err := c.ImportMocks(c.ctx, bad); err == nil || !strings.Contains(err.Error(), "mocks[1].date") {
		t.Errorf("a mock of tomorrow: %v", err)
	}
	if v, _ := c.Mocks(c.ctx); len(v.Mocks) != 1 {
		t.Errorf("of an import that failed %d mocks are left", len(v.Mocks)-1)
	}
}

// TestMocksGoOutAndComeBack: what is written is read without a question, and is the same.
func TestMocksGoOutAndComeBack(t *testing.T) {
	c := newCandidate(t)
	_, err := c.CreateSample(c.ctx)
	c.check(err)
	before, err := c.Mocks(c.ctx)
	c.check(err)
	write, err := c.MocksTable(c.ctx)
	c.check(err)
	var file bytes.Buffer
	c.check(write(&file))
	ids := make([]string, len(before.Mocks))
	for i, m := range before.Mocks {
		ids[i] = m.ID
	}
	c.check(c.RemoveMocks(c.ctx, ids))
	path := filepath.Join(t.TempDir(), "mocks.csv")
	c.check(os.WriteFile(path, file.Bytes(), 0o600))
	f, err := c.ReadMocksJob(path, MockFileOptions{})(c.ctx)
	c.check(err)
	if len(f.Bad) > 0 || f.AskDateOrder || len(f.New()) != len(before.Mocks) {
		t.Fatalf("read are %d new, bad %v, asked: %v", len(f.New()), f.Bad, f.AskDateOrder)
	}
	c.check(c.ImportMocks(c.ctx, f.New()))
	after, err := c.Mocks(c.ctx)
	c.check(err)
	for i := range after.Mocks {
		after.Mocks[i].ID = before.Mocks[i].ID
	}
	if !reflect.DeepEqual(after.Mocks, before.Mocks) {
		t.Errorf("came back as\n%v, not\n%v", after.Mocks, before.Mocks)
	}
	for _, bad := range []string{filepath.Join(t.TempDir(), "none.csv"), t.TempDir()} {
		var fe *planner.FieldError
		if _, err := c.ReadMocksJob(bad, MockFileOptions{})(c.ctx); !errors.As(err, &fe) || fe.Field != "file" {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
