package lang

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"milepost/resources"
)

// Language is a language Milepost speaks, by its code.
type Language string

// The languages.
const (
	English    Language = "en"
	German     Language = "de"
	Spanish    Language = "es"
	French     Language = "fr"
	Portuguese Language = "pt"
	Italian    Language = "it"
)

// Languages lists them in the order in which they are offered.
func Languages() []Language {
	return []Language{English, German, Spanish, French, Italian, Portuguese}
}

// Name is what a language calls itself.
func (l Language) Name() string {
	return map[Language]string{
		English: "English", German: "Deutsch", Spanish: "Español", French: "Français", Portuguese: "Português", Italian: "Italiano",
	}[l]
}

// valid reports whether Milepost speaks it.
func (l Language) valid() bool { return l.Name() != "" }

// Choose finds the language to speak and the region whose habits (order of dates, first day of the week) are kept. chosen is what the
// person has set, "" for the system's; system is the system's locale, such as "de-AT" or "en_US.UTF-8". Whatever makes no sense is British English.
func Choose(chosen Language, system string) language.Tag {
	system, _, _ = strings.Cut(system, ".")
	tag, err := language.Parse(strings.ReplaceAll(system, "_", "-"))
	if err != nil {
		tag = language.BritishEnglish
	}
	base, _ := tag.Base()
	switch own := Language(base.String()); {
	case chosen.valid() && chosen != own:
		return language.Make(string(chosen))
	case chosen.valid() || own.valid():
		return tag
	}
	return language.BritishEnglish
}

// Use speaks a language from now on. Texts that were made before stay as they are. An error means that its translations cannot be read;
// then everything stays as it was.
func Use(tag language.Tag) error {
	base, _ := tag.Base()
	l := Language(base.String())
	if !l.valid() {
		return fmt.Errorf("milepost does not speak %s", tag)
	}
	c := &catalogue{tag: tag, locale: locales[l]}
	if region, sure := tag.Region(); sure == language.Exact {
		c.locale = c.locale.in(region.String())
	}
	if l != English {
		messages, err := load(resources.Translations, "translations/"+string(l)+".json")
		if err != nil {
			return err
		}
		c.messages = messages
	}
	inUse.Store(c)
	return nil
}

// InUse is the language that is spoken.
func InUse() Language {
	base, _ := inUse.Load().tag.Base()
	return Language(base.String())
}

// load reads a file of translations: an object from English texts to texts, or to objects from plural forms ("one", "other") to texts.
func load(files fs.FS, name string) (map[string]message, error) {
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("read the translations: %w", err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(content, &raw); err != nil {
		return nil, fmt.Errorf("read the translations in %s: %w", name, err)
	}
	out := make(map[string]message, len(raw))
	for key, value := range raw {
		m, err := parse(value)
		if err != nil {
			return nil, fmt.Errorf("read the translation of %q in %s: %w", key, name, err)
		}
		out[key] = m
	}
	return out, nil
}

var forms = map[string]plural.Form{"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other}

func parse(value json.RawMessage) (message, error) {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return message{text: text}, nil
	}
	var named map[string]string
	if err := json.Unmarshal(value, &named); err != nil {
		return message{}, err
	}
	m := message{forms: make(map[plural.Form]string, len(named))}
	for name, text := range named {
		form, ok := forms[name]
		if !ok {
			return message{}, fmt.Errorf("%q is no plural form", name)
		}
		m.forms[form] = text
	}
	if m.forms[plural.Other] == "" {
		return message{}, fmt.Errorf("the form \"other\" is missing")
	}
	return m, nil
}
