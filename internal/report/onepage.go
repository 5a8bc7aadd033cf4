package report

import (
	"strconv"
	"strings"

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
		Kicker: p.Words.First(plan.SectionWords(p.subject.Document.Kind, "one-page")...), Title: shorten(p.pageTitle(), mostOfTitle),
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

// mostOfTitle is how many characters of the title stand on the page.
const mostOfTitle = 110

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
	out := left{cut: shorten(p.pageTitle(), mostOfTitle) != flat(p.pageTitle())}
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
		{Label: p.Words.T("page.responsible"), Text: p.pageResponsible(&out)},
		{Label: p.Words.T("page.budget"), Text: p.pageBudget()},
	}}
	f.Note = p.pageNote(out)
	return f
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
