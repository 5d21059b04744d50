package timedmock

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"milepost/app"
	"milepost/app/gui/look"
	"milepost/app/gui/widgets"
	"milepost/app/lang"
	"milepost/app/phrase"
)

// clockWords is a time on the clock: "2:14:08"; a plus sign for what is over.
func clockWords(left time.Duration) string {
	sign := ""
	if left < 0 {
		sign, left = "+", -left
	} else {
		left += time.Second - time.Nanosecond // a clock that counts down shows the second that has begun
	}
	s := int(left / time.Second)
	return fmt.Sprintf("%s%d:%02d:%02d", sign, s/3600, s/60%60, s%60)
}

// minutesOf rounds to whole minutes.
func minutesOf(d time.Duration) int { return int(d.Round(time.Minute) / time.Minute) }

// stateWords says what the clock does.
func stateWords(t app.TimedMock) string {
	switch {
	case t.State == app.ClockPaused:
		return lang.T("The clock stands still. Go on when you are back.")
	case t.State == app.ClockBreak:
		return lang.T("A break. The clock runs on.")
	case t.Left() <= 0:
		return lang.T("Time is up. Finish the question you are at; what comes now is noted as over time.")
	case t.Left() <= 2*time.Minute:
		return lang.T("Two minutes left. Leave no question without an answer.")
	case t.Left() <= 10*time.Minute:
		return lang.T("Ten minutes left. Go back to what you marked.")
	}
	return lang.T("left on the clock")
}

// paceWords says where one should be, and how far off that one is.
func paceWords(t app.TimedMock) string {
	due := t.Due()
	each := t.Limit / time.Duration(t.Questions)
	switch off := t.Answered - due; {
	case t.Answered >= t.Questions:
		return lang.T("Every question is answered. What time is left is for a second look.")
	case t.Spent < t.Limit/20 && t.Answered == 0:
		return lang.T("%d seconds a question. Type how many are done whenever you look up.", int(each/time.Second))
	case off > 0:
		return lang.T("%d would be due by now: you are %d ahead, about %s.", due, off, phrase.Duration(max(minutesOf(each*time.Duration(off)), 1)))
	case off < 0:
		return lang.T("%d would be due by now: you are %d behind, about %s.", due, -off, phrase.Duration(max(minutesOf(each*time.Duration(-off)), 1)))
	}
	return lang.T("%d would be due by now: you are on pace.", due)
}

// interruptions tells pauses and breaks; "" for none.
func interruptions(t app.TimedMock) string {
	words := ""
	if t.Breaks > 0 {
		words = fmt.Sprintf("%s, %s", lang.N(t.Breaks, "%d break", "%d breaks", t.Breaks), phrase.Duration(minutesOf(t.OnBreak)))
	}
	if t.Pauses > 0 {
		if words != "" {
			words += " · "
		}
		words += fmt.Sprintf("%s, %s", lang.N(t.Pauses, "%d pause", "%d pauses", t.Pauses), phrase.Duration(minutesOf(t.Paused)))
		if !t.Counts() {
			words += lang.T(": it no longer counts as timed")
		}
	}
	return words
}

// openWords asks whether to finish early.
func openWords(open int, left time.Duration) string {
	return lang.N(open, "%d question is open, with %s on the clock.", "%d questions are open, with %s on the clock.", open, phrase.Duration(max(minutesOf(left), 1))) +
		" " + lang.T("In the exam an unanswered question is a lost one: guess what you do not know.")
}

// quarterNames are the moments at which one looks up.
var quarterNames = [4]string{lang.Key("A quarter gone"), lang.Key("Half time"), lang.Key("Three quarters gone"), lang.Key("The end")}

// paceTable shows what was due and done at each quarter.
func paceTable(t app.TimedMock) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, key := range quarterNames {
		name := lang.Of(key)
		if i > 0 {
			rows = append(rows, widgets.NewSeparator())
		}
		at := t.Limit * time.Duration(i+1) / 4
		words, style := lang.T("%d due", t.DueMark(i+1)), widgets.StyleMuted
		if i < len(t.Marks) {
			words, style = lang.T("%d of %d", t.Marks[i], t.DueMark(i+1)), widgets.StyleStrong
			if t.Marks[i] < t.DueMark(i+1) {
				style = style.In(look.ColorCaution)
			}
		}
		rows = append(rows, widgets.NewFillRow(0, look.Space, widgets.NewColumn("", widgets.NewText(name, widgets.StyleBody),
			widgets.NewText(lang.T("at %s", clockWords(at)), widgets.StyleCaption)), widgets.NewText(words, style)))
	}
	return widgets.NewColumn(look.Space, rows...)
}
