package report_test

import (
	"bytes"
	"io"
	"testing"

	"milepost/app"
	"milepost/app/apptest"
	"milepost/app/gui/journeys/history"
	"milepost/app/report"
	"milepost/app/report/pages"
	"milepost/planner"
)

// lived is the progress of somebody with so many times the sample's 38 days behind them.
func lived(b *testing.B, times int) app.Progress {
	b.Helper()
	must := func(err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
	var export bytes.Buffer
	must(apptest.Sample(b).ExportTo(b.Context(), &export))
	long, err := history.Lengthen(export.Bytes(), planner.DateOf(apptest.Noon).String(), times)
	must(err)
	m := apptest.Open(b, nil)
	i, err := m.PrepareImportFrom(b.Context(), bytes.NewReader(long), "history")
	must(err)
	_, err = m.Import(b.Context(), i)
	must(err)
	return progressOf(b, m, planner.DateRange{})
}

// A year, and as long as there is a plan for.
const aYear, fiveYears = 10, 45

func BenchmarkWrite(b *testing.B) {
	for _, c := range []struct {
		name  string
		times int
	}{{"a year", aYear}, {"five years", fiveYears}} {
		d := report.Build(lived(b, c.times), report.Options{})
		for _, f := range report.Formats() {
			b.Run(c.name+"/"+string(f), func(b *testing.B) {
				var size bytes.Buffer
				if err := report.Write(&size, d, f, report.A4); err != nil {
					b.Fatal(err)
				}
				for b.Loop() {
					if err := report.Write(io.Discard, d, f, report.A4); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(size.Len())/1000, "kB")
			})
		}
		b.Run(c.name+"/preview", func(b *testing.B) {
			for b.Loop() {
				if _, err := pages.Pictures(d, report.A4, 700); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkBuild is what happens on the window's goroutine when a choice is made.
func BenchmarkBuild(b *testing.B) {
	p := lived(b, fiveYears)
	for b.Loop() {
		report.Build(p, report.Options{AllNotes: true})
	}
}
