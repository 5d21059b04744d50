package gui

import (
	"log/slog"

	"milepost/app"
)

// logged is an error as it goes into the log: without a path, a name or anything a person wrote. known are errors whose words are always
// the same.
func logged(err error, known ...error) slog.Attr {
	return slog.String("error", app.LogWords(err, known...))
}
