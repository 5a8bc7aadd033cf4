package ui

import (
	"slices"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// The columns of a register's table that are computed.
const (
	columnDeadline = "deadline" // days until a meeting's papers are due
	columnLength   = "length"   // of a period or window, in days
	columnPlan     = "plan"     // of an assignment
	columnFinding  = "finding"
)

// registerColumn is a column of a register's table: a field of its entries or
// something computed. Width 0 shares the room that is left.
type registerColumn struct {
	field plan.Field // zero where it is computed
	id    string
	width float32
}

// registerModel is a list of the register as its table shows it.
type registerModel struct {
	list     plan.ListName
	columns  []registerColumn
	rows     []registerRow
	findings int              // errors and warnings
	hidden   map[plan.ID]bool // left out by what the list is filtered by
}

type registerRow struct {
	entry plan.Entry
	cells map[string]kit.Cell
}

// registerColumns returns the columns that matter of each list, in order.
func registerColumns(l plan.ListName) []registerColumn {
	var out []registerColumn
	add := func(k plan.Key, width float32) {
		f, _ := plan.FieldIn(plan.ListFields(l), k)
		out = append(out, registerColumn{field: f, id: string(k), width: width})
	}
	computed := func(id string, width float32) { out = append(out, registerColumn{id: id, width: width}) }
	switch l {
	case plan.ListPeriods:
		add(plan.KeyName, 0)
		add(plan.KeyStart, 96)
		add(plan.KeyEnd, 96)
		computed(columnLength, 96)
	case plan.ListCycles:
		add(plan.KeyYear, 64)
		add(plan.KeyOpens, 96)
		add(plan.KeyCloses, 96)
		computed(columnLength, 0)
	case plan.ListBodies:
		add(plan.KeyName, 0)
		add(plan.KeyShortName, 110)
		add(plan.KeyNote, 0)
	case plan.ListMeetings:
		add(plan.KeyDate, 92)
		add(plan.KeyBody, 0)
		add(plan.KeyTime, 84)
		add(plan.KeyPlace, 0)
		computed(columnDeadline, 208)
	case plan.ListAssignments:
		add(plan.KeyNo, 84)
		add(plan.KeyName, 0)
		add(plan.KeyStart, 88)
		add(plan.KeyEnd, 88)
		computed(columnPlan, 150)
	case plan.ListMembers:
		add(plan.KeyName, 0)
		add(plan.KeyPopulation, 96)
		add(plan.KeySizeClass, 172)
		add(plan.KeyNote, 0)
	case plan.ListRoles:
		add(plan.KeyName, 0)
		add(plan.KeyPerson, 0)
		add(plan.KeyEmail, 0)
	case plan.ListAudiences:
		add(plan.KeyName, 0)
		add(plan.KeyCategory, 170)
		add(plan.KeyNote, 0)
	case plan.ListMessages:
		add(plan.KeyText, 0)
		add(plan.KeyProof, 0)
	case plan.ListChannels:
		add(plan.KeyName, 0)
		add(plan.KeyMode, 110)
		add("formality", 100)
		add("ownership", 100)
	case plan.ListOrganisation, plan.ListPackets:
	}
	return append(out, registerColumn{id: columnFinding})
}

// writtenInPlace reports whether the entries of the list are written in the
// table itself: those whose name alone makes an entry.
func writtenInPlace(l plan.ListName) bool {
	return slices.Contains([]plan.ListName{
		plan.ListBodies, plan.ListMembers, plan.ListRoles, plan.ListAudiences, plan.ListMessages, plan.ListChannels,
	}, l)
}

// registerModelOf makes the table of a list: what has days by them, the latest
// meeting first, everything else by its name as the language orders letters.
func registerModelOf(p *i18n.Printer, r plan.Register, l plan.ListName, today plan.Date) registerModel {
	found := slices.DeleteFunc(plan.RegisterFindings(r, today), func(f plan.RegisterFinding) bool { return f.List != l })
	m := registerModel{list: l, columns: registerColumns(l)}
	if len(found) == 0 {
		m.columns = m.columns[:len(m.columns)-1]
	}
	deadlines := map[plan.ID]plan.Meeting{}
	for _, x := range r.Meetings() {
		deadlines[x.ID] = x
	}
	for _, f := range found {
		if f.Severity != plan.Hint {
			m.findings++
		}
	}
	for _, e := range r.Entries(l) {
		row := registerRow{entry: e, cells: map[string]kit.Cell{}}
		for _, c := range m.columns {
			switch c.id {
			case columnFinding:
				row.cells[c.id] = findingCell(p, r, plan.FindingsOf(found, l, e.ID))
			case columnLength:
				row.cells[c.id] = lengthCell(p, e)
			case columnDeadline:
				if x, ok := deadlines[e.ID]; ok && !x.Date.Before(today) {
					row.cells[c.id] = kit.Cell{State: deadlineState(p, today, x.Stop)}
				}
			case columnPlan:
				row.cells[c.id] = planCell(p, r, e.ID, today)
			case string(plan.KeyName):
				row.cells[c.id] = kit.Cell{Text: r.EntryName(l, e), Bold: true}
			default:
				row.cells[c.id] = kit.Cell{Text: entryWords(p, r, l, c.field, e.Fields.Get(c.field.Key))}
			}
		}
		m.rows = append(m.rows, row)
	}
	m.sort(p, r)
	return m
}

func (m *registerModel) sort(p *i18n.Printer, r plan.Register) {
	day := func(x registerRow) plan.Date {
		switch m.list {
		case plan.ListPeriods:
			return x.entry.Fields.Get(plan.KeyStart).Date()
		case plan.ListCycles:
			return plan.Date{Year: int(x.entry.Fields.Get(plan.KeyYear).Number().Round()), Month: 1, Day: 1}
		case plan.ListMeetings:
			return x.entry.Fields.Get(plan.KeyDate).Date()
		}
		return plan.Date{}
	}
	slices.SortStableFunc(m.rows, func(a, b registerRow) int {
		if d := day(b).Compare(day(a)); d != 0 {
			return d
		}
		return p.Compare(r.EntryName(m.list, a.entry), r.EntryName(m.list, b.entry))
	})
}

// inOrderOf puts the rows in the order that they had before, without those that were
// left out, new ones last: a row that is being written does not jump away from the
// keyboard.
func (m *registerModel) inOrderOf(before registerModel) {
	m.hidden = before.hidden
	m.rows = slices.DeleteFunc(m.rows, func(x registerRow) bool { return m.hidden[x.entry.ID] })
	place := map[plan.ID]int{}
	for i, x := range before.rows {
		place[x.entry.ID] = i
	}
	at := func(x registerRow) int {
		if i, ok := place[x.entry.ID]; ok {
			return i
		}
		return len(before.rows) + x.entry.Position
	}
	slices.SortStableFunc(m.rows, func(a, b registerRow) int { return at(a) - at(b) })
}

// entryWords writes a value of an entry.
func entryWords(p *i18n.Printer, r plan.Register, l plan.ListName, f plan.Field, v plan.Value) string {
	switch {
	case v.IsZero():
		return ""
	case f.Kind == plan.Decimal && f.Key == plan.KeyYear:
		return v.Number().String()
	case f.Kind == plan.Decimal:
		return p.Number(v.Number().Float())
	case f.Kind == plan.DateField:
		return p.ISO(i18n.Day(v.Date()))
	case f.Kind == plan.Choice:
		return p.First(plan.ChoiceWords(string(l), plan.PathTo(f.Key), v.Text())...)
	case f.Kind == plan.Reference:
		name, _ := (plan.Subject{Register: r}).Resolve(f.Target, v.ID())
		return name
	}
	return v.Text()
}

// findingCell tells the most severe finding of an entry and how many more there
// are; hints are told only where nothing weighs more.
func findingCell(p *i18n.Printer, r plan.Register, found []plan.RegisterFinding) kit.Cell {
	if len(found) == 0 {
		return kit.Cell{}
	}
	worst := slices.MinFunc(found, func(a, b plan.RegisterFinding) int { return int(a.Severity) - int(b.Severity) })
	symbol, family := severityLook(worst.Severity)
	c := kit.Cell{Text: report.RegisterFinding(p, r, worst), Symbol: symbol, SymbolInk: family.Ink()}
	if worst.Severity == plan.Hint {
		c.Ink = kit.ColorText2
	}
	if n := len(found) - 1; n > 0 {
		c.Text = p.T("register.more-findings", "finding", c.Text, "n", n)
	}
	return c
}

func lengthCell(p *i18n.Printer, e plan.Entry) kit.Cell {
	if n := lengthOf(e); n > 0 {
		return kit.Cell{Text: p.N("count.days", n), Ink: kit.ColorText2}
	}
	return kit.Cell{}
}

// lengthOf is how many days a period or window has, 0 where it is not known.
func lengthOf(e plan.Entry) int {
	for _, k := range [][2]plan.Key{{plan.KeyStart, plan.KeyEnd}, {plan.KeyOpens, plan.KeyCloses}} {
		from, to := e.Fields.Get(k[0]).Date(), e.Fields.Get(k[1]).Date()
		if !from.IsZero() && !to.IsZero() && !to.Before(from) {
			return from.DaysUntil(to) + 1
		}
	}
	return 0
}

// planCell tells whether an assignment has its communication plan.
func planCell(p *i18n.Printer, r plan.Register, assignment plan.ID, today plan.Date) kit.Cell {
	for _, d := range r.Documents() {
		if d.Kind != plan.AssignmentPlan || !slices.ContainsFunc(d.Versions, func(v plan.Version) bool { return v.Head.Assignment == assignment }) {
			continue
		}
		return kit.Cell{State: statusState(p, r.StatusOf(d, shownVersion(r, d, today), today))}
	}
	if _, needless := r.NoPlanOf(assignment, today); needless {
		return kit.Cell{State: kit.State{Symbol: assets.StateDash, Family: kit.Neutral, Word: p.T("no-plan.recorded")}}
	}
	if a, _ := r.Assignment(assignment); !a.Described.IsZero() && !a.Described.After(today) && (a.End.IsZero() || !a.End.Before(today)) {
		return kit.Cell{State: kit.State{Symbol: assets.StateUrgent, Family: kit.Urgent, Word: p.T("no-plan.missing")}}
	}
	return kit.Cell{Text: "–", Ink: kit.ColorText2}
}

// memberSums are the inhabitants of all members together and how many members
// each size class has.
type memberSums struct {
	people  plan.Number
	unknown int // members without a population
	classes []plan.Segment
}

func memberSumsOf(r plan.Register) memberSums {
	s := memberSums{classes: r.Segments()}
	for _, e := range r.Entries(plan.ListMembers) {
		v := e.Fields.Get(plan.KeyPopulation)
		s.people += v.Number()
		if v.IsZero() {
			s.unknown++
		}
	}
	return s
}
