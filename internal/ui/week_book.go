package ui

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// weekBook holds what is late and what is due in the week, of every version that was
// asked for, so that asking again reads only what has changed since.
type weekBook struct {
	day     plan.Date
	read    map[plan.ID]weekRead // by version
	reading bool                 // what is not known

	followed bool // the below is of the register
	register plan.Register
	versions []weekVersion   // whose activities count
	index    map[plan.ID]int // of each by its document
	waits    []int           // how much waits of each, below 0 where it is not known
	waiting  int             // of all that are known
	next     int             // of these in the week after
	nexts    []int           // how much each has in the week after
	unknown  map[int]bool
}

// weekRead is what a version's activities come to on the day.
type weekRead struct {
	state string // of the content and of what was recorded beside it
	late  []dueActivity
	week  []dueActivity
	left  int // how many of the week are neither done nor cancelled
	next  int // how many of the week after
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
		if v, ok := weekVersionOf(o, id); ok {
			out = append(out, v)
		}
	}
	return out
}

func weekVersionOf(o outlook, id plan.ID) (weekVersion, bool) {
	x := o.facts(id)
	if x.kind != plan.AssignmentPlan {
		return weekVersion{}, false
	}
	switch x.status {
	case plan.StatusEnded, plan.StatusRepealed, plan.StatusSuperseded, plan.StatusExpired, plan.StatusRejected:
		return weekVersion{}, false
	}
	return x.week, true
}

// follow brings what the book knows to the state of the register, looking at nothing but
// what an edit can concern.
func (b *weekBook) follow(o outlook) {
	since := o.register.Since(b.register)
	switch {
	case !b.followed || slices.ContainsFunc(since.Lists, review.ConcernsAll):
		b.begin(o)
	case since.IsEmpty():
	default:
		for _, id := range o.register.Concerned(since, b.register) {
			v, counts := weekVersionOf(o, id)
			i, counted := b.index[id]
			if counts != counted {
				b.begin(o)
				break
			}
			if counts {
				b.versions[i] = v
				b.count(i)
			}
		}
	}
	b.followed, b.register = true, o.register
}

func (b *weekBook) begin(o outlook) {
	b.versions, b.waiting, b.next, b.unknown = weekVersions(o), 0, 0, map[int]bool{}
	b.index, b.waits, b.nexts = make(map[plan.ID]int, len(b.versions)), make([]int, len(b.versions)), make([]int, len(b.versions))
	for i, v := range b.versions {
		b.index[v.document] = i
		b.count(i)
	}
}

// count takes over what is known of a version.
func (b *weekBook) count(i int) {
	b.waiting, b.next = b.waiting-max(0, b.waits[i]), b.next-b.nexts[i]
	x, ok := b.read[b.versions[i].version]
	if !ok || x.state != b.versions[i].state {
		b.waits[i], b.nexts[i], b.unknown[i] = -1, 0, true
		return
	}
	b.waits[i], b.nexts[i] = x.waiting(), x.next
	b.waiting, b.next = b.waiting+b.waits[i], b.next+x.next
	delete(b.unknown, i)
}

// take keeps what was read of versions.
func (b *weekBook) take(read map[plan.ID]weekRead) {
	maps.Copy(b.read, read)
	for i := range b.unknown {
		b.count(i)
	}
}

// unread are the versions of which it is not known what is due, in order.
func (b *weekBook) unread() []weekVersion {
	var out []weekVersion
	for _, i := range slices.Sorted(maps.Keys(b.unknown)) {
		out = append(out, b.versions[i])
	}
	return out
}

// twoWeeks is the week of the day and the one after.
func twoWeeks(day plan.Date) plan.DueSpan {
	s := plan.WeekOf(day)
	s.To = s.To.AddDays(7)
	return s
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
		case a.Last().After(week.To) && !a.Last().After(twoWeeks(today).To) && !a.Settled():
			out.next++
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
	err := file.DueActivities(ctx, ids, twoWeeks(today), func(x plan.DueActivities) {
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
