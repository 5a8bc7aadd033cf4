package ui

import (
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// driftLine is a difference between a plan and where it took something over.
type driftLine struct {
	origin  plan.ID
	field   plan.Key
	title   string
	caption string   // where it comes from
	changes []string // one a column
	removed bool
}

// driftLines are the differences of the fields of a section; with "" of all.
func driftLines(p *i18n.Printer, s plan.Subject, section plan.Key, list []plan.Difference) []driftLine {
	var out []driftLine
	for _, d := range list {
		if sec, _ := plan.SectionWith(s.Document.Kind, d.Origin.Field); section != "" && sec.Key != section {
			continue
		}
		told := report.Tell(p, s, d)
		l := driftLine{origin: d.Origin.ID, field: d.Origin.Field, title: shortened(told.Name, 90), removed: d.Removed}
		l.caption = p.T("drift.place", "field", told.Field, "from", told.From)
		if l.title == "" {
			l.title = told.Field
		}
		for _, c := range told.Columns {
			l.changes = append(l.changes, changeWords(p, c))
		}
		if d.Removed {
			l.changes = append(l.changes, i18n.Capital(p.T("drift.removed"))+".")
		}
		out = append(out, l)
	}
	return out
}

// changeWords say what a column said, what it says now, and, where that is
// something else, what the plan says itself.
func changeWords(p *i18n.Printer, c report.ToldColumn) string {
	taken, now, own := shortened(c.Taken, 160), shortened(c.Now, 160), shortened(c.Own, 160)
	var out string
	switch {
	case c.Taken == "":
		out = p.T("drift.added", "label", c.Label, "now", now)
	case c.Now == "":
		out = p.T("drift.emptied", "label", c.Label, "taken", taken)
	default:
		out = p.T("drift.column", "label", c.Label, "taken", taken, "now", now)
	}
	out += "."
	if c.Own != "" && c.Own != c.Taken {
		out += " " + p.T("drift.own", "own", own)
	}
	return out
}

// shortened is at most n characters of a text on one line.
func shortened(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > n {
		return strings.TrimSpace(string(r[:n-1])) + "…"
	}
	return s
}

// takenLine is a field of a section that can take over, and what it has taken.
type takenLine struct {
	field   plan.Key
	title   string
	caption string
	offers  int // that are not held yet
}

// takenLines are the fields of a section that have something to take over or
// have done so.
func takenLines(p *i18n.Printer, s plan.Subject, sec plan.Section, from plan.Sources) []takenLine {
	var out []takenLine
	for _, f := range sec.Fields {
		if len(f.Inherits) == 0 {
			continue
		}
		l := takenLine{field: f.Key, title: p.First(plan.FieldWords(string(s.Document.Kind), plan.PathTo(f.Key))...)}
		for _, o := range from.Offers(s.Document, s.Content, f.Key) {
			if !o.Held {
				l.offers++
			}
		}
		l.caption = takenWords(p, s, f)
		if l.offers > 0 || l.caption != "" {
			out = append(out, l)
		}
	}
	return out
}

// takenWords count what a field has taken over by where it comes from, and name
// what it has removed of that.
func takenWords(p *i18n.Printer, s plan.Subject, f plan.Field) string {
	count := map[string]int{}
	var names []string
	for _, o := range plan.Origins(s.Document.Kind, s.Content) {
		if o.Field != f.Key || !heldBy(s.Content, f, o) {
			continue
		}
		name := report.PlaceName(p, s.Register, s.Today, o.From)
		if count[name]++; count[name] == 1 {
			names = append(names, name)
		}
	}
	var out []string
	for _, name := range names {
		if f.Kind != plan.List && f.Kind != plan.References {
			return p.T("inherit.from", "from", name)
		}
		out = append(out, p.N("inherit.from-n", count[name], "from", name))
	}
	if len(out) > 0 {
		out = []string{p.T("inherit.taken", "what", strings.Join(out, " · "))}
	}
	var left []string
	for _, o := range plan.Forsaken(s.Document.Kind, s.Content, f.Key) {
		if name := o.Name(s.Document.Kind); name != "" {
			left = append(left, name)
		}
	}
	if len(left) > 0 {
		out = append(out, p.T("inherit.removed", "what", shortened(p.List(left), 120)))
	}
	return strings.Join(out, " · ")
}

// rowOrigin says where a row was taken over from; "" where it was not.
func rowOrigin(p *i18n.Printer, s plan.Subject, list plan.Key, row plan.ID) string {
	o, ok := plan.OriginOf(s.Document.Kind, s.Content, list, row)
	if !ok {
		return ""
	}
	return p.T("inherit.from", "from", report.PlaceName(p, s.Register, s.Today, o.From))
}

// originTeller is a source whose rows may have been taken over.
type originTeller interface {
	// takenRows are the rows of the list that remember an origin.
	takenRows(list plan.Key) map[plan.ID]bool
}

// takenOver are the rows of the list at the path that remember an origin; lists
// within rows have none.
func (f *form) takenOver(p plan.Path) map[plan.ID]bool {
	if o, ok := f.source.(originTeller); ok && len(p) == 1 {
		return o.takenRows(p[0].Key)
	}
	return nil
}

var _ originTeller = (*documentView)(nil)

func (v *documentView) takenRows(list plan.Key) map[plan.ID]bool {
	out := map[plan.ID]bool{}
	for _, o := range plan.Origins(v.about.Document.Kind, v.about.Content) {
		if o.Field == list {
			out[o.Row] = true
		}
	}
	return out
}

func heldBy(c plan.Content, f plan.Field, o plan.Origin) bool {
	switch f.Kind {
	case plan.List:
		_, _, ok := c.Get(f.Key).Row(o.Row)
		return ok
	case plan.References:
		return c.Get(f.Key).Has(string(o.Row))
	}
	return !c.Get(f.Key).IsZero()
}

// offerGroup is what one document or one part of the register offers.
type offerGroup struct {
	from   string
	offers []plan.Offer
}

// offerGroups sorts offers by where they come from, the nearest first.
func offerGroups(p *i18n.Printer, from plan.Sources, offers []plan.Offer) []offerGroup {
	var out []offerGroup
	for _, o := range offers {
		name := i18n.Capital(report.PlaceName(p, from.Register, from.Today, o.From))
		if n := len(out); n == 0 || out[n-1].from != name {
			out = append(out, offerGroup{from: name})
		}
		out[len(out)-1].offers = append(out[len(out)-1].offers, o)
	}
	return out
}

// lessonLine is what a closed plan teaches.
type lessonLine struct {
	document plan.ID
	title    string
	caption  string // what the plans have in common
	text     string // to be added
	parts    []string
}

// lessonLines are the lessons that the plan does not have yet.
func lessonLines(p *i18n.Printer, s plan.Subject, list []plan.Lesson) []lessonLine {
	var out []lessonLine
	for _, x := range list {
		if x.Held {
			continue
		}
		l := lessonLine{document: x.Document, title: x.Title, text: report.LessonText(p, x)}
		shared := append([]string{}, x.Audiences...)
		for _, id := range x.Channels {
			e, _ := s.Register.Entry(plan.ListChannels, id)
			shared = append(shared, s.Register.EntryName(plan.ListChannels, e))
		}
		l.caption = p.T("lesson.about", "date", x.Evaluation.Date.String())
		if len(shared) > 0 {
			l.caption += " · " + p.T("lesson.common", "what", shortened(strings.Join(shared, ", "), 90))
		}
		for _, part := range []struct{ key, text string }{
			{"lesson.keep", x.Evaluation.Keep}, {"lesson.change", x.Evaluation.Change}, {"lesson.stop", x.Evaluation.Stop},
		} {
			if strings.TrimSpace(part.text) != "" {
				l.parts = append(l.parts, p.T(part.key)+": "+shortened(part.text, 240))
			}
		}
		out = append(out, l)
	}
	return out
}
