package ui

import (
	"slices"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// documentFilter is what a person has cut a list of documents down to; the zero value
// lets all through.
type documentFilter struct {
	text   string
	status string
	owner  string // a name, or one of the below
	period string
	review string // a standing, or one of the below
}

const (
	filterNone     = "\x00none"     // what has none
	filterPressing = "\x00pressing" // a review that it is time for
)

// lets reports whether every word stands in the title, and the rest is as chosen.
func (f documentFilter) lets(l *documentLine, words []string) bool {
	for _, w := range words {
		if !strings.Contains(l.folded, w) {
			return false
		}
	}
	return (f.status == "" || f.status == string(l.status)) &&
		chosen(f.owner, l.owner) && chosen(f.period, string(l.period.id)) &&
		(f.review == filterPressing && l.owes && l.duty.State.Pressing() || f.review != filterPressing && chosen(f.review, string(l.standing())))
}

// chosen reports whether a line has the value that was chosen.
func chosen(choice, has string) bool {
	return choice == "" || choice == has || choice == filterNone && has == ""
}

// documentChoices are what a list of documents can be filtered by.
type documentChoices struct{ status, owner, period, review []kit.Choice }

// documentChoicesOf offers what there is among the lines.
func documentChoicesOf(p *i18n.Printer, lines []*documentLine) documentChoices {
	status, review := map[plan.Status]bool{}, map[review.Standing]bool{}
	owners, periods := map[string]bool{}, map[documentPeriod]bool{}
	pressing := false
	for _, l := range lines {
		status[l.status], review[l.standing()], owners[l.owner], periods[l.period] = true, true, true, true
		pressing = pressing || l.owes && l.duty.State.Pressing()
	}
	all := kit.Choice{Label: p.T("sheet.all")}
	out := documentChoices{status: []kit.Choice{all}, owner: []kit.Choice{all}, period: []kit.Choice{all}, review: []kit.Choice{all}}
	for _, s := range statuses() {
		if status[s] {
			look := statusState(p, s)
			out.status = append(out.status, kit.Choice{Value: string(s), Label: look.Word, Symbol: look.Symbol, SymbolInk: look.Family.Ink()})
		}
	}
	out.owner = append(out.owner, ownerChoices(p, owners)...)
	out.period = append(out.period, periodChoices(p, periods)...)
	if pressing {
		out.review = append(out.review, kit.Choice{Value: filterPressing, Label: p.T("documents.pressing")})
	}
	out.review = append(out.review, reviewChoices(p, review)...)
	return out
}

func ownerChoices(p *i18n.Printer, owners map[string]bool) []kit.Choice {
	var names []string
	for name := range owners {
		if name != "" {
			names = append(names, name)
		}
	}
	var out []kit.Choice
	for _, name := range p.Sorted(names) {
		out = append(out, kit.Choice{Value: name, Label: name})
	}
	if owners[""] {
		out = append(out, kit.Choice{Value: filterNone, Label: p.T("documents.none-chosen")})
	}
	return out
}

func periodChoices(p *i18n.Printer, periods map[documentPeriod]bool) []kit.Choice {
	var list []documentPeriod
	for x := range periods {
		if x.id != "" {
			list = append(list, x)
		}
	}
	slices.SortFunc(list, func(a, b documentPeriod) int {
		return strings.Compare(b.start+string(b.id), a.start+string(a.id))
	})
	var out []kit.Choice
	for _, x := range list {
		out = append(out, kit.Choice{Value: string(x.id), Label: x.name})
	}
	if periods[documentPeriod{}] {
		out = append(out, kit.Choice{Value: filterNone, Label: p.T("documents.none-chosen")})
	}
	return out
}

// reviewChoices are the standings, the most severe first.
func reviewChoices(p *i18n.Printer, there map[review.Standing]bool) []kit.Choice {
	var out []kit.Choice
	for _, s := range []review.State{
		review.Late, review.Urgent, review.Due, review.Upcoming, review.Deviation, review.NotDue, review.Done, review.DoneLate, review.DoneByAdoption,
	} {
		if there[review.Standing(s)] {
			look := dutyLooks[s]
			out = append(out, kit.Choice{Value: string(s), Label: p.T("review." + string(s)), Symbol: look.symbol, SymbolInk: look.family.Ink()})
		}
	}
	if there[""] {
		out = append(out, kit.Choice{Value: filterNone, Label: p.T("documents.none-chosen")})
	}
	return out
}
