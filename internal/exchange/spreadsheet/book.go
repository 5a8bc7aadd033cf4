package spreadsheet

import (
	"fmt"
	"slices"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Activities names the activities of plans beside the lists of the register.
const Activities plan.ListName = "activities"

// Lists returns what can be carried: the activities, and every list of the register
// whose entries are rows.
func Lists() []plan.ListName {
	out := []plan.ListName{Activities}
	for _, l := range plan.ListNames() {
		if l != plan.ListOrganisation && l != plan.ListPackets {
			out = append(out, l)
		}
	}
	return out
}

// Book is a file as rows are written from it and held against it.
type Book struct {
	Register plan.Register
	Content  func(plan.Document, plan.Version) (plan.Sealed, error)
	Today    plan.Date
	words    *i18n.Printer
	spoken   []*i18n.Printer // all languages, the person's first
}

// Spoken returns the printers of all languages, in which what comes in is read; words,
// in which it goes out, are the first.
func Spoken(words *i18n.Printer) ([]*i18n.Printer, error) {
	out := []*i18n.Printer{words}
	for _, l := range i18n.Languages() {
		if l == words.Language() {
			continue
		}
		w, err := i18n.New(l)
		if err != nil {
			return nil, fmt.Errorf("read words: %w", err)
		}
		out = append(out, w)
	}
	return out, nil
}

// NewBook returns the book of a file; spoken are those of Spoken.
func NewBook(r plan.Register, content func(plan.Document, plan.Version) (plan.Sealed, error), spoken []*i18n.Printer, today plan.Date) Book {
	return Book{Register: r, Content: content, Today: today, words: spoken[0], spoken: spoken}
}

// thing is what a row can be about.
type thing struct {
	id     plan.ID
	fields plan.Content
	shown  plan.Content // fields, with what was recorded of it since they were frozen
}

// group is the things of one list: of the register, or of one plan.
type group struct {
	list    plan.ListName
	doc     plan.Document
	title   string // of the plan
	before  plan.Sealed
	things  []thing
	subject plan.Subject
	locked  error // why none of it can be changed
	known   map[string]*names
}

// registerGroup is a list of the register.
func (b Book) registerGroup(l plan.ListName) *group {
	g := &group{list: l, subject: plan.Subject{Register: b.Register, Today: b.Today}, known: map[string]*names{}}
	for _, e := range b.Register.Entries(l) {
		g.things = append(g.things, thing{e.ID, e.Fields, e.Fields})
	}
	return g
}

// Plans returns the documents that have activities, oldest first.
func (b Book) Plans() []plan.Document {
	return slices.DeleteFunc(b.Register.Documents(), func(d plan.Document) bool {
		_, ok := plan.FieldIn(plan.FieldsOf(d.Kind), plan.KeyActivities)
		return !ok
	})
}

// planGroups are the activities of a plan's newest version, or of those of all plans
// where none is named.
func (b Book) planGroups(doc plan.ID) ([]*group, error) {
	var out []*group
	for _, d := range b.Plans() {
		if doc != "" && d.ID != doc {
			continue
		}
		g, err := b.planGroup(d)
		if err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	if doc != "" && len(out) == 0 {
		return nil, fmt.Errorf("activities of %s: %w", doc, plan.ErrDocument)
	}
	return out, nil
}

func (b Book) planGroup(d plan.Document) (*group, error) {
	v := d.Latest()
	c, err := b.Content(d, v)
	if err != nil {
		return nil, fmt.Errorf("activities of %s: %w", d.ID, err)
	}
	g := &group{list: Activities, doc: d, title: v.Head.Title, before: c, locked: b.Register.Editable(d, v), known: map[string]*names{}}
	g.subject = plan.Subject{Register: b.Register, Document: d, Version: v, Content: c.Content, Today: b.Today}
	var records map[plan.ID]plan.FollowUp
	if b.Register.Frozen(d, v) {
		records = b.Register.FollowUps(d.ID, b.Today)
	}
	for _, r := range c.Content.Get(plan.KeyActivities).Rows() {
		g.things = append(g.things, thing{r.ID, r.Cells, followed(r.Cells, records[r.ID])})
	}
	return g, nil
}

// followed is an activity as it stands with what was recorded of it.
func followed(c plan.Content, x plan.FollowUp) plan.Content {
	for k, v := range map[plan.Key]plan.Value{
		plan.KeyStatus: plan.Text(x.Status), plan.KeyStart: plan.Day(x.Start), plan.KeyEnd: plan.Day(x.End),
		plan.KeyCost: x.Cost, plan.KeyResult: plan.Text(x.Result),
	} {
		if !v.IsZero() {
			c = c.With(k, v)
		}
	}
	return c
}

// name is what a thing with the fields is called.
func (g *group) name(fields plan.Content) string {
	if g.list == Activities {
		return fields.Text(plan.KeyActivity)
	}
	return g.subject.Register.EntryName(g.list, plan.Entry{Fields: fields})
}
