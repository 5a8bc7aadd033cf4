package i18n

import (
	"strings"

	"golang.org/x/text/language"
)

// Language is a language that the program speaks, as its BCP 47 code.
type Language string

// The languages. Swedish is the one to use where nothing else is known.
const (
	Swedish Language = "sv"
	English Language = "en"
)

// Languages lists them, Swedish first.
func Languages() []Language { return []Language{Swedish, English} }

// Match returns the language nearest to what the system prefers, most preferred
// first: "sv_SE.UTF-8", "en-GB", or a list such as "de:en". A preference that
// says nothing ("", "C", "POSIX") or fits no language is passed over; when none
// is left the answer is Swedish.
func Match(locales ...string) Language {
	languages := Languages()
	tags := make([]language.Tag, len(languages))
	for i, l := range languages {
		tags[i] = language.Make(string(l))
	}
	matcher := language.NewMatcher(tags)
	for _, locale := range locales {
		for _, one := range strings.Split(locale, ":") {
			tag, ok := parseLocale(one)
			if !ok {
				continue
			}
			if _, i, confidence := matcher.Match(tag); confidence > language.No {
				return languages[i]
			}
		}
	}
	return Swedish
}

// parseLocale reads a POSIX locale name or a BCP 47 tag.
func parseLocale(locale string) (language.Tag, bool) {
	name, _, _ := strings.Cut(locale, ".")
	name, _, _ = strings.Cut(name, "@")
	if name == "" || name == "C" || name == "POSIX" {
		return language.Und, false
	}
	tag, err := language.Parse(strings.ReplaceAll(name, "_", "-"))
	return tag, err == nil
}
