package plan

// The keys of the lists in contents and of their columns.
const (
	KeyGoals          Key = "goals"
	KeyCode           Key = "code"
	KeyDirection      Key = "direction"
	KeyDirections     Key = "directions"
	KeyAudience       Key = "audience"
	KeyAudiences      Key = "audiences"
	KeyLevel          Key = "level"
	KeyLadder         Key = "ladder"
	KeyIndicator      Key = "indicator"
	KeyUnit           Key = "unit"
	KeyBaseline       Key = "baseline"
	KeyBaselineDate   Key = "baseline-date"
	KeyBaselineSource Key = "baseline-source"
	KeyBaselineLater  Key = "baseline-measured-by"
	KeyTarget         Key = "target"
	KeyTargetDate     Key = "target-date"
	KeyMethod         Key = "method"
	KeyResponsible    Key = "responsible"
	KeyResults        Key = "results"
	KeyPriority       Key = "priority"
	KeyInfluence      Key = "influence"
	KeyInterest       Key = "interest"
	KeyLadderNow      Key = "ladder-now"
	KeyLadderWanted   Key = "ladder-wanted"
	KeyNeeds          Key = "needs"
	KeyObstacles      Key = "obstacles"
	KeyChannels       Key = "channels"
	KeyChannel        Key = "channel"
	KeyContact        Key = "contact"
	KeySegment        Key = "segment"
	KeySharedNeed     Key = "shared-need"
	KeyCondition      Key = "special-condition"
	KeyAdaptation     Key = "adaptation"
	KeyAdaptations    Key = "adaptations"
	KeyMode           Key = "mode"
	KeyPurpose        Key = "purpose"
	KeyFrequency      Key = "frequency"
	KeyMeasure        Key = "measure"
	KeyRisks          Key = "risks"
	KeyRisk           Key = "risk"
	KeyLikelihood     Key = "likelihood"
	KeyConsequence    Key = "consequence"
	KeyAction         Key = "action"
	KeyRaci           Key = "raci"
	KeyTask           Key = "task"
	KeyParts          Key = "parts"
	KeyPart           Key = "part"
	KeyRole           Key = "role"
	KeyMilestones     Key = "milestones"
	KeyQuarter        Key = "quarter"
	KeyBudget         Key = "budget"
	KeyAmount         Key = "amount"
	KeyHours          Key = "hours"
	KeyFunding        Key = "funding"
	KeyRiskValue      Key = "risk-value"
	KeyMainMessage    Key = "main-message"
	KeySources        Key = "sources"
	KeyLink           Key = "link"
	KeyAppendices     Key = "appendices"
	KeyFile           Key = "file"
	KeyPublic         Key = "public"
	KeyMediaType      Key = "media-type"
	KeyFileSize       Key = "file-size"
	KeyOrigin         Key = "origin"
	KeyLessons        Key = "lessons"
	KeyConclusions    Key = "results-and-conclusion"
)

// Levels of a goal, from what is done to what it leads to in society.
const (
	LevelActivity = "activity"
	LevelOutput   = "output"
	LevelUptake   = "uptake"
	LevelOutcome  = "outcome"
	LevelImpact   = "impact"
)

// Ladder returns the steps that communication is to enable, lowest first.
func Ladder() []string { return []string{"know", "take-part", "influence", "decide"} }

func goals() Field {
	return list(KeyGoals, Mandatory,
		line(KeyCode, Recommended),
		line(KeyText, Mandatory),
		refer(KeyDirection, Recommended, inRows(KeyDirections)),
		refer(KeyAudience, Recommended, inRows(KeyAudiences)),
		choice(KeyLevel, Recommended, LevelActivity, LevelOutput, LevelUptake, LevelOutcome, LevelImpact),
		choice(KeyLadder, Optional, Ladder()...),
		line(KeyIndicator, Recommended),
		line(KeyUnit, Optional),
		decimal(KeyBaseline, Recommended).instead(KeyBaselineLater),
		dateField(KeyBaselineDate, Optional),
		line(KeyBaselineSource, Optional),
		dateField(KeyBaselineLater, Optional).ahead(),
		decimal(KeyTarget, Recommended),
		dateField(KeyTargetDate, Recommended).ahead(),
		line(KeyMethod, Optional),
		role(KeyResponsible, Recommended),
		list(KeyResults, Optional,
			decimal(KeyYear, Mandatory).within(1900, 2200),
			decimal(KeyResult, Mandatory),
			dateField(KeyDate, Optional),
			line(KeyNote, Optional)).folded().past(),
	)
}

// goalsOfAssignment are goals whose direction stands in the parent plan.
func goalsOfAssignment() Field {
	f := goals()
	for i := range f.Columns {
		if f.Columns[i].Key == KeyDirection {
			f.Columns[i].Target = inParent(KeyDirections)
		}
	}
	return f.rows(1, 5)
}

func audiencesOfPeriod() Field {
	return list(KeyAudiences, Mandatory,
		line(KeyName, Mandatory),
		choice(KeyCategory, Recommended, categories()...),
		choice(KeyPriority, Recommended, "primary", "secondary", "intermediary"),
		scale(KeyInfluence, Recommended),
		scale(KeyInterest, Recommended),
		choice(KeyLadderNow, Recommended, Ladder()...),
		choice(KeyLadderWanted, Recommended, Ladder()...),
		line(KeyNeeds, Optional),
		line(KeyObstacles, Optional),
		refers(KeyChannels, Optional, inList(ListChannels)),
		line(KeyContact, Optional),
		refer(KeyOrigin, Optional, inList(ListAudiences)).retired(),
	).from(
		of(Strategy, KeyAudiences, same(KeyName, KeyCategory, KeyLadderWanted, KeyNeeds)...),
		entries(ListAudiences, same(KeyName, KeyCategory)...),
	)
}

func adaptations(n Need) Field {
	return list(KeyAdaptations, n,
		choice(KeySegment, Mandatory, SizeClasses()...),
		line(KeySharedNeed, Recommended),
		line(KeyCondition, Recommended),
		line(KeyAdaptation, Mandatory),
	)
}

func channelsOfPeriod() Field {
	return list(KeyChannels, Mandatory,
		refer(KeyChannel, Mandatory, inList(ListChannels)),
		choice(KeyMode, Recommended, "dialogue", "information"),
		choice("formality", Optional, "formal", "personal"),
		choice("ownership", Optional, "owned", "earned", "paid", "shared"),
		line(KeyPurpose, Recommended),
		refers(KeyAudiences, Recommended, inRows(KeyAudiences)),
		line(KeyFrequency, Optional),
		role(KeyResponsible, Recommended),
		line(KeyMeasure, Optional),
	)
}

func risks(holding bool) Field {
	f := list(KeyRisks, Recommended,
		line(KeyRisk, Mandatory),
		scale(KeyLikelihood, Recommended),
		scale(KeyConsequence, Recommended),
		derived(KeyRiskValue),
		line(KeyAction, Recommended),
		role(KeyResponsible, Recommended),
	)
	if holding {
		f.Columns = append(f.Columns, line("holding-statement", Recommended))
	}
	return f
}

func raci() Field {
	return list(KeyRaci, Recommended,
		line(KeyTask, Mandatory),
		list(KeyParts, Mandatory,
			role(KeyRole, Mandatory),
			choice(KeyPart, Mandatory, "responsible", "accountable", "consulted", "informed")),
	).folded()
}

func accessibility() Field {
	return checklist("accessibility", Mandatory,
		"digital-accessibility", "plain-language", "minority-languages", "sign-language", "easy-read",
		"other-languages", "alternative-texts", "subtitles", "printed-alternative")
}

func law() Field {
	return checklist("law", Optional, "confidentiality", "personal-data", "image-rights", "election-neutrality")
}

func followUp() Field {
	return list("follow-up", Mandatory,
		line("what", Mandatory),
		line("when", Mandatory),
		line(KeyMethod, Recommended),
		role("who", Mandatory),
		line("reported-to", Recommended),
		line("conclusion", Optional).past(),
	)
}

func sources() Field {
	return list(KeySources, Recommended,
		line(KeyTitle, Mandatory),
		dateField(KeyDate, Optional),
		line(KeyLink, Optional),
	)
}

func appendices() Field {
	return list(KeyAppendices, Optional,
		line(KeyNo, Recommended),
		line(KeyTitle, Mandatory),
		line(KeyFile, Optional),
		yesNo(KeyPublic, Recommended),
		line(KeyMediaType, Optional).recorded(),
		decimal(KeyFileSize, Optional).recorded(),
		line(KeyFileHash, Optional).recorded(),
	)
}

func supportingMessages() Field {
	return list("supporting-messages", Recommended,
		line("message", Mandatory),
		line(KeyProof, Recommended),
	).rows(2, 4).from(
		of(Strategy, "messages", same(KeyMessage, KeyProof)...),
		entries(ListMessages, Pair{KeyMessage, KeyText}, Pair{KeyProof, KeyProof}),
	)
}

func angles() Field {
	return list("angles", Optional,
		refer(KeyAudience, Mandatory, inRows(KeyAudiences)),
		line("angle", Mandatory),
	).folded()
}
