package plan

// The keys of the register's lists.
const (
	KeyName        Key = "name"
	KeyShortName   Key = "short-name"
	KeyVision      Key = "vision"
	KeyMission     Key = "mission"
	KeyAim         Key = "aim"
	KeyTone        Key = "tone"
	KeyWindowOpens Key = "window-opens"  // MM-DD
	KeyWindowEnds  Key = "window-closes" // MM-DD
	KeyUseDnr      Key = "use-dnr"
	KeyAccent      Key = "accent"    // colour of printed pages, "#0B4F6C"
	KeyHyphenate   Key = "hyphenate" // whether printed words are divided
	// KeyDecisionForm is how decisions are written: one of DecisionForms.
	KeyDecisionForm Key = "decision-form"
	// KeyAppendixNumbering is how appendices are counted: one of AppendixNumberings.
	KeyAppendixNumbering Key = "appendix-numbering"
	// KeyReportHeadings are the headings of an officer's report in the organisation's
	// own order.
	KeyReportHeadings Key = "report-headings"
	KeyUseSecrecy     Key = "use-confidentiality"
	KeyLogo           Key = "logo" // the hash of a stored image
	KeyWatchFrom      Key = "watch-reviews-from"
	KeyRules          Key = "review-rules"
	KeyRule           Key = "rule"
	// KeyReviewQuestions are the organisation's own questions of a review.
	KeyReviewQuestions Key = "review-questions"
	KeyStart           Key = "start"
	KeyEnd             Key = "end"
	KeyYear            Key = "year"
	KeyOpens           Key = "opens"
	KeyCloses          Key = "closes"
	KeyBody            Key = "body"
	KeyDate            Key = "date"
	KeyTime            Key = "time"
	KeyPlace           Key = "place"
	KeyChair           Key = "chair"
	KeySecretary       Key = "secretary"
	KeyCalled          Key = "called"
	KeyOpenMeeting     Key = "open-meeting"
	KeyStopDate        Key = "stop-date"
	KeyDispatch        Key = "dispatch-date"
	KeyNo              Key = "no"
	KeyCommissions     Key = "commissioner"
	KeyLead            Key = "lead"
	KeyDescription     Key = "description"
	KeyDescribed       Key = "described"
	KeyNetwork         Key = "network"
	KeyPopulation      Key = "population"
	KeySizeClass       Key = "size-class"
	KeyPerson          Key = "person"
	KeyEmail           Key = "email"
	KeyCategory        Key = "category"
	KeyNote            Key = "note"
	KeyText            Key = "text"
	KeyProof           Key = "proof"
	KeyMeeting         Key = "meeting"
	KeyItems           Key = "items"
)

// Codes of a yes/no choice.
const (
	Yes           = "yes"
	No            = "no"
	Partly        = "partly"
	NotApplicable = "not-applicable"
)

// Units of a list that come with a new organisation: the kinds whose default
// review rule is a setting are the rows of KeyRules.
func ruleRows() []ID {
	var ids []ID
	for _, k := range DocumentKinds() {
		ids = append(ids, ID(k))
	}
	return ids
}

func rulesField() Field {
	return Field{Key: KeyRules, Kind: Checklist, Fixed: ruleRows(), Columns: []Field{
		{Key: KeyRule, Kind: Choice, Choices: []string{string(R0), string(R1), string(R2)}},
	}}
}

// Categories of audiences and stakeholders.
func categories() []string {
	return []string{
		"political-leadership", "management", "committee", "department", "external", "internal", "media", "public",
	}
}

var listFields = map[ListName][]Field{
	ListOrganisation: {
		{Key: KeyName, Kind: Line, Need: Mandatory},
		{Key: KeyShortName, Kind: Line, Need: Recommended},
		{Key: KeyVision, Kind: Line, Need: Recommended},
		{Key: KeyMission, Kind: List, Need: Recommended, Columns: []Field{{Key: KeyText, Kind: Line, Need: Mandatory}}},
		{Key: KeyAim, Kind: Line},
		{Key: KeyTone, Kind: LongText, Need: Recommended},
		{Key: KeyWindowOpens, Kind: Line, Need: Mandatory},
		{Key: KeyWindowEnds, Kind: Line, Need: Mandatory},
		{Key: KeyWatchFrom, Kind: DateField},
		{Key: KeyUseDnr, Kind: Choice, Choices: []string{Yes, No}},
		{Key: KeyUseSecrecy, Kind: Choice, Choices: []string{Yes, No}},
		rulesField(),
		{Key: KeyReviewQuestions, Kind: List, Columns: []Field{{Key: KeyQuestion, Kind: Line, Need: Mandatory}}},
		{Key: KeyAccent, Kind: Line},
		{Key: KeyHyphenate, Kind: Choice, Choices: []string{Yes, No}},
		{Key: KeyDecisionForm, Kind: Choice, Choices: []string{DecisionSentences, DecisionClauses}},
		{Key: KeyAppendixNumbering, Kind: Choice, Choices: []string{AppendixNumbers, AppendixLetters}},
		{Key: KeyReportHeadings, Kind: List, Columns: []Field{{Key: KeyHeading, Kind: Choice, Need: Mandatory, Choices: reportHeadings()}}},
		line(KeyLogo, Optional).recorded(),
	},
	ListPeriods: {
		{Key: KeyName, Kind: Line},
		{Key: KeyStart, Kind: DateField, Need: Mandatory},
		{Key: KeyEnd, Kind: DateField, Need: Mandatory},
	},
	ListCycles: {
		{Key: KeyYear, Kind: Decimal, Need: Mandatory, Min: Int(1900), Max: Int(2200)},
		{Key: KeyOpens, Kind: DateField, Need: Mandatory},
		{Key: KeyCloses, Kind: DateField, Need: Mandatory},
	},
	ListBodies: {
		{Key: KeyName, Kind: Line, Need: Mandatory},
		{Key: KeyShortName, Kind: Line, Need: Recommended},
		{Key: KeyNote, Kind: Line},
	},
	ListMeetings: {
		{Key: KeyBody, Kind: Reference, Need: Mandatory, Target: Target{List: ListBodies}},
		{Key: KeyDate, Kind: DateField, Need: Mandatory},
		{Key: KeyTime, Kind: Line, Need: Recommended},
		{Key: KeyPlace, Kind: Line, Need: Recommended},
		{Key: KeyChair, Kind: Line, Need: Recommended, Suggest: ListRoles},
		{Key: KeySecretary, Kind: Line, Need: Recommended, Suggest: ListRoles},
		{Key: KeyCalled, Kind: LongText},
		{Key: KeyOpenMeeting, Kind: Choice, Choices: []string{Yes, No}},
		{Key: KeyStopDate, Kind: DateField},
		{Key: KeyDispatch, Kind: DateField},
	},
	ListRoles: {
		{Key: KeyName, Kind: Line, Need: Mandatory},
		{Key: KeyPerson, Kind: Line},
		{Key: KeyEmail, Kind: Line},
	},
	ListAssignments: {
		{Key: KeyNo, Kind: Line},
		{Key: KeyName, Kind: Line, Need: Mandatory},
		{Key: KeyCommissions, Kind: Line, Need: Recommended},
		{Key: KeyOwner, Kind: Line, Need: Recommended, Suggest: ListRoles},
		{Key: KeyLead, Kind: Line, Suggest: ListRoles},
		{Key: KeyDescription, Kind: Line},
		{Key: KeyDescribed, Kind: DateField, Need: Recommended},
		{Key: KeyStart, Kind: DateField, Need: Recommended},
		{Key: KeyEnd, Kind: DateField},
		{Key: KeyNetwork, Kind: Line},
	},
	ListMembers: {
		{Key: KeyName, Kind: Line, Need: Mandatory},
		{Key: KeyPopulation, Kind: Decimal, Need: Recommended, Min: 0, Max: maxPopulation},
		{Key: KeySizeClass, Kind: Choice, Choices: SizeClasses()},
		{Key: KeyNote, Kind: Line},
	},
	ListAudiences: {
		{Key: KeyName, Kind: Line, Need: Mandatory},
		{Key: KeyCategory, Kind: Choice, Choices: categories()},
		{Key: KeyNote, Kind: LongText},
	},
	ListMessages: {
		{Key: KeyText, Kind: Line, Need: Mandatory, MaxWords: 25},
		{Key: KeyProof, Kind: LongText},
	},
	ListChannels: {
		{Key: KeyName, Kind: Line, Need: Mandatory},
		{Key: "mode", Kind: Choice, Choices: []string{"dialogue", "information"}},
		{Key: "formality", Kind: Choice, Choices: []string{"formal", "personal"}},
		{Key: "ownership", Kind: Choice, Choices: []string{"owned", "earned", "paid", "shared"}},
		{Key: KeyNote, Kind: LongText},
	},
	ListPackets: packetFields(),
}

// ListFields declares the fields of the list's entries. The slice is shared and
// must not be changed.
func ListFields(l ListName) []Field { return listFields[l] }
