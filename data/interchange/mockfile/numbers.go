package mockfile

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// resultKind says in which way a cell tells a result.
type resultKind int

const (
	nothing    resultKind = iota // blank, or a dash
	counted                      // 20/26
	percentage                   // 77 %
	bare                         // 77, which may be either
)

// result is what a cell says of a result. A bare number is in percent until its column is known.
type result struct {
	kind           resultKind
	correct, total int
	percent        float64
	whole          bool // the number has no fraction
}

var (
	fractionCell = regexp.MustCompile(`(?i)^(\d{1,9})\s*(?:/|\\|of|out of|von|aus|de|sur|su|di|sobre)\s*(\d{1,9})$`)
	numberCell   = regexp.MustCompile(`^(\d{1,9}(?:[.,]\d+)?|[.,]\d+)\s*([%％])?$`)
	wholeCell    = regexp.MustCompile(`^(\d{1,9})(?:[.,]0{1,2})?$`)
	bracketsCell = regexp.MustCompile(`^([^()]*)\(([^()]*)\)$`)
)

// parseResult reads 20/26, "20 of 26", 77 %, 77, 0,77, and 20/26 (77 %) in either order.
func parseResult(cell string) (result, bool) {
	cell = trim(cell)
	if isDash(cell) {
		return result{}, true
	}
	if parts := bracketsCell.FindStringSubmatch(cell); parts != nil {
		outer, ok := parsePlainResult(strings.TrimSpace(parts[1]))
		inner, ok2 := parsePlainResult(strings.TrimSpace(parts[2]))
		if ok && ok2 && outer.kind != inner.kind && inner.kind == counted {
			return inner, true
		}
		return outer, ok && ok2
	}
	return parsePlainResult(cell)
}

func parsePlainResult(cell string) (result, bool) {
	if parts := fractionCell.FindStringSubmatch(cell); parts != nil {
		return result{kind: counted, correct: atoi(parts[1]), total: atoi(parts[2])}, true
	}
	parts := numberCell.FindStringSubmatch(cell)
	if parts == nil {
		return result{}, false
	}
	number, err := strconv.ParseFloat(strings.Replace(parts[1], ",", ".", 1), 64)
	if err != nil {
		return result{}, false
	}
	r := result{kind: bare, percent: number, whole: number == math.Trunc(number)}
	if parts[2] != "" {
		r.kind = percentage
	}
	return r, true
}

// isDash knows the ways in which people leave a cell blank.
func isDash(cell string) bool {
	switch strings.ToLower(cell) {
	case "", "-", "–", "—", "n/a", "na", "k.a.":
		return true
	}
	return false
}

// parseWhole reads 57, 57.0 and 57,00. It refuses 1,000, which could be one or a thousand.
func parseWhole(cell string) (int, bool) {
	parts := wholeCell.FindStringSubmatch(trim(cell))
	if parts == nil {
		return 0, false
	}
	return atoi(parts[1]), true
}

// atoi is for at most nine digits, which a pattern has made sure of.
func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

var (
	minutesCell = regexp.MustCompile(`(?i)^(?:(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours?|std|stunden?|horas?|heures?|or[ae])\.?\s*)?(?:(\d{1,5})(?:[.,]0{1,2})?\s*(?:m|mins?|minutes?|minuten?|minutos?|minut[oi]|')?\.?)?$`)
	clockCell   = regexp.MustCompile(`(?i)^(\d{1,3}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?$`)
)

// mostClockHours is how long a mock written like 2:20 can be; 140:30 is minutes and seconds.
const mostClockHours = 24

// parseMinutes reads 140, "140 min", "2 h 20", 1,5 h, 2:20, 2:20:00 and 140:30.
func parseMinutes(cell string) (int, bool) {
	cell = trim(cell)
	if len(cell) > longestDate {
		return 0, false
	}
	if parts := clockCell.FindStringSubmatch(cell); parts != nil {
		a, b := atoi(parts[1]), atoi(parts[2])
		switch {
		case parts[4] != "":
			return 0, false
		case parts[3] == "" && a > mostClockHours:
			return a + b/30, b < 60
		}
		return 60*a + b + atoi("0"+parts[3])/30, b < 60
	}
	parts := minutesCell.FindStringSubmatch(cell)
	if parts == nil || cell == "" {
		return 0, false
	}
	hours, err := strconv.ParseFloat("0"+strings.Replace(parts[1], ",", ".", 1), 64)
	return int(math.Round(60*hours)) + atoi("0"+parts[2]), err == nil
}

// isClock reports whether a cell is a time of the day rather than a length: nobody sits a mock for seven hours.
func isClock(cell string) bool {
	parts := clockCell.FindStringSubmatch(trim(cell))
	return parts != nil && (parts[4] != "" || atoi(parts[1]) >= 7 && atoi(parts[1]) < mostClockHours)
}

// answer is yes, no, or nothing said.
type answer int8

const (
	unsaid answer = iota
	yes
	no
)

func (a answer) orYes() bool { return a != no }

func (a answer) opposite() answer {
	switch a {
	case yes:
		return no
	case no:
		return yes
	}
	return unsaid
}

func answerKey(s string) string { return strings.ToLower(trim(s)) }

// parseAnswer reads yes and no. Numbers above one count how often: a second attempt is no first one, two retakes are a retake.
func parseAnswer(cell string, c Column) (answer, bool) {
	key := answerKey(cell)
	if isDash(key) {
		return unsaid, true
	}
	if a, ok := answers[key]; ok {
		return a, true
	}
	n, ok := parseWhole(strings.TrimRight(key, "stndrh."))
	switch {
	case !ok || c != ColumnFirstAttempt && c != ColumnRetake:
		return unsaid, false
	case c == ColumnFirstAttempt && n > 1, n == 0:
		return no, true
	}
	return yes, true
}
