package ui

import (
	"cmp"
	"slices"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// calendarContent is what the calendar reads of the content of a plan's version: its
// activities and milestones by their days.
type calendarContent struct{ things []calendarThing }

func calendarContentOf(c plan.Content) calendarContent {
	audiences := map[plan.ID]string{}
	for _, r := range c.Get(plan.KeyAudiences).Rows() {
		audiences[r.ID] = r.Cells.Text(plan.KeyName)
	}
	var out calendarContent
	add := func(t calendarThing) {
		t.audience, t.text = audiences[t.activity.Audience], strings.ToLower(t.activity.Name)
		out.things = append(out.things, t)
	}
	for _, a := range plan.Activities(c) {
		add(calendarThing{list: plan.KeyActivities, activity: a})
	}
	for _, m := range plan.Milestones(c) {
		add(calendarThing{list: plan.KeyMilestones, activity: m.Activity(), quarter: m.Quarter, year: m.Quarter == 0 && m.From != m.To})
	}
	sortThings(out.things)
	return out
}

// calendarThing is an activity or a milestone of a plan. Its state is told when it
// is drawn.
type calendarThing struct {
	list     plan.Key // KeyActivities or KeyMilestones
	activity plan.Activity
	quarter  int  // of a milestone that tells one
	year     bool // a milestone that tells no more than a year
	audience string
	channel  string
	text     string // the name in small letters, to be searched
}

// days are the first and the last day; no dates where none is told.
func (t calendarThing) days() (from, to plan.Date) { return t.activity.Days() }

// calendarPlan is a version of a plan with its things.
type calendarPlan struct {
	document, version plan.ID
	hash              string // of the version's content
	title             string
	kind              plan.DocumentKind
	status            plan.Status
	ended             bool  // it no longer applies
	beside            bool  // a draft beside the version in force
	fixed             error // why its days cannot be changed: plan.ErrFrozen or plan.ErrLocked
	duty              review.Duty
	due               plan.Date // of its review; no date where none is due
	things            []calendarThing
}

// calendarVersions returns the versions whose days the calendar shows, each with its
// plan: that in force, and the draft.
func calendarVersions(r plan.Register, today plan.Date) []calendarPlan {
	duties := map[plan.ID]review.Duty{}
	for _, x := range review.PerDocument(review.Duties(r, today)) {
		duties[x.Document] = x
	}
	var out []calendarPlan
	for _, d := range r.Documents() {
		if !d.Kind.IsPlan() {
			continue
		}
		current, _, inForce := r.Current(d, today)
		if inForce {
			if p, ok := calendarPlanOf(r, d, current, today); ok {
				if duty, owed := duties[d.ID]; owed && duty.State.Open() && duty.Rule != plan.R3 {
					p.duty, p.due = duty, duty.Due
				}
				out = append(out, p)
			}
		}
		if draft, ok := r.Draft(d); ok {
			if p, ok := calendarPlanOf(r, d, draft, today); ok {
				p.beside = inForce
				out = append(out, p)
			}
		}
	}
	return out
}

func calendarPlanOf(r plan.Register, d plan.Document, v plan.Version, today plan.Date) (calendarPlan, bool) {
	p := calendarPlan{
		document: d.ID, version: v.ID, hash: v.Hash, title: v.Head.Title, kind: d.Kind, status: r.StatusOf(d, v, today), fixed: r.Editable(d, v),
	}
	switch p.status {
	case plan.StatusSuperseded, plan.StatusRepealed, plan.StatusRejected:
		return p, false
	case plan.StatusEnded, plan.StatusExpired:
		p.ended = true
	}
	return p, true
}

// fill gives the plan its things: what was recorded of an adopted one goes before
// what it says.
func (p *calendarPlan) fill(r plan.Register, c calendarContent, channels map[plan.ID]string, today plan.Date) {
	p.things = slices.Clone(c.things)
	for i := range p.things {
		p.things[i].channel = channels[p.things[i].activity.Channel]
	}
	if p.fixed == nil || r.LastFollowUp(p.document, today).IsZero() {
		return
	}
	activities := make([]plan.Activity, len(p.things))
	for i, t := range p.things {
		activities[i] = t.activity
	}
	for i, a := range r.Followed(p.document, activities, today) {
		p.things[i].activity = a
	}
	sortThings(p.things)
}

func sortThings(things []calendarThing) {
	slices.SortStableFunc(things, func(a, b calendarThing) int { return compareDays(a.activity, b.activity) })
}

// calendarPlans are all plans that the calendar shows, with what they hold, in order.
// Contents are those of the versions by their hashes.
func calendarPlans(p *i18n.Printer, r plan.Register, today plan.Date, contents map[string]calendarContent) []calendarPlan {
	return filledPlans(p, r, today, calendarVersions(r, today), contents)
}

func filledPlans(p *i18n.Printer, r plan.Register, today plan.Date, plans []calendarPlan, contents map[string]calendarContent) []calendarPlan {
	channels := channelNames(r)
	for i := range plans {
		plans[i].fill(r, contents[plans[i].hash], channels, today)
	}
	sortPlans(p, plans)
	return plans
}

// afterEdit returns the plans after an edit that changed nothing but the contents of
// versions: only those are read again. False where more has changed.
func afterEdit(p *i18n.Printer, r plan.Register, today plan.Date, plans []calendarPlan, e plan.Edit) ([]calendarPlan, bool) {
	changed := map[plan.ID]calendarContent{}
	for _, c := range e.Changes {
		x, ok := c.(plan.ContentChange)
		if !ok || x.Before.IsZero() || x.After.IsZero() {
			return nil, false
		}
		changed[x.Version] = calendarContentOf(x.After.Content)
	}
	if len(e.Events) > 0 || len(changed) == 0 {
		return nil, false
	}
	out, channels, renamed := slices.Clone(plans), channelNames(r), false
	for i := range out {
		c, ok := changed[out[i].version]
		if !ok {
			continue
		}
		d, _ := r.Document(out[i].document)
		v, _ := d.Version(out[i].version)
		renamed = renamed || v.Head.Title != out[i].title
		out[i].hash, out[i].title = v.Hash, v.Head.Title
		out[i].fill(r, c, channels, today)
	}
	if renamed {
		sortPlans(p, out)
	}
	return out, true
}

// compareDays puts what has no day last.
func compareDays(a, b plan.Activity) int {
	from, to := a.Days()
	from2, to2 := b.Days()
	if from.IsZero() != from2.IsZero() {
		if from.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(from.Compare(from2), to.Compare(to2))
}

// sortPlans puts the overarching plans first and what no longer applies last, by
// title; a draft stands under the version in force.
func sortPlans(p *i18n.Printer, plans []calendarPlan) {
	rank := func(x calendarPlan) int {
		n := 0
		if x.ended {
			n += 2
		}
		if x.kind != plan.PeriodPlan {
			n++
		}
		return n
	}
	beside := func(x calendarPlan) int {
		if x.beside {
			return 1
		}
		return 0
	}
	titles := map[plan.ID]string{} // of the document, so that its versions stay together
	for _, x := range plans {
		if !x.beside {
			titles[x.document] = x.title
		}
	}
	slices.SortStableFunc(plans, func(a, b calendarPlan) int {
		return cmp.Or(rank(a)-rank(b), p.Compare(titles[a.document], titles[b.document]),
			cmp.Compare(a.document, b.document), beside(a)-beside(b))
	})
}

// channelNames are the names of the channels by their IDs.
func channelNames(r plan.Register) map[plan.ID]string {
	out := map[plan.ID]string{}
	for _, e := range r.Entries(plan.ListChannels) {
		out[e.ID] = e.Fields.Text(plan.KeyName)
	}
	return out
}

// calendarMeeting is a meeting as the calendar shows it.
type calendarMeeting struct {
	plan.Meeting
	body  string // short name of the decision body
	whole string // its name
}

func calendarMeetings(r plan.Register) []calendarMeeting {
	bodies := map[plan.ID]plan.Content{}
	for _, e := range r.Entries(plan.ListBodies) {
		bodies[e.ID] = e.Fields
	}
	var out []calendarMeeting
	for _, m := range r.Meetings() {
		b := bodies[m.Body]
		name := b.Text(plan.KeyName)
		out = append(out, calendarMeeting{m, cmp.Or(b.Text(plan.KeyShortName), name), name})
	}
	return out
}
