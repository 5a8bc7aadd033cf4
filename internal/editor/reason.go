package editor

import (
	"errors"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// ReasonKey returns the key of the words for a reason of the domain why something was
// not done: in assets/translations they say what happened, what was kept and what to
// do. It is "" for what is none of these. Every view of the file tells them alike.
func ReasonKey(err error) string {
	for _, r := range reasons() {
		if errors.Is(err, r.err) {
			return r.key
		}
	}
	return ""
}

// reason is an error and the key of its words.
type reason struct {
	err error
	key string
}

func reasons() []reason {
	return []reason{
		{ErrStale, "problem.edit-conflict"},
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
}
