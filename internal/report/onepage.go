package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ledstjarna/internal/plan"
)

// OnePageOf returns the print "Planen på en sida" of a version of a plan.
func OnePageOf(s Source, d plan.Document, v plan.Version) (Print, error) {
	p, err := s.paper(d, v)
	if err != nil {
		return Print{}, err
	}
	page := p.onePage()
	page.Anchor = ""
	doc := Document{
		Title: v.Head.Title, Version: s.Words.T("version.label", "version", s.version(d, v)), Language: string(s.Words.Language()),
		Level: 1, Bookmark: page.Kicker, Anchor: "one-page-" + string(v.ID), FooterLeft: s.footer(v.Head.Dnr), Unnumbered: true,
		Blocks: []Block{page},
	}
	return s.print(page.Kicker+" – "+v.Head.Title, v.Head.Dnr, doc), nil
}

// extent is how much a form of the page holds.
type extent struct {
	seconds    bool // the second lines of goals
	message    int  // characters of a text
	purpose    int
	audiences  int // of each group
	words      int // characters of a goal's or activity's name
	goals      int
	activities int
}

// extents go from what a page can hold at most to what any page has room for.
func extents() []extent {
	return []extent{
		{goals: 3, activities: 5, seconds: true, message: 900, purpose: 3000, audiences: 60, words: 400},
		{goals: 3, activities: 5, message: 900, purpose: 3000, audiences: 60, words: 400},
		{goals: 3, activities: 5, message: 260, purpose: 600, audiences: 60, words: 400},
		{goals: 3, activities: 5, message: 260, purpose: 320, audiences: 60, words: 160},
		{goals: 3, activities: 5, message: 220, purpose: 220, audiences: 8, words: 110},
		{goals: 3, activities: 5, message: 180, purpose: 160, audiences: 5, words: 80},
		{goals: 3, activities: 3, message: 120, purpose: 120, audiences: 3, words: 50},
		{goals: 2, activities: 2, message: 80, purpose: 90, audiences: 2, words: 30},
	}
}

// onePage composes the page in all its extents.
func (p *paper) onePage() OnePage {
	page := OnePage{
		Kicker: p.Words.First(plan.SectionWords(p.subject.Document.Kind, "one-page")...), Title: shorten(p.pageTitle(), 110),
		Mark:   p.pageMark(),
		Anchor: string(p.subject.Version.ID) + "-one-page",
	}
	for _, e := range extents() {
		page.Forms = append(page.Forms, p.pageForm(e))
	}
	return page
}

// pageMark is the status of a version that has not been adopted.
func (p *paper) pageMark() string {
	d, v := p.subject.Document, p.subject.Version
	if _, adopted := p.Register.AdoptionOf(d, v.ID); adopted {
		return ""
	}
	return p.Words.T("status." + string(p.Register.StatusOf(d, v, p.Today)))
}

// pageTitle is the assignment's name, or the plan's.
func (p *paper) pageTitle() string {
	if a, ok := p.Register.Assignment(p.subject.Content.Get(plan.KeyAssignment).ID()); ok && a.Name != "" {
		return a.Name
	}
	return p.subject.Content.Text(plan.KeyTitle)
}

// left is what a form leaves out, and in which sections it stands.
type left struct {
	goals, activities, audiences int
	cut                          bool // a text is shortened
}

func (p *paper) pageForm(e extent) PageForm {
	c := p.subject.Content
	var out left
	text := func(k plan.Key, most int) []Text {
		words := flat(c.Text(k))
		short := shorten(words, most)
		out.cut = out.cut || short != words
		if short == "" {
			return nil
		}
		return []Text{Plain(short)}
	}
	f := PageForm{Rows: []PageRow{
		{Label: p.label(plan.PathTo(plan.KeyMainMessage)), Lead: true, Text: text(plan.KeyMainMessage, e.message)},
		{Label: p.label(plan.PathTo(plan.KeyPurpose)), Text: text(plan.KeyPurpose, e.purpose)},
		{Label: p.label(plan.PathTo(plan.KeyAudiences)), Text: p.pageAudiences(e, &out)},
		{Label: p.Words.T("page.goals"), Table: p.pageGoals(e, &out)},
		p.pageActivities(e, &out),
		{Label: p.Words.T("page.responsible"), Text: p.pageResponsible()},
		{Label: p.Words.T("page.budget"), Text: p.pageBudget()},
	}}
	f.Note = p.pageNote(out)
	return f
}

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
		groups[priority] = append(groups[priority], shorten(name, e.words))
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
		goal := Cell{Text: Plain(p.pageName(c.Text(plan.KeyText), e, out))}
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

// pageName cuts the name of a goal or activity and notes it.
func (p *paper) pageName(name string, e extent, out *left) string {
	name = flat(name)
	short := shorten(name, e.words)
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
	out.activities = len(all) - len(shown)
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
			{Text: Plain(p.pageName(a.Name, e, out))},
			{Text: Plain(shorten(a.Responsible, cmpOr(e.words, 60)))},
			{Text: Plain(p.iso(a.Last()))},
			{Text: p.activityStatus(a)},
		}})
	}
	return row
}

func cmpOr(n, other int) int {
	if n > 0 && n < other {
		return n
	}
	return other
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
	out.activities = len(all) - len(shown)
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
			{Text: Plain(p.pageName(r.Cells.Text(plan.KeyActivity), e, out))},
			{Text: Plain(shorten(r.Cells.Text(plan.KeyResponsible), cmpOr(e.words, 60)))},
		}})
	}
	return row
}

func (p *paper) pageResponsible() []Text {
	c := p.subject.Content
	words := shorten(withName(c.Text(plan.KeyOwner), c.Text(plan.KeyOwnerName)), 120)
	if approver := c.Text("publication-approver"); approver != "" {
		if words != "" {
			words += ". "
		}
		words += p.Words.T("page.approver", "role", shorten(approver, 80))
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

// pageNote says where the page comes from, what it leaves out and where that
// stands.
func (p *paper) pageNote(out left) []Text {
	d, v := p.subject.Document, p.subject.Version
	note := []Text{Plain(p.Words.T("page.from", "version", p.version(d, v), "date", p.iso(p.Today)))}
	var counts, sections []string
	section := func(k plan.Key) {
		for _, sec := range plan.SectionsOf(d.Kind, d.Quick) {
			if sec.Key == k {
				sections = append(sections, strconv.Itoa(sec.Number))
			}
		}
	}
	if out.goals > 0 {
		counts = append(counts, p.Words.N("count.goals", out.goals))
		section(plan.KeyGoals)
	}
	if out.audiences > 0 {
		counts = append(counts, p.Words.N("count.audiences", out.audiences))
		section(plan.KeyAudiences)
	}
	if out.activities > 0 && d.Kind == plan.PeriodPlan {
		counts = append(counts, p.Words.N("count.milestones", out.activities))
		section(plan.KeyMilestones)
	} else if out.activities > 0 {
		counts = append(counts, p.Words.N("count.activities", out.activities))
		section(plan.KeyActivities)
	}
	words := ""
	if len(counts) > 0 {
		words = p.Words.T("page.left-out", "what", p.Words.List(counts), "sections", p.Words.List(sections))
	}
	if out.cut {
		words = strings.TrimSpace(words + " " + p.Words.T("page.shortened"))
	}
	if words != "" {
		note = append(note, Plain(words))
	}
	return note
}

// mostOfText is how many bytes of a text the page looks at: more than it can hold.
const mostOfText = 12000

// flat writes a Markdown text as running words.
func flat(s string) string {
	if len(s) > mostOfText {
		s = s[:mostOfText]
		for !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
	}
	var out []string
	var items func(Items)
	items = func(list Items) {
		for _, x := range list.Items {
			out = append(out, x.Text.String())
			if x.Sub != nil {
				items(*x.Sub)
			}
		}
	}
	for _, b := range Markdown(s) {
		switch b := b.(type) {
		case Paragraph:
			out = append(out, b.Text.String())
		case Heading:
			out = append(out, b.Text)
		case Items:
			items(b)
		}
	}
	return strings.Join(strings.Fields(strings.Join(out, " ")), " ")
}

// shorten cuts a text to at most most characters: after a sentence where one ends
// in its second half, else after a word, else where it must, and then with "…". 0
// leaves all of it.
func shorten(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if most <= 0 || utf8.RuneCountInString(s) <= most {
		return s
	}
	head := string([]rune(s)[:most-1])
	if i := strings.LastIndexAny(head, ".!?"); i > len(head)/2 && strings.HasPrefix(s[i+1:], " ") {
		return head[:i+1]
	}
	if i := strings.LastIndex(head, " "); i > len(head)/3 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:–-") + "…"
}
