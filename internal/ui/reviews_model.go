package ui

import (
	"cmp"
	"slices"
	"strings"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// dutyLooks are the symbol and family of every state of a duty.
var dutyLooks = map[review.State]struct {
	symbol assets.Icon
	family kit.Family
}{
	review.NotDue:         {assets.StateDash, kit.Neutral},
	review.Upcoming:       {assets.StateRing, kit.Active},
	review.Due:            {assets.StateHalf, kit.Due},
	review.Urgent:         {assets.StateUrgent, kit.Urgent},
	review.Deviation:      {assets.StateDeviation, kit.Deviation},
	review.Late:           {assets.StateLate, kit.Late},
	review.Done:           {assets.StateDone, kit.Done},
	review.DoneLate:       {assets.StateDoneLate, kit.Done},
	review.DoneByAdoption: {assets.StateMet, kit.Done},
	review.Closed:         {assets.StateClosed, kit.Neutral},
}

// dutyState is the pill of a duty: its state and the days that belong to it.
func dutyState(p *i18n.Printer, d review.Duty) kit.State {
	look := dutyLooks[d.State]
	s := kit.State{Symbol: look.symbol, Family: look.family, Word: p.T("review." + string(d.Standing()))}
	if d.Rule == plan.R3 && d.State == review.Due {
		s.Detail = p.N("days.open", d.Days)
		return s
	}
	switch d.State {
	case review.Upcoming, review.Due, review.Urgent:
		s.Detail = p.N("days.left", d.Days)
	case review.Late, review.Deviation, review.DoneLate:
		s.Detail = p.N("days.late", d.Days)
	case review.NotDue, review.Done, review.DoneByAdoption, review.Closed:
	}
	return s
}

// dutyLine is a duty as a row shows it.
type dutyLine struct {
	duty    review.Duty
	title   string
	caption string
	state   kit.State
	quick   bool // "Ingen ändring" is offered
	order   i18n.SortKey
}

// pressing returns the first n lines of the duties that ask for something today, the
// most severe first, and how many there are.
func pressing(p *i18n.Printer, o outlook, n int) (lines []dutyLine, all int) {
	if all = o.pressing(); all == 0 || n <= 0 {
		return nil, all
	}
	for _, d := range firstPressing(o, min(n, all)) {
		lines = append(lines, dutyLineOf(p, o.register, d.duty, o.today))
	}
	return lines, all
}

// firstPressing are the n that come first, without the words of their lines.
func firstPressing(o outlook, n int) []dutyLine {
	rank := map[review.State]int{review.Late: 0, review.Deviation: 1, review.Urgent: 2, review.Due: 3}
	compare := func(a, b *review.Duty) int {
		return cmp.Or(rank[a.State]-rank[b.State], compareNeeds(a, b), a.Due.Compare(b.Due), a.Opens.Compare(b.Opens))
	}
	var out []dutyLine
	for d := range o.ledger.EachPressing(o.register, o.today) {
		if len(out) == n && compare(d, &out[n-1].duty) > 0 {
			continue
		}
		l := dutyLine{duty: *d, order: o.orderOf(d)}
		if len(out) == n && cmp.Or(compare(d, &out[n-1].duty), l.order.Compare(out[n-1].order)) >= 0 {
			continue
		}
		i, _ := slices.BinarySearchFunc(out, l, func(a, b dutyLine) int {
			return cmp.Or(compare(&a.duty, &b.duty), a.order.Compare(b.order), -1) // after those like it
		})
		if i < n {
			out = slices.Insert(out, i, l)
			out = out[:min(n, len(out))]
		}
	}
	return out
}

// orderOf is the place in the alphabet of what the document was called then.
func (o outlook) orderOf(d *review.Duty) i18n.SortKey {
	x := o.facts(d.Document)
	if x.alone {
		return x.order
	}
	return o.titleKey(d.Document, dutyTitle(o.register, *d))
}

// dutyTitle is what the document was called when the duty opened.
func dutyTitle(r plan.Register, d review.Duty) string {
	doc, ok := r.Document(d.Document)
	if !ok {
		return ""
	}
	if len(doc.Versions) == 1 {
		return doc.Versions[0].Head.Title
	}
	return shownVersion(r, doc, d.Opens).Head.Title
}

// compareNeeds puts what has no due date after what has.
func compareNeeds(a, b *review.Duty) int {
	switch aNeed, bNeed := a.Rule == plan.R3, b.Rule == plan.R3; {
	case aNeed && !bNeed:
		return 1
	case bNeed && !aNeed:
		return -1
	}
	return 0
}

func dutyLineOf(p *i18n.Printer, r plan.Register, d review.Duty, today plan.Date) dutyLine {
	l := dutyLine{duty: d, title: dutyTitle(r, d), state: dutyState(p, d), quick: d.Collective()}
	parts := []string{p.T("duty.period", "period", d.Label)}
	switch d.Rule {
	case plan.R2:
		parts[0] = p.T("duty.annual", "year", d.Label)
	case plan.R3:
		parts = []string{p.T("rule.R3"), d.Label}
	}
	switch {
	case d.Rule == plan.R3 && d.State.Open():
	case d.LastMeeting.Date.After(today) && d.State.Open():
		parts = append(parts, p.T("duty.last-meeting-short", "date", p.ISO(i18n.Day(d.LastMeeting.Date))))
	case d.State == review.Late:
		parts = append(parts, p.T("duty.closed-on", "date", p.ISO(i18n.Day(d.Due))))
	case d.State.Open():
		parts = append(parts, p.T("duty.closes", "date", p.ISO(i18n.Day(d.Due))))
	case !d.Met.IsZero():
		parts = append(parts, p.ISO(i18n.Day(d.Met)))
	}
	if d.State.Pressing() && d.Unfinished != "" {
		parts = append(parts, p.T("duty.unfinished"))
	}
	l.caption = strings.Join(parts, " · ")
	return l
}

// snoozedWords tell how many reminders are postponed and when the next one comes
// back; "" where none is.
func snoozedWords(p *i18n.Printer, o outlook) string {
	n, next := 0, plan.Date{}
	for d := range o.ledger.Each(o.register, o.today) {
		if d.Snoozed.IsZero() {
			continue
		}
		n++
		if next.IsZero() || d.Snoozed.Before(next) {
			next = d.Snoozed
		}
	}
	if n == 0 {
		return ""
	}
	return p.N("todo.snoozed", n, "date", p.ISO(i18n.Day(next)))
}

// promptLine is something that the register lacks.
type promptLine struct {
	title   string
	caption string
	prompt  review.Prompt
}

func promptLines(p *i18n.Printer, o outlook) []promptLine {
	var out []promptLine
	r, today := o.register, o.today
	for _, x := range o.prompts() {
		l := promptLine{title: p.T("prompt." + string(x.Kind)), prompt: x}
		day := p.ISO(i18n.Day(x.Date))
		switch x.Kind {
		case review.PeriodMissing:
			l.caption = p.T("prompt.last-ends", "date", day)
		case review.ProgrammeMissing:
			e, _ := r.Entry(plan.ListPeriods, x.Period)
			l.caption = r.EntryName(plan.ListPeriods, e) + " · " + p.T("prompt.starts", "date", day)
		case review.PlanMissingInProgramme:
			d, _ := r.Document(x.Document)
			l.caption = shownVersion(r, d, today).Head.Title
		case review.PlanMissingInAssignment:
			a, _ := r.Assignment(x.Assignment)
			l.title = p.T("prompt.plan-missing-assignment")
			l.caption = a.Name + " · " + p.T("prompt.described", "date", day)
		case review.EvaluationMissing:
			a, _ := r.Assignment(x.Assignment)
			l.title = p.T("prompt.evaluation-missing-assignment")
			l.caption = a.Name + " · " + p.T("prompt.ended", "date", day)
		}
		if x.Draft != "" {
			l.caption += " · " + p.T("prompt.draft")
		}
		out = append(out, l)
	}
	return out
}

// navigationCounts are how much waits in each room.
func navigationCounts(o outlook) map[room]int {
	n := map[room]int{}
	n[roomReviews] = o.pressing()
	for id := range o.register.DocumentIDs() {
		d, _ := o.register.Document(id)
		n[roomOf(d.Kind)]++
	}
	n[roomTodo] = n[roomReviews] + len(o.prompts())
	n[roomPackets] = len(o.register.Entries(plan.ListPackets))
	return n
}
