package plan

func strategySections() []Section {
	return append([]Section{
		details(Strategy),
		{"cooperation", 1, []Field{longText("cooperation", Mandatory)}},
		{"mission", 2, []Field{
			line(KeyVision, Mandatory).from(ofOrganisation(KeyVision, same(KeyVision)...)),
			list(KeyMission, Mandatory, line(KeyText, Mandatory)).from(ofOrganisation(KeyMission, same(KeyText)...)),
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
				refer(KeyOrigin, Optional, inList(ListAudiences)).retired()).
				from(entries(ListAudiences, same(KeyName, KeyCategory)...)),
		}},
		{"messages", 5, []Field{
			list("messages", Mandatory, line("message", Mandatory).words(25), line(KeyProof, Recommended)).
				from(entries(ListMessages, Pair{"message", KeyText}, Pair{KeyProof, KeyProof})),
			longText(KeyTone, Recommended).from(ofOrganisation(KeyTone, same(KeyTone)...)),
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
