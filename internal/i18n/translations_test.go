package i18n_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
)

// sameInBoth are the keys whose words really are the same in both languages.
// Anything else that is equal has been forgotten.
var sameInBoth = []string{
	"action.ok", "app.name", "box.status", "box.version", "calendar.first", "calendar.plan", "calendar.plan-name", "calendar.status",
	"choice.attitude.neutral", "choice.mode.information",
	"choice.type.information", "cli.column.hash", "cli.column.text", "cli.value.side", "column.status",
	"column.version", "compare.side-newer-adopted", "compare.side-older", "documents.by.period", "event.export", "event.import", "example.dnr",
	"example.owner-name", "field.body",
	"field.budget", "field.formality", "field.organisation", "field.person", "field.risk", "field.start",
	"field.status", "field.text", "field.variant", "field.version", "field.vision", "interval.R1", "item.information",
	"key.alt", "key.ctrl", "key.delete", "key.end", "key.enter", "key.escape", "key.home", "key.page-down",
	"key.page-up", "key.super", "media-type.pdf", "media-type.txt", "number.kilobytes", "number.megabytes",
	"packet.form", "packets.variant", "page.budget", "register.organisation", "settings.size-normal", "sheet.status",
	"version.label",
}

// forms are the texts of one key by plural form; a plain text is "other".
type forms map[string]string

// entry is one line of a translation file.
type entry struct {
	key   string
	forms forms
}

func TestLanguagesHaveTheSameKeys(t *testing.T) {
	want := printer(t, i18n.Swedish).Keys()
	if len(want) == 0 {
		t.Fatal("Swedish has no keys")
	}
	for _, lang := range i18n.Languages() {
		if diff := cmp.Diff(want, printer(t, lang).Keys()); diff != "" {
			t.Errorf("keys of %s (-sv +%s):\n%s", lang, lang, diff)
		}
	}
}

var keyForm = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9-]*)+$`)

func TestFilesAreSortedAndKeysWellFormed(t *testing.T) {
	for _, lang := range i18n.Languages() {
		previous := ""
		for _, e := range entries(t, lang) {
			if e.key <= previous {
				t.Errorf("%s: %q must stand before %q", lang, e.key, previous)
			}
			if !keyForm.MatchString(e.key) {
				t.Errorf("%s: %q is not in dotted lower case", lang, e.key)
			}
			previous = e.key
		}
	}
}

func TestPluralFormsAreThoseOfTheLanguages(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, e := range entries(t, lang) {
			if len(e.forms) == 1 && e.forms["other"] == "" || len(e.forms) > 2 || len(e.forms) == 2 && (e.forms["one"] == "" || e.forms["other"] == "") {
				t.Errorf("%s: %q has the forms %v, want a text or both one and other", lang, e.key, e.forms)
			}
		}
	}
}

func TestPlaceholdersAgree(t *testing.T) {
	english := map[string]forms{}
	for _, e := range entries(t, i18n.English) {
		english[e.key] = e.forms
	}
	for _, e := range entries(t, i18n.Swedish) {
		want := placeholdersIn(e.forms["other"])
		if len(e.forms) != len(english[e.key]) {
			t.Errorf("%q has %d forms in Swedish, %d in English", e.key, len(e.forms), len(english[e.key]))
		}
		for _, other := range []forms{e.forms, english[e.key]} {
			for form, text := range other {
				got := placeholdersIn(text)
				if diff := cmp.Diff(want, got); diff != "" && e.key != "date.in-text" {
					t.Errorf("placeholders of %q, form %q (-Swedish +this):\n%s", e.key, form, diff)
				}
			}
		}
	}
}

func TestTextsAreClean(t *testing.T) {
	for _, lang := range i18n.Languages() {
		for _, e := range entries(t, lang) {
			for _, text := range e.forms {
				if fault := faultOf(lang, text); fault != "" {
					t.Errorf("%s: %q %s: %q", lang, e.key, fault, text)
				}
			}
		}
	}
}

// faultOf tells what is wrong with the look of a text, or "".
func faultOf(lang i18n.Language, text string) string {
	bare := placeholderForm.ReplaceAllString(text, "x")
	switch {
	case strings.TrimSpace(text) == "":
		return "is empty"
	case strings.TrimSpace(text) != text:
		return "has a space at an edge"
	case strings.Contains(text, "  "):
		return "has two spaces in a row"
	case strings.ContainsAny(bare, "{}"):
		return "has a brace that is no placeholder"
	case strings.ContainsAny(text, `"'`):
		return "has a straight quotation mark"
	case strings.Contains(text, "...") || strings.Contains(text, " - "):
		return "has dots or a hyphen for an ellipsis or a dash"
	case i18n.Incomplete(text):
		return "has the sign of a missing text"
	case lang == i18n.Swedish && strings.ContainsAny(text, "“‘"):
		return "has English quotation marks"
	case strings.ContainsFunc(text, unicode.IsControl):
		return "has a control character"
	}
	return ""
}

func TestNothingIsLeftInEnglish(t *testing.T) {
	english := map[string]forms{}
	for _, e := range entries(t, i18n.English) {
		english[e.key] = e.forms
	}
	for _, e := range entries(t, i18n.Swedish) {
		words := placeholderForm.ReplaceAllString(e.forms["other"], "")
		same := e.forms["other"] == english[e.key]["other"] && strings.ContainsFunc(words, unicode.IsLetter)
		if allowed := slices.Contains(sameInBoth, e.key); same != allowed {
			t.Errorf("%q is %q and %q: same = %v, on the list = %v", e.key, e.forms["other"], english[e.key]["other"], same, allowed)
		}
	}
}

var placeholderForm = regexp.MustCompile(`\{[a-z][a-z-]*\}`)

func placeholdersIn(text string) []string {
	found := placeholderForm.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// entries reads a translation file in its own order, doubled keys included.
func entries(t *testing.T, lang i18n.Language) []entry {
	t.Helper()
	data, err := assets.Translation(string(lang))
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	var out []entry
	for d.More() {
		key, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			t.Fatalf("%s: after %v: %v", lang, key, err)
		}
		out = append(out, entry{key.(string), readForms(t, raw)})
	}
	return out
}

func readForms(t *testing.T, raw json.RawMessage) forms {
	t.Helper()
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return forms{"other": text}
	}
	f := forms{}
	if err := json.Unmarshal(raw, &f); err != nil {
		t.Fatalf("neither text nor plural forms: %s", raw)
	}
	return f
}
