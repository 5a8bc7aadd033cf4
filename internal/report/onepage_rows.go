package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/plan"
)

// pageAudiences name the audiences by their priority where they have one.
func (p *paper) pageAudiences(e extent, out *left) []Text {
	groups := map[string][]string{}
	var order []string
	field, _ := plan.FieldIn(plan.FieldsOf(p.subject.Document.Kind), plan.KeyAudiences)
	for _, r := range p.subject.Content.Get(plan.KeyAudiences).Rows() {
		name := strings.TrimSpace(r.Cells.Text(plan.KeyName))
		if name == "" {
			continue
		}
		priority := r.Cells.Text(plan.KeyPriority)
		if !slices.Contains(order, priority) {
			order = append(order, priority)
		}
		groups[priority] = append(groups[priority], p.pageName(name, e.words, out))
	}
	choice, _ := plan.FieldIn(field.Columns, plan.KeyPriority)
	slices.SortFunc(order, func(a, b string) int { return slices.Index(choice.Choices, a) - slices.Index(choice.Choices, b) })
	var texts []Text
	for _, priority := range order {
		names := groups[priority]
		more := 0
		if e.audiences > 0 && len(names) > e.audiences {
			more = len(names) - e.audiences
			names = names[:e.audiences]
		}
		out.audiences += more
		words := strings.Join(names, ", ")
		if more > 0 {
			words += " " + p.Words.N("page.and-more", more)
		}
		t := Plain(words)
		if priority != "" {
			label := p.choice(choice, plan.PathTo(plan.KeyAudiences).In("", plan.KeyPriority), priority).String()
			t = append(Text{{Text: label + ": ", Bold: true}}, t...)
		}
		texts = append(texts, t)
	}
	return texts
}

// pageGoals are the goals that lead furthest.
func (p *paper) pageGoals(e extent, out *left) *Table {
	all := p.subject.Content.Get(plan.KeyGoals).Rows()
	numbers := map[plan.ID]string{}
	for i, r := range all {
		numbers[r.ID] = cmp.Or(r.Cells.Text(plan.KeyCode), strconv.Itoa(i+1))
	}
	rows := slices.DeleteFunc(slices.Clone(all), func(r plan.Row) bool { return strings.TrimSpace(r.Cells.Text(plan.KeyText)) == "" })
	levels := []string{plan.LevelImpact, plan.LevelOutcome, plan.LevelUptake, plan.LevelOutput, plan.LevelActivity}
	rank := func(r plan.Row) int {
		if i := slices.Index(levels, r.Cells.Text(plan.KeyLevel)); i >= 0 {
			return i
		}
		return len(levels)
	}
	slices.SortStableFunc(rows, func(a, b plan.Row) int { return rank(a) - rank(b) })
	out.goals = max(0, len(rows)-e.goals)
	if len(rows) == 0 {
		return nil
	}
	label := func(k plan.Key) string { return p.label(plan.PathTo(plan.KeyGoals).In("", k)) }
	t := &Table{Open: true, Columns: []Column{
		{Head: p.Words.T("page.no"), Fixed: true},
		{Head: p.Words.T("page.goal")},
		{Head: label(plan.KeyBaseline), Align: Decimal, Fixed: true},
		{Head: label(plan.KeyTarget), Align: Decimal, Fixed: true},
		{Head: label(plan.KeyTargetDate), Fixed: true},
	}, Summary: p.Words.T("page.goals")}
	for _, r := range rows[:min(len(rows), e.goals)] {
		c := r.Cells
		value := func(k plan.Key) Text {
			f, _ := plan.FieldIn(p.goalColumns(), k)
			return p.value(f, plan.PathTo(plan.KeyGoals).In("", k), c.Get(k))
		}
		goal := Cell{Text: Plain(p.pageName(c.Text(plan.KeyText), e.words, out))}
		if e.seconds {
			goal.Second = Plain(withUnit(c.Text(plan.KeyIndicator), c.Text(plan.KeyUnit)))
		}
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Text{{Text: shorten(numbers[r.ID], 8), Bold: true}}}, goal, {Text: value(plan.KeyBaseline)}, {Text: value(plan.KeyTarget)}, {Text: value(plan.KeyTargetDate)},
		}})
	}
	return t
}

func (p *paper) goalColumns() []plan.Field {
	f, _ := plan.FieldIn(plan.FieldsOf(p.subject.Document.Kind), plan.KeyGoals)
	return f.Columns
}

func withUnit(indicator, unit string) string {
	if indicator == "" || unit == "" {
		return indicator
	}
	return indicator + " (" + unit + ")"
}

// pageName cuts a name and notes it.
func (p *paper) pageName(name string, most int, out *left) string {
	name = flat(name)
	short := shorten(name, most)
	out.cut = out.cut || short != name
	return short
}

// pageActivities are the activities that are to be done next, or a period plan's
// milestones.
func (p *paper) pageActivities(e extent, out *left) PageRow {
	if p.subject.Document.Kind == plan.PeriodPlan {
		return p.pageMilestones(e, out)
	}
	row := PageRow{Label: p.Words.T("page.activities")}
	var next []plan.Activity
	all := p.Register.ActivitiesOn(p.subject.Document.ID, p.subject.Content, p.Today)
	for i, a := range all {
		if a.No == "" {
			a.No = strconv.Itoa(i + 1)
		}
		if a.Status != "done" && a.Status != "cancelled" && strings.TrimSpace(a.Name) != "" {
			next = append(next, a)
		}
	}
	slices.SortStableFunc(next, func(a, b plan.Activity) int {
		switch {
		case a.Last().IsZero() && b.Last().IsZero():
			return 0
		case a.Last().IsZero():
			return 1
		case b.Last().IsZero():
			return -1
		}
		return a.Last().Compare(b.Last())
	})
	shown := next[:min(len(next), e.activities)]
	out.activities = len(next) - len(shown)
	if len(shown) == 0 {
		return row
	}
	label := func(k plan.Key) string { return p.label(plan.PathTo(plan.KeyActivities).In("", k)) }
	row.Table = &Table{Open: true, Columns: []Column{
		{Head: p.Words.T("page.no"), Fixed: true},
		{Head: label(plan.KeyActivity)},
		{Head: label(plan.KeyResponsible), Width: 34},
		{Head: label(plan.KeyEnd), Fixed: true},
		{Head: label(plan.KeyStatus), Fixed: true},
	}, Summary: row.Label}
	for _, a := range shown {
		row.Table.Rows = append(row.Table.Rows, TableRow{Cells: []Cell{
			{Text: Text{{Text: shorten(a.No, 8), Bold: true}}},
			{Text: Plain(p.pageName(a.Name, e.words, out))},
			{Text: Plain(p.pageName(a.Responsible, min(e.words, 60), out))},
			{Text: Plain(p.iso(a.Last()))},
			{Text: p.activityStatus(a)},
		}})
	}
	return row
}

// activityStatus is a status in words with its symbol; being late is counted from
// today.
func (p *paper) activityStatus(a plan.Activity) Text {
	if a.Late(p.Today) {
		return Text{{Text: p.Words.T("activity.late"), Symbol: Diamond, Bold: true}}
	}
	if a.Status == "" {
		return nil
	}
	return Text{{Text: p.Words.T("activity." + a.Status), Symbol: statusSymbols[a.Status]}}
}

func (p *paper) pageMilestones(e extent, out *left) PageRow {
	row := PageRow{Label: p.Words.T("page.milestones")}
	list, _ := plan.FieldIn(plan.FieldsOf(plan.PeriodPlan), plan.KeyMilestones)
	all := p.subject.Content.Get(plan.KeyMilestones).Rows()
	when := func(r plan.Row) int {
		quarter := 4
		if q := r.Cells.Get(plan.KeyQuarter); !q.IsZero() {
			quarter = int(q.Number().Round())
		}
		return int(r.Cells.Get(plan.KeyYear).Number().Round())*4 + quarter - 1
	}
	now := p.Today.Year*4 + (int(p.Today.Month)-1)/3
	next := slices.DeleteFunc(slices.Clone(all), func(r plan.Row) bool {
		status := r.Cells.Text(plan.KeyStatus)
		return status == "done" || status == "cancelled" || when(r) < now || strings.TrimSpace(r.Cells.Text(plan.KeyActivity)) == ""
	})
	slices.SortStableFunc(next, func(a, b plan.Row) int { return when(a) - when(b) })
	shown := next[:min(len(next), e.activities)]
	out.activities = len(next) - len(shown)
	if len(shown) == 0 {
		return row
	}
	label := func(k plan.Key) string { return p.label(plan.PathTo(plan.KeyMilestones).In("", k)) }
	row.Table = &Table{Open: true, Columns: []Column{
		{Head: label(plan.KeyYear), Fixed: true}, {Head: label(plan.KeyQuarter), Fixed: true}, {Head: label(plan.KeyActivity)}, {Head: label(plan.KeyResponsible), Width: 40},
	}, Summary: row.Label}
	for _, r := range shown {
		value := func(k plan.Key) Text {
			f, _ := plan.FieldIn(list.Columns, k)
			return p.value(f, plan.PathTo(plan.KeyMilestones).In("", k), r.Cells.Get(k))
		}
		row.Table.Rows = append(row.Table.Rows, TableRow{Cells: []Cell{
			{Text: value(plan.KeyYear)},
			{Text: value(plan.KeyQuarter)},
			{Text: Plain(p.pageName(r.Cells.Text(plan.KeyActivity), e.words, out))},
			{Text: Plain(p.pageName(r.Cells.Text(plan.KeyResponsible), min(e.words, 60), out))},
		}})
	}
	return row
}

func (p *paper) pageResponsible(out *left) []Text {
	c := p.subject.Content
	words := p.pageName(withName(c.Text(plan.KeyOwner), c.Text(plan.KeyOwnerName)), 120, out)
	if approver := c.Text("publication-approver"); approver != "" {
		if words != "" {
			words += ". "
		}
		words += p.Words.T("page.approver", "role", p.pageName(approver, 80, out))
	}
	if words == "" {
		return nil
	}
	return []Text{Plain(words)}
}

func (p *paper) pageBudget() []Text {
	s := plan.BudgetSumsOf(p.subject.Content)
	kr := func(n plan.Number) string { return p.Words.T("page.kronor", "n", p.Words.Number(float64(n.Round()))) }
	var out []Text
	add := func(key string, n plan.Number) {
		if n != 0 {
			out = append(out, Text{{Text: p.Words.T(key) + ": "}, {Text: kr(n)}})
		}
	}
	budget := s.Total.Amount
	if budget == 0 {
		budget = s.Planned
	}
	add("page.budget-decided", budget)
	add("page.budget-spent", max(s.Total.Cost, s.Spent))
	return out
}
