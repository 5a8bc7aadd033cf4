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
		return s.wordDocument(kind, of)
	}
	var missing *review.MissingError
	if errors.As(err, &missing) {
		return s.wordMissing(kind, missing.Keys)
	}
	var snooze *review.SnoozeError
	if errors.As(err, &snooze) {
		return refuse("cli.error.snooze.last", "last", s.day(snooze.Last))
	}
	if code := codeOf(err); code != "" {
		return refuse(s.reason(kind, code))
	}
	return err
}

// wordDocument tells for which of several documents the year's review is refused.
// What is wrong with the review itself is told without one.
func (s *session) wordDocument(kind plan.EventKind, of *review.DocumentError) error {
	if short := "cli.error.review.of." + codeOf(of.Err); s.words.Has(short) {
		return refuse("cli.error.review.of", "document", s.title(of.Document), "reason", s.words.T(short))
	}
	return s.wordRegistration(kind, of.Err)
}

// wordMissing names what is missing and the flags that give it.
func (s *session) wordMissing(kind plan.EventKind, keys []plan.Key) error {
	var names []string
	for _, k := range keys {
		name := s.words.First(plan.FieldWords(string(kind), plan.PathTo(k))...)
		if flag := reviewFlag(k); flag != "" && kind == plan.EventReview {
			name += " (--" + flag + ")"
		}
		names = append(names, name)
	}
	code := "missing"
	if kind == plan.EventReview && slices.Contains(keys, plan.KeyBody) {
		code = "undecided"
	}
	return refuse(s.reason(kind, code), "fields", s.words.List(names))
}

// reviewFlag is the flag that gives what a review may lack.
func reviewFlag(k plan.Key) string {
	switch k {
	case plan.KeyReviewer, plan.KeyOutcome, plan.KeyBody, plan.KeyDecisionDate, plan.KeyDnr, plan.KeyConclusion, plan.KeySummary:
		return string(k)
	case plan.KeyCompleted:
		return "date"
	case plan.KeyParagraph:
		return "paragraf"
	}
	return ""
}

// codeOf is how the words of a reason are found, "" for what is none.
func codeOf(err error) string {
	for _, known := range []struct {
		err  error
		code string
	}{
		{review.ErrFuture, "future"},
		{review.ErrNotAdopted, "not-adopted"},
		{review.ErrNotInForce, "not-in-force"},
		{review.ErrLapsed, "lapsed"},
		{review.ErrUnfinished, "unfinished"},
		{review.ErrDecided, "decided"},
		{review.ErrOutcome, "consequence"},
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
			return known.code
		}
	}
	return ""
}

// reason is the key of the words of a refusal.
func (s *session) reason(kind plan.EventKind, code string) string {
	if key := "cli.error." + string(kind) + "." + code; s.words.Has(key) {
		return key
	}
	return "cli.error.review." + code
}
