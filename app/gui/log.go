package gui

import (
	"log/slog"

	"milepost/planner"
)

// logged is an error as it goes into the log: of one that blames a field only the field, since the rest quotes what a person wrote.
func logged(err error) slog.Attr {
	if field := planner.ErrorField(err); field != "" {
		return slog.String("field", field)
	}
	return slog.Any("error", err)
}
