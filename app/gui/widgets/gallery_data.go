package widgets

import (
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2"

	"milepost/app/gui/look"
	"milepost/app/lang"
	"milepost/planner"
)

// galleryData is the part of the gallery that shows dates, numbers and figures.
func galleryData() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		galleryDates(), galleryRatings(), galleryProgress(), galleryCalendar(), galleryTable(),
		galleryLevels(), galleryHeat(), galleryWeek(), galleryChart(),
	}
}

var (
	galleryToday   = planner.MustDate("2026-11-23")
	galleryDomains = []string{"Leadership and Business Management", "Systems Lifecycle Management", "Risk Management",
		"Threat Intelligence and Incident Management", "Contingency Management", "Law, Ethics and Security Compliance"}
	galleryWeights = []int{20, 18, 19, 17, 15, 11}
)

func galleryDates() fyne.CanvasObject {
	exam := NewDateField(DateSpec{Today: galleryToday, Min: galleryToday}, nil)
	exam.SetDate(planner.MustDate("2027-02-04"))
	wrong := NewDateField(DateSpec{Today: galleryToday}, nil)
	wrong.entry.Load("31 June")
	wrong.commit()
	off := NewMonthGrid(galleryToday, nil)
	off.Ranges, off.Min = true, galleryToday
	off.SetPicked(planner.DateRange{First: planner.MustDate("2026-12-24"), Last: planner.MustDate("2026-12-31")})
	days := make([]fyne.CanvasObject, 7)
	for i, minutes := range []int{60, 60, 0, 60, 40, 120, 30} {
		field := NewMinutesField(nil)
		field.SetValue(minutes)
		days[i] = NewField(lang.ShortWeekday(i+1), field)
	}
	fields := NewColumn(look.SpaceCard, NewField("Exam date", exam), NewField("Start", wrong))
	return NewCard("Dates and minutes", NewColumn(look.SpaceCard,
		NewWeightedColumns(look.Space, []float32{1, 1, 1, 1, 1, 1, 1}, days...),
		NewWeightedColumns(look.SpaceCard, []float32{1, 1}, fields, off)))
}

func galleryRatings() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, domain := range galleryDomains {
		weight := NewPercentField(nil)
		weight.SetValue(galleryWeights[i])
		rating := NewRatingSteps(nil)
		rating.SetStep([]int{4, 2, 3, 1, 0, 3}[i])
		rows = append(rows, NewFillRow(1, look.Space, NewDomainMark(look.ColorDomain(i)), NewEllipsisText(domain, StyleBody), weight, rating))
	}
	return NewCard("Weights and ratings", NewColumn(look.Space, rows...))
}

func galleryProgress() fyne.CanvasObject {
	return NewCard("Hours by activity", NewColumn(look.Space,
		NewLabelledBar("Learn", "38 h", look.ColorDomain(0), 0.4),
		NewLabelledBar("Practise", "24 h", look.ColorDomain(2), 0.26),
		NewLabelledBar("Mocks, 4 full", "13 h", look.ColorMock, 0.14),
		NewLabelledBar("Spare", "0 h", look.ColorGood, 0),
		NewProgressBar("", 0.79)))
}

func galleryCalendar() fyne.CanvasObject {
	calendar := NewMonthCalendar(galleryToday, galleryDay)
	calendar.OnMoved = func(string, planner.Date) {}
	calendar.selected = planner.MustDate("2026-11-26")
	return NewCard("November 2026", calendar)
}

// galleryDay makes up a plan: more on Saturdays, nothing on Wednesdays, too much on one day.
func galleryDay(d planner.Date) DayCell {
	cell := DayCell{Off: d.Weekday() == 3}
	if d.Day == 8 {
		cell.Flag = "M2"
	}
	count := []int{0, 2, 1, 0, 2, 1, 1, 0}[d.Weekday()]
	if d.Day == 23 {
		count = 9
	}
	for i := range count {
		domain := (d.Day + i) % len(galleryDomains)
		cell.Chips = append(cell.Chips, DayChip{
			ID: fmt.Sprintf("%s/%d", d, i), Text: fmt.Sprintf("D%d · %d min", domain+1, 30+15*(d.Day%4)),
			Short: fmt.Sprintf("D%d %d", domain+1, 30+15*(d.Day%4)),
			Color: look.ColorDomain(domain), Done: d.Before(galleryToday) && d.Day != 19, Missed: d.Day == 19, Pinned: d.Day == 26 && i == 0,
		})
	}
	return cell
}

func galleryTable() fyne.CanvasObject {
	score := func(row TableRow) int { return row.Data.(int) }
	table := NewTable(
		Column{Title: "Date", MinWidth: 56},
		Column{Title: "Source", MinWidth: 90, Weight: 1, Less: func(a, b TableRow) bool { return a.Cells[1].Text < b.Cells[1].Text }},
		Column{Title: "Score", MinWidth: 40, Align: fyne.TextAlignTrailing, Less: func(a, b TableRow) bool { return score(a) < score(b) }},
		Column{Title: "Correct", MinWidth: 54, Align: fyne.TextAlignTrailing},
		Column{Title: "By domain", MinWidth: 76, NewObject: func() fyne.CanvasObject { return NewMiniBars() },
			FillObject: func(o fyne.CanvasObject, row TableRow) { o.(*MiniBars).SetBars(galleryBars(score(row))) }},
		Column{Title: "After-action note", MinWidth: 90, Weight: 2},
	)
	table.MinRows = 5
	for i, mock := range []struct {
		date, source, correct, note string
		score                       int
	}{
		{"22 Nov", "Question bank A", "89/125", "Ran out of focus in the last 30", 71},
		{"18 Nov", "Official practice 2", "32/50", "", 64},
		{"11 Nov", "Question bank B", "85/125", "Misread ‘first’ and ‘best’ six times", 68},
		{"4 Nov", "Official practice 1", "57/100", "Counts less: untimed", 57},
		{"18 Oct", "Diagnostic", "61/125", "First attempt", 49},
	} {
		table.given = append(table.given, TableRow{ID: fmt.Sprint(i), Data: mock.score, Cells: []Cell{{Text: mock.date}, {Text: mock.source},
			{Text: fmt.Sprintf("%d%%", mock.score), Style: StyleStrong}, {Text: mock.correct}, {}, {Text: mock.note, Style: StyleMuted}}})
	}
	table.SortBy(2, true)
	table.SetSelected("2")
	return NewCard("Mocks", table)
}

func galleryBars(score int) []MiniBar {
	var bars []MiniBar
	for i := range galleryDomains {
		bars = append(bars, MiniBar{Fraction: float64(score+i*7%23-12) / 100, Color: look.ColorDomain(i)})
	}
	return bars
}

func galleryLevels() fyne.CanvasObject {
	var rows []RangeBar
	for i, median := range []int{78, 72, 74, 58, 69, 0} {
		row := RangeBar{Label: fmt.Sprintf("D%d %s", i+1, galleryDomains[i]), Detail: fmt.Sprintf("%d%%", galleryWeights[i]), Color: look.ColorDomain(i)}
		low, high := median-8-i, median+7+i
		row.Low, row.Median, row.High = float64(low)/100, float64(median)/100, float64(high)/100
		row.Value, row.Range = fmt.Sprintf("%d%%", median), fmt.Sprintf("%d–%d", low, high)
		if median == 0 {
			row.Unknown, row.Value, row.Range = true, "–", "no mock"
		}
		rows = append(rows, row)
	}
	return NewCard("Each domain today", NewRangeBars(0.75, rows))
}

func galleryHeat() fyne.CanvasObject {
	heat := NewHeatMap([]string{"D1", "D2", "D3", "D4"}, []string{"18/10", "27/10", "4/11", "11/11", "18/11", "22/11"}, [][]int{
		{52, 60, 62, 70, 72, 78}, {45, 55, 50, 66, 66, 72}, {50, 62, 58, HeatNone, 63, 74}, {40, 48, 50, 58, 52, 86}})
	return NewCard("Percent correct by mock", heat)
}

func galleryWeek() fyne.CanvasObject {
	var bars []WeekBar
	for i, planned := range []float64{60, 60, 0, 60, 40, 85, 30} {
		bar := WeekBar{Label: lang.ShortWeekday(i + 1), Planned: planned, Today: i == 0}
		if i == 0 {
			bar.Done = 24
		}
		bar.Words = []string{lang.ShortWeekday(i + 1), fmt.Sprintf("%.0f of %.0f min", bar.Done, planned)}
		bars = append(bars, bar)
	}
	week := NewWeekBars(bars)
	week.current = 3
	return NewCard("This week · 5 h 35 planned", week)
}

// galleryChart draws a plain slope, for what lies over it.
func galleryChart() fyne.CanvasObject {
	chart := NewChartView(fyne.NewSize(260, 120), func(width, height int, scale float32) image.Image {
		picture := image.NewNRGBA(image.Rect(0, 0, width, height))
		line := color.NRGBAModel.Convert(themeColor(colorPrimary)).(color.NRGBA)
		for x := range width {
			for thick := range int(2*scale + 0.5) {
				picture.SetNRGBA(x, height*3/4-x*height/(2*width)+thick, line)
			}
		}
		return picture
	})
	chart.Alternative = "Readiness rises from 25 % to 75 %."
	chart.readout = Readout{X: 180, Lines: []string{"23 November", "68 %, between 59 and 76"}}
	return NewCard("A figure with a readout", chart)
}

func themeColor(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	return settings.Theme().Color(name, settings.ThemeVariant())
}
