package main

import (
	"errors"
	"slices"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// wordRegistration gives the reasons for which a review, a need, a snooze or a
// deviation is refused their words: those of the kind, or else those of a review.
func (s *session) wordRegistration(kind plan.EventKind, err error) error {
	var of *review.DocumentError
	if errors.As(err, &of) {
		return refuse("cli.error.review.of", "document", s.title(of.Document), "reason", s.explain(s.wordRegistration(kind, of.Err)))
	}
	var missing *review.MissingError
	if errors.As(err, &missing) {
		var names []string
		for _, k := range missing.Keys {
			names = append(names, s.words.First(plan.FieldWords(string(kind), plan.PathTo(k))...))
		}
		code := "missing"
		if kind == plan.EventReview && slices.Contains(missing.Keys, plan.KeyBody) {
			code = "undecided"
		}
		return refuse(s.reason(kind, code), "fields", s.words.List(names))
	}
	var snooze *review.SnoozeError
	if errors.As(err, &snooze) {
		return refuse("cli.error.snooze.last", "last", s.day(snooze.Last))
	}
	for _, known := range []struct {
		err  error
		code string
	}{
		{review.ErrFuture, "future"},
		{review.ErrNotAdopted, "not-adopted"},
		{review.ErrNotInForce, "not-in-force"},
		{review.ErrOrder, "order"},
		{review.ErrConcern, "concern"},
		{review.ErrNotOpen, "not-open"},
		{review.ErrTrigger, "trigger"},
		{review.ErrNothingDue, "nothing-due"},
		{review.ErrSnoozeLate, "late"},
		{review.ErrChecklist, "checklist"},
		{review.ErrBody, "body"},
		{review.ErrContent, "content"},
	} {
		if errors.Is(err, known.err) {
			return refuse(s.reason(kind, known.code))
		}
	}
	return err
}

// reason is the key of the words of a refusal.
func (s *session) reason(kind plan.EventKind, code string) string {
	if key := "cli.error." + string(kind) + "." + code; s.words.Has(key) {
		return key
	}
	return "cli.error.review." + code
}
