package plan

func strategySections() []Section {
	return append([]Section{
		details(Strategy),
		{"cooperation", 1, []Field{longText("cooperation", Mandatory)}},
		{"mission", 2, []Field{
			line(KeyVision, Mandatory),
			list(KeyMission, Mandatory, line(KeyText, Mandatory)),
			longText("mission-text", Recommended),
		}},
		{"dialogue", 3, []Field{longText("dialogue", Mandatory)}},
		{KeyAudiences, 4, []Field{
			longText("audiences-text", Recommended),
			list(KeyAudiences, Mandatory,
				line(KeyName, Mandatory),
				choice(KeyCategory, Recommended, categories()...),
				choice(KeyLadderWanted, Recommended, Ladder()...),
				line(KeyNeeds, Optional),
				refer(KeyOrigin, Optional, inList(ListAudiences))),
		}},
		{"messages", 5, []Field{
			list("messages", Mandatory, line("message", Mandatory).words(25), line(KeyProof, Recommended)),
			longText(KeyTone, Recommended),
		}},
		{"learning", 6, []Field{longText("learning", Mandatory)}},
		{"how-we-work", 7, []Field{longText("how-we-work", Mandatory)}},
	}, tail(8)...)
}

func policySections() []Section {
	return append([]Section{
		details(Policy),
		{KeyPurpose, 1, []Field{longText(KeyPurpose, Mandatory), line(KeyAppliesTo, Mandatory)}},
		body(2),
	}, tail(3)...)
}

// referenceSections are those of a document that the app mostly refers to:
// programme, statutes, agreement, other.
func referenceSections(kind DocumentKind) []Section {
	return append([]Section{details(kind), body(1)}, tail(2)...)
}

// body is a document's own text, here or in an attached file.
func body(n int) Section {
	return Section{"body", n, []Field{longText("body", Mandatory).instead(KeyFile), line(KeyFile, Optional)}}
}
