package plan

import (
	"fmt"
	"slices"
	"strings"
)

// OwnRules returns the rules that a document can have of its own.
func OwnRules() []Rule { return []Rule{R0, R1, R2} }

// SetRule returns the edit that gives the document a review rule of its own with
// the reason why, or with "" the default of its kind again, which needs none. It
// refuses with ErrRule another rule, with ErrIncomplete one without a reason. The
// edit is empty where nothing changes.
func (r Register) SetRule(doc ID, rule Rule, reason string) (Edit, error) {
	d, ok := r.Document(doc)
	if !ok {
		return Edit{}, fmt.Errorf("set rule of %s: %w", doc, ErrDocument)
	}
	reason = strings.TrimSpace(reason)
	switch {
	case rule == "":
		reason = ""
	case !slices.Contains(OwnRules(), rule):
		return Edit{}, fmt.Errorf("set rule of %s to %q: %w", doc, rule, ErrRule)
	case reason == "":
		return Edit{}, fmt.Errorf("set rule of %s: %w", doc, ErrIncomplete)
	}
	if d.Rule == rule && d.RuleReason == reason {
		return Edit{}, nil
	}
	before, after := d, d
	after.Rule, after.RuleReason = rule, reason
	return Edit{Changes: []Change{DocumentChange{Before: &before, After: &after}}}, nil
}
