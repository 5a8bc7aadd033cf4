package review

import "ledstjarna/internal/plan"

// isEvaluated reports whether the plan's closing evaluation is recorded on the
// day, which answers the prompt EvaluationMissing.
func isEvaluated(r plan.Register, doc plan.ID, on plan.Date) bool {
	_, ok := r.EvaluationOf(doc, on)
	return ok
}
