package i18n_test

import (
	"regexp"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

var keyOfField = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// walk visits every field below fields with its path.
func walk(fields []plan.Field, above plan.Path, visit func(plan.Field, plan.Path)) {
	for _, f := range fields {
		p := append(append(plan.Path{}, above...), plan.Step{Key: f.Key})
		visit(f, p)
		walk(f.Columns, p, visit)
	}
}

func scopes() map[string][]plan.Field {
	m := map[string][]plan.Field{}
	for _, k := range plan.DocumentKinds() {
		m[string(k)] = plan.FieldsOf(k)
	}
	for _, l := range plan.ListNames() {
		m[string(l)] = plan.ListFields(l)
	}
	for _, k := range []plan.EventKind{
		plan.EventDecision, plan.EventReview, plan.EventNoPlanNeeded, plan.EventFollowUp, plan.EventSnooze,
		plan.EventDeviation, plan.EventNeed, plan.EventItem, plan.EventExport, plan.EventImport, plan.EventRestore,
	} {
		m[string(k)] = plan.EventFields(k)
	}
	return m
}

func TestTheWholeCatalogueHasWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		p := printer(t, lang)
		has := func(what string, keys ...string) {
			if _, ok := p.Find(keys...); !ok {
				t.Errorf("%s: %s has no words: %v", lang, what, keys)
			}
		}
		for scope, fields := range scopes() {
			walk(fields, nil, func(f plan.Field, path plan.Path) {
				has("field", plan.FieldWords(scope, path)...)
				for _, code := range f.Choices {
					has("choice", plan.ChoiceWords(scope, path, code)...)
				}
				for _, row := range f.Fixed {
					has("question", plan.CheckWords(f.Key, row))
				}
			})
		}
		for _, k := range plan.DocumentKinds() {
			for _, s := range plan.SectionsOf(k, false) {
				has("section", plan.SectionWords(k, s.Key)...)
			}
		}
		for _, a := range plan.CoreAudiences() {
			has("audience", "audience.core."+a.Code)
		}
	}
}

func TestTheCatalogueIsWellFormed(t *testing.T) {
	for scope, fields := range scopes() {
		seen := map[string]bool{}
		walk(fields, nil, func(f plan.Field, path plan.Path) {
			if seen[path.Catalogue()] {
				t.Errorf("%s: %s is declared twice", scope, path)
			}
			seen[path.Catalogue()] = true
			if !keyOfField.MatchString(string(f.Key)) {
				t.Errorf("%s: %s is not in kebab-case", scope, path)
			}
			if f.Instead != "" {
				siblings := fields
				if len(path) > 1 {
					parent, err := plan.FieldAt(fields, fakeRows(path[:len(path)-1]))
					if err != nil {
						t.Fatal(err)
					}
					siblings = parent.Columns
				}
				if _, ok := plan.FieldIn(siblings, f.Instead); !ok {
					t.Errorf("%s: instead of %s stands %s, which is not there", scope, path, f.Instead)
				}
			}
			if (f.Kind == plan.List || f.Kind == plan.Checklist) != (len(f.Columns) > 0) {
				t.Errorf("%s: %s has the wrong columns for its kind", scope, path)
			}
		})
	}
}

// fakeRows gives every step but the last a row, as FieldAt wants it.
func fakeRows(p plan.Path) plan.Path {
	q := append(plan.Path{}, p...)
	for i := range q[:len(q)-1] {
		q[i].Row = "row"
	}
	return q
}

func TestEveryDocumentHasWhatTheRulesNeed(t *testing.T) {
	for _, k := range plan.DocumentKinds() {
		for _, key := range []plan.Key{plan.KeyTitle, plan.KeyValidity, plan.KeyOwner, plan.KeyCaseOfficer} {
			if f, ok := plan.FieldIn(plan.FieldsOf(k), key); !ok || f.Need != plan.Mandatory {
				t.Errorf("%s: %s is not mandatory", k, key)
			}
		}
		for i, s := range plan.SectionsOf(k, false) {
			if s.Number != i {
				t.Errorf("%s: section %s has number %d, want %d", k, s.Key, s.Number, i)
			}
		}
	}
}
