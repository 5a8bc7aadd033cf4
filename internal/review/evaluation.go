package review

import (
	"fmt"
	"time"

	"ledstjarna/internal/plan"
)

// Evaluation is the closing evaluation (slututvärdering) of an assignment plan:
// a follow-up, recorded beside the plan's frozen content, of its final report.
type Evaluation struct {
	Document plan.ID
	Date     plan.Date // of the report
	Report   string    // what came of it: the text or where it is found
	By       string    // who registered it
}

// RecordEvaluation returns the edit that registers a closing evaluation, which
// answers the prompt EvaluationMissing. It refuses with plan.ErrDocument where
// the document is no assignment plan, ErrNotAdopted, ErrFuture or a
// MissingError.
func RecordEvaluation(r plan.Register, x Evaluation, now time.Time) (plan.Edit, error) {
	d, ok := r.Document(x.Document)
	f := plan.NewContent(plan.Filled{
		plan.KeyActivity: plan.Text(string(plan.KeyFinalReport)), plan.KeyDate: plan.Day(x.Date), plan.KeyResult: plan.Text(x.Report),
	})
	var lacks []plan.Key
	if x.Date.IsZero() {
		lacks = append(lacks, plan.KeyDate)
	}
	if !said(f, plan.KeyResult) {
		lacks = append(lacks, plan.KeyResult)
	}
	var err error
	switch {
	case !ok || d.Kind != plan.AssignmentPlan:
		err = plan.ErrDocument
	case len(r.Adoptions(d.ID)) == 0:
		err = ErrNotAdopted
	case len(lacks) > 0:
		err = &MissingError{lacks}
	case x.Date.After(plan.DateOf(now)):
		err = fmt.Errorf("%s: %w", x.Date, ErrFuture)
	}
	if err != nil {
		return plan.Edit{}, fmt.Errorf("record evaluation of %s: %w", x.Document, err)
	}
	v, _ := lastAdopted(r, d)
	return plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventFollowUp, At: now.UTC().Truncate(time.Second), By: x.By,
		Document: d.ID, Version: v.ID, Fields: f,
	}}}, nil
}

func isEvaluated(r plan.Register, doc plan.ID, on plan.Date) bool {
	return r.FollowUps(doc, on)[plan.ID(plan.KeyFinalReport)].Result != ""
}
