package review

import (
	"maps"

	"ledstjarna/internal/plan"
)

// FromEvent reads the record that a review event holds.
func FromEvent(e plan.Event) Review {
	f := e.Fields
	rv := Review{
		ID: e.ID, At: e.At, By: e.By, Corrects: e.Corrects, Document: e.Document, Version: e.Version,
		Trigger: Trigger(f.Text(plan.KeyTrigger)), Concern: concernOf(f), Started: f.Get(plan.KeyStarted).Date(),
		Reviewer: f.Text(plan.KeyReviewer), ReviewerName: f.Text(plan.KeyReviewerName),
		Consultation: f.Text(plan.KeyConsultation), Observations: f.Text(plan.KeyObservations),
		Outcome: f.Text(plan.KeyOutcome), Conclusion: f.Text(plan.KeyConclusion), Proposed: f.Text(plan.KeyProposedAction),
		Summary: f.Text(plan.KeyChangeSummary), Body: f.Get(plan.KeyBody).ID(), Officer: f.Text(plan.KeyOfficer),
		DecisionDate: f.Get(plan.KeyDecisionDate).Date(), Paragraph: f.Text(plan.KeyParagraph), Dnr: f.Text(plan.KeyDnr),
		NoFormalDecision: f.Text(plan.KeyNoFormalDecision) == plan.Yes, Completed: f.Get(plan.KeyCompleted).Date(),
		CountsAsYears: f.Text(plan.KeyCountsAsYears) == plan.Yes, Draft: f.Get(plan.KeyDraftVersion).ID(),
	}
	for _, row := range f.Get(plan.KeyChecklist).Rows() {
		rv.Checklist = append(rv.Checklist, Answer{row.ID, row.Cells.Text(plan.KeyQuestion), row.Cells.Text(plan.KeyAnswer), row.Cells.Text(plan.KeyNote)})
	}
	return rv
}

// fields returns what the event of the record says.
func (rv Review) fields() plan.Content {
	f := plan.Filled{
		plan.KeyTrigger: plan.Text(string(rv.Trigger)),
		plan.KeyStarted: plan.Day(rv.Started), plan.KeyReviewer: plan.Text(rv.Reviewer), plan.KeyReviewerName: plan.Text(rv.ReviewerName),
		plan.KeyConsultation: plan.Text(rv.Consultation), plan.KeyObservations: plan.Text(rv.Observations),
		plan.KeyOutcome: plan.Text(rv.Outcome), plan.KeyConclusion: plan.Text(rv.Conclusion), plan.KeyProposedAction: plan.Text(rv.Proposed),
		plan.KeyChangeSummary: plan.Text(rv.Summary), plan.KeyBody: plan.Ref(rv.Body), plan.KeyOfficer: plan.Text(rv.Officer),
		plan.KeyDecisionDate: plan.Day(rv.DecisionDate), plan.KeyParagraph: plan.Text(rv.Paragraph), plan.KeyDnr: plan.Text(rv.Dnr),
		plan.KeyNoFormalDecision: yes(rv.NoFormalDecision), plan.KeyCompleted: plan.Day(rv.Completed),
		plan.KeyCountsAsYears: yes(rv.CountsAsYears), plan.KeyDraftVersion: plan.Ref(rv.Draft),
	}
	maps.Copy(f, rv.Concern.fields())
	rows := make([]plan.Row, 0, len(rv.Checklist))
	for _, a := range rv.Checklist {
		rows = append(rows, plan.Row{ID: a.Question, Cells: plan.NewContent(plan.Filled{
			plan.KeyQuestion: plan.Text(a.Text), plan.KeyAnswer: plan.Text(a.Answer), plan.KeyNote: plan.Text(a.Note),
		})})
	}
	f[plan.KeyChecklist] = plan.Rows(rows...)
	return plan.NewContent(f)
}

func yes(b bool) plan.Value {
	if b {
		return plan.Text(plan.Yes)
	}
	return plan.Value{}
}
