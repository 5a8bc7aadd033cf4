package packet

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

// agenda is a packet with one item about the document, with the cells.
func agenda(d plan.Document, cells plan.Filled, papers ...plan.Filled) plan.Content {
	all := plan.Filled{
		plan.KeyHeading: plan.Text("Webbpolicy"), plan.KeyItemType: plan.Text(plan.ItemDecision),
		plan.KeySubject: plan.Text(plan.SubjectDocument), plan.KeyDocument: plan.Ref(d.ID),
	}
	for k, v := range cells {
		all[k] = v
	}
	var rows []plan.Row
	for i, f := range papers {
		rows = append(rows, plan.Row{ID: plan.ID("paper" + string(rune('a'+i))), Cells: plan.NewContent(f)})
	}
	all[plan.KeyPapers] = plan.Rows(rows...)
	return plan.NewContent(plan.Filled{plan.KeyMeeting: plan.Ref("m"), plan.KeyItems: plan.Rows(plan.Row{ID: "item", Cells: plan.NewContent(all)})})
}

// ready is the world with the policy ready for its first decision; adopted with it
// in force, and revised with a second version ready.
func ready(t *testing.T) (plan.Register, plan.Document) {
	t.Helper()
	r, d := world(t)
	return apply(t, r, d.ID)(r.SetStage(d, d.Latest(), plan.StageReady, 0))
}

func adopted(t *testing.T) (plan.Register, plan.Document) {
	t.Helper()
	r, d := ready(t)
	return apply(t, r, d.ID)(r.Decide(d, d.Latest(), plan.Decision{Outcome: plan.Adopted, Body: "au", Date: plan.NewDate(2024, 5, 21), Paragraph: "31"}, "S", clock))
}

func revised(t *testing.T) (plan.Register, plan.Document) {
	t.Helper()
	r, d := adopted(t)
	e, next, err := r.NextDraft(d, plan.Seal(plan.NewContent(plan.Filled{
		plan.KeyTitle: plan.Text("Webbpolicy"), plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)),
	})), false, clock)
	r, d = apply(t, r, d.ID)(e, err)
	return apply(t, r, d.ID)(r.SetStage(d, next, plan.StageReady, 0))
}

// The golden sentences of each outcome that an item can propose.
func TestSentencesOfEveryProposal(t *testing.T) {
	w := swedish(t)
	until := plan.Day(plan.NewDate(2028, 12, 31))
	for name, c := range map[string]struct {
		world func(*testing.T) (plan.Register, plan.Document)
		cells plan.Filled
		want  []string
	}{
		"adopt": {ready, nil, []string{
			"Arbetsutskottet fastställer Webbpolicy, version 1.0, enligt bilaga 1.", "Webbpolicy gäller från och med den 3 december 2026 och tills vidare.",
		}},
		"reaffirm": {adopted, nil, []string{
			"Arbetsutskottet konstaterar att Webbpolicy, fastställd den 21 maj 2024 § 31, har setts över och fortsätter att gälla utan ändring tills vidare.",
		}},
		"revise": {revised, nil, []string{
			"Arbetsutskottet fastställer reviderad Webbpolicy, version 2.0, enligt bilaga 1.", "Webbpolicy gäller från och med den 3 december 2026 och tills vidare.",
			"Ändringarna framgår av bilaga 2.",
		}},
		"repeal":         {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeRepeal), plan.KeyUntil: until}, []string{"Arbetsutskottet upphäver Webbpolicy från och med den 31 december 2028."}},
		"repeal at once": {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeRepeal)}, []string{"Arbetsutskottet upphäver Webbpolicy från och med den 3 december 2026."}},
		"extend":         {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeExtend), plan.KeyUntil: until}, []string{"Arbetsutskottet förlänger giltigheten för Webbpolicy till och med den 31 december 2028."}},
		"note":           {adopted, plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeNote)}, []string{"Arbetsutskottet noterar informationen."}},
		"information":    {adopted, plan.Filled{plan.KeyItemType: plan.Text(plan.ItemInformation)}, []string{"Arbetsutskottet noterar informationen."}},
	} {
		t.Run(name, func(t *testing.T) {
			r, d := c.world(t)
			p := read(t, r, agenda(d, c.cells))
			got := Sentences(r, p, p.Items[0], w)
			for i := range got {
				got[i] = strings.ReplaceAll(got[i], "\u00a0", " ")
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if found := Lint(r, p, w); len(found) > 0 {
				t.Errorf("the program's own words are to be mended: %+v", found)
			}
		})
	}
}

// Every rule finds its example and lets another pass.
func TestEveryRuleOfThePapers(t *testing.T) {
	w := swedish(t)
	own := func(s string) plan.Filled { return plan.Filled{plan.KeyProposal: plan.Text(s)} }
	long := strings.Repeat("Frågan har beretts i dialog med kommunerna under hösten. ", 14)
	cases := map[string]struct{ bad, good plan.Filled }{
		"no-points": {
			plan.Filled{plan.KeyDocument: plan.Value{}, plan.KeySubject: plan.Text(plan.SubjectFree)},
			plan.Filled{plan.KeyDocument: plan.Value{}, plan.KeySubject: plan.Text(plan.SubjectFree), plan.KeyProposal: plan.Text("Arbetsutskottet godkänner rapporten.")},
		},
		"unnumbered": {
			own("Arbetsutskottet bekräftar Webbpolicy.\nRapporten skickas vidare."), own("1. Arbetsutskottet bekräftar Webbpolicy.\n2. Rapporten skickas vidare."),
		},
		"phrase":          {own("Arbetsutskottet antar Webbpolicy enligt föreliggande förslag."), own("Arbetsutskottet antar Webbpolicy enligt bilaga 1.")},
		"no-body":         {own("Webbpolicy bekräftas."), own("AU bekräftar Webbpolicy.")},
		"title-missing":   {own("Arbetsutskottet bekräftar policyn."), own("Arbetsutskottet bekräftar Webbpolicy.")},
		"two-measures":    {own("Arbetsutskottet bekräftar Webbpolicy och upphäver It-policy."), own("Arbetsutskottet bekräftar Webbpolicy.")},
		"summary-missing": {plan.Filled{plan.KeyMatter: plan.Text(long)}, plan.Filled{plan.KeyMatter: plan.Text(long), plan.KeySummary: plan.Text("Kort.")}},
		"not-listed": {
			plan.Filled{plan.KeyBasis: plan.Text("- Ett annat papper")}, plan.Filled{plan.KeyBasis: plan.Text("- Webbpolicy, version 1.0")},
		},
		"no-such-appendix": {own("Arbetsutskottet bekräftar Webbpolicy enligt bilaga 4."), own("Arbetsutskottet bekräftar Webbpolicy enligt bilaga 1.")},
		"until-missing": {
			plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeExtend), plan.KeyProposal: plan.Text("Arbetsutskottet förlänger Webbpolicy.")},
			plan.Filled{plan.KeyProposes: plan.Text(plan.ProposeExtend), plan.KeyUntil: plan.Day(plan.NewDate(2028, 1, 1))},
		},
	}
	cases["public-heading-missing"] = struct{ bad, good plan.Filled }{
		plan.Filled{plan.KeyProtected: plan.Text(plan.Yes)},
		plan.Filled{plan.KeyProtected: plan.Text(plan.Yes), plan.KeyPublicHeading: plan.Text("Ett ärende")},
	}
	r, d := adopted(t)
	rules := func(r plan.Register, c plan.Content) []string {
		var out []string
		for _, f := range Lint(r, read(t, r, c), w) {
			if f.Item != "item" || f.Number != 1 || f.Severity == 0 {
				t.Errorf("%+v", f)
			}
			out = append(out, f.Rule)
		}
		return out
	}
	seen := map[string]bool{}
	check := func(rule string, bad, good []string) {
		t.Helper()
		seen[rule] = true
		if !slices.Contains(bad, rule) {
			t.Errorf("%s: the bad example is told of as %v", rule, bad)
		}
		if slices.Contains(good, rule) {
			t.Errorf("%s: the good example is told of too", rule)
		}
	}
	for rule, c := range cases {
		check(rule, rules(r, agenda(d, c.bad)), rules(r, agenda(d, c.good)))
	}
	lost := plan.Filled{plan.KeyTitle: plan.Text("Yttrande från regionen")}
	there := plan.Filled{plan.KeyTitle: plan.Text("Policyn"), plan.KeyDocument: plan.Ref(d.ID)}
	file := plan.Filled{plan.KeyTitle: plan.Text("Karta"), plan.KeyFileHash: plan.Text(strings.Repeat("ab", 32))}
	check("not-included", rules(r, agenda(d, nil, lost)), rules(r, agenda(d, nil, file)))
	check("not-included", rules(r, agenda(d, nil, lost)), rules(r, agenda(d, nil, there)))
	secret := plan.Filled{plan.KeyTitle: plan.Text("Anbudet"), plan.KeyFileHash: plan.Text(strings.Repeat("ab", 32)), plan.KeyProtected: plan.Text(plan.Yes)}
	check("protected-told", rules(r, agenda(d, plan.Filled{plan.KeyMatter: plan.Text("Se anbudet från företaget.")}, secret)), rules(r, agenda(d, plan.Filled{plan.KeyMatter: plan.Text("Se bilagan.")}, secret)))
	r, d = ready(t)
	check("version-missing", rules(r, agenda(d, own("Arbetsutskottet fastställer Webbpolicy."))), rules(r, agenda(d, own("Arbetsutskottet fastställer Webbpolicy, version 1.0."))))
	for _, rule := range Rules() {
		if !seen[rule] {
			t.Errorf("%s has no examples", rule)
		}
		if !w.Has("lint." + rule) {
			t.Errorf("%s has no words", rule)
		}
	}
}
