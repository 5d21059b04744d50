package widgets

import "milepost/app/lang"

// inputError is what is wrong with something typed: a whole sentence, shown to the person as it is.
type inputError string

func (e inputError) Error() string { return string(e) }

// sayf makes an inputError of a text that is marked by lang.Key.
func sayf(key string, args ...any) error { return inputError(lang.Of(key, args...)) }
