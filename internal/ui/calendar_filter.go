package ui

import (
	"cmp"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// calendarFilter is what of the calendar is shown; the zero filter shows all.
type calendarFilter struct {
	plan        plan.ID // a document
	responsible string
	audience    string
	channel     string
	status      string // of calendarStatuses; "" for all
	text        string
}

func (f calendarFilter) isZero() bool { return f == calendarFilter{} }

// ofThings reports whether the filter looks at things, not only at their plan.
func (f calendarFilter) ofThings() bool {
	f.plan = ""
	return !f.isZero()
}

// fits reports whether the thing is shown, of a plan that is. The text, in small
// letters, is looked for in it; "" where its plan has it. Channels are their names.
func (f calendarFilter) fits(t *calendarThing, text string, channels map[plan.ID]string, today plan.Date) bool {
	x := t.facts()
	switch {
	case f.responsible != "" && f.responsible != x.responsible,
		f.audience != "" && f.audience != x.audience,
		f.channel != "" && f.channel != channels[x.channel],
		f.status != "" && !t.hasStatus(f.status, today):
		return false
	}
	return text == "" || strings.Contains(strings.ToLower(t.name), text)
}

// What of the states one can ask for: what remains to be done, what is late, and the
// states themselves.
const (
	statusRemaining = "remaining"
	statusLate      = "late"
)

func calendarStatuses() []string {
	return append([]string{statusRemaining, statusLate}, plan.ActivityStatuses()...)
}

// hasStatus reports whether the thing is in a state. What is late is not also planned
// or ongoing: it is shown as late.
func (t *calendarThing) hasStatus(status string, today plan.Date) bool {
	a := t.activity()
	late := a.Late(today)
	switch status {
	case statusRemaining:
		return !a.Settled()
	case statusLate:
		return late
	}
	return !late && status == cmp.Or(a.Status, "planned")
}

// calendarChoices are what each part of the filter offers: all, and what there is.
type calendarChoices struct{ plans, responsible, audiences, channels, statuses []kit.Choice }

func calendarChoicesOf(p *i18n.Printer, plans []*calendarPlan, channelNames map[plan.ID]string, f calendarFilter) calendarChoices {
	all := kit.Choice{Label: p.T("calendar.all")}
	out := calendarChoices{plans: []kit.Choice{all}, statuses: []kit.Choice{all}}
	for _, s := range calendarStatuses() {
		label := p.T("calendar.remaining")
		if s != statusRemaining {
			label = p.T("activity." + s)
		}
		out.statuses = append(out.statuses, kit.Choice{Value: s, Label: label})
	}
	seen, who, audiences, channels := map[plan.ID]bool{}, map[string]bool{f.responsible: true}, map[string]bool{f.audience: true}, map[string]bool{f.channel: true}
	for _, x := range plans {
		if !seen[x.document] {
			seen[x.document] = true
			out.plans = append(out.plans, kit.Choice{Value: string(x.document), Label: x.title})
		}
		for _, name := range x.who {
			who[name] = true
		}
		for _, name := range x.audiences {
			audiences[name] = true
		}
		for _, id := range x.channels {
			channels[channelNames[id]] = true
		}
	}
	list := func(names map[string]bool) []kit.Choice {
		var words []string
		for s := range names {
			if s != "" {
				words = append(words, s)
			}
		}
		choices := []kit.Choice{all}
		for _, s := range p.Sorted(words) {
			choices = append(choices, kit.Choice{Value: s, Label: s})
		}
		return choices
	}
	out.responsible, out.audiences, out.channels = list(who), list(audiences), list(channels)
	return out
}
