package i18n_test

import (
	"slices"
	"strings"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// What nothing in the catalogue asks for is a word with a misspelt key.
func TestNoWordsWithoutAField(t *testing.T) {
	used := map[string]bool{}
	use := func(keys []string) {
		for _, k := range keys {
			used[k] = true
		}
	}
	for scope, fields := range scopes() {
		walk(fields, nil, func(f plan.Field, p plan.Path) {
			use(plan.FieldWords(scope, p))
			use(plan.HelpWords(scope, p))
			use(plan.ExampleWords(scope, p))
			for _, code := range f.Choices {
				use(plan.ChoiceWords(scope, p, code))
			}
			for _, row := range f.Fixed {
				use([]string{plan.CheckWords(f.Key, row)})
			}
		})
	}
	for _, k := range plan.DocumentKinds() {
		for _, s := range plan.SectionsOf(k, false) {
			use(plan.SectionWords(k, s.Key))
		}
	}
	for _, key := range printer(t, i18n.Swedish).Keys() {
		area, _, _ := strings.Cut(key, ".")
		switch area {
		case "field", "help", "example", "choice", "check", "section":
			if !used[key] {
				t.Errorf("nothing in the catalogue asks for %q", key)
			}
		}
	}
}

// Everything that a person fills in in a document is explained beside its field, and
// what is written in words has a worked example, in both languages. Checklists show
// their questions instead; a choice of what the words say needs no example.
func TestEveryFieldIsExplained(t *testing.T) {
	for _, lang := range i18n.Languages() {
		p := printer(t, lang)
		helped, shown := map[string]bool{}, map[string]bool{}
		for _, k := range plan.DocumentKinds() {
			walk(explained(plan.FieldsOf(k)), nil, func(f plan.Field, path plan.Path) {
				if f.Retired || f.Kind == plan.Derived {
					return
				}
				help, ok := p.Find(plan.HelpWords(string(k), path)...)
				if !ok || len(strings.Fields(help)) < 2 {
					t.Errorf("%s, %s: %s has no help", lang, k, path)
				}
				helped[help] = true
				example, ok := p.Find(plan.ExampleWords(string(k), path)...)
				if ok && f.Kind == plan.Choice && !slices.ContainsFunc(f.Choices, func(code string) bool {
					return p.First(plan.ChoiceWords(string(k), path, code)...) == example
				}) {
					t.Errorf("%s, %s: %q is no choice of %s", lang, k, example, path)
				}
				if f.Kind != plan.LongText && f.Kind != plan.Line {
					return
				}
				if !ok || f.Kind == plan.LongText && len(strings.Fields(example)) < 6 {
					t.Errorf("%s, %s: %s has no worked example, or one of a few words: %q", lang, k, path, example)
				}
				if f.MaxWords > 0 && len(strings.Fields(example)) > f.MaxWords {
					t.Errorf("%s, %s: the example of %s is longer than the field may be", lang, k, path)
				}
				shown[example] = true
			})
		}
		if len(helped) < 180 || len(shown) < 110 {
			t.Errorf("%s: only %d helps and %d examples", lang, len(helped), len(shown))
		}
	}
}

// explained are the fields without those that the program itself fills in, and the
// checklists without their columns.
func explained(fields []plan.Field) []plan.Field {
	var out []plan.Field
	for _, f := range fields {
		if f.Key == plan.KeyOrigins || f.Retired {
			continue
		}
		if f.Kind == plan.Checklist {
			f.Columns = nil
		}
		out = append(out, f)
	}
	return out
}

func TestEveryFindingHasWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		p := printer(t, lang)
		for _, rule := range plan.FindingRules() {
			f := plan.Finding{Rule: rule, Row: 1, Name: "x", Word: "x", Instead: "x", Date: plan.Date{Year: 2026, Month: 11, Day: 22}}
			if s := p.T("finding."+rule, append(f.Args(), "field", "x")...); i18n.Incomplete(s) {
				t.Errorf("%s: the finding %s is written as %q", lang, rule, s)
			}
		}
	}
}
