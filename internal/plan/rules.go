package plan

import "slices"

// ruleFindings finds what takes more than one field to tell, in the sections
// that the document has.
func ruleFindings(s Subject) []Finding {
	out := validityRules(s)
	switch s.Document.Kind {
	case PeriodPlan:
		out = slices.Concat(out, outcomeGoal(s), ladderRules(s), dialogueRule(s, channelDialogue), raciRules(s), traceRules(s))
	case AssignmentPlan:
		out = slices.Concat(out, goalRules(s), ladderRules(s), dialogueRule(s, activityDialogue), raciRules(s), activityRules(s), traceRules(s))
	case Strategy, Policy, Programme, Statutes, Agreement, Other:
	}
	sections := SectionsOf(s.Document.Kind, s.Document.Quick)
	return slices.DeleteFunc(out, func(f Finding) bool {
		return !slices.ContainsFunc(sections, func(sec Section) bool { return sec.Key == f.Section })
	})
}

// validityRules: a validity up to a date has that date, and it is not before the
// first day.
func validityRules(s Subject) []Finding {
	h := HeadOf(s.Content)
	x := Finding{Severity: Error, Section: "details", Path: PathTo(KeyValidTo)}
	switch {
	case h.ValidTo.IsZero() && (h.Validity == ValidUntil || h.Validity == ValidUntilSuperseded):
		x.Rule = "missing"
	case !h.ValidTo.IsZero() && h.ValidTo.Before(h.ValidFrom):
		x.Rule, x.Date = "ends-before-start", h.ValidTo
	default:
		return nil
	}
	return []Finding{x}
}

// goalRules: a goal that no activity serves is unlinked.
func goalRules(s Subject) []Finding {
	served := map[ID]bool{}
	for _, a := range Activities(s.Content) {
		served[a.Goal] = true
	}
	f, _ := FieldIn(FieldsOf(s.Document.Kind), KeyGoals)
	var out []Finding
	for i, r := range s.Content.Get(KeyGoals).rows {
		if !served[r.ID] {
			out = append(out, Finding{
				Severity: Warning, Rule: "goal-without-activity", Section: KeyGoals,
				Path: PathTo(KeyGoals).In(r.ID, KeyText), Row: i + 1, Name: RowName(f, r),
			})
		}
	}
	return out
}

// outcomeGoal: the period plan must have an outcome goal with indicator,
// baseline (or when it is measured), target and target date.
func outcomeGoal(s Subject) []Finding {
	if s.Content.Get(KeyGoals).IsZero() {
		return nil // told already
	}
	for _, r := range s.Content.Get(KeyGoals).rows {
		c := r.Cells
		baseline := !c.Get(KeyBaseline).IsZero() || !c.Get(KeyBaselineLater).IsZero()
		if c.Text(KeyLevel) == LevelOutcome && c.Text(KeyIndicator) != "" && baseline &&
			!c.Get(KeyTarget).IsZero() && !c.Get(KeyTargetDate).IsZero() {
			return nil
		}
	}
	return []Finding{{Severity: Error, Rule: "outcome-goal-missing", Section: KeyGoals, Path: PathTo(KeyGoals)}}
}

// ladderRules: the wanted step is not below the present one.
func ladderRules(s Subject) []Finding {
	step := map[string]int{}
	for i, code := range Ladder() {
		step[code] = i + 1
	}
	f, _ := FieldIn(FieldsOf(s.Document.Kind), KeyAudiences)
	var out []Finding
	for i, r := range s.Content.Get(KeyAudiences).rows {
		now, wanted := step[r.Cells.Text(KeyLadderNow)], step[r.Cells.Text(KeyLadderWanted)]
		if wanted > 0 && wanted < now {
			out = append(out, Finding{
				Severity: Warning, Rule: "ladder-falls", Section: KeyAudiences,
				Path: PathTo(KeyAudiences).In(r.ID, KeyLadderWanted), Row: i + 1, Name: RowName(f, r),
			})
		}
	}
	return out
}

func channelDialogue(c Content) (rows int, dialogue bool) {
	list := c.Get(KeyChannels).rows
	for _, r := range list {
		dialogue = dialogue || r.Cells.Text(KeyMode) == "dialogue"
	}
	return len(list), dialogue
}

func activityDialogue(c Content) (rows int, dialogue bool) {
	list := Activities(c)
	for _, a := range list {
		dialogue = dialogue || a.Dialogue
	}
	return len(list), dialogue
}

// dialogueRule: dialogue comes first, so a plan with none is worth a word.
func dialogueRule(s Subject, of func(Content) (int, bool)) []Finding {
	rows, dialogue := of(s.Content)
	if rows == 0 || dialogue {
		return nil
	}
	key := KeyChannels
	if s.Document.Kind == AssignmentPlan {
		key = KeyActivities
	}
	return []Finding{{Severity: Warning, Rule: "no-dialogue", Section: key, Path: PathTo(key)}}
}

// raciRules: every task has exactly one who is accountable.
func raciRules(s Subject) []Finding {
	var out []Finding
	for i, r := range s.Content.Get(KeyRaci).rows {
		n := 0
		for _, p := range r.Cells.Get(KeyParts).rows {
			if p.Cells.Text(KeyPart) == "accountable" {
				n++
			}
		}
		x := Finding{
			Severity: Warning, Rule: "raci-several", Section: "responsibilities",
			Path: PathTo(KeyRaci).In(r.ID, KeyParts), Row: i + 1, Name: r.Cells.Text(KeyTask), Count: n, Limit: 1,
		}
		switch n {
		case 0:
			x.Rule = "raci-nobody"
			out = append(out, x)
		case 1:
		default:
			out = append(out, x)
		}
	}
	return out
}

// activityRules: activities that are late, last longer than the assignment or
// end before they start.
func activityRules(s Subject) []Finding {
	as, _ := s.Register.Assignment(s.Content.Get(KeyAssignment).ID())
	var out []Finding
	for i, a := range s.Register.ActivitiesOn(s.Document.ID, s.Content, s.Today) {
		add := func(rule string, column Key) {
			out = append(out, Finding{
				Severity: Warning, Rule: rule, Section: KeyActivities, Path: PathTo(KeyActivities).In(a.ID, column),
				Row: i + 1, Name: a.Name, Date: a.Last(),
			})
		}
		if !a.End.IsZero() && a.End.Before(a.Start) {
			add("activity-ends-before-start", KeyEnd)
		}
		if !as.End.IsZero() && a.Last().After(as.End) {
			add("activity-after-end", KeyEnd)
		}
		if a.Late(s.Today) {
			add("activity-late", KeyStatus)
		}
	}
	return out
}
