package report

import (
	"slices"

	"ledstjarna/internal/plan"
)

// followUp returns what has been recorded beside the frozen content up to today,
// under a heading with the day; nothing in a draft or a version that another has
// followed.
func (p *paper) followUp(section plan.Key) []Block {
	as := p.Register.Adoptions(p.subject.Document.ID)
	if len(as) == 0 || as[len(as)-1].Version != p.subject.Version.ID {
		return nil
	}
	var out []Block
	switch section {
	case plan.KeyActivities:
		out = p.followedActivities()
	case plan.KeyGoals:
		out = p.followedGoals()
	case "follow-up":
		out = p.evaluation()
	}
	if len(out) == 0 {
		return nil
	}
	return append([]Block{Heading{Level: 2, Text: p.Words.T("follow-up.per", "date", p.iso(p.Today))}}, out...)
}

// followed are the fields of a follow-up, whose words and choices the tables use.
func (p *paper) followed(k plan.Key, v plan.Value) Text {
	if v.IsZero() {
		return nil
	}
	f, _ := plan.FieldIn(plan.EventFields(plan.EventFollowUp), k)
	if f.Kind != plan.Choice {
		return p.value(f, plan.PathTo(k), v)
	}
	words := p.Words.First(plan.ChoiceWords(string(plan.EventFollowUp), plan.PathTo(k), v.Text())...)
	return Text{{Text: words, Symbol: statusSymbols[v.Text()]}}
}

func (p *paper) followedColumn(k plan.Key) Column {
	f, _ := plan.FieldIn(plan.EventFields(plan.EventFollowUp), k)
	c := Column{Head: p.Words.First(plan.FieldWords(string(plan.EventFollowUp), plan.PathTo(k))...)}
	switch f.Kind {
	case plan.Decimal:
		c.Align, c.Fixed = Decimal, true
	case plan.DateField, plan.Choice:
		c.Fixed = true
	}
	return c
}

func (p *paper) followUpTable(list plan.Key, keys ...plan.Key) Table {
	columns := []Column{{Head: p.Words.First(plan.FieldWords(string(plan.EventFollowUp), plan.PathTo(list))...)}}
	for _, k := range keys {
		columns = append(columns, p.followedColumn(k))
	}
	return p.newTable(p.Words.T("registration.follow-up"), columns...)
}

// followedActivities lists the activities of which something is recorded.
func (p *paper) followedActivities() []Block {
	keys := []plan.Key{plan.KeyDate, plan.KeyStatus, plan.KeyStart, plan.KeyEnd, plan.KeyCost, plan.KeyResult}
	records := p.Register.FollowUps(p.subject.Document.ID, p.Today)
	var rows []TableRow
	for _, a := range plan.Activities(p.subject.Content) {
		x, ok := records[a.ID]
		if !ok {
			continue
		}
		cells := []Cell{{Text: Plain(a.Name)}}
		for i, v := range []plan.Value{plan.Day(x.Date), plan.Text(x.Status), plan.Day(x.Start), plan.Day(x.End), x.Cost, plan.Text(x.Result)} {
			cells = append(cells, Cell{Text: p.followed(keys[i], v)})
		}
		rows = append(rows, TableRow{Cells: cells})
	}
	if len(rows) == 0 {
		return nil
	}
	t := p.followUpTable(plan.KeyActivity, keys...)
	t.Rows, t.Wide = rows, true
	return []Block{t}
}

// followedGoals lists the results of the goals, year by year.
func (p *paper) followedGoals() []Block {
	keys := []plan.Key{plan.KeyDate, plan.KeyOutcomeValue, plan.KeyAttainment, plan.KeyResult}
	results := p.Register.GoalResults(p.subject.Document.ID, p.Today)
	f, _ := plan.FieldIn(plan.FieldsOf(p.subject.Document.Kind), plan.KeyGoals)
	var rows []TableRow
	for _, g := range p.subject.Content.Get(plan.KeyGoals).Rows() {
		for _, x := range results[g.ID] {
			cells := []Cell{{Text: Plain(plan.RowName(f, g))}}
			for i, v := range []plan.Value{plan.Day(x.Date), x.Value, plan.Text(x.Attainment), plan.Text(x.Result)} {
				cells = append(cells, Cell{Text: p.followed(keys[i], v)})
			}
			rows = append(rows, TableRow{Cells: cells})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	t := p.followUpTable(plan.KeyGoal, keys...)
	t.Rows = rows
	return []Block{t}
}

// evaluation prints the closing evaluation: the day, what it cost, the report,
// and what to keep, change and stop.
func (p *paper) evaluation() []Block {
	e, ok := p.Register.EvaluationOf(p.subject.Document.ID, p.Today)
	if !ok {
		return nil
	}
	label := func(k plan.Key) string {
		return p.Words.First(plan.FieldWords(string(plan.EventFollowUp), plan.PathTo(k))...)
	}
	facts := Facts{Pairs: []Pair{{p.Words.T("follow-up.closing"), Plain(p.iso(e.Date))}}}
	if !e.Cost.IsZero() {
		facts.Pairs = append(facts.Pairs, Pair{label(plan.KeyCost), p.followed(plan.KeyCost, e.Cost)})
	}
	out := []Block{facts}
	for _, x := range []struct {
		key  plan.Key
		text string
	}{{plan.KeyFinalReport, e.Report}, {plan.KeyKeep, e.Keep}, {plan.KeyChange, e.Change}, {plan.KeyStop, e.Stop}} {
		if x.text != "" {
			out = slices.Concat(out, []Block{Heading{Level: 3, Text: label(x.key)}}, Markdown(x.text))
		}
	}
	return out
}
