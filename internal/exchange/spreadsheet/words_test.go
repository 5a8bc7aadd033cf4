package spreadsheet_test

import (
	"testing"

	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

func TestEveryCodeHasItsWords(t *testing.T) {
	for _, l := range i18n.Languages() {
		w, err := i18n.New(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range spreadsheet.Codes() {
			if !w.Has("sheet.wrong-" + code) {
				t.Errorf("%s: no words for %s", l, code)
			}
		}
	}
}

// The heads of a list are told apart in every language, and no head of one language is
// another column's in the other.
func TestHeadsAreToldApart(t *testing.T) {
	for _, l := range spreadsheet.Lists() {
		seen := map[string]plan.Key{}
		for _, lang := range i18n.Languages() {
			table, err := bookOf(t, plantest.Complete(1), lang).Table(l, "", clock)
			if err != nil {
				t.Fatal(err)
			}
			for i, head := range table.Heads {
				k := table.Columns[i].Field.Key
				if other, twice := seen[plan.NameKey(head)]; twice && other != k {
					t.Errorf("%s: %q heads both %s and %s", l, head, k, other)
				}
				seen[plan.NameKey(head)] = k
			}
		}
	}
}
