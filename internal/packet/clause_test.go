package packet

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

// styled is a register whose organisation writes its papers so.
func styled(r plan.Register, fields plan.Filled) plan.Register {
	old, known := r.Entry(plan.ListOrganisation, plan.OrganisationID)
	c := plan.EntryChange{List: plan.ListOrganisation, After: &plan.Entry{ID: plan.OrganisationID, Fields: old.Fields}}
	if known {
		c.Before = &old
	}
	for k, v := range fields {
		c.After.Fields = c.After.Fields.With(k, v)
	}
	return r.Apply(plan.Edit{Changes: []plan.Change{c}})
}

// The golden clauses of each outcome that an item can propose, under their lead.
func TestClausesOfEveryProposal(t *testing.T) {
	w := swedish(t)
	until := plan.Day(plan.NewDate(2028, 12, 31))
	for name, c := range map[string]struct {
		world func(*testing.T) (plan.Register, plan.Document)
		cells plan.Filled
		want  []string
	}{
		"adopt": {ready, nil, []string{"att fastställa Webbpolicy, version 1.0, enligt bilaga a.", "att Webbpolicy gäller från och med den 3 december 2026 och tills vidare."}},
		"reaffirm": {adopted, nil, []string{
			"att konstatera att Webbpolicy, fastställd den 21 maj 2024 § 31, har setts över och fortsätter att gälla utan ändring tills vidare.",
		}},
		"revise": {revised, nil, []string{
			"att fastställa reviderad Webbpolicy, version 2.0, enligt bilaga a.", "att Webbpolicy gäller från och med den 3 december 2026 och tills vidare.",
			"att godkänna ändringarna enligt bilaga b.",
		}},
		"repeal": {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeRepeal), plan.KeyUntil: until}, []string{"att upphäva Webbpolicy från och med den 31 december 2028."}},
		"extend": {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeExtend), plan.KeyUntil: until}, []string{"att förlänga giltigheten för Webbpolicy till och med den 31 december 2028."}},
		"note":   {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeNote)}, []string{"att notera informationen."}},
	} {
		t.Run(name, func(t *testing.T) {
			r, d := c.world(t)
			r = styled(r, plan.Filled{plan.KeyDecisionForm: plan.Text(plan.DecisionClauses), plan.KeyAppendixNumbering: plan.Text(plan.AppendixLetters)})
			p := read(t, r, agenda(d, c.cells))
			got := Sentences(r, p, p.Items[0], w)
			for i := range got {
				got[i] = strings.ReplaceAll(got[i], "\u00a0", " ")
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if lead := Lead(r, p, p.Items[0], w); lead != "Arbetsutskottet beslutar" {
				t.Errorf("the lead is %q", lead)
			}
			if found := Lint(r, p, w); len(found) > 0 {
				t.Errorf("the program's own words are to be mended: %+v", found)
			}
		})
	}
}

// What a person has written stays as it is, without a lead; clauses of a person's own
// name no body.
func TestOwnPointsAmongClauses(t *testing.T) {
	w := swedish(t)
	r, d := adopted(t)
	r = styled(r, plan.Filled{plan.KeyDecisionForm: plan.Text(plan.DecisionClauses)})
	p := read(t, r, agenda(d, plan.Filled{plan.KeyProposal: plan.Text("att bekräfta Webbpolicy.")}))
	if got := Lead(r, p, p.Items[0], w); got != "" {
		t.Errorf("the lead is %q", got)
	}
	if found := Lint(r, p, w); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
	sentences := styled(r, plan.Filled{plan.KeyDecisionForm: plan.Text(plan.DecisionSentences)})
	if found := Lint(sentences, p, w); len(found) != 1 || found[0].Rule != "no-body" {
		t.Errorf("where decisions are sentences: %+v", found)
	}
}

func TestAppendicesInLetters(t *testing.T) {
	r := styled(plan.Register{}, plan.Filled{plan.KeyAppendixNumbering: plan.Text(plan.AppendixLetters)})
	for n, want := range map[int]string{1: "a", 2: "b", 26: "z", 27: "aa", 28: "ab", 52: "az", 53: "ba", 702: "zz", 703: "aaa"} {
		if got := Appendix(r, n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
	if got := Appendix(plan.Register{}, 27); got != "27" {
		t.Errorf("in numbers, 27 is %q", got)
	}
}

func TestAnAppendixThatIsNotThereInLetters(t *testing.T) {
	w := swedish(t)
	r, d := adopted(t)
	r = styled(r, plan.Filled{plan.KeyAppendixNumbering: plan.Text(plan.AppendixLetters)})
	for text, want := range map[string]int{"bilaga a": 0, "bilaga d": 1, "bilaga 1": 0, "bilaga 7": 1, "bilagan": 0, "bilaga som är ny": 0} {
		p := read(t, r, agenda(d, plan.Filled{plan.KeyProposal: plan.Text("Arbetsutskottet bekräftar Webbpolicy enligt " + text + ".")}))
		if found := Lint(r, p, w); len(found) != want {
			t.Errorf("%q: %+v", text, found)
		}
	}
}
