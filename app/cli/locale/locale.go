// Package locale keeps the window's library quiet about a language that is none. In containers, services and scripts the
// language is often "C.UTF-8"; Fyne takes the "C" for a language, cannot read it, and says so on standard error before main
// starts, also in front of a command's answer.
//
// What it says it says while its packages are initialised, so this must happen earlier. Packages are initialised by import path as
// soon as what they import is; this one needs only os and strings, and so precedes whatever needs more. The journeys hold it to that:
// they run every command in such an environment and want nothing on standard error.
package locale

import (
	"os"
	"strings"
)

func init() {
	if NeedsLanguage(os.Getenv) {
		// LANGUAGE names the language of texts alone: the character set, which the keyboard depends on, stays as it is.
		_ = os.Setenv("LANGUAGE", "en") // fails only for names that are none
	}
}

// NeedsLanguage tells whether the environment names a place without a language, like "C.UTF-8".
func NeedsLanguage(getenv func(string) string) bool {
	if getenv("LANGUAGE") != "" {
		return false
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			language, _, more := strings.Cut(value, ".")
			return more && (language == "C" || language == "POSIX")
		}
	}
	return false
}
