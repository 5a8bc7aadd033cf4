package ui

import (
	"strings"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// askDecision lets a person register what a body, or for an editorial change an
// officer, decided: on a draft that was ready, or about the version in force.
func askDecision(d *desk, doc plan.Document, v plan.Version) {
	fields, start := decisionForm(d.register(), doc, v, d.today())
	rec := newRecord(d, string(plan.EventDecision), fields, start)
	rec.ask(d.words.T("decision.register", "title", v.Head.Title), d.words.T("action.register"), func(c plan.Content) bool {
		dec := plan.DecisionOf(c)
		if wrong := decisionProblem(d.register(), doc, v, dec, d.today()); wrong != nil {
			d.fail(wrong)
			return false
		}
		e, err := d.register().Decide(doc, v, dec, d.who(), d.now())
		if !d.do(editor.Op{Key: "op.decide", Args: map[string]string{"title": v.Head.Title}}, e, err) {
			return false
		}
		d.say(d.words.T("decision.registered", "title", v.Head.Title))
		return true
	})
}

// decisionForm returns the fields that a decision on the version needs, with the
// outcomes that it can have, and what they start with.
func decisionForm(r plan.Register, doc plan.Document, v plan.Version, today plan.Date) ([]plan.Field, plan.Content) {
	start := plan.Filled{plan.KeyDecisionDate: plan.Day(today), plan.KeyDnr: plan.Text(v.Head.Dnr)}
	keys := []plan.Key{plan.KeyOutcome, plan.KeyBody, plan.KeyDecisionDate, plan.KeyParagraph, plan.KeyDnr}
	var outcomes []string
	a, adopted := r.AdoptionOf(doc, v.ID)
	switch {
	case adopted:
		outcomes = []string{plan.Reaffirmed, plan.Repealed}
		if !a.ValidTo.IsZero() {
			outcomes = append(outcomes, plan.Extended)
		}
		keys = append(keys, plan.KeyValidTo)
		start[plan.KeyBody] = plan.Ref(a.Body)
	case v.Minor > 0:
		outcomes = []string{plan.Adopted, plan.ReferredBack, plan.Rejected}
		keys = []plan.Key{plan.KeyOutcome, plan.KeyOfficer, plan.KeyDecisionDate}
	default:
		outcomes = []string{plan.Adopted, plan.ReferredBack, plan.Deferred, plan.Rejected}
		keys = append(keys, plan.KeyValidFrom, plan.KeyValidity, plan.KeyValidTo)
		start[plan.KeyValidFrom], start[plan.KeyValidTo] = plan.Day(v.Head.ValidFrom), plan.Day(v.Head.ValidTo)
		start[plan.KeyValidity] = plan.Text(string(v.Head.Validity))
		if len(r.Adoptions(doc.ID)) == 0 && r.RuleOf(doc) == plan.R1 {
			keys = append(keys, plan.KeyIncludedReview, plan.KeyReason)
		}
	}
	start[plan.KeyOutcome] = plan.Text(outcomes[0])
	fields := pick(plan.EventFields(plan.EventDecision), append(keys, plan.KeyNote)...)
	fields[0].Choices = outcomes
	return fields, plan.NewContent(start)
}

// refusal is a reason, with its words, why a form cannot be registered as it is.
type refusal struct {
	key  string
	args map[string]any
}

// Error implements error; a person sees the words of the key instead.
func (r *refusal) Error() string { return r.key }

// MessageKey implements worded.
func (r *refusal) MessageKey() string { return r.key }

// MessageArgs implements gapped.
func (r *refusal) MessageArgs() map[string]any { return r.args }

// decisionProblem returns what is wrong with a decision before the domain
// refuses it, the first thing in the order of the form; nil where nothing is.
func decisionProblem(r plan.Register, doc plan.Document, v plan.Version, dec plan.Decision, today plan.Date) error {
	a, adopted := r.AdoptionOf(doc, v.ID)
	byOfficer := !adopted && v.Minor > 0 && dec.Body == ""
	extends := dec.Outcome == plan.Extended
	for _, x := range []struct {
		wrong bool
		key   string
		date  plan.Date
	}{
		{dec.Outcome == "", "outcome", plan.Date{}},
		{byOfficer && strings.TrimSpace(dec.Officer) == "", "officer", plan.Date{}},
		{!byOfficer && dec.Body == "", "body", plan.Date{}},
		{dec.Date.IsZero(), "date", plan.Date{}},
		{dec.Date.After(today), "future", dec.Date},
		{adopted && dec.Date.Before(a.Date), "earlier", a.Date},
		{!byOfficer && strings.TrimSpace(dec.Paragraph) == "", "paragraf", plan.Date{}},
		{extends && a.ValidTo.IsZero(), "no-end", plan.Date{}},
		{extends && dec.ValidTo.IsZero(), "until", plan.Date{}},
		{extends && !dec.ValidTo.After(a.ValidTo), "not-later", a.ValidTo},
		{dec.Outcome == plan.Adopted && dec.Validity == plan.ValidUntil && dec.ValidTo.IsZero(), "until", plan.Date{}},
		{dec.IncludedReview && strings.TrimSpace(dec.Reason) == "", "included", plan.Date{}},
		{!dec.ValidTo.IsZero() && (dec.ValidTo.Before(dec.Date) || dec.ValidTo.Before(dec.ValidFrom)), "ends", dec.ValidTo},
	} {
		if x.wrong {
			return &refusal{"decision.problem." + x.key, map[string]any{"date": x.date.String()}}
		}
	}
	return nil
}

// adoptionWords say by whom and when a version was adopted, "" for a draft.
func adoptionWords(p *i18n.Printer, r plan.Register, d plan.Document, v plan.Version) string {
	a, ok := r.AdoptionOf(d, v.ID)
	if !ok {
		return p.T("document.created", "date", p.ISO(i18n.DayOf(v.Created)))
	}
	who := a.Officer
	if e, ok := r.Entry(plan.ListBodies, a.Body); ok {
		who = e.Fields.Text(plan.KeyName)
	}
	parts := []string{p.ISO(i18n.Day(a.Date)), who}
	if a.Paragraph != "" {
		parts = append(parts, "§\u00a0"+a.Paragraph)
	}
	return strings.Join(parts, " · ")
}
