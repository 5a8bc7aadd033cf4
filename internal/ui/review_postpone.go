package ui

import (
	"errors"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// askSnooze postpones the prompt of a duty: at most fourteen days, and never past
// its next level.
func askSnooze(d *desk, duty review.Duty, title string) {
	last := review.LastSnooze(d.register(), duty, d.today())
	start := plan.Filled{plan.KeyUntil: plan.Day(earliestDay(d.today().AddDays(7), last)), plan.KeyOfficer: plan.Text(d.who())}
	rec := newRecord(d, string(plan.EventSnooze), pick(plan.EventFields(plan.EventSnooze), plan.KeyUntil), plan.NewContent(start))
	rec.tell(d.words.T("snooze.tell", "date", d.words.ISO(i18n.Day(last))))
	rec.ask(d.words.T("snooze.title", "title", title), d.words.T("action.snooze-do"), func(c plan.Content) bool {
		s := review.Snooze{Document: duty.Document, Concern: duty.Concern, Until: c.Get(plan.KeyUntil).Date(), Officer: c.Text(plan.KeyOfficer)}
		e, err := review.RecordSnooze(d.register(), s, d.who(), d.now())
		if !d.do(editor.Op{Key: "op.snooze", Args: map[string]string{"title": title}}, e, reviewProblem(d, err)) {
			return false
		}
		d.say(d.words.T("snooze.done", "date", d.words.ISO(i18n.Day(s.Until))))
		return true
	})
}

func earliestDay(a, b plan.Date) plan.Date {
	if b.Before(a) {
		return b
	}
	return a
}

// askDeviation registers a decision to review past the due date.
func askDeviation(d *desk, duty review.Duty, title string) {
	keys := []plan.Key{plan.KeyReason, plan.KeyDecidedBy, plan.KeyDecisionDate, plan.KeyUntil}
	start := plan.NewContent(plan.Filled{plan.KeyDecisionDate: plan.Day(d.today())})
	rec := newRecord(d, string(plan.EventDeviation), pick(plan.EventFields(plan.EventDeviation), keys...), start)
	rec.tell(d.words.T("deviation.tell", "date", d.words.ISO(i18n.Day(duty.Due))))
	rec.ask(d.words.T("deviation.title", "title", title), d.words.T("action.register"), func(c plan.Content) bool {
		p := review.Postponement{
			Document: duty.Document, Concern: duty.Concern, Reason: c.Text(plan.KeyReason), DecidedBy: c.Text(plan.KeyDecidedBy),
			Date: c.Get(plan.KeyDecisionDate).Date(), Until: c.Get(plan.KeyUntil).Date(),
		}
		e, err := review.RecordDeviation(d.register(), p, d.who(), d.now())
		if errors.Is(err, review.ErrOrder) {
			err = &refusal{"deviation.problem.order", map[string]any{"date": duty.Due.String()}}
		}
		if !d.do(editor.Op{Key: "op.deviation", Args: map[string]string{"title": title}}, e, reviewProblem(d, err)) {
			return false
		}
		d.say(d.words.T("deviation.done", "title", title))
		return true
	})
}

// askNeed registers that the work has changed so that the document must be looked
// at before its time.
func askNeed(d *desk, doc plan.ID, title string) {
	start := plan.NewContent(plan.Filled{plan.KeyDate: plan.Day(d.today())})
	rec := newRecord(d, string(plan.EventNeed), pick(plan.EventFields(plan.EventNeed), plan.KeyReason, plan.KeyOfficer, plan.KeyDate), start)
	rec.ask(d.words.T("need.title", "title", title), d.words.T("action.register"), func(c plan.Content) bool {
		n := review.Need{Document: doc, Reason: c.Text(plan.KeyReason), Officer: c.Text(plan.KeyOfficer), Date: c.Get(plan.KeyDate).Date()}
		e, err := review.RecordNeed(d.register(), n, d.who(), d.now())
		if !d.do(editor.Op{Key: "op.need", Args: map[string]string{"title": title}}, e, reviewProblem(d, err)) {
			return false
		}
		d.say(d.words.T("need.done", "title", title))
		return true
	})
}

// reviewProblem gives the reasons of which more can be said than their words.
func reviewProblem(d *desk, err error) error {
	var missing *review.MissingError
	var late *review.SnoozeError
	switch {
	case errors.As(err, &missing):
		var names []string
		for _, k := range missing.Keys {
			names = append(names, d.words.First(plan.FieldWords(string(plan.EventReview), plan.PathTo(k))...))
		}
		return &refusal{"problem.review-lacks", map[string]any{"fields": d.words.List(names)}}
	case errors.As(err, &late):
		return &refusal{"problem.snooze-long", map[string]any{"date": late.Last.String()}}
	}
	return err
}
