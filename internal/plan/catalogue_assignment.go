package plan

import "slices"

func assignmentPlanSections() []Section {
	return append([]Section{
		details(AssignmentPlan),
		{"one-page", 1, []Field{derived("one-page")}},
		{"background", 2, []Field{
			longText("background", Mandatory), longText("problem", Recommended), sources(), longText(KeyLessons, Optional),
		}},
		{KeyPurpose, 3, []Field{
			longText(KeyPurpose, Mandatory),
			longText("not-solved", Recommended),
			longText("county-benefit", Optional).from(ofOrganisation(KeyAim, Pair{"county-benefit", KeyAim})),
		}},
		connection(4),
		{KeyGoals, 5, []Field{goalsOfAssignment()}},
		{"stakeholders", 6, []Field{list("stakeholders", Recommended,
			line(KeyName, Mandatory),
			scale(KeyInfluence, Recommended),
			scale(KeyInterest, Recommended),
			choice("attitude", Optional, "supportive", "neutral", "hesitant", "opposed"),
			line("kept-informed", Recommended),
			line("involved-in", Optional))}},
		{KeyAudiences, 7, []Field{audiencesOfAssignment()}},
		messageHouse(8),
		{"approach", 9, []Field{
			longText("approach", Mandatory),
			longText("told-first", Recommended),
			yesNo("internal-first", Recommended),
			line("internal-first-why", Recommended),
		}},
		{KeyChannels, 10, []Field{list(KeyChannels, Recommended,
			refer(KeyChannel, Mandatory, inList(ListChannels)), line(KeyPurpose, Recommended)).
			from(of(PeriodPlan, KeyChannels, same(KeyChannel, KeyPurpose)...))}},
		{KeyActivities, 11, []Field{activities()}},
		{"schedule", 12, []Field{
			derived("gantt"),
			list(KeyMilestones, Optional, dateField(KeyDate, Mandatory).ahead(), line(KeyText, Mandatory)),
			derived("committee-dates"),
		}},
		{"responsibilities", 13, []Field{
			raci(), role("spokesperson", Recommended), role("publication-approver", Mandatory),
		}},
		{KeyBudget, 14, []Field{list(KeyBudget, Recommended,
			line("item", Mandatory),
			decimal(KeyAmount, Recommended),
			decimal(KeyHours, Optional),
			line(KeyFunding, Optional),
			decimal(KeyCost, Optional).past()), derived("budget-sums")}},
		{KeyRisks, 15, []Field{risks(true)}},
		{"accessibility", 16, []Field{accessibility()}},
		{"law", 17, []Field{law()}},
		{"follow-up", 18, append([]Field{followUp()}, closing()...)},
	}, tail(19)...)
}

// connection ties the plan to directions and goals of its parent.
func connection(n int) Section {
	return Section{"connection", n, []Field{
		refers(KeyDirections, Mandatory, inParent(KeyDirections)).instead("outside-direction").
			from(of(PeriodPlan, KeyDirections, same(KeyCode, KeyHeading, KeyDescription)...)),
		refers("parent-goals", Mandatory, inParent(KeyGoals)).instead("outside-direction").
			from(of(PeriodPlan, KeyGoals, same(KeyCode, KeyText, KeyIndicator, KeyUnit, KeyTarget, KeyTargetDate)...)),
		longText("outside-direction", Optional),
	}}
}

// messageHouse is the main message as the roof on its pillars.
func messageHouse(n int) Section {
	return Section{"messages", n, []Field{
		line(KeyMainMessage, Mandatory).words(25).from(
			of(PeriodPlan, KeyMainMessage, same(KeyMainMessage)...),
			of(PeriodPlan, "supporting-messages", Pair{KeyMainMessage, KeyMessage}),
			entries(ListMessages, Pair{KeyMainMessage, KeyText})),
		list("pillars", Recommended,
			line("pillar", Mandatory),
			list("proofs", Recommended, line(KeyProof, Mandatory))).rows(2, 4).from(
			of(PeriodPlan, "supporting-messages", Pair{"pillar", KeyMessage}, Pair{"proofs", KeyProof}),
			of(Strategy, "messages", Pair{"pillar", KeyMessage}, Pair{"proofs", KeyProof}),
			entries(ListMessages, Pair{"pillar", KeyText}, Pair{"proofs", KeyProof})),
		angles(),
		list("questions", Optional, line("question", Mandatory), line("reply", Mandatory)).folded(),
		list("terms", Optional, line("term", Mandatory), line("meaning", Mandatory)).folded(),
	}}
}

func audiencesOfAssignment() Field {
	return list(KeyAudiences, Mandatory,
		line(KeyName, Mandatory),
		line("knows-now", Optional).folded(),
		line("knows-wanted", Optional).folded(),
		line("feels-now", Optional).folded(),
		line("feels-wanted", Optional).folded(),
		line("does-now", Optional).folded(),
		line("does-wanted", Optional).folded(),
		choice(KeyLadderNow, Recommended, Ladder()...),
		choice(KeyLadderWanted, Recommended, Ladder()...),
		line("insight", Recommended),
		line("insight-source", Optional),
		line(KeyObstacles, Optional),
		line("drivers", Optional),
		line(KeyNeeds, Recommended),
		line("intermediary", Optional),
		adaptations(Mandatory).instead("adaptation-not-needed"),
		line("adaptation-not-needed", Optional),
		line("language", Optional),
		refers(KeyChannels, Recommended, inList(ListChannels)),
		refer(KeyOrigin, Optional, inList(ListAudiences)).retired(),
	).from(
		of(PeriodPlan, KeyAudiences, same(KeyName, KeyLadderNow, KeyLadderWanted, KeyNeeds, KeyObstacles, KeyChannels)...),
		of(Strategy, KeyAudiences, same(KeyName, KeyLadderWanted, KeyNeeds)...),
		entries(ListAudiences, same(KeyName)...),
	)
}

// closing are the fields in which the closing evaluation once stood in the
// content. It is a record beside the frozen content now.
func closing() []Field {
	out := []Field{
		list("closing-results", Optional,
			refer(KeyGoal, Mandatory, inRows(KeyGoals)),
			line(KeyResult, Mandatory),
			choice(KeyAttainment, Mandatory, Attainments()...)),
		decimal("closing-cost", Optional),
		longText(KeyKeep, Optional),
		longText(KeyChange, Optional),
		longText(KeyStop, Optional),
		longText(KeyFinalReport, Optional),
	}
	for i := range out {
		out[i].Folded, out[i].Retired, out[i].Copied = true, true, CopyCleared
	}
	return out
}

// quickSections are the sections of an assignment plan that its short form has.
var quickSections = []Key{
	"details", KeyPurpose, KeyGoals, KeyAudiences, "messages", KeyActivities, "accessibility",
	"reviews", "related-documents", KeyAppendices, "change-log",
}

// quick returns the short form of an assignment plan: the same sections and
// fields under their own numbers, fewer of them, so that promotion loses nothing.
func quick(full []Section) []Section {
	var out []Section
	for _, s := range full {
		if !slices.Contains(quickSections, s.Key) {
			continue
		}
		if s.Key == "messages" {
			s.Fields = s.Fields[:1]
		}
		out = append(out, s)
	}
	return out
}
