package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// calendarPlace is a row of the timeline or the list: a thing of a plan, or for -1
// the plan itself.
type calendarPlace struct{ plan, thing int32 }

// calendarModel is the timeline's rows. Which they are is worked out at once, what
// they say when they come into sight.
type calendarModel struct {
	words    *i18n.Printer
	today    plan.Date
	locked   bool // the file can only be read
	plans    []*calendarPlan
	rows     []calendarPlace
	folded   map[plan.ID]bool   // versions
	channels map[plan.ID]string // names
}

var _ kit.TimelineSource = (*calendarModel)(nil)

// calendarRows are the rows of the plans that the filter lets by. A plan whose
// things are all filtered away is left out, unless the filter asks for the plan
// alone.
func calendarRows(plans []*calendarPlan, f calendarFilter, folded map[plan.ID]bool, channels map[plan.ID]string, today plan.Date) []calendarPlace {
	text := strings.ToLower(strings.TrimSpace(f.text))
	n, things := 0, f.ofThings()
	for _, p := range plans {
		n += len(p.things) + 1
	}
	rows := make([]calendarPlace, 0, n)
	for i, p := range plans {
		if f.plan != "" && f.plan != p.document {
			continue
		}
		head, sought := len(rows), text
		if sought != "" && strings.Contains(strings.ToLower(p.title), sought) {
			sought = ""
		}
		rows = append(rows, calendarPlace{int32(i), -1})
		found, open := 0, !folded[p.version]
		for j := range p.things {
			if things && !f.fits(&p.things[j], sought, channels, today) {
				continue
			}
			found++
			if open {
				rows = append(rows, calendarPlace{int32(i), int32(j)})
			}
		}
		if found == 0 && things {
			rows = rows[:head]
		}
	}
	return rows
}

// Rows counts the rows.
func (m *calendarModel) Rows() int { return len(m.rows) }

// Group reports whether the row is a plan.
func (m *calendarModel) Group(row int) bool { return m.rows[row].thing < 0 }

// Row is what the timeline shows.
func (m *calendarModel) Row(row int) kit.TimelineRow {
	at := m.rows[row]
	p := m.plans[at.plan]
	if at.thing < 0 {
		return m.planRow(p)
	}
	return m.thingRow(p, p.things[at.thing])
}

// titleOf is the plan's title; a draft beside the version in force says so.
func (m *calendarModel) titleOf(p *calendarPlan) string {
	if p.beside {
		return m.words.T("calendar.draft", "title", p.title)
	}
	return p.title
}

// nameOf is the title of a plan without the words that plans are named with, for where
// it says above that it is one.
func (m *calendarModel) nameOf(p *calendarPlan) string {
	title := m.titleOf(p)
	before, after, _ := strings.Cut(m.words.T("kind.short."+string(plan.AssignmentPlan), "name", "\n"), "\n")
	if name, ok := strings.CutPrefix(title, before); ok && before != "" && strings.HasSuffix(name, after) && len(name) > len(after) {
		return strings.TrimSuffix(name, after)
	}
	return title
}

func (m *calendarModel) planRow(p *calendarPlan) kit.TimelineRow {
	row := kit.TimelineRow{Title: m.titleOf(p), Group: true, Open: !m.folded[p.version]}
	tip := []string{row.Title, m.words.T("status." + string(p.status))}
	if !p.due.IsZero() {
		state := dutyState(m.words, p.duty)
		row.Item = kit.TimelineItem{
			Shape: kit.TimelineSign, From: timelineDay(p.due), To: timelineDay(p.due), Family: state.Family, Symbol: state.Symbol,
			Words: m.words.T("calendar.review-due", "date", m.shortDay(p.due)), Fixed: true,
		}
		tip = append(tip, row.Item.Words, strings.TrimSpace(state.Word+" "+state.Detail))
	}
	row.Tip = strings.Join(tip, "\n")
	return row
}

func (m *calendarModel) thingRow(p *calendarPlan, t calendarThing) kit.TimelineRow {
	state := m.stateOf(t)
	row := kit.TimelineRow{Title: t.name, Symbol: state.Symbol, Family: state.Family}
	if row.Title == "" {
		row.Title = m.words.T("calendar.unnamed")
	}
	from, to := t.days()
	late := state.Family == kit.Late
	i := kit.TimelineItem{
		Shape: kit.TimelineBar, Family: state.Family, Words: strings.TrimSpace(state.Word + " " + state.Detail), Before: late,
		Dashed: t.facts().status == "cancelled", Fixed: p.fixed != nil || m.locked, Rigid: t.milestone,
	}
	switch {
	case from.IsZero():
		i = kit.TimelineItem{Words: m.words.T("calendar.no-day"), Family: kit.Neutral}
	default:
		i.From, i.To = timelineDay(from), timelineDay(to)
		if from == to {
			i.Shape = kit.TimelinePoint
			if !late {
				i.Words = m.dayWords(t)
			}
		}
	}
	row.Item = i
	row.Tip = m.tip(p, t, state)
	return row
}

// stateOf is the state of a thing; being late is computed.
func (m *calendarModel) stateOf(t calendarThing) kit.State {
	return activityState(m.words, t.activity(), m.today)
}

// dayWords tell the day of a thing as exactly as it is known.
func (m *calendarModel) dayWords(t calendarThing) string {
	_, to := t.days()
	switch {
	case t.quarter > 0:
		return m.words.T("calendar.quarter", "quarter", int(t.quarter), "year", strconv.Itoa(to.Year))
	case t.year:
		return strconv.Itoa(to.Year)
	}
	return m.shortDay(to)
}

// spanWords tell the days of a thing as exactly as they are known.
func (m *calendarModel) spanWords(t calendarThing) string {
	from, to := t.days()
	switch {
	case from.IsZero():
		return m.words.T("calendar.no-day")
	case t.quarter > 0 || t.year:
		return m.dayWords(t)
	case from == to:
		return m.words.WeekdayDate(i18n.Day(to))
	}
	return m.words.Span(i18n.Day(from), i18n.Day(to))
}

// shortDay tells the year of a day only where it is another than today's.
func (m *calendarModel) shortDay(d plan.Date) string {
	s := m.words.DayMonthShort(i18n.Day(d))
	if d.Year != m.today.Year {
		s += " " + strconv.Itoa(d.Year)
	}
	return s
}

// tip is all about a thing.
func (m *calendarModel) tip(p *calendarPlan, t calendarThing, state kit.State) string {
	lines := []string{t.name, m.spanWords(t), strings.TrimSpace(state.Word + " " + state.Detail)}
	if who := t.facts().responsible; who != "" {
		lines = append(lines, who)
	}
	return strings.Join(append(lines, m.titleOf(p)), "\n")
}

// rowOf finds a thing again, or for no row its plan; -1 where it is not shown.
func (m *calendarModel) rowOf(version, row plan.ID) int {
	at := slices.IndexFunc(m.plans, func(p *calendarPlan) bool { return p.version == version })
	if at < 0 || version == "" {
		return -1
	}
	i, _ := slices.BinarySearchFunc(m.rows, int32(at), func(x calendarPlace, plan int32) int { return cmp.Compare(x.plan, plan) })
	for ; i < len(m.rows) && m.rows[i].plan == int32(at); i++ {
		thing := m.rows[i].thing
		if thing < 0 && row == "" || thing >= 0 && row != "" && m.plans[at].things[thing].id == row {
			return i
		}
	}
	return -1
}

// thing returns what a row is about; no thing for a plan.
func (m *calendarModel) thing(row int) (*calendarPlan, *calendarThing) {
	if row < 0 || row >= len(m.rows) {
		return nil, nil
	}
	at := m.rows[row]
	p := m.plans[at.plan]
	if at.thing < 0 {
		return p, nil
	}
	return p, &p.things[at.thing]
}

// ties show what the thing of a row hangs on: a meeting, and other activities of its
// plan that are shown.
func (m *calendarModel) ties(row int, meetings []calendarMeeting) []kit.TimelineTie {
	p, t := m.thing(row)
	if t == nil {
		return nil
	}
	from, _ := t.days()
	if from.IsZero() {
		return nil
	}
	var out []kit.TimelineTie
	for _, x := range meetings {
		if x.ID == t.facts().meeting {
			out = append(out, kit.TimelineTie{FromRow: -1, ToRow: row, FromDay: timelineDay(x.Date), ToDay: timelineDay(from)})
		}
	}
	for _, id := range t.after() {
		other := m.rowOf(p.version, id)
		if _, before := m.thing(other); before != nil {
			if _, last := before.days(); !last.IsZero() {
				out = append(out, kit.TimelineTie{FromRow: other, ToRow: row, FromDay: timelineDay(last), ToDay: timelineDay(from)})
			}
		}
	}
	return out
}

func timelineDay(d plan.Date) kit.TimelineDay { return kit.TimelineDayOf(d.Year, d.Month, d.Day) }

func dateOf(d kit.TimelineDay) plan.Date {
	y, m, day := d.Date()
	return plan.Date{Year: y, Month: m, Day: day}
}
