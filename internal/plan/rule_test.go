package plan_test

import (
	"errors"
	"testing"
	"time"

	"ledstjarna/internal/plan"
)

func TestADocumentsOwnRule(t *testing.T) {
	e, d := plan.NewDocument(plan.Policy, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Webbpolicy")}), time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC))
	r := plan.Register{}.Apply(e)
	set := func(rule plan.Rule, reason string) error {
		e, err := r.SetRule(d.ID, rule, reason)
		if err == nil {
			r = r.Apply(e)
		}
		return err
	}
	rule := func() plan.Rule { x, _ := r.Document(d.ID); return r.RuleOf(x) }
	if got := rule(); got != plan.R2 {
		t.Fatalf("a policy has %s by default", got)
	}
	if err := set(plan.R0, " "); !errors.Is(err, plan.ErrIncomplete) || rule() != plan.R2 {
		t.Errorf("without a reason: %v, %s", err, rule())
	}
	if err := set(plan.R3, "x"); !errors.Is(err, plan.ErrRule) {
		t.Errorf("the rule of needs: %v", err)
	}
	if err := set(plan.R0, " vilar "); err != nil || rule() != plan.R0 {
		t.Errorf("a rule of its own: %v, %s", err, rule())
	}
	if x, _ := r.Document(d.ID); x.RuleReason != "vilar" {
		t.Errorf("the reason is %q", x.RuleReason)
	}
	if e, err := r.SetRule(d.ID, plan.R0, "vilar"); err != nil || !e.IsEmpty() {
		t.Errorf("the same again: %v, %v", e, err)
	}
	if err := set("", "glöms"); err != nil || rule() != plan.R2 {
		t.Errorf("the default again: %v, %s", err, rule())
	}
	if x, _ := r.Document(d.ID); x.RuleReason != "" {
		t.Errorf("the reason is kept: %q", x.RuleReason)
	}
	if _, err := r.SetRule("nobody", plan.R0, "x"); !errors.Is(err, plan.ErrDocument) {
		t.Errorf("no document: %v", err)
	}
}
