package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"milepost/data/interchange/ical/icaltest"
)

func TestReportsInEveryFormat(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	c.must("mock", "add", "--date", "2026-11-20", "--source", "=Boson", "--score", "80/125", "--note", "Slept badly.")
	before := c.must("export", "--out", "-")
	dir := t.TempDir()
	begins := map[string]string{"pdf": "%PDF-", "html": "<!DOCTYPE html>", "md": "# Progress report", "csv": "\uFEFF", "xlsx": "PK"}
	for format, begin := range begins {
		out := filepath.Join(dir, "report."+format)
		said := c.must("report", "--out", out) // the format follows from the name
		if !strings.Contains(said, "Wrote "+out) {
			t.Errorf("%s says %q", format, said)
		}
		file, err := os.ReadFile(out)
		if err != nil || !strings.HasPrefix(string(file), begin) {
			t.Errorf("%s begins with %.20q, %v", format, file, err)
		}
		if strings.Contains(string(file), "Slept badly.") {
			t.Errorf("%s tells a note nobody chose", format)
		}
		if format != "md" { // its pictures need a file beside them
			if piped := c.must("report", "--format", format, "--out", "-"); piped != string(file) {
				t.Errorf("%s on the standard output is another", format)
			}
		}
	}
	for _, picture := range []string{"report-readiness-chart.png", "report-hours-chart.png"} {
		if _, err := os.Stat(filepath.Join(dir, picture)); err != nil {
			t.Error(err)
		}
	}
	if after := c.must("export", "--out", "-"); after != before {
		t.Error("a report changed the data")
	}
	german := c.must("report", "--format", "html", "--out", "-", "--language", "de", "--notes", "--name", "Ada Okafor", "--from", "2026-11-01", "--to", "2026-11-21")
	for _, want := range []string{`<html lang="de">`, "Fortschrittsbericht", "Slept badly.", "Ada Okafor", "1. November 2026 – 21. November 2026"} {
		if !strings.Contains(german, want) {
			t.Errorf("the German report lacks %q", want)
		}
	}
	if mocks := c.must("report", "--format", "csv", "--out", "-", "--parts", "mocks"); mocks != "\uFEFFDate,Source,Score (%),Correct,Questions,Conditions\r\n2026-11-20,'=Boson,64,80,125,Timed\r\n" {
		t.Errorf("the mocks alone are %q", mocks)
	}
}

func TestReportsThatCannotBeMade(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	dir := t.TempDir()
	out := filepath.Join(dir, "report.pdf")
	c.must("report", "--out", out)
	first, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		status int
		want   string
		args   []string
	}{
		{exitWrongUse, "--out", nil},
		{exitWrongUse, "--format is needed", []string{"--out", "-"}},
		{exitWrongUse, "--out", []string{"--out", filepath.Join(dir, "report.doc")}},
		{exitWrongUse, "--format", []string{"--out", "-", "--format", "docx"}},
		{exitWrongUse, "--paper", []string{"--out", out, "--paper", "a5"}},
		{exitWrongUse, "--parts", []string{"--out", out, "--parts", "mocks,gossip"}},
		{exitWrongUse, "--language", []string{"--out", out, "--language", "zu"}},
		{exitWrongUse, "--language", []string{"--out", out, "--language", "!"}},
		{exitWrongUse, "--name", []string{"--out", out, "--name", strings.Repeat("x", 201)}},
		{exitWrongUse, "--from", []string{"--out", out, "--from", "yesterday"}},
		{exitWrongUse, "--to", []string{"--out", out, "--from", "2026-11-10", "--to", "2026-11-09"}},
		{exitCouldNot, "--to", []string{"--out", out, "--to", "2026-11-24", "--replace"}},
		{exitCouldNot, "--out", []string{"--out", out}},
		{exitCouldNot, "the data file itself", []string{"--out", c.data, "--format", "pdf", "--replace"}},
		{exitCouldNot, "--out", []string{"--out", dir, "--format", "pdf", "--replace"}},
		{exitCouldNot, "cannot be written: not a directory", []string{"--out", filepath.Join(out, "below.pdf")}},
	} {
		r := c.run(append([]string{"report"}, x.args...)...)
		if r.status != x.status || !strings.Contains(r.err, x.want) || r.out != "" {
			t.Errorf("report %q: status %d, %q, %q; want %d and %s", x.args, r.status, r.err, r.out, x.status, x.want)
		}
	}
	if now, _ := os.ReadFile(out); string(now) != string(first) {
		t.Error("a report that could not be made touched the earlier one")
	}
	c.must("report", "--out", out, "--replace", "--language", "fr", "--paper", "letter")
	if now, _ := os.ReadFile(out); string(now) == string(first) {
		t.Error("the report was not replaced")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestThePlanAsACalendar(t *testing.T) {
	c := newTerminal(t)
	c.setUp()
	out := filepath.Join(t.TempDir(), "plan.ics")
	if said := c.must("export", "--format", "ics", "--out", out); !strings.Contains(said, out) {
		t.Errorf("it says %q", said)
	}
	file, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, finding := range icaltest.Lint(file) {
		t.Error(finding)
	}
	if piped := c.must("export", "--format", "ics", "--out", "-"); piped != string(file) {
		t.Error("on the standard output it is another")
	}
	german := c.must("export", "--format", "ics", "--out", "-", "--language", "de", "--fresh", "2")
	if !strings.Contains(german, "Prüfung") || strings.Contains(german, strings.Split(string(file), "UID:")[1][:36]) {
		t.Error("the German copy is neither German nor a copy")
	}
	for _, x := range []struct {
		status int
		want   string
		args   []string
	}{
		{exitCouldNot, "--out", []string{"--format", "ics", "--out", out}},
		{exitCouldNot, "--alarm", []string{"--format", "ics", "--out", "-", "--alarm", "-1"}},
		{exitCouldNot, "--fresh", []string{"--format", "ics", "--out", "-", "--fresh", "-1"}},
		{exitWrongUse, "--language", []string{"--format", "ics", "--out", "-", "--language", "xx"}},
		{exitWrongUse, "--format ics", []string{"--out", "-", "--alarm", "10"}},
		{exitWrongUse, "--format", []string{"--out", "-", "--format", "vcf"}},
	} {
		if r := c.run(append([]string{"export"}, x.args...)...); r.status != x.status || !strings.Contains(r.err, x.want) || r.out != "" {
			t.Errorf("export %q: status %d, %q; want %d and %s", x.args, r.status, r.err, x.status, x.want)
		}
	}
	empty := newTerminal(t)
	if r := empty.run("export", "--format", "ics", "--out", "-"); r.status != exitCouldNot || r.out != "" {
		t.Errorf("without a study: %+v", r)
	}
}
