package ui

import (
	"errors"
	"strings"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// worded is an error that knows the key of its words.
type worded interface {
	error
	MessageKey() string
}

// gapped is an error whose words have gaps.
type gapped interface{ MessageArgs() map[string]any }

// reasons are the domain's reasons and the keys of their words.
var reasons = []struct {
	err error
	key string
}{
	{plan.ErrFrozen, "error.frozen"},
	{plan.ErrLocked, "error.locked"},
	{plan.ErrFindings, "error.findings"},
	{plan.ErrDraftOpen, "error.draft-open"},
	{plan.ErrTransition, "problem.transition"},
	{plan.ErrRecord, "problem.record"},
	{plan.ErrCorrected, "problem.corrected"},
	{plan.ErrBuiltOn, "problem.built-on"},
	{plan.ErrFuture, "problem.future"},
	{plan.ErrRow, "problem.row"},
	{review.ErrFuture, "problem.future"},
	{review.ErrNotAdopted, "problem.not-in-force"},
	{review.ErrNotInForce, "problem.not-in-force"},
	{review.ErrOrder, "problem.date"},
	{review.ErrConcern, "problem.not-owed"},
	{review.ErrNotOpen, "problem.not-open"},
	{review.ErrDecided, "problem.decided"},
	{review.ErrLapsed, "problem.lapsed"},
	{review.ErrUnfinished, "problem.unfinished"},
	{review.ErrOutcome, "problem.outcome"},
	{packet.ErrDecided, "problem.item-decided"},
	{packet.ErrOutcome, "problem.item-outcome"},
	{packet.ErrParagraph, "problem.item-paragraf"},
	{packet.ErrFuture, "problem.future"},
	{packet.ErrChanged, "problem.item-changed"},
	{packet.ErrUntil, "problem.item-until"},
	{review.ErrNothingDue, "problem.nothing-due"},
	{review.ErrSnoozeLate, "problem.snooze-late"},
	{plan.ErrOverlap, "problem.overlap"},
	{plan.ErrInUse, "problem.in-use"},
	{plan.ErrIncomplete, "problem.incomplete"},
	{plan.ErrDate, "problem.date"},
	{plan.ErrNumber, "problem.number"},
	{plan.ErrCycle, "problem.cycle"},
	{plan.ErrLimit, "error.limit"},
	{plan.ErrFileEmpty, "problem.attach-empty"},
	{plan.ErrFileTooLarge, "problem.attach-large"},
	{plan.ErrFileName, "problem.attach-name"},
	{plan.ErrFileKind, "problem.attach-kind"},
	{plan.ErrFileDamaged, "problem.attach-damaged"},
	{plan.ErrTooManyFiles, "problem.attach-many"},
	{plan.ErrNoFile, "problem.attach-missing"},
	{plan.ErrLogo, "problem.logo"},
}

// gapsOf are what an error fills the gaps of its words with.
func gapsOf(p *i18n.Printer, err error) []any {
	var pairs []any
	var g gapped
	if errors.As(err, &g) {
		for k, v := range g.MessageArgs() {
			if t, ok := v.(time.Time); ok {
				t = t.Local()
				v = p.Date(i18n.DayOf(t)) + " " + p.Clock(t)
			}
			pairs = append(pairs, strings.ToLower(k), v)
		}
	}
	return pairs
}

// problemOf puts an error into words: what happened, and where the words say so,
// what was kept and what to do. file is the name of the file concerned, or "".
func problemOf(p *i18n.Printer, err error, file string) kit.Problem {
	out := kit.Problem{Title: p.T("error.title"), Happened: p.T("error.internal"), Details: err.Error()}
	var w worded
	if errors.As(err, &w) {
		pairs := append([]any{"file", file}, gapsOf(p, err)...)
		out.Happened = p.T(w.MessageKey(), pairs...)
		out.Kept, _ = p.Find(w.MessageKey() + ".kept")
		out.Todo, _ = p.Find(w.MessageKey() + ".todo")
		return out
	}
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			out.Happened = p.T(r.key)
			return out
		}
	}
	return out
}
