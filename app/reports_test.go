package app

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"milepost/data"
	"milepost/planner"
)

func TestChoicesOfReportsAreKept(t *testing.T) {
	c := newCandidate(t)
	if _, err := c.ReportChoices(c.ctx); !errors.Is(err, ErrNoStudy) {
		t.Errorf("without a study: %v", err)
	}
	study := c.setUp()
	undo, _, err := c.UndoNames(c.ctx)
	c.check(err)
	want := ReportChoices{
		Period: PeriodSinceLast, Parts: []string{"mocks"}, Author: "Ada", Format: "html", Paper: "Letter", Language: "de", Folder: "/here", Weekday: 7, Weekly: "/there",
		Last: planner.MustDate("2026-11-20"), Written: planner.MustDate("2026-11-15"),
	}
	c.check(c.KeepReportChoices(c.ctx, want))
	c.restart()
	got, err := c.ReportChoices(c.ctx)
	c.check(err)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("kept is %+v", got)
	}
	if now, _, _ := c.UndoNames(c.ctx); now != undo {
		t.Errorf("Undo would take back %q", now)
	}
	own := want
	own.Period, own.Own = PeriodOwn, planner.DateRange{First: planner.MustDate("2026-11-01")}
	c.check(c.KeepReportChoices(c.ctx, own))
	if got, _ := c.ReportChoices(c.ctx); got.Period != PeriodAll || !got.Own.First.IsZero() {
		t.Errorf("dates of their own are kept: %+v", got)
	}
	for field, bad := range map[string]ReportChoices{
		"author": {Author: strings.Repeat("x", 201)}, "weekday": {Weekday: 8}, "period": {Period: "never"}, "folder": {Weekly: strings.Repeat("x", 3000)},
	} {
		var fe *planner.FieldError
		if err := c.KeepReportChoices(c.ctx, bad); !errors.As(err, &fe) || fe.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	for _, bad := range []string{"{", `{"weekday": 9}`, `{"last": "never"}`, "[]"} {
		c.check(c.store.Do(c.ctx, "by another program", func(tx *data.Tx) error { return tx.SetSetting(reportKey(study.ID), bad) }))
		if got, err := c.ReportChoices(c.ctx); err != nil || !reflect.DeepEqual(got, ReportChoices{}) {
			t.Errorf("%s is read as %+v, %v", bad, got, err)
		}
	}
}

func TestWhenAWeeklyReportIsDue(t *testing.T) {
	sunday := ReportChoices{Weekday: 7, Weekly: "/there"}
	for _, x := range []struct{ written, today, due string }{
		{"", "2026-11-23", "2026-11-22"},           // a Monday: yesterday's, which was never written
		{"2026-11-22", "2026-11-28", ""},           // not before the next Sunday
		{"2026-11-22", "2026-11-29", "2026-11-29"}, // the day itself
		{"2026-11-22", "2026-12-24", "2026-12-20"}, // of several that were left out the latest
		{"2026-12-20", "2026-11-29", ""},           // a clock that went back
	} {
		c := sunday
		if x.written != "" {
			c.Written = planner.MustDate(x.written)
		}
		if got := c.Due(planner.MustDate(x.today)).String(); got != x.due {
			t.Errorf("written %s, today %s: due %q, want %q", x.written, x.today, got, x.due)
		}
	}
	if !(ReportChoices{Weekday: 7}).Due(planner.MustDate("2026-11-29")).IsZero() || !(ReportChoices{Weekly: "/x"}).Due(planner.MustDate("2026-11-29")).IsZero() {
		t.Error("a report is due without a day or a folder")
	}
}

func TestPeriodsOfReportsMoveOn(t *testing.T) {
	today := planner.MustDate("2026-11-23")
	last := planner.MustDate("2026-11-15")
	for _, x := range []struct {
		c    ReportChoices
		want string
	}{
		{ReportChoices{}, " 2026-11-23"},
		{ReportChoices{Period: PeriodFourWeeks}, "2026-10-27 2026-11-23"},
		{ReportChoices{Period: PeriodSinceLast}, " 2026-11-23"},
		{ReportChoices{Period: PeriodSinceLast, Last: last}, "2026-11-15 2026-11-23"},
		{ReportChoices{Period: PeriodSinceLast, Last: today.AddDays(3)}, " 2026-11-23"},
		{ReportChoices{Period: PeriodOwn, Own: planner.DateRange{First: last, Last: last}}, "2026-11-15 2026-11-15"},
	} {
		if r := x.c.Range(today); r.First.String()+" "+r.Last.String() != x.want {
			t.Errorf("%+v is %s to %s, want %s", x.c, r.First, r.Last, x.want)
		}
	}
}
