package ui

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
)

// wording is what the program says in a language, to tell its own words from those of
// the other language and from a person's.
type wording struct {
	keys  map[string]bool
	plain map[string]bool   // texts without gaps, in this language
	gaps  []*regexp.Regexp  // texts with gaps, in this language
	sure  []*regexp.Regexp  // those with letters enough to know them by
	other map[string]string // texts of the other language alone, and their keys
	gone  []otherGap        // those with gaps
	data  map[string]bool   // what the example says
	said  string            // all of it
	known map[string]string // what was found out about a text
}

type otherGap struct {
	key  string
	form *regexp.Regexp
}

// numeric are the gaps that are filled with numbers and days: what has only those is
// the program's own.
var numeric = regexp.MustCompile(`\{(n|total|max|days|year|date|from|to|first|last|limit|day|month|week|low|high|since|time|no|width)\}`)

// fewLetters is how many letters a text with gaps has at least that is known by them.
const fewLetters = 6

var gap = regexp.MustCompile(`\{[a-z][a-z-]*\}`)

func wordingOf(t *testing.T, lang i18n.Language) *wording {
	t.Helper()
	w := &wording{
		keys: map[string]bool{}, plain: map[string]bool{}, other: map[string]string{}, data: map[string]bool{}, known: map[string]string{},
	}
	exampleWords(t, w.data)
	var all []string
	for text := range w.data {
		all = append(all, text)
	}
	w.said = strings.Join(all, "\n") + "\nMedier" // which the tests of a map write
	for key, texts := range templates(t, lang) {
		w.keys[key] = true
		for _, s := range texts {
			if gap.MatchString(s) {
				w.gaps = append(w.gaps, formOf(s))
				if letters(gap.ReplaceAllString(s, "")) >= fewLetters {
					w.sure = append(w.sure, w.gaps[len(w.gaps)-1])
				}
				continue
			}
			w.plain[s] = true
		}
	}
	for _, l := range i18n.Languages() {
		if l == lang {
			continue
		}
		for key, texts := range templates(t, l) {
			for _, s := range texts {
				switch {
				case !gap.MatchString(s):
					w.other[s] = key
				case strings.Contains(w.said, strings.TrimSpace(gap.ReplaceAllString(s, ""))): // a person's too
				case letters(gap.ReplaceAllString(s, "")) >= fewLetters:
					w.gone = append(w.gone, otherGap{key, formOf(s)})
				}
			}
		}
	}
	return w
}

// templates are the texts of a language by their keys.
func templates(t *testing.T, lang i18n.Language) map[string][]string {
	t.Helper()
	b, err := assets.Translation(string(lang))
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(b, &raw); err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for key, v := range raw {
		switch v := v.(type) {
		case string:
			out[key] = []string{v}
		case map[string]any:
			for _, s := range v {
				out[key] = append(out[key], fmt.Sprint(s))
			}
		}
	}
	return out
}

// formOf matches what a text with gaps becomes.
func formOf(s string) *regexp.Regexp {
	var b strings.Builder
	b.WriteString("^")
	at := 0
	for _, g := range gap.FindAllStringIndex(s, -1) {
		b.WriteString(regexp.QuoteMeta(s[at:g[0]]))
		if numeric.MatchString(s[g[0]:g[1]]) {
			b.WriteString(`[0-9][0-9\x{a0} :,.–-]*`)
		} else {
			b.WriteString(".+")
		}
		at = g[1]
	}
	b.WriteString(regexp.QuoteMeta(s[at:]) + "$")
	return regexp.MustCompile(b.String())
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// exampleWords are all texts in the example, which are a person's.
func exampleWords(t *testing.T, into map[string]bool) {
	t.Helper()
	var take func(v any)
	take = func(v any) {
		switch v := v.(type) {
		case string:
			into[v] = true
		case []any:
			for _, x := range v {
				take(x)
			}
		case map[string]any:
			for _, x := range v {
				take(x)
			}
		}
	}
	err := fs.WalkDir(assets.Example(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(assets.Example(), path)
		if err != nil {
			return err
		}
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			return err
		}
		take(v)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// ends reports whether a text that ends in an ellipsis is one of the program's own, or
// of the example's.
func (w *wording) ends(s string) bool {
	if w.plain[s] || w.data[s] {
		return true
	}
	for _, g := range w.gaps {
		if strings.HasSuffix(g.String(), "…$") && g.MatchString(s) {
			return true
		}
	}
	return false
}

// own reports whether the program itself has made up the text, in one part or several.
func (w *wording) own(s string) bool {
	for _, part := range strings.Split(s, " · ") {
		if !w.ownPart(part) {
			return false
		}
	}
	return true
}

// ownPart reports whether the program itself has made up the text, alone or with
// numbers.
func (w *wording) ownPart(s string) bool {
	s = strings.TrimSpace(s)
	if w.data[s] || letters(s) == 0 {
		return false
	}
	if w.plain[s] || w.plain[strings.TrimLeft(s, "0123456789 ")] {
		return true
	}
	for _, g := range w.gaps {
		if !strings.Contains(g.String(), ".+") && g.MatchString(s) {
			return true
		}
	}
	return false
}

// flaw is what is wrong with a text as words of the language.
func (w *wording) flaw(text string) string {
	f, ok := w.known[text]
	if !ok {
		f = w.flawOf(text)
		w.known[text] = f
	}
	return f
}

func (w *wording) flawOf(text string) string {
	if i18n.Incomplete(text) {
		return "is not complete"
	}
	for _, part := range strings.Split(text, " · ") {
		part = strings.TrimSpace(part)
		switch {
		case w.keys[part] && !w.plain[part]:
			return "is a key"
		case w.plain[part] || holdsWords(w.said, part):
			continue
		}
		if key, ok := w.other[part]; ok {
			return "is of the other language: " + key
		}
		if key := w.gapped(part); key != "" {
			return "is of the other language: " + key
		}
	}
	return ""
}

// holdsWords reports whether the words stand in a text, not only as a part of others.
func holdsWords(text, words string) bool {
	for at := 0; words != ""; at++ {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
	}
	return true
}

// flawOfCut is what is wrong with a text that is cut. A person's may be, where a
// tooltip tells the whole of it; the program's own may not.
func (w *wording) flawOfCut(s cutText) string {
	if !strings.Contains(s.told, strings.TrimSuffix(s.text, "…")) {
		return fmt.Sprintf("is cut; the tooltip says %q", s.told)
	}
	first, _, _ := strings.Cut(s.told, "\n")
	if w.own(first) {
		return fmt.Sprintf("is cut of %q", first)
	}
	return w.flaw(first)
}

// gapped is the key of a text with gaps of the other language that the text is made
// of, "" where there is none or it is made of one of this language too.
func (w *wording) gapped(s string) string {
	for _, o := range w.gone {
		if !o.form.MatchString(s) {
			continue
		}
		for _, g := range w.sure {
			if g.MatchString(s) {
				return ""
			}
		}
		return o.key
	}
	return ""
}
