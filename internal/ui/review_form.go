package ui

import (
	"strings"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// askReview opens the page of a document's review. Without a document it asks
// which.
func askReview(d *desk, id plan.ID) {
	if id == "" {
		askWhichReview(d)
		return
	}
	d.open(place{room: roomReviews, review: id})
}

// reviewerOf suggests the document's owner as its reviewer.
func reviewerOf(d *desk, doc plan.Document) string {
	return shownVersion(d.register(), doc, d.today()).Head.Owner
}

// askWhichReview lists the documents whose review presses.
func askWhichReview(d *desk) {
	r := d.register()
	var choices []kit.Choice
	for _, doc := range r.Documents() {
		if len(r.Adoptions(doc.ID)) > 0 {
			choices = append(choices, kit.Choice{Value: string(doc.ID), Label: shownVersion(r, doc, d.today()).Head.Title})
		}
	}
	picked := ""
	if lines, _ := pressing(d.words, d.outlook(), 1); len(lines) > 0 {
		picked = string(lines[0].duty.Document)
	}
	field := kit.NewReferenceField(d.kit, d.words.T("form.choose"), choices, func(id string) { picked = id })
	field.SetValue(picked)
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("review.which"), Content: kit.NewField(d.words.T("column.document"), field),
		Confirm: kit.DialogAction{Label: d.words.T("action.next"), Run: func() bool {
			if picked == "" {
				return false
			}
			d.app.work.Post(func() { askReview(d, plan.ID(picked)) })
			return true
		}},
		Cancel: kit.DialogAction{Label: d.words.T("action.cancel")},
	})
}

// askNoChange registers "ingen ändring" for a duty after one question: who
// reviewed. A mandate period's review takes a decision as well, or that none is
// required.
func askNoChange(d *desk, duty review.Duty, title string) {
	doc, ok := d.register().Document(duty.Document)
	if !ok {
		return
	}
	duty = latestOpen(review.Of(d.register(), doc.ID, d.today()), duty, d.today())
	keys := []plan.Key{plan.KeyReviewer, plan.KeyCompleted}
	if duty.Rule == plan.R1 {
		keys = append(keys, plan.KeyNoFormalDecision, plan.KeyBody, plan.KeyDecisionDate, plan.KeyParagraph, plan.KeyDnr)
	}
	keys = append(keys, plan.KeyConclusion)
	start := plan.NewContent(plan.Filled{
		plan.KeyReviewer: plan.Text(reviewerOf(d, doc)), plan.KeyCompleted: plan.Day(d.today()), plan.KeyOutcome: plan.Text(plan.NoChange),
	})
	rec := newRecord(d, string(plan.EventReview), pick(plan.EventFields(plan.EventReview), keys...), start)
	if n := d.driftCount(doc); n > 0 {
		rec.tell(d.words.N("review.drift", n))
	}
	rec.ask(d.words.T("review.no-change", "title", title), d.words.T("action.register"), func(c plan.Content) bool {
		rv := reviewOf(duty.Document, c)
		rv.Concern = duty.Concern
		return recordReview(d, rv, title)
	})
}

// reviewOf is what a form says of a review. Where no formal decision is required,
// what was written of one is hidden and not taken.
func reviewOf(doc plan.ID, c plan.Content) review.Review {
	if c.Text(plan.KeyNoFormalDecision) == plan.Yes {
		for _, k := range []plan.Key{plan.KeyBody, plan.KeyOfficer, plan.KeyDecisionDate, plan.KeyParagraph, plan.KeyDnr} {
			c = c.With(k, plan.Value{})
		}
	}
	return review.FromEvent(plan.Event{Kind: plan.EventReview, Document: doc, Fields: c})
}

// latestOpen is the year's duty that one review made today answers for: the latest
// whose window has opened, which closes the older ones. Other duties stand for
// themselves.
func latestOpen(duties []review.Duty, duty review.Duty, today plan.Date) review.Duty {
	if duty.Rule != plan.R2 {
		return duty
	}
	for _, d := range duties {
		if d.Rule == plan.R2 && d.State.Open() && !today.Before(d.Opens) && duty.Opens.Before(d.Opens) {
			duty = d
		}
	}
	return duty
}

// recordReview registers a review and what follows from it.
func recordReview(d *desk, rv review.Review, title string) bool {
	rv.By = d.who()
	basis, err := basisOf(d, rv)
	if err != nil {
		d.fail(err)
		return false
	}
	e, stored, err := review.Record(d.register(), rv, basis, d.now())
	if !d.do(editor.Op{Key: "op.review", Args: map[string]string{"title": title}}, e, reviewProblem(d, err)) {
		return false
	}
	d.say(d.words.T("review.registered", "title", title))
	if stored.Draft != "" {
		doc, _ := d.register().Document(rv.Document)
		d.app.work.Post(func() {
			d.open(place{room: roomOf(doc.Kind), document: rv.Document, version: stored.Draft})
		})
	}
	return true
}

// basisOf returns the content that a new draft begins with.
func basisOf(d *desk, rv review.Review) (plan.Sealed, error) {
	switch strings.TrimSpace(rv.Outcome) {
	case plan.Editorial, plan.Revise, plan.Supersede:
	default:
		return plan.Sealed{}, nil
	}
	v, ok := review.Basis(d.register(), rv.Document, rv.Outcome)
	if !ok {
		return plan.Sealed{}, nil
	}
	return d.file.Content(v.ID)
}
