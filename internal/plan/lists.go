package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Period is a mandate period; both days inclusive.
type Period struct {
	ID         ID
	Name       string // label, "2023–2026"
	Start, End Date
}

// Periods returns the mandate periods that have both days, oldest first.
func (r Register) Periods() []Period {
	var out []Period
	for _, e := range r.lists[ListPeriods] {
		p := Period{e.ID, e.Fields.Text(KeyName), e.Fields.Get(KeyStart).Date(), e.Fields.Get(KeyEnd).Date()}
		if p.Start.IsZero() || p.End.IsZero() {
			continue
		}
		if p.Name == "" {
			p.Name = fmt.Sprintf("%d–%d", p.Start.Year, p.End.Year)
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Period) int { return a.Start.Compare(b.Start) })
	return out
}

// PeriodOn returns the mandate period that the day lies in.
func (r Register) PeriodOn(d Date) (Period, bool) {
	for _, p := range r.Periods() {
		if d.In(p.Start, p.End) {
			return p, true
		}
	}
	return Period{}, false
}

// Cycle is a year's planning window; both days inclusive. A cycle's year is the
// year in which its window opens.
type Cycle struct {
	ID            ID // "" where the window follows from the organisation's setting
	Year          int
	Opens, Closes Date
}

// Cycle returns the window of the year: the list's own entry, else the
// organisation's setting, else 1 September to 30 November. A window that would
// close before it opens closes in the year after. An entry that gives one end
// only has the other from the setting; where the two do not make a window, the
// whole setting counts.
func (r Register) Cycle(year int) Cycle {
	c := r.usualCycle(year)
	for _, e := range r.lists[ListCycles] {
		if e.Fields.Get(KeyYear).Number() != Int(int64(year)) {
			continue
		}
		c.ID = e.ID
		opens := cmp.Or(e.Fields.Get(KeyOpens).Date(), c.Opens)
		closes := cmp.Or(e.Fields.Get(KeyCloses).Date(), c.Closes)
		if !closes.Before(opens) {
			c.Opens, c.Closes = opens, closes
		}
		break
	}
	return c
}

// usualCycle returns the window that the organisation's setting gives the year.
func (r Register) usualCycle(year int) Cycle {
	o := r.Organisation()
	c := Cycle{Year: year, Opens: dayInYear(o.Text(KeyWindowOpens), year, Date{year, time.September, 1})}
	c.Closes = dayInYear(o.Text(KeyWindowEnds), year, Date{year, time.November, 30})
	if c.Closes.Before(c.Opens) {
		c.Closes = dayInYear(o.Text(KeyWindowEnds), year+1, Date{year + 1, time.November, 30})
	}
	return c
}

func dayInYear(monthDay string, year int, other Date) Date {
	if d, err := ParseDate(fmt.Sprintf("%04d-%s", year, monthDay)); err == nil {
		return d
	}
	return other
}

// Meeting is a meeting of a decision body with its two deadlines.
type Meeting struct {
	ID       ID
	Body     ID
	Date     Date
	Stop     Date // last day for papers, by default 14 days before
	Dispatch Date // by default 7 days before
}

// Meetings returns the dated meetings, oldest first.
func (r Register) Meetings() []Meeting {
	var out []Meeting
	for _, e := range r.lists[ListMeetings] {
		f := e.Fields
		m := Meeting{e.ID, f.Get(KeyBody).ID(), f.Get(KeyDate).Date(), f.Get(KeyStopDate).Date(), f.Get(KeyDispatch).Date()}
		if m.Date.IsZero() {
			continue
		}
		if m.Stop.IsZero() {
			m.Stop = m.Date.AddDays(-14)
		}
		if m.Dispatch.IsZero() {
			m.Dispatch = m.Date.AddDays(-7)
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b Meeting) int { return a.Date.Compare(b.Date) })
	return out
}

// Assignment is a commissioned piece of work that may need a communication plan.
type Assignment struct {
	ID         ID
	Name       string
	Described  Date // date of the assignment description
	Start, End Date // End is no date while it is open-ended
}

// Assignments returns the assignments in their order.
func (r Register) Assignments() []Assignment {
	var out []Assignment
	for _, e := range r.lists[ListAssignments] {
		out = append(out, assignmentOf(e))
	}
	return out
}

// Assignment returns the assignment with the ID.
func (r Register) Assignment(id ID) (Assignment, bool) {
	e, ok := r.Entry(ListAssignments, id)
	return assignmentOf(e), ok
}

func assignmentOf(e Entry) Assignment {
	f := e.Fields
	return Assignment{e.ID, f.Text(KeyName), f.Get(KeyDescribed).Date(), f.Get(KeyStart).Date(), f.Get(KeyEnd).Date()}
}

// Organisation returns the organisation's fields.
func (r Register) Organisation() Content {
	e, _ := r.Entry(ListOrganisation, OrganisationID)
	return e.Fields
}

// RuleOf returns the document's review rule: its own, else the organisation's
// for the kind, else the default.
func (r Register) RuleOf(d Document) Rule {
	row, _, ok := r.Organisation().Get(KeyRules).Row(ID(d.Kind))
	if !ok {
		row = Row{}
	}
	return cmp.Or(d.Rule, Rule(row.Cells.Text(KeyRule)), DefaultRule(d.Kind))
}

// DefaultRule returns the rule that a kind has where nothing else is said:
// the strategy and the period plan once per mandate period; the programme and
// the statutes none; all others every year.
func DefaultRule(k DocumentKind) Rule {
	switch k {
	case Strategy, PeriodPlan:
		return R1
	case Programme, Statutes:
		return R0
	case Policy, AssignmentPlan, Agreement, Other:
	}
	return R2
}

// maxPopulation is more than any member has inhabitants.
const maxPopulation = Number(20_000_000 * numberScale)

// SizeClasses returns the codes of the default size classes of municipalities.
func SizeClasses() []string {
	return []string{"under-15000", "15000-50000", "50000-100000", "over-100000"}
}

// SizeClassOf returns the default class for a number of inhabitants.
func SizeClassOf(population Number) string {
	classes := SizeClasses()
	switch {
	case population < Int(15_000):
		return classes[0]
	case population < Int(50_000):
		return classes[1]
	case population <= Int(100_000):
		return classes[2]
	}
	return classes[3]
}

// EntryName returns what an entry is called in lists and references: its name
// or text, a period's years, a meeting's body and day, a packet's meeting.
func (r Register) EntryName(l ListName, e Entry) string {
	f := e.Fields
	switch l {
	case ListMessages:
		return f.Text(KeyText)
	case ListCycles:
		return f.Get(KeyYear).Number().String()
	case ListMeetings:
		body, _ := r.Entry(ListBodies, f.Get(KeyBody).ID())
		return strings.TrimSpace(body.Fields.Text(KeyName) + " " + f.Get(KeyDate).Date().String())
	case ListPackets:
		m, _ := r.Entry(ListMeetings, f.Get(KeyMeeting).ID())
		return r.EntryName(ListMeetings, m)
	case ListPeriods:
		if f.Text(KeyName) == "" && !f.Get(KeyStart).IsZero() {
			return fmt.Sprintf("%d–%d", f.Get(KeyStart).Date().Year, f.Get(KeyEnd).Date().Year)
		}
	case ListOrganisation, ListBodies, ListAssignments, ListMembers, ListRoles, ListAudiences, ListChannels:
	}
	return f.Text(KeyName)
}
