package plan

func periodPlanSections() []Section {
	return append([]Section{
		details(PeriodPlan),
		{"summary", 1, []Field{longText(KeySummary, Mandatory).words(150)}},
		{"background", 2, []Field{
			longText("background", Mandatory),
			list("priority-issues", Mandatory,
				line("issue", Mandatory),
				line("why-central", Mandatory),
				line("why-jointly", Mandatory),
				line("programme-area", Recommended)),
		}},
		{"situation", 3, []Field{
			longText("situation", Recommended),
			list("strengths", Optional, line(KeyText, Mandatory)).folded(),
			list("weaknesses", Optional, line(KeyText, Mandatory)).folded(),
			list("opportunities", Optional, line(KeyText, Mandatory)).folded(),
			list("threats", Optional, line(KeyText, Mandatory)).folded(),
			sources(),
			longText(KeyLessons, Recommended),
		}},
		direction(4),
		{KeyGoals, 5, []Field{goals()}},
		{KeyAudiences, 6, []Field{audiencesOfPeriod()}},
		{KeyAdaptation, 7, []Field{
			adaptations(Mandatory).instead("adaptation-not-needed"),
			longText("adaptation-not-needed", Optional),
		}},
		messagesOfPeriod(8),
		{KeyChannels, 9, []Field{channelsOfPeriod()}},
		{"working-methods", 10, []Field{
			longText("when-detailed-plan", Recommended),
			longText("approval-route", Recommended),
			derived("detailed-plans"),
		}},
		{KeyMilestones, 11, []Field{list(KeyMilestones, Recommended,
			decimal(KeyYear, Mandatory).within(1900, 2200).ahead(),
			decimal(KeyQuarter, Recommended).within(1, 4),
			line(KeyActivity, Mandatory),
			refer(KeyDirection, Recommended, inRows(KeyDirections)),
			refer(KeyAudience, Optional, inRows(KeyAudiences)),
			role(KeyResponsible, Recommended),
			choice(KeyStatus, Optional, ActivityStatuses()...).anew())}},
		{"responsibilities", 12, []Field{longText("responsibilities", Recommended).instead(KeyRaci), raci().optional()}},
		{"internal", 13, []Field{longText("internal", Mandatory), longText("training", Optional)}},
		{"resources", 14, []Field{
			list(KeyBudget, Recommended,
				decimal(KeyYear, Mandatory).within(1900, 2200).ahead(),
				decimal(KeyAmount, Recommended),
				decimal(KeyHours, Optional),
				line(KeyFunding, Optional)),
			derived("budget-sums"),
			longText("resources", Optional),
		}},
		{KeyRisks, 15, []Field{risks(false)}},
		{"accessibility", 16, []Field{accessibility()}},
		{"follow-up", 17, []Field{followUp(), longText(KeyConclusions, Optional).folded().past()}},
	}, tail(18)...)
}

// direction is what the plan is for and the directions that follow.
func direction(n int) Section {
	return Section{"direction", n, []Field{
		longText(KeyPurpose, Mandatory),
		list(KeyDirections, Mandatory,
			line(KeyCode, Mandatory),
			line(KeyHeading, Mandatory),
			line(KeyDescription, Recommended),
			refers("mission-tags", Mandatory, Target{List: ListOrganisation, Rows: KeyMission})).rows(1, 7).from(
			of(Strategy, KeyMission, Pair{KeyHeading, KeyText}),
			ofOrganisation(KeyMission, Pair{KeyHeading, KeyText})),
	}}
}

// messagesOfPeriod are what is said, in which tone, and by whom.
func messagesOfPeriod(n int) Section {
	return Section{"messages", n, []Field{
		line(KeyMainMessage, Mandatory).words(25).from(
			of(Strategy, "messages", Pair{KeyMainMessage, KeyMessage}),
			entries(ListMessages, Pair{KeyMainMessage, KeyText})),
		supportingMessages(),
		angles(),
		longText(KeyTone, Optional).from(of(Strategy, KeyTone, same(KeyTone)...), ofOrganisation(KeyTone, same(KeyTone)...)),
		list("words-to-use", Optional, line(KeyText, Mandatory)).folded(),
		list("words-to-avoid", Optional, line(KeyText, Mandatory), line("instead", Optional)).folded(),
		list("spokespersons", Recommended, role(KeyRole, Mandatory), line("topic", Optional)),
	}}
}
