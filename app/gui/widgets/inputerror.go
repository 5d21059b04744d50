package widgets

import "fmt"

// inputError is what is wrong with something typed: a whole sentence, shown to the person as it is.
type inputError string

func (e inputError) Error() string { return string(e) }

// sayf makes an inputError.
func sayf(format string, args ...any) error { return inputError(fmt.Sprintf(format, args...)) }
