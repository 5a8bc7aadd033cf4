package exchange_test

import (
	"testing"

	"ledstjarna/assets"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
)

// example loads the example organisation and what its versions say.
func example(t *testing.T) (plan.Register, map[plan.ID]plan.Content) {
	t.Helper()
	data, err := exchange.LoadFS(assets.Example(), exchange.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	contents := map[plan.ID]plan.Content{}
	for _, c := range data.Edit().Changes {
		if x, ok := c.(plan.ContentChange); ok {
			contents[x.Version] = x.After.Content
		}
	}
	return data.Register(), contents
}

func subject(r plan.Register, contents map[plan.ID]plan.Content, d plan.Document, v plan.Version) plan.Subject {
	s := plan.Subject{Register: r, Document: d, Version: v, Content: contents[v.ID], Today: plan.NewDate(2026, 11, 22)}
	for _, id := range r.Subjects(d.ID, plan.ElaboratedIn) {
		parent, _ := r.Document(id)
		s.Parent = contents[parent.Latest().ID]
	}
	return s
}

func TestTheExampleFitsTheCatalogue(t *testing.T) {
	r, contents := example(t)
	for _, d := range r.Documents() {
		for _, v := range d.Versions {
			fields := plan.FieldsOf(d.Kind)
			for _, k := range contents[v.ID].Keys() {
				f, ok := plan.FieldIn(fields, k)
				if !ok {
					t.Errorf("%s: no field %s", v.ID, k)
					continue
				}
				if err := plan.CheckValue(f, contents[v.ID].Get(k)); err != nil {
					t.Errorf("%s: %s: %v", v.ID, k, err)
				}
			}
			want := 0
			if v.ID == "naravard-2" {
				want = 1 // who approves publication
			}
			found := plan.Findings(subject(r, contents, d, v))
			if n := plan.Errors(found); n != want {
				t.Errorf("%s: %d errors, want %d", v.ID, n, want)
			}
			for _, f := range found {
				if f.Severity == plan.Error && v.ID != "naravard-2" || f.Rule == "dangling" {
					t.Errorf("%s: %s %s (%s)", v.ID, f.Rule, f.Path, f.Name)
				}
			}
		}
	}
}

func TestTheExampleIsWhatItIsSaidToBe(t *testing.T) {
	r, contents := example(t)
	if n := len(r.Documents()); n != 13 {
		t.Errorf("%d documents, want 13", n)
	}
	for id, want := range map[plan.ID]int{"naravard-2": 40, "bredband-1": 18, "kompetens-1": 6} {
		if n := len(plan.Activities(contents[id])); n != want {
			t.Errorf("%s has %d activities, want %d", id, n, want)
		}
	}
	today := plan.NewDate(2026, 11, 22)
	for id, want := range map[plan.ID]plan.Status{
		"doc-strategi-2019": plan.StatusSuperseded, "doc-strategi": plan.StatusAdopted, "doc-kompetens": plan.StatusReady,
		"doc-krispolicy": plan.StatusReaffirmed, "doc-bredband": plan.StatusEnded, "doc-naravard": plan.StatusDraft,
	} {
		d, ok := r.Document(id)
		if !ok {
			t.Errorf("%s is missing", id)
			continue
		}
		if got := r.StatusOf(d, d.Latest(), today); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}
