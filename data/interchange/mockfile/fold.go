package mockfile

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes texts comparable: small letters without accents, words parted by one space, of signs only "%".
// "First_Attempt?" becomes "first attempt", "Número  de preguntas" becomes "numero de preguntas".
func fold(s string) string {
	var b strings.Builder
	apart := false
	put := func(r rune) {
		if apart && b.Len() > 0 {
			b.WriteByte(' ')
		}
		apart = false
		b.WriteRune(r)
	}
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			put(r)
		case r == '%':
			apart = true
			put(r)
			apart = true
		case unicode.Is(unicode.Mn, r):
		default:
			apart = true
		}
	}
	return b.String()
}

// trim takes away surrounding space and makes spaces within plain ones; spreadsheets like a narrow space before "%".
func trim(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, strings.TrimSpace(s))
}
