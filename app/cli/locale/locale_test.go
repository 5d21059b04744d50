package locale

import "testing"

func TestOnlyAPlaceWithoutALanguageGetsOne(t *testing.T) {
	for _, tt := range []struct {
		env   map[string]string
		needs bool
	}{
		{map[string]string{"LANG": "C.UTF-8"}, true},
		{map[string]string{"LANG": "POSIX.utf8"}, true},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, true},
		{map[string]string{}, false},
		{map[string]string{"LANG": "C"}, false},
		{map[string]string{"LANG": "de_DE.UTF-8"}, false},
		{map[string]string{"LANG": "C.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, false},
		{map[string]string{"LANG": "C.UTF-8", "LANGUAGE": "de"}, false},
	} {
		if got := NeedsLanguage(func(name string) string { return tt.env[name] }); got != tt.needs {
			t.Errorf("%v: %v", tt.env, got)
		}
	}
}
