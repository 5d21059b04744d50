package mockfile

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"milepost/planner"
)

// ownHeader is the lossless form: one line a domain, and one with no domain for the total.
var ownHeader = []string{
	string(ColumnDate), string(ColumnSource), string(ColumnDomain), string(ColumnCorrect), string(ColumnTotal),
	string(ColumnTimed), string(ColumnFirstAttempt), string(ColumnMinutes), string(ColumnNote),
}

// Write writes mocks in the form that loses nothing: UTF-8 with a byte order mark and CRLF, which spreadsheets expect, and
// "'" before texts they would take for a formula. Columns official, guess, percent and mock follow only when a mock needs them; the last
// keeps apart mocks of the same day and source. Read gives the same mocks back in their order, without IDs, and with
// line feeds for the line breaks in texts.
//
// A mock that could not be read again is refused with a *planner.FieldError like "mocks[3].note", before anything is
// written: one planner.Mock.Validate refuses, with a control character in a text, or with a blank domain. Failures of w
// are passed on.
func Write(w io.Writer, mocks []planner.Mock) error {
	for i, m := range mocks {
		if err := writable(m); err != nil {
			return planner.Under(fmt.Sprintf("mocks[%d]", i), err)
		}
	}
	e := newEncoder(mocks)
	if _, err := io.WriteString(w, utf8BOM); err != nil {
		return fmt.Errorf("write mocks: %w", err)
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	records := [][]string{e.header()}
	for i, m := range mocks {
		records = append(records, e.records(m, i+1)...)
	}
	if err := out.WriteAll(records); err != nil {
		return fmt.Errorf("write mocks: %w", err)
	}
	return nil
}

// writable refuses what Read would not give back. Of what day it is and which domains the study has, nothing is known here.
func writable(m planner.Mock) error {
	own := make([]planner.StudyDomain, len(m.Domains))
	for i, d := range m.Domains {
		own[i].ID = d.Domain
		if strings.TrimSpace(d.Domain) == "" {
			return refusal("domains", "a domain without an id cannot be written")
		}
		if err := checkOwnText("domains", d.Domain); err != nil {
			return err
		}
	}
	if err := m.Validate(own, m.Date); err != nil {
		return err
	}
	if _, err := planner.ParseDate(m.Date.String()); err != nil {
		return refusal("date", "%v", err)
	}
	if err := checkOwnText("source", m.Source); err != nil {
		return err
	}
	return checkOwnText("note", m.Note)
}

func checkOwnText(field, text string) error {
	if c, ok := controlIn(lineFeeds(text)); ok {
		return refusal(field, "the text holds a control character (%U), which a CSV file cannot carry", c)
	}
	return planner.CheckText(field, text, planner.MaxTextRunes)
}

// encoder knows which of the columns at the end are needed.
type encoder struct{ official, guess, percent, mock bool }

func newEncoder(mocks []planner.Mock) encoder {
	e := encoder{}
	seen := map[groupKey]bool{}
	for _, m := range mocks {
		e.official = e.official || m.Official
		e.guess = e.guess || m.HasGuess
		e.percent = e.percent || m.HasPercent
		key := groupKey{date: m.Date, source: sourceKey(m.Source)}
		e.mock = e.mock || seen[key]
		seen[key] = true
	}
	return e
}

func (e encoder) header() []string {
	return e.with(slices.Clone(ownHeader), [4]string{string(ColumnOfficial), string(ColumnGuess), string(ColumnPercent), string(ColumnMock)})
}

// with adds the cells of the columns that are needed.
func (e encoder) with(record []string, cells [4]string) []string {
	for i, needed := range []bool{e.official, e.guess, e.percent, e.mock} {
		if needed {
			record = append(record, cells[i])
		}
	}
	return record
}

func (e encoder) records(m planner.Mock, number int) [][]string {
	minutes, guess, percent := "", "", ""
	if m.Minutes > 0 {
		minutes = strconv.Itoa(m.Minutes)
	}
	if m.HasGuess {
		guess = percentText(m.Guess)
	}
	if m.HasPercent {
		percent = percentText(m.Percent)
	}
	record := func(domain, correct, total, percent string) []string {
		return e.with([]string{
			m.Date.String(), ownText(m.Source), ownText(domain), correct, total,
			yesNo(m.Timed), yesNo(m.FirstAttempt), minutes, ownText(m.Note),
		}, [4]string{yesNo(m.Official), guess, percent, strconv.Itoa(number)})
	}
	var out [][]string
	for _, d := range m.Domains {
		out = append(out, record(d.Domain, strconv.Itoa(d.Correct), strconv.Itoa(d.Total), ""))
	}
	switch {
	case m.Total > 0:
		out = append(out, record("", strconv.Itoa(m.Correct), strconv.Itoa(m.Total), percent))
	case m.HasPercent:
		out = append(out, record("", "", "", percent))
	}
	return out
}

func ownText(s string) string { return guardText(lineFeeds(s)) }

// percentText writes all digits, so that the very same number is read; the sign keeps 0.5 % from being taken for a share.
func percentText(p float64) string {
	return strconv.FormatFloat(p+0, 'f', -1, 64) + "%" // adding 0 makes 0 of -0
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
