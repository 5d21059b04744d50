package app

import (
	"io"

	"milepost/data"
)

// WriteFile writes a file for somebody else, a report or a calendar: whole and on disk when it returns, or not at all. An earlier file of that
// name is replaced only if replace says so, and stays until then; the data file never is. It may be called on any goroutine. Errors name the field "out".
func (m *Milepost) WriteFile(out string, replace bool, write func(io.Writer) error) error {
	if m.store == nil {
		return data.WriteFile(out, replace, write)
	}
	return m.store.WriteFile(out, replace, write)
}
