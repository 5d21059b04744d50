package lang

import (
	"fmt"
	"time"

	"golang.org/x/text/language"

	"milepost/planner"
)

// With says what fn says in another language, for something that leaves the program: a report for somebody who reads German. The language
// in use is back when With returns. It must be called where texts for the window are made, and fn be short: whoever asks for a text meanwhile
// gets it in that language. An error means that its translations cannot be read; then fn was not called.
func With(tag language.Tag, fn func()) error {
	before := inUse.Load()
	if before.tag == tag {
		fn()
		return nil
	}
	if err := Use(tag); err != nil {
		return err
	}
	defer inUse.Store(before)
	fn()
	return nil
}

// Tag is the language that is spoken with the region whose habits are kept, "de-AT".
func Tag() language.Tag { return inUse.Load().tag }

// Voice speaks the language that was in use when it was made, whatever is in use later: for a drawing that is made when the language may
// have changed. It may be used on any goroutine.
type Voice struct{ of *catalogue }

// Now is the voice of the language in use.
func Now() Voice { return Voice{inUse.Load()} }

// Of is what the function of that name says.
func (v Voice) Of(key string, args ...any) string { return fmt.Sprintf(v.of.text(key), args...) }

// ShortDay writes "4 Feb".
func (v Voice) ShortDay(d planner.Date) string { return v.of.locale.put(v.of.locale.shortDay, d) }

// Date writes "4 February 2027".
func (v Voice) Date(d planner.Date) string { return v.of.locale.put(v.of.locale.date, d) }

// ShortMonth is the short name of a month.
func (v Voice) ShortMonth(m time.Month) string { return v.of.locale.shortMonths[m-1] }

// Percent writes a number that is ready as a percentage.
func (v Voice) Percent(number string) string { return number + v.of.locale.percent }
