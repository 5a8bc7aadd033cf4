package ui

import (
	"errors"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// askRule lets a document be reviewed by a rule of its own, with the reason why,
// or by that of its kind again.
func askRule(d *desk, doc plan.ID, title string) {
	x, ok := d.register().Document(doc)
	if !ok {
		return
	}
	t := d.words.T
	without := x
	without.Rule = ""
	choices := []kit.Choice{{Value: "", Label: t("rule.usual", "rule", t("rule."+string(d.register().RuleOf(without))))}}
	for _, rule := range plan.OwnRules() {
		choices = append(choices, kit.Choice{Value: string(rule), Label: t("rule." + string(rule))})
	}
	rule := string(x.Rule)
	field := kit.NewSelect(t("form.choose"), choices, func(s string) { rule = s })
	field.SetValue(rule)
	reason := kit.NewEntry(d.kit, "", nil)
	reason.SetText(x.RuleReason)
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: t("rule.title", "title", title), Width: 520,
		Content: kit.Column(14, kit.NewField(t("rule.label"), field), kit.NewField(t("rule.reason"), reason)),
		Confirm: kit.DialogAction{Label: t("action.change"), Run: func() bool {
			e, err := d.register().SetRule(doc, plan.Rule(rule), reason.Text())
			switch {
			case errors.Is(err, plan.ErrIncomplete):
				err = &refusal{key: "problem.rule-reason"}
			case err == nil && e.IsEmpty():
				return true
			}
			return d.do(editor.Op{Key: "op.rule", Args: map[string]string{"title": title}}, e, err)
		}},
		Cancel: kit.DialogAction{Label: t("action.cancel")},
	})
}
