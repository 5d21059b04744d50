package app

import (
	"strings"

	"milepost/app/phrase"
)

// SalvageWords says how much was saved: "Everything that was found could be saved." or what is missing, in a sentence or two.
func SalvageWords(s Salvaged) string {
	t := s.Total()
	var parts []string
	if n := t.Refused + t.Lost; n > 0 {
		parts = append(parts, phrase.Count(n, "entry", "entries")+" could not be saved")
	}
	if t.Doubtful > 0 {
		parts = append(parts, phrase.Count(t.Doubtful, "entry", "entries")+" may have been changed by the damage")
	}
	if t.StandIns > 0 {
		parts = append(parts, phrase.Count(t.StandIns, "entry", "entries")+" had to be made up so that the rest has its place")
	}
	words := "Everything that was found could be saved."
	if len(parts) > 0 {
		words = strings.Join(parts, "; ") + "."
	}
	if s.LostActions > 0 {
		words += " Of what was saved last, " + phrase.Count(s.LostActions, "action lies", "actions lie") + " behind a broken place; what could be read of it was taken."
	}
	if t.Torn {
		words += " Parts of the file could not be reached, so there may have been more."
	}
	return words
}
