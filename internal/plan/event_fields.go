package plan

// The keys of events.
const (
	KeyOutcome          Key = "outcome"
	KeyParagraph        Key = "paragraf" // § of the minutes
	KeyOfficer          Key = "officer"
	KeySupersedesFrom   Key = "superseded-ends"
	KeySentHash         Key = "sent-hash"
	KeyOverrideReason   Key = "override-reason"
	KeyIncludedReview   Key = "included-review"
	KeyReason           Key = "reason"
	KeyTrigger          Key = "trigger"
	KeyConcernsPeriod   Key = "concerns-period"
	KeyConcernsYear     Key = "concerns-year"
	KeyConcernsNeed     Key = "concerns-need" // the event that registered the need
	KeyQuestion         Key = "question"
	KeyStarted          Key = "started"
	KeyReviewer         Key = "reviewer"
	KeyReviewerName     Key = "reviewer-name"
	KeyConsultation     Key = "consultation"
	KeyChecklist        Key = "checklist"
	KeyAnswer           Key = "answer"
	KeyObservations     Key = "observations"
	KeyConclusion       Key = "conclusion"
	KeyProposedAction   Key = "proposed-action"
	KeyDecidedBy        Key = "decided-by"
	KeyDecisionDate     Key = "decision-date"
	KeyNoFormalDecision Key = "no-formal-decision"
	KeyCompleted        Key = "completed"
	KeyChangeSummary    Key = "change-summary"
	KeyCountsAsYears    Key = "counts-as-years-review"
	KeyUntil            Key = "until"
	KeyDraftVersion     Key = "draft-version"
	KeyActivity         Key = "activity"
	KeyStatus           Key = "status"
	KeyCost             Key = "cost"
	KeyResult           Key = "result"
	KeyOutcomeValue     Key = "outcome-value"
	KeyAttainment       Key = "attainment"
	KeyKeep             Key = "keep"
	KeyChange           Key = "change"
	KeyStop             Key = "stop"
	KeyFinalReport      Key = "final-report"
	KeyPages            Key = "pages"
	KeyVariant          Key = "variant" // of a packet: VariantFull or VariantPublic
	KeyFileHash         Key = "file-hash"
	KeyFileName         Key = "file-name"
	KeyPacket           Key = "packet"
	KeyExcept           Key = "except"
	KeyItem             Key = "item" // row of a packet's items
	KeyItemNumber       Key = "item-number"
	KeyAppendix         Key = "appendix"          // number within the item
	KeyAnnulled         Key = "annulled"          // yes: the corrected event was registered by mistake
	KeyCorrectionReason Key = "correction-reason" // why an event corrects another
)

// ReviewChecklist names the twelve standard questions of a review, in their
// order. An organisation can have others: see Register.ReviewQuestions.
func ReviewChecklist() []ID {
	return []ID{
		"agrees-with-programme", "agrees-with-strategy", "needs-changed", "law", "audiences", "messages-and-tone",
		"channels", "goals-and-results", "roles-and-organisation", "links-and-references", "accessibility", "still-needed",
	}
}

var eventFields = map[EventKind][]Field{
	EventDecision: append([]Field{
		{Key: KeyOutcome, Kind: Choice, Need: Mandatory, Choices: []string{
			Adopted, Reaffirmed, ReferredBack, Deferred, Rejected, Repealed, Extended, Noted,
		}},
		{Key: KeyBody, Kind: Reference, Target: Target{List: ListBodies}},
		{Key: KeyOfficer, Kind: Line},
		{Key: KeyDecisionDate, Kind: DateField, Need: Mandatory},
		{Key: KeyParagraph, Kind: Line},
		{Key: KeyDnr, Kind: Line},
		{Key: KeyValidFrom, Kind: DateField},
		{Key: KeyValidity, Kind: Choice, Choices: validities()},
		{Key: KeyValidTo, Kind: DateField},
		{Key: KeySentHash, Kind: Line},
		{Key: KeyOverrideReason, Kind: Line},
		{Key: KeyIncludedReview, Kind: Choice, Choices: []string{Yes, No}},
		{Key: KeyReason, Kind: Line},
		{Key: KeyNote, Kind: LongText},
	}, correction()...),
	EventReview: append([]Field{
		{Key: KeyTrigger, Kind: Choice, Need: Mandatory, Choices: []string{"period", "annual", "need", "decision"}},
		{Key: KeyConcernsPeriod, Kind: Reference, Target: Target{List: ListPeriods}},
		{Key: KeyConcernsYear, Kind: Decimal, Min: Int(1900), Max: Int(2200)},
		{Key: KeyConcernsNeed, Kind: Line},
		{Key: KeyStarted, Kind: DateField},
		{Key: KeyReviewer, Kind: Line, Need: Mandatory, Suggest: ListRoles},
		{Key: KeyReviewerName, Kind: Line},
		{Key: KeyConsultation, Kind: LongText},
		{Key: KeyChecklist, Kind: Checklist, Fixed: ReviewChecklist(), Extra: true, Columns: []Field{
			{Key: KeyQuestion, Kind: Line}, // as it was asked, where it is the organisation's own
			{Key: KeyAnswer, Kind: Choice, Choices: []string{Yes, No, Partly, NotApplicable}},
			{Key: KeyNote, Kind: Line},
		}},
		{Key: KeyObservations, Kind: LongText},
		{Key: KeyOutcome, Kind: Choice, Need: Mandatory, Choices: []string{NoChange, Editorial, Revise, Supersede, Repeal, CannotComplete}},
		{Key: KeyConclusion, Kind: LongText},
		{Key: KeyProposedAction, Kind: LongText},
		{Key: KeyBody, Kind: Reference, Target: Target{List: ListBodies}},
		{Key: KeyOfficer, Kind: Line},
		{Key: KeyDecisionDate, Kind: DateField},
		{Key: KeyParagraph, Kind: Line},
		{Key: KeyDnr, Kind: Line},
		{Key: KeyNoFormalDecision, Kind: Choice, Choices: []string{Yes, No}},
		{Key: KeyCompleted, Kind: DateField, Need: Mandatory},
		{Key: KeyChangeSummary, Kind: LongText},
		{Key: KeyCountsAsYears, Kind: Choice, Choices: []string{Yes, No}},
		{Key: KeyDraftVersion, Kind: Line},
	}, correction()...),
	EventNoPlanNeeded: append([]Field{
		{Key: KeyReason, Kind: Line, Need: Mandatory},
		{Key: KeyOfficer, Kind: Line, Need: Mandatory},
		{Key: KeyDate, Kind: DateField, Need: Mandatory},
	}, correction()...),
	EventFollowUp: append([]Field{
		{Key: KeySubject, Kind: Choice, Choices: []string{OnActivity, OnGoal, OnClosing}},
		{Key: KeyActivity, Kind: Line}, // row of the activity plan
		{Key: KeyGoal, Kind: Line},     // row of the goals
		{Key: KeyDate, Kind: DateField, Need: Mandatory},
		{Key: KeyStatus, Kind: Choice, Choices: ActivityStatuses()},
		{Key: KeyStart, Kind: DateField},
		{Key: KeyEnd, Kind: DateField},
		{Key: KeyOutcomeValue, Kind: Decimal},
		{Key: KeyAttainment, Kind: Choice, Choices: Attainments()},
		{Key: KeyCost, Kind: Decimal, Min: 0, Max: Int(1_000_000_000)},
		{Key: KeyResult, Kind: LongText},
		{Key: KeyKeep, Kind: LongText},
		{Key: KeyChange, Kind: LongText},
		{Key: KeyStop, Kind: LongText},
		{Key: KeyFinalReport, Kind: LongText},
	}, correction()...),
	EventSnooze: append(concerns(
		Field{Key: KeyDate, Kind: DateField, Need: Mandatory},
		Field{Key: KeyUntil, Kind: DateField, Need: Mandatory},
		Field{Key: KeyOfficer, Kind: Line, Suggest: ListRoles},
		Field{Key: KeyLevel, Kind: Choice, Choices: []string{"due", "urgent"}}, // of the duty then
	), correction()...),
	EventNeed: append([]Field{
		{Key: KeyReason, Kind: Line, Need: Mandatory},
		{Key: KeyOfficer, Kind: Line, Suggest: ListRoles},
		{Key: KeyDate, Kind: DateField, Need: Mandatory},
	}, correction()...),
	EventDeviation: append(concerns([]Field{
		{Key: KeyReason, Kind: Line, Need: Mandatory},
		{Key: KeyDecidedBy, Kind: Line, Need: Mandatory},
		{Key: KeyDecisionDate, Kind: DateField, Need: Mandatory},
		{Key: KeyUntil, Kind: DateField, Need: Mandatory},
	}...), correction()...),
	EventItem: append([]Field{
		{Key: KeyPacket, Kind: Line, Need: Mandatory},
		{Key: KeyItem, Kind: Line, Need: Mandatory},
		{Key: KeyHeading, Kind: Line, Need: Mandatory},
		{Key: KeyOutcome, Kind: Choice, Need: Mandatory, Choices: []string{
			Adopted, Reaffirmed, ReferredBack, Deferred, Rejected, Repealed, Extended, Noted,
		}},
		{Key: KeyBody, Kind: Reference, Target: Target{List: ListBodies}},
		{Key: KeyParagraph, Kind: Line, Need: Mandatory},
		{Key: KeyDecisionDate, Kind: DateField, Need: Mandatory},
		{Key: KeyUntil, Kind: DateField},
		{Key: KeyExcept, Kind: References, Target: Target{Documents: DocumentKinds()}},
		{Key: KeyReviewer, Kind: Line, Suggest: ListRoles},
		{Key: KeyText, Kind: LongText},
	}, correction()...),
	EventExport: {
		{Key: KeyPacket, Kind: Line},
		{Key: KeyPapers, Kind: List, Columns: []Field{
			{Key: KeyItem, Kind: Line},
			{Key: KeyItemNumber, Kind: Decimal},
			{Key: KeyHeading, Kind: Line},
			{Key: KeyAppendix, Kind: Decimal},
			{Key: KeyChange, Kind: Choice, Choices: []string{Yes, No}},
			{Key: KeyTitle, Kind: Line},
			{Key: KeyDocument, Kind: Line},
			{Key: KeyVersion, Kind: Line},
			{Key: KeyFileHash, Kind: Line},
			{Key: KeyProtected, Kind: Choice, Choices: []string{Yes, No}},
		}},
		{Key: KeyVariant, Kind: Choice, Choices: []string{VariantFull, VariantPublic}},
		{Key: KeyFileName, Kind: Line},
		{Key: KeyFileHash, Kind: Line},
		{Key: KeyPages, Kind: Decimal},
		{Key: KeyNote, Kind: Line},
	},
	EventImport: {
		{Key: KeyFileName, Kind: Line},
		{Key: KeyFileHash, Kind: Line},
		{Key: KeyNote, Kind: Line},
	},
	EventRestore: {
		{Key: KeyFileName, Kind: Line},
		{Key: KeyFileHash, Kind: Line},
		{Key: KeyNote, Kind: Line},
	},
}

// EventFields declares the fields of the events of the kind. The slice is shared
// and must not be changed.
func EventFields(k EventKind) []Field { return eventFields[k] }

// concerns are the fields of an event about one duty, after those that name it.
func concerns(fields ...Field) []Field {
	return append([]Field{
		{Key: KeyConcernsPeriod, Kind: Reference, Target: Target{List: ListPeriods}},
		{Key: KeyConcernsYear, Kind: Decimal, Min: Int(1900), Max: Int(2200)},
		{Key: KeyConcernsNeed, Kind: Line},
	}, fields...)
}

// correction are the fields that an event has beyond its kind's where it
// corrects another.
func correction() []Field {
	return []Field{
		{Key: KeyCorrectionReason, Kind: Line},
		{Key: KeyAnnulled, Kind: Choice, Choices: []string{Yes, No}},
	}
}

// What a follow-up is about.
const (
	OnActivity = "activity"
	OnGoal     = "goal"
	OnClosing  = "closing" // the closing evaluation of an assignment plan
)

// How far a goal was reached.
const (
	Reached    = "reached"
	PartlyDone = "partly"
	NotReached = "not-reached"
)

// Attainments returns the codes of how far a goal was reached.
func Attainments() []string { return []string{Reached, PartlyDone, NotReached} }

// ActivityStatuses returns the codes of an activity's status as it is recorded;
// late is computed.
func ActivityStatuses() []string {
	return []string{"planned", "ongoing", "done", "paused", "cancelled"}
}

func validities() []string {
	return []string{string(ValidUntil), string(ValidUntilFurtherNotice), string(ValidUntilSuperseded)}
}
