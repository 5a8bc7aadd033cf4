package plan

// The keys of the document details beside those of HeadOf.
const (
	KeyOwnerName   Key = "owner-name"
	KeyCaseOfficer Key = "case-officer"
	KeyProgramme   Key = "programme"
	KeyStrategy    Key = "strategy"
	KeyParentPlan  Key = "parent-plan"
	KeyReplaces    Key = "supersedes"
	KeyGrounds     Key = "grounds"
	KeyAppliesTo   Key = "applies-to"
)

// details declares section 0 of a kind.
func details(kind DocumentKind) Section {
	fs := []Field{line(KeyTitle, Mandatory), derived("organisation")}
	switch kind {
	case Policy:
		fs = append(fs, choice(KeySubtype, Mandatory, "web", "it", "crisis", "communication-and-media", "other"),
			line("subtype-other", Optional))
	case AssignmentPlan:
		fs = append(fs, refer(KeyAssignment, Mandatory, inList(ListAssignments)), derived("assignment-details"))
	case Strategy, Programme, PeriodPlan:
		fs = append(fs, refer(KeyPeriod, Mandatory, inList(ListPeriods)))
	case Statutes, Agreement, Other:
	}
	fs = append(fs,
		dateField(KeyValidFrom, validFromNeed(kind)).ahead(),
		choice(KeyValidity, Mandatory, validities()...),
		dateField(KeyValidTo, Optional).ahead(),
		line(KeyDnr, Optional).past(),
		derived("version"), derived("status"), derived("adopted"),
		role(KeyOwner, Mandatory),
		line(KeyOwnerName, Optional),
		role(KeyCaseOfficer, Mandatory),
	)
	switch kind {
	case PeriodPlan:
		fs = append(fs, related(KeyProgramme, Mandatory, Contains, Programme), related(KeyStrategy, Mandatory, Governs, Strategy))
	case AssignmentPlan:
		fs = append(fs, related(KeyParentPlan, Mandatory, ElaboratedIn, PeriodPlan), related(KeyStrategy, Mandatory, Governs, Strategy))
	case Policy:
		fs = append(fs, related(KeyStrategy, Mandatory, Governs, Strategy))
	case Strategy:
		fs = append(fs, related(KeyGrounds, Recommended, GroundFor, Programme, Statutes))
	case Programme, Statutes, Agreement, Other:
	}
	fs = append(fs, relating(KeyReplaces, Optional, Supersedes, DocumentKinds()...), derived("next-review"), derived("last-revised"))
	return Section{Key: "details", Fields: fs}
}

func validFromNeed(kind DocumentKind) Need {
	if kind == PeriodPlan {
		return Mandatory
	}
	return Recommended
}

// tail declares the sections that end every document, numbered from n.
func tail(n int) []Section {
	return []Section{
		{"reviews", n, []Field{derived("duties")}},
		{"related-documents", n + 1, []Field{derived("relations")}},
		{KeyAppendices, n + 2, []Field{appendices()}},
		{"change-log", n + 3, []Field{derived("versions")}},
	}
}
