package ui

import (
	"strings"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// askDecision lets a person register what a body, or for an editorial change an
// officer, decided on a version.
func askDecision(d *desk, doc plan.Document, v plan.Version) {
	keys := []plan.Key{plan.KeyOutcome, plan.KeyBody, plan.KeyDecisionDate, plan.KeyParagraph, plan.KeyDnr, plan.KeyValidFrom, plan.KeyValidity, plan.KeyValidTo, plan.KeyNote}
	if v.Minor > 0 {
		keys = []plan.Key{plan.KeyOutcome, plan.KeyOfficer, plan.KeyDecisionDate, plan.KeyNote}
	}
	start := plan.NewContent(plan.Filled{
		plan.KeyOutcome: plan.Text(plan.Adopted), plan.KeyDecisionDate: plan.Day(d.today()), plan.KeyDnr: plan.Text(v.Head.Dnr),
		plan.KeyValidFrom: plan.Day(v.Head.ValidFrom), plan.KeyValidity: plan.Text(string(v.Head.Validity)), plan.KeyValidTo: plan.Day(v.Head.ValidTo),
	})
	rec := newRecord(d, string(plan.EventDecision), pick(plan.EventFields(plan.EventDecision), keys...), start)
	rec.ask(d.words.T("decision.register", "title", v.Head.Title), d.words.T("action.register"), func(c plan.Content) bool {
		e, err := d.register().Decide(doc, v, decisionOf(c), d.who(), d.now())
		if !d.do(editor.Op{Key: "op.decide", Args: map[string]string{"title": v.Head.Title}}, e, err) {
			return false
		}
		d.say(d.words.T("decision.registered", "title", v.Head.Title))
		return true
	})
}

func decisionOf(c plan.Content) plan.Decision {
	return plan.Decision{
		Outcome: c.Text(plan.KeyOutcome), Body: c.Get(plan.KeyBody).ID(), Officer: c.Text(plan.KeyOfficer),
		Date: c.Get(plan.KeyDecisionDate).Date(), Paragraph: c.Text(plan.KeyParagraph), Dnr: c.Text(plan.KeyDnr),
		ValidFrom: c.Get(plan.KeyValidFrom).Date(), ValidTo: c.Get(plan.KeyValidTo).Date(),
		Validity: plan.Validity(c.Text(plan.KeyValidity)), Note: c.Text(plan.KeyNote),
	}
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
