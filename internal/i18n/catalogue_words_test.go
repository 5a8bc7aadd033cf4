package i18n_test

import (
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

// Where a person writes at length, help or an example stands beside the field.
func TestLongTextsAreExplained(t *testing.T) {
	p := printer(t, i18n.Swedish)
	for _, k := range plan.DocumentKinds() {
		walk(plan.FieldsOf(k), nil, func(f plan.Field, path plan.Path) {
			if f.Kind != plan.LongText {
				return
			}
			_, help := p.Find(plan.HelpWords(string(k), path)...)
			_, example := p.Find(plan.ExampleWords(string(k), path)...)
			if !help && !example {
				t.Errorf("%s: %s has neither help nor example", k, path)
			}
		})
	}
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
