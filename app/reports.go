package app

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"

	"milepost/data"
	"milepost/planner"
)

// ReportChoices are how somebody likes the reports of a study. What the parts, formats and papers are is up to package report; a name it does not know is
// as good as none.
type ReportChoices struct {
	Period   ReportPeriod      `json:"period,omitempty"`
	Own      planner.DateRange `json:"-"` // of [PeriodOwn]; not kept: it would be out of date the next time
	Parts    []string          `json:"parts,omitempty"`
	Author   string            `json:"author,omitempty"`
	Format   string            `json:"format,omitempty"`
	Paper    string            `json:"paper,omitempty"`
	Language string            `json:"language,omitempty"` // "" for the window's
	Folder   string            `json:"folder,omitempty"`   // where the last one was saved
	// Weekday is the day on which a report is written by itself into Weekly, a folder: 1 Monday to 7 Sunday, 0 for none.
	Weekday int    `json:"weekday,omitempty"`
	Weekly  string `json:"weekly,omitempty"`
	// Last is the day of the report that was made last, and Written that of the last one by itself; zero before the first.
	Last    planner.Date `json:"last,omitzero"`
	Written planner.Date `json:"written,omitzero"`
}

// ReportPeriod is a way to choose a period that moves on with the days.
type ReportPeriod string

// The periods.
const (
	PeriodAll       ReportPeriod = ""           // the whole preparation
	PeriodSinceLast ReportPeriod = "since-last" // since the report before
	PeriodFourWeeks ReportPeriod = "four-weeks"
	PeriodOwn       ReportPeriod = "own"
)

// Range is the period as of today. An open end is closed by [Milepost.Progress].
func (c ReportChoices) Range(today planner.Date) planner.DateRange {
	switch c.Period {
	case PeriodSinceLast:
		if !c.Last.IsZero() && !c.Last.After(today) {
			return planner.DateRange{First: c.Last, Last: today}
		}
	case PeriodFourWeeks:
		return planner.DateRange{First: today.AddDays(-27), Last: today}
	case PeriodOwn:
		return c.Own
	}
	return planner.DateRange{Last: today}
}

// Due is the day of the weekly report that is to be written, the latest if several were left out while the program was closed; the zero Date when none is.
func (c ReportChoices) Due(today planner.Date) planner.Date {
	if c.Weekday < 1 || c.Weekday > 7 || c.Weekly == "" {
		return planner.Date{}
	}
	day := today.Monday().AddDays(c.Weekday - 1)
	if day.After(today) {
		day = day.AddDays(-7)
	}
	if !day.After(c.Written) {
		return planner.Date{}
	}
	return day
}

// reportKey names the setting that holds the choices for a study. They belong to this computer, as its folders do.
func reportKey(study string) string { return "local.report." + study }

// ReportChoices are those of the open study. What makes no sense is none: it could only come from another program.
func (m *Milepost) ReportChoices(ctx context.Context) (ReportChoices, error) {
	study, err := m.Current(ctx)
	if err != nil {
		return ReportChoices{}, err
	}
	text, err := m.store.Setting(ctx, reportKey(study.ID))
	if err != nil || text == "" {
		return ReportChoices{}, err
	}
	var c ReportChoices
	if json.Unmarshal([]byte(text), &c) != nil || c.check() != nil {
		return ReportChoices{}, nil
	}
	return c, nil
}

// KeepReportChoices keeps them for the open study. That is no action: nothing of the study changes by it, and it is not undone.
func (m *Milepost) KeepReportChoices(ctx context.Context, c ReportChoices) error {
	study, err := m.Current(ctx)
	if err != nil {
		return err
	}
	if err := c.check(); err != nil {
		return err
	}
	if c.Period == PeriodOwn {
		c.Period = PeriodAll
	}
	text, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("keep the choices of reports: %w", err)
	}
	return m.store.Do(ctx, "Keep the choices of reports", func(tx *data.Tx) error { return tx.SetSetting(reportKey(study.ID), string(text)) })
}

// mostPath bounds the length of a folder's name, in characters.
const mostPath = 2000

func (c ReportChoices) check() error {
	switch {
	case !slices.Contains([]ReportPeriod{PeriodAll, PeriodSinceLast, PeriodFourWeeks, PeriodOwn}, c.Period):
		return &planner.FieldError{Field: "period", Reason: fmt.Sprintf("there is no period %q", string(c.Period))}
	case c.Weekday < 0 || c.Weekday > 7:
		return &planner.FieldError{Field: "weekday", Reason: fmt.Sprintf("%d is no day of the week (1 Monday to 7 Sunday)", c.Weekday)}
	case utf8.RuneCountInString(c.Folder) > mostPath || utf8.RuneCountInString(c.Weekly) > mostPath:
		return &planner.FieldError{Field: "folder", Reason: "the path of the folder is too long"}
	}
	return planner.CheckText("author", c.Author, planner.MaxNameRunes)
}
