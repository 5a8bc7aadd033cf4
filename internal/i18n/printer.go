package i18n

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"ledstjarna/assets"
)

// Printer speaks one language. It is safe for concurrent use.
type Printer struct {
	lang      Language
	localizer *i18n.Localizer
	keys      map[string]bool
	numerals  numerals

	collating sync.Mutex // a Collator keeps state between calls
	collator  *collate.Collator
}

// New returns the printer of a language. The error tells that lang is none of
// Languages, or that its translations cannot be read.
func New(lang Language) (*Printer, error) {
	if !slices.Contains(Languages(), lang) {
		return nil, fmt.Errorf("make printer: no language %q", lang)
	}
	data, err := assets.Translation(string(lang))
	if err != nil {
		return nil, fmt.Errorf("make printer of %q: %w", lang, err)
	}
	tag := language.Make(string(lang))
	bundle := i18n.NewBundle(tag)
	file, err := bundle.ParseMessageFileBytes(data, string(lang)+".json")
	if err != nil {
		return nil, fmt.Errorf("read translations of %q: %w", lang, err)
	}
	p := &Printer{
		lang:      lang,
		localizer: i18n.NewLocalizer(bundle, string(lang)),
		keys:      make(map[string]bool, len(file.Messages)),
		numerals:  numeralsOf(lang),
		collator:  collate.New(tag, collate.Numeric),
	}
	for _, m := range file.Messages {
		p.keys[m.ID] = true
	}
	return p, nil
}

// Language returns the printer's language.
func (p *Printer) Language() Language { return p.lang }

// Has reports whether the language has the key.
func (p *Printer) Has(key string) bool { return p.keys[key] }

// Keys returns every key of the language, sorted by code point.
func (p *Printer) Keys() []string {
	keys := make([]string, 0, len(p.keys))
	for key := range p.keys {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// T returns the words of the key with its placeholders filled from pairs of a
// name and a value: T("page.of", "n", 3, "total", 14). A string stands as it is,
// a float64 as by Number, anything else as fmt prints it; so a year or a page
// number is written without spaces, and dates and sums are formatted by the
// caller.
func (p *Printer) T(key string, pairs ...any) string {
	return p.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: p.values(pairs)})
}

// N is T in the plural form that the number n asks for, with the placeholder
// {n} filled as by Int.
func (p *Printer) N(key string, n int, pairs ...any) string {
	values := p.values(pairs)
	values["n"] = p.Int(n)
	return p.localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: values})
}

func (p *Printer) localize(c *i18n.LocalizeConfig) string {
	c.TemplateParser = placeholders{}
	s, err := p.localizer.Localize(c)
	if err != nil && s == "" {
		return missing(c.MessageID)
	}
	return s
}

// values reads the pairs of a call; a name without a value is left out, which
// the text then shows.
func (p *Printer) values(pairs []any) map[string]string {
	values := make(map[string]string, len(pairs)/2+1)
	for i := 0; i+1 < len(pairs); i += 2 {
		name := fmt.Sprint(pairs[i])
		switch v := pairs[i+1].(type) {
		case string:
			values[name] = v
		case float64:
			values[name] = p.Number(v)
		default:
			values[name] = fmt.Sprint(v)
		}
	}
	return values
}

// List joins words as a sentence does: "a", "a och b", "a, b och c".
func (p *Printer) List(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return p.T("list.and", "first", strings.Join(words[:n-1], ", "), "last", words[n-1])
	}
}

// Capital returns s with its first letter in upper case, for a word that comes
// to stand first in a line or a cell.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

const (
	missingOpen  = "⟨"
	missingClose = "⟩"
)

func missing(name string) string { return missingOpen + name + missingClose }

// Incomplete reports whether a text made by a Printer lacks a translation or
// the value of a placeholder. Tests of all that speaks to a person use it.
func Incomplete(s string) bool { return strings.Contains(s, missingOpen) }
