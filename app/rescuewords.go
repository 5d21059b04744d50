package app

import (
	"strings"

	"milepost/app/lang"
)

// SalvageWords says how much was saved: "Everything that was found could be saved." or what is missing, in a sentence or two.
func SalvageWords(s Salvaged) string {
	t := s.Total()
	var parts []string
	if n := t.Refused + t.Lost; n > 0 {
		parts = append(parts, lang.N(n, "%d entry could not be saved", "%d entries could not be saved", n))
	}
	if t.Doubtful > 0 {
		parts = append(parts, lang.N(t.Doubtful, "%d entry may have been changed by the damage", "%d entries may have been changed by the damage", t.Doubtful))
	}
	if t.StandIns > 0 {
		parts = append(parts, lang.N(t.StandIns, "%d entry had to be made up so that the rest has its place", "%d entries had to be made up so that the rest has its place", t.StandIns))
	}
	words := lang.T("Everything that was found could be saved.")
	if len(parts) > 0 {
		words = strings.Join(parts, "; ") + "."
	}
	if s.LostActions > 0 {
		words += lang.N(s.LostActions, " Of what was saved last, %d action lies behind a broken place; what could be read of it was taken.", " Of what was saved last, %d actions lie behind a broken place; what could be read of it was taken.", s.LostActions)
	}
	if t.Torn {
		words += lang.T(" Parts of the file could not be reached, so there may have been more.")
	}
	return words
}
