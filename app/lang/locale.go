package lang

import (
	"strconv"
	"strings"
	"time"

	"milepost/planner"
)

// locale is how dates and numbers are written. The names come as they stand inside a sentence.
type locale struct {
	months, shortMonths [12]string
	days, shortDays     [7]string // from Monday
	// The patterns hold day, dd (two digits), month, mon, weekday, wd, year as {names}.
	day, shortDay, date, weekdayDay, longDate, monthYear, numeric string

	decimal string // between whole and broken part
	percent string // what stands behind a number
	ordinal string // what stands behind the number of a sitting of an exam; "" for that of English
	week    int    // the first day of the week, 0 is Monday
}

var locales = map[Language]locale{
	English: {
		months:      [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		shortMonths: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		days:        [7]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
		shortDays:   [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
		day:         "{day} {month}", shortDay: "{day} {mon}", date: "{day} {month} {year}", weekdayDay: "{weekday} {day} {month}",
		longDate: "{weekday} {day} {month} {year}", monthYear: "{month} {year}", numeric: "{dd}/{mm}/{year}",
		decimal: ".", percent: "%",
	},
	German: {
		months:      [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		shortMonths: [12]string{"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
		days:        [7]string{"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
		shortDays:   [7]string{"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
		day:         "{day}. {month}", shortDay: "{day}. {mon}", date: "{day}. {month} {year}", weekdayDay: "{weekday}, {day}. {month}",
		longDate: "{weekday}, {day}. {month} {year}", monthYear: "{month} {year}", numeric: "{dd}.{mm}.{year}",
		decimal: ",", percent: "\u00a0%", ordinal: ".",
	},
	Spanish: {
		months:      [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		shortMonths: [12]string{"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"},
		days:        [7]string{"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"},
		shortDays:   [7]string{"lun", "mar", "mié", "jue", "vie", "sáb", "dom"},
		day:         "{day} de {month}", shortDay: "{day} {mon}", date: "{day} de {month} de {year}", weekdayDay: "{weekday}, {day} de {month}",
		longDate: "{weekday}, {day} de {month} de {year}", monthYear: "{month} de {year}", numeric: "{dd}/{mm}/{year}",
		decimal: ",", percent: "\u00a0%", ordinal: ".ª",
	},
	French: {
		months:      [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		shortMonths: [12]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
		days:        [7]string{"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
		shortDays:   [7]string{"lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."},
		day:         "{day} {month}", shortDay: "{day} {mon}", date: "{day} {month} {year}", weekdayDay: "{weekday} {day} {month}",
		longDate: "{weekday} {day} {month} {year}", monthYear: "{month} {year}", numeric: "{dd}/{mm}/{year}",
		decimal: ",", percent: "\u00a0%", ordinal: "e",
	},
	Italian: {
		months:      [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
		shortMonths: [12]string{"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"},
		days:        [7]string{"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"},
		shortDays:   [7]string{"lun", "mar", "mer", "gio", "ven", "sab", "dom"},
		day:         "{day} {month}", shortDay: "{day} {mon}", date: "{day} {month} {year}", weekdayDay: "{weekday} {day} {month}",
		longDate: "{weekday} {day} {month} {year}", monthYear: "{month} {year}", numeric: "{dd}/{mm}/{year}",
		decimal: ",", percent: "%", ordinal: "ª",
	},
	Portuguese: {
		months:      [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
		shortMonths: [12]string{"jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."},
		days:        [7]string{"segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"},
		shortDays:   [7]string{"seg.", "ter.", "qua.", "qui.", "sex.", "sáb.", "dom."},
		day:         "{day} de {month}", shortDay: "{day} {mon}", date: "{day} de {month} de {year}", weekdayDay: "{weekday}, {day} de {month}",
		longDate: "{weekday}, {day} de {month} de {year}", monthYear: "{month} de {year}", numeric: "{dd}/{mm}/{year}",
		decimal: ",", percent: "%", ordinal: ".ª",
	},
}

// in is the locale with the habits of a region.
func (l locale) in(region string) locale {
	switch region {
	case "US":
		l.day, l.shortDay, l.date = "{month} {day}", "{mon} {day}", "{month} {day}, {year}"
		l.weekdayDay, l.longDate, l.numeric = "{weekday}, {month} {day}", "{weekday}, {month} {day}, {year}", "{mm}/{dd}/{year}"
		l.week = 6
	case "CA", "MX", "BR", "CO", "PE", "IL", "ZA", "PH", "JP", "IN":
		l.week = 6
	}
	return l
}

// put fills a pattern with a date; no date is an empty text.
func (l locale) put(pattern string, d planner.Date) string {
	if d.IsZero() {
		return ""
	}
	day, month := d.Weekday()-1, int(d.Month)-1
	return strings.NewReplacer(
		"{day}", strconv.Itoa(d.Day), "{dd}", twoDigits(d.Day), "{mm}", twoDigits(month+1), "{month}", l.months[month], "{mon}", l.shortMonths[month],
		"{weekday}", l.days[day], "{wd}", l.shortDays[day], "{year}", strconv.Itoa(d.Year),
	).Replace(pattern)
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

func use() locale { return inUse.Load().locale }

// Day writes "4 February".
func Day(d planner.Date) string { return use().put(use().day, d) }

// ShortDay writes "4 Feb".
func ShortDay(d planner.Date) string { return use().put(use().shortDay, d) }

// Date writes "4 February 2027".
func Date(d planner.Date) string { return use().put(use().date, d) }

// WeekdayDay writes "Thursday 4 February".
func WeekdayDay(d planner.Date) string { return use().put(use().weekdayDay, d) }

// LongDate writes "Thursday 4 February 2027".
func LongDate(d planner.Date) string { return use().put(use().longDate, d) }

// ShortDate writes "4 Feb 2027".
func ShortDate(d planner.Date) string {
	l := use()
	if strings.HasPrefix(l.shortDay, "{mon}") {
		return l.put(l.shortDay+", {year}", d)
	}
	return l.put(l.shortDay+" {year}", d)
}

// WeekdayShortDay writes "Thu 4 Feb", to stand alone: with a capital.
func WeekdayShortDay(d planner.Date) string { return ShortWeekday(d.Weekday()) + " " + ShortDay(d) }

// WeekdayShortDate writes "Thu 4 Feb 2027", to stand alone: with a capital.
func WeekdayShortDate(d planner.Date) string { return ShortWeekday(d.Weekday()) + " " + ShortDate(d) }

// Figures writes the day without its year in as little space as there is, "4/2".
func Figures(d planner.Date) string {
	switch numeric := use().numeric; {
	case strings.HasPrefix(numeric, "{mm}"):
		return use().put(strconv.Itoa(int(d.Month))+"/{day}", d)
	case strings.Contains(numeric, "."):
		return use().put("{day}."+strconv.Itoa(int(d.Month)), d)
	}
	return use().put("{day}/"+strconv.Itoa(int(d.Month)), d)
}

// MonthYear writes "February 2027", to stand alone: with a capital.
func MonthYear(d planner.Date) string { return Capital(use().put(use().monthYear, d)) }

// Numeric writes a date in figures as they are usual, "04/02/2027".
func Numeric(d planner.Date) string { return use().put(use().numeric, d) }

// Month is the name of a month, and ShortMonth its short form, as they stand inside a sentence.
func Month(m time.Month) string { return use().months[m-1] }

// ShortMonth is the short name of a month.
func ShortMonth(m time.Month) string { return use().shortMonths[m-1] }

// Weekdays are the short names of the days from Monday on, to stand alone: with a capital.
func Weekdays() [7]string {
	var out [7]string
	for i := range out {
		out[i] = ShortWeekday(i + 1)
	}
	return out
}

// Weekday is the name of a day, 1 is Monday, as it stands inside a sentence.
func Weekday(day int) string { return use().days[day-1] }

// ShortWeekday is the short name of a day, 1 is Monday, to stand alone: with a capital.
func ShortWeekday(day int) string { return Capital(strings.TrimSuffix(use().shortDays[day-1], ".")) }

// WeekdayNamed knows the days by their names in the language in use and in English, whole, shortened, or by their first three letters and more: 1 is
// Monday, 0 is none of them.
func WeekdayNamed(text string) int {
	for _, l := range []locale{use(), locales[English]} {
		if i := named(text, l.days[:], l.shortDays[:]); i >= 0 {
			return i + 1
		}
	}
	return 0
}

// MonthNamed is WeekdayNamed for months.
func MonthNamed(text string) time.Month {
	for _, l := range []locale{use(), locales[English]} {
		if i := named(text, l.months[:], l.shortMonths[:]); i >= 0 {
			return time.Month(i + 1)
		}
	}
	return 0
}

// named finds a name that begins with a text, or its short form; -1 is none.
func named(text string, names, short []string) int {
	text = bare(text)
	for i, name := range names {
		if text == bare(short[i]) || len(text) >= 3 && strings.HasPrefix(bare(name), text) {
			return i
		}
	}
	return -1
}

// bare is a name without what people leave out when they type: capitals, accents, full stops.
func bare(name string) string {
	return strings.NewReplacer("á", "a", "ä", "a", "ç", "c", "é", "e", "û", "u", "ì", "i", ".", "").Replace(strings.ToLower(name))
}

// FirstWeekday is the day on which weeks begin, 1 is Monday.
func FirstWeekday() int { return use().week + 1 }

// MonthFirst reports whether the month stands before the day in dates of figures alone.
func MonthFirst() bool { return strings.HasPrefix(use().numeric, "{mm}") }

// Float writes a number with so many digits behind the decimal sign.
func Float(x float64, digits int) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', digits, 64), ".", use().decimal, 1)
}

// Decimal is the sign between the whole and the broken part of a number.
func Decimal() string { return use().decimal }

// Percent writes a number that is ready as a percentage.
func Percent(number string) string { return number + use().percent }

// Keys names the keys of a shortcut, "Ctrl K", as they stand on the keyboards of the language.
func Keys(keys string) string { return strings.ReplaceAll(Of(keys), "Ctrl", Of(Key("Ctrl"))) }

// Capital writes a text that begins a sentence, or stands alone, with a capital.
func Capital(text string) string {
	for i, r := range text {
		if i == 0 {
			return strings.ToUpper(string(r)) + text[len(string(r)):]
		}
	}
	return text
}
