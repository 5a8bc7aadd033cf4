package ui

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

// weekBook holds what is late and what is due in the week, of every version that was
// asked for, so that asking again reads only what has changed since.
type weekBook struct {
	day     plan.Date
	read    map[plan.ID]weekRead // by version
	reading bool                 // what is not known
}

// weekRead is what a version's activities come to on the day.
type weekRead struct {
	state string // of the content and of what was recorded beside it
	late  []dueActivity
	week  []dueActivity
	left  int // how many of the week are neither done nor cancelled
}

// waiting is how many activities a person has to see to: those that are late, and those
// of the week that are neither done nor cancelled.
func (x weekRead) waiting() int { return len(x.late) + x.left }

// dueActivity is as much of an activity as the list of many needs. By Last a list of
// them is in order.
type dueActivity struct {
	id          plan.ID
	name        string
	responsible string
	status      string
	last        plan.Date
}

func (a dueActivity) activity() plan.Activity {
	return plan.Activity{ID: a.id, Name: a.name, Responsible: a.responsible, Status: a.status, End: a.last}
}

// weekVersion is the version of a plan whose activities count.
type weekVersion struct {
	document plan.ID
	version  plan.ID
	state    string
	followed bool // something was recorded beside the content
}

// weekVersions returns of each assignment plan the version that applies, or its draft
// where nothing is adopted yet; none of a plan that is over.
func weekVersions(o outlook) []weekVersion {
	var out []weekVersion
	for id := range o.register.DocumentIDs() {
		x := o.facts(id)
		if x.kind != plan.AssignmentPlan {
			continue
		}
		switch x.status {
		case plan.StatusEnded, plan.StatusRepealed, plan.StatusSuperseded, plan.StatusExpired, plan.StatusRejected:
			continue
		}
		out = append(out, x.week)
	}
	return out
}

// look tells of which versions it is not known what is due, and how much waits of the
// others.
func (b *weekBook) look(all []weekVersion) (unread []weekVersion, waiting int) {
	for _, v := range all {
		x, ok := b.read[v.version]
		if !ok || x.state != v.state {
			unread = append(unread, v)
			continue
		}
		waiting += x.waiting()
	}
	return unread, waiting
}

func weekReadOf(v weekVersion, as []plan.Activity, today plan.Date) weekRead {
	out := weekRead{state: v.state}
	week := plan.WeekOf(today)
	for _, a := range as {
		d := dueActivity{a.ID, a.Name, a.Responsible, a.Status, a.Last()}
		switch {
		case a.Late(today):
			out.late = append(out.late, d)
		case a.Last().In(week.From, week.To) && a.Status != "cancelled":
			out.week = append(out.week, d)
			if !a.Settled() {
				out.left++
			}
		}
	}
	byDay := func(a, b dueActivity) int { return a.last.Compare(b.last) }
	slices.SortStableFunc(out.late, byDay)
	slices.SortStableFunc(out.week, byDay)
	out.late, out.week = slices.Clone(out.late), slices.Clone(out.week) // there are many, and they stay
	return out
}

// dueLine is an activity with the version that it is of.
type dueLine struct {
	dueActivity
	weekVersion
}

// first returns the n that are due first of one list of each version, and how many
// there are in all; of one day in the order of the versions.
func (b *weekBook) first(all []weekVersion, n int, list func(weekRead) []dueActivity) (lines []dueLine, total int) {
	for _, v := range all {
		due := list(b.read[v.version])
		total += len(due)
		for _, a := range due {
			if len(lines) == n && (n == 0 || !a.last.Before(lines[n-1].last)) {
				break
			}
			i, _ := slices.BinarySearchFunc(lines, a, func(x dueLine, a dueActivity) int {
				return cmp.Or(x.last.Compare(a.last), -1) // after those of the day
			})
			lines = slices.Insert(lines, i, dueLine{a, v})
			lines = lines[:min(n, len(lines))]
		}
	}
	return lines, total
}

// readWeek reads what is due of the versions, of those with records beside their
// contents from these. One that has been changed meanwhile is left out. It runs beside
// the window.
func readWeek(ctx context.Context, file *editor.Editor, r plan.Register, want []weekVersion, today plan.Date) (map[plan.ID]weekRead, error) {
	out := make(map[plan.ID]weekRead, len(want))
	var ids []plan.ID
	by := map[plan.ID]weekVersion{}
	for _, v := range want {
		if !v.followed {
			ids, by[v.version] = append(ids, v.version), v
		}
	}
	err := file.DueActivities(ctx, ids, plan.WeekOf(today), func(x plan.DueActivities) {
		if v := by[x.Version]; x.Hash == v.state { // else it has been changed meanwhile
			out[v.version] = weekReadOf(v, x.Activities, today)
		}
	})
	if err != nil {
		return nil, err
	}
	var failed error
	for _, v := range want {
		if _, ok := out[v.version]; ok || by[v.version].version != "" {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		x, err := readOne(file, r, v, today)
		out[v.version], failed = x, errors.Join(failed, err)
	}
	return out, failed
}

// readOne reads what is due of a version from its content. One that cannot be read has
// nothing, so that it is told once and the others are shown.
func readOne(file *editor.Editor, r plan.Register, v weekVersion, today plan.Date) (weekRead, error) {
	sealed, err := file.Content(v.version)
	if err != nil {
		return weekRead{state: v.state}, err
	}
	return weekReadOf(v, r.ActivitiesOn(v.document, sealed.Content, today), today), nil
}
