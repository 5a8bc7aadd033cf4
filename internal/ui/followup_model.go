package ui

import (
	"strings"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// followUpLine is one thing of a plan in force that can be followed up, and what
// has been recorded of it.
type followUpLine struct {
	subject string // plan.OnActivity, …
	row     plan.ID
	title   string
	caption string
	state   kit.State
}

// followable reports whether the version is the last adopted one of its
// document: only that one is followed up.
func followable(s plan.Subject) bool {
	as := s.Register.Adoptions(s.Document.ID)
	return len(as) > 0 && as[len(as)-1].Version == s.Version.ID
}

// followUpLines are the lines of a section, none where it has nothing to follow
// up.
func followUpLines(p *i18n.Printer, s plan.Subject, section plan.Key) []followUpLine {
	switch section {
	case plan.KeyActivities:
		return activityFollowUps(p, s)
	case plan.KeyGoals:
		return goalFollowUps(p, s)
	case "follow-up":
		if s.Document.Kind == plan.AssignmentPlan {
			return []followUpLine{closingFollowUp(p, s)}
		}
	}
	return nil
}

func activityFollowUps(p *i18n.Printer, s plan.Subject) []followUpLine {
	records := s.Register.FollowUps(s.Document.ID, s.Today)
	var out []followUpLine
	for _, a := range s.Register.ActivitiesOn(s.Document.ID, s.Content, s.Today) {
		x, known := records[a.ID]
		l := followUpLine{subject: plan.OnActivity, row: a.ID, title: a.Name, state: activityState(p, a, s.Today)}
		if known {
			l.caption = followUpWords(p, x.Date, moneyWords(p, x.Cost), x.Result)
		} else {
			l.caption = p.T("follow-up.none")
		}
		out = append(out, l)
	}
	return out
}

func goalFollowUps(p *i18n.Printer, s plan.Subject) []followUpLine {
	results := s.Register.GoalResults(s.Document.ID, s.Today)
	var out []followUpLine
	for _, r := range s.Content.Get(plan.KeyGoals).Rows() {
		l := followUpLine{
			subject: plan.OnGoal, row: r.ID, title: strings.TrimSpace(r.Cells.Text(plan.KeyCode) + " " + r.Cells.Text(plan.KeyText)),
			caption: p.T("follow-up.none"),
		}
		if all := results[r.ID]; len(all) > 0 {
			x := all[len(all)-1]
			l.caption = followUpWords(p, x.Date, numberWords(p, x.Value, r.Cells.Text(plan.KeyUnit)), x.Result)
			l.state = attainmentState(p, x.Attainment)
		}
		out = append(out, l)
	}
	return out
}

func closingFollowUp(p *i18n.Printer, s plan.Subject) followUpLine {
	l := followUpLine{subject: plan.OnClosing, title: p.T("follow-up.closing"), caption: p.T("follow-up.closing.none")}
	if e, ok := s.Register.EvaluationOf(s.Document.ID, s.Today); ok {
		l.caption = followUpWords(p, e.Date, moneyWords(p, e.Cost), e.Report)
		l.state = kit.State{Symbol: assets.StateDone, Family: kit.Done, Word: p.T("follow-up.closing.done")}
	}
	return l
}

// followUpWords joins what a record says, leaving out what it does not.
func followUpWords(p *i18n.Printer, on plan.Date, parts ...string) string {
	out := []string{p.ISO(i18n.Day(on))}
	for _, s := range parts {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " · ")
}

func moneyWords(p *i18n.Printer, v plan.Value) string {
	if v.IsZero() {
		return ""
	}
	return p.Kronor(v.Number().Float())
}

func numberWords(p *i18n.Printer, v plan.Value, unit string) string {
	if v.IsZero() {
		return ""
	}
	return strings.TrimSpace(p.Number(v.Number().Float()) + " " + unit)
}

func attainmentState(p *i18n.Printer, code string) kit.State {
	looks := map[string]struct {
		symbol assets.Icon
		family kit.Family
	}{
		plan.Reached: {assets.StateDone, kit.Done}, plan.PartlyDone: {assets.StateHalf, kit.Urgent}, plan.NotReached: {assets.StateLate, kit.Late},
	}
	look, ok := looks[code]
	if !ok {
		return kit.State{}
	}
	return kit.State{Symbol: look.symbol, Family: look.family, Word: p.T("choice.attainment." + code)}
}
