package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"milepost/app/gui/look"
)

// Gallery shows the widgets together, filled with something plausible: for people who look at them after a change, and
// for those who want to know which one to take.
func Gallery() fyne.CanvasObject {
	cards := append([]fyne.CanvasObject{galleryText(), galleryButtons(), galleryForm(), galleryRows()}, galleryData()...)
	main := NewColumn(look.SpaceCard, cards...)
	aside := NewColumn(look.SpaceCard, galleryFigure(), galleryStates(), galleryEmpty())
	page := NewColumn(look.SpaceCard, galleryHeader(), NewTwoColumnPage(main, aside))
	frame := NewSidebarPage(gallerySidebar(), NewScroll(NewPadded(look.SpacePage, page)))
	toaster := NewToaster(frame, func(time.Duration, func()) func() { return func() {} })
	toaster.Say(ToastSpec{Text: "Session moved to Thursday 26 November", Action: "Undo"})
	return toaster
}

func galleryHeader() fyne.CanvasObject {
	views := NewSegmented([]string{"Calendar", "Timeline", "List"}, nil)
	return NewPageHeader("Widgets", "Everything the window is made of · light, dark and any text size",
		views, NewButton("What if…", nil), NewPrimaryButton("Rebalance", nil))
}

func gallerySidebar() fyne.CanvasObject {
	today := NewNavItem("Today", "1", nil)
	today.SetSelected(true)
	items := NewColumn("", today, NewNavItem("Plan", "2", nil), NewNavItem("Mocks", "3", nil),
		NewNavItem("Readiness", "4", nil), NewSpacer(), NewNavItem("After the exam", "", nil), NewNavItem("Settings", "Ctrl ,", nil))
	return NewPadded(look.SpaceCard, items)
}

func galleryText() fyne.CanvasObject {
	words := NewColumn(look.SpaceTight,
		NewParagraph("Threat Intelligence and Incident Management", StyleHeading),
		NewParagraph("Practice questions, 40 items · 45 min. Chosen because an hour here adds the most to your chance of "+
			"passing: +1.8 points.", StyleMuted),
		NewText("A lead line", StyleLead),
		NewText("Body text", StyleBody),
		NewText("Strong body text", StyleStrong),
		NewText("Caption", StyleCaption),
	)
	buttons := NewFlow(look.Space, NewPrimaryButton("Start 45:00", nil), NewButton("Done already", nil), NewButton("Move…", nil))
	return NewCard("Now", NewColumn(look.SpaceCard, words, buttons)).SetBar(BarLeft, look.ColorDomain(3))
}

func galleryButtons() fyne.CanvasObject {
	disabled := NewButton("Disabled", nil)
	disabled.Disable()
	disabledPrimary := NewPrimaryButton("Disabled", nil)
	disabledPrimary.Disable()
	compact := NewButton("Add days off", nil)
	compact.Compact = true
	return NewCard("Buttons and chips", NewColumn(look.SpaceCard,
		NewFlow(look.Space, NewPrimaryButton("Save", nil).WithHint("Ctrl S"), NewButton("Cancel", nil).WithHint("Esc"),
			NewQuietButton("How is this worked out?", nil), NewDangerButton("Delete", nil), disabled, disabledPrimary),
		NewFlow(look.Space, NewSignButton("Earlier", "‹", nil), NewSignButton("Later", "›", nil),
			NewIconButton("Delete", theme.DeleteIcon(), nil), NewButton("Add", nil).WithIcon(theme.ContentAddIcon())),
		NewFlow(look.Space, NewChip("24 Dec – 1 Jan off", func() {}), NewChip("16 Jan off", nil), compact),
	))
}

func galleryForm() fyne.CanvasObject {
	exam := NewSelectField("Choose an exam", []string{"ISC2 CISSP-ISSMP, outline of August 2025", "ISACA CISM"}, nil)
	exam.SetSelected(0)
	date := NewEntry("Exam date", nil)
	date.Load("Thursday 4 February 2027")
	source := NewField("Source", NewSelectField("Choose a source", []string{"Official practice", "Question bank"}, nil))
	correct := NewNumberEntry("0", NumberSpec{Max: 125}, nil)
	correct.LoadValue(131)
	score := NewField("Correct", correct)
	score.SetError("There were only 125 questions.")
	timed := NewCheck("Timed", nil)
	timed.SetOn(true)
	return NewCard("Fields", NewColumn(look.SpaceCard,
		NewWeightedColumns(look.SpaceCard, []float32{290, 190}, NewField("Exam", exam), NewField("Exam date", date)),
		NewWeightedColumns(look.SpaceCard, []float32{290, 190}, source, score),
		NewFlow(look.SpaceCard, timed, NewCheck("First attempt", nil)),
		NewNoteEntry("What went wrong, what will you change?", 2, nil),
	))
}

func galleryRows() fyne.CanvasObject {
	done := NewCheck("", nil)
	done.SetOn(true)
	return NewCard("Also today", NewColumn("",
		galleryRow(NewCheck("", nil), "Risk Management", "Spaced review · notes from 9 November"),
		NewSeparator(),
		galleryRow(done, "Systems Lifecycle Management", "Read · study guide, chapter 7"),
	))
}

func galleryRow(check *Check, title, detail string) fyne.CanvasObject {
	words := NewColumn("", NewEllipsisText(title, StyleStrong), NewEllipsisText(detail, StyleCaption))
	row := NewFillRow(1, look.SpaceCard, check, words, NewText("40 min", StyleBody))
	return NewPadded(look.Space, row)
}

func galleryFigure() fyne.CanvasObject {
	return NewCard("Does it fit?", NewColumn(look.Space,
		NewParagraph("Yes, with 6 h 30 to spare", StyleHeading.In(look.ColorGood)),
		NewParagraph("96 h available before the exam, 89 h 30 needed to bring every domain to 75\u00a0%.", StyleMuted),
		NewRow(look.Space, NewText("70%", StyleFigure), NewText("likely", StyleLead.In(look.ColorMuted))),
	)).SetBar(BarTop, look.ColorGood)
}

func galleryStates() fyne.CanvasObject {
	focused := NewButton("Has the keyboard", nil)
	focused.FocusGained()
	missing := NewInlineError()
	missing.SetMessage("Nothing was lost. Choose another file and try again.")
	return NewCard("States", NewColumn(look.SpaceCard, NewFlow(look.Space, focused), missing))
}

func galleryEmpty() fyne.CanvasObject {
	return NewCard("", NewEmptyState(nil, "No mocks yet", "Take a short diagnostic to see where you stand; a quarter of an "+
		"exam is enough.", NewPrimaryButton("Record a mock", nil)))
}
