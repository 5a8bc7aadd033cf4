package i18n

import (
	"errors"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n/template"
)

var errBrace = errors.New("read placeholders: a brace without its partner")

// placeholders is the template language of the translations: {name}.
type placeholders struct{}

// Cacheable tells that a parsed text can be kept.
func (placeholders) Cacheable() bool { return true }

// Parse cuts a text at its placeholders. The delimiters are always braces.
func (placeholders) Parse(src, _, _ string) (template.ParsedTemplate, error) {
	var t parsedText
	for rest := src; rest != ""; {
		literal, after, found := strings.Cut(rest, "{")
		name, next, closed := strings.Cut(after, "}")
		if strings.Contains(literal, "}") || found && (!closed || name == "" || strings.Contains(name, "{")) {
			return nil, errBrace
		}
		t = append(t, segment{literal, name})
		rest = next
	}
	return t, nil
}

// parsedText is a text cut into pieces.
type parsedText []segment

// segment is some words and the placeholder after them, "" at the end.
type segment struct{ literal, name string }

// Execute fills the placeholders from a map[string]string.
func (t parsedText) Execute(data any) (string, error) {
	values, _ := data.(map[string]string)
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.literal)
		if s.name == "" {
			continue
		}
		value, ok := values[s.name]
		if !ok {
			value = missing(s.name)
		}
		b.WriteString(value)
	}
	return b.String(), nil
}
