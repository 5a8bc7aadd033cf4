package ui

import (
	"slices"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// mostHandOverLines is how many documents are shown at once; the others are found by
// their names.
const mostHandOverLines = 150

// handOverModel is what is to be handed over: the whole file, or the documents that
// are chosen.
type handOverModel struct {
	part   bool
	chosen map[plan.ID]bool
	groups []handOverGroup // all documents, as the rooms group them
	names  map[plan.ID]string
}

type handOverGroup struct {
	title string
	lines []handOverLine
}

type handOverLine struct {
	document plan.ID
	label    string
}

// handOverOf is the model with the documents chosen, or the whole file where none is.
func handOverOf(p *i18n.Printer, o outlook, chosen ...plan.ID) handOverModel {
	m := handOverModel{part: len(chosen) > 0, chosen: map[plan.ID]bool{}, names: map[plan.ID]string{}}
	for _, id := range chosen {
		m.chosen[id] = true
	}
	for _, in := range []room{roomPlans, roomSteering} {
		for _, g := range documentGroups(p, documentLines(o, in), in, documentOrder{}) {
			out := handOverGroup{title: g.title}
			for _, l := range g.lines {
				if _, twice := m.names[l.document]; !twice { // a draft stands beside the version in force
					m.names[l.document] = l.title
					out.lines = append(out.lines, handOverLine{l.document, l.title})
				}
			}
			m.groups = append(m.groups, out)
		}
	}
	return m
}

// shown are the groups of the documents that the filter lets through, the first ones
// only, and how many more there are.
func (m handOverModel) shown(filter string) (out []handOverGroup, more int) {
	filter = plan.Folded(strings.TrimSpace(filter))
	room := mostHandOverLines
	for _, g := range m.groups {
		some := handOverGroup{title: g.title}
		for _, l := range g.lines {
			switch {
			case filter != "" && !strings.Contains(plan.Folded(l.label), filter) && !strings.Contains(plan.Folded(g.title), filter):
			case room == 0:
				more++
			default:
				room--
				some.lines = append(some.lines, l)
			}
		}
		if len(some.lines) > 0 {
			out = append(out, some)
		}
	}
	return out, more
}

// matching are the documents that the filter lets through, shown or not.
func (m handOverModel) matching(filter string) []plan.ID {
	filter = plan.Folded(strings.TrimSpace(filter))
	var out []plan.ID
	for _, g := range m.groups {
		for _, l := range g.lines {
			if filter == "" || strings.Contains(plan.Folded(l.label), filter) || strings.Contains(plan.Folded(g.title), filter) {
				out = append(out, l.document)
			}
		}
	}
	return out
}

// documents are those that are chosen, in the order of the list.
func (m handOverModel) documents() []plan.ID {
	return slices.DeleteFunc(m.matching(""), func(id plan.ID) bool { return !m.chosen[id] })
}

// ready reports whether something is to be handed over.
func (m handOverModel) ready() bool { return !m.part || len(m.documents()) > 0 }

// beside tells which documents the chosen ones are related to that stay; "" for none.
func (m handOverModel) beside(p *i18n.Printer, r plan.Register) (ids []plan.ID, said string) {
	ids = r.Related(m.documents())
	if len(ids) == 0 {
		return nil, ""
	}
	const named = 3
	titles := make([]string, 0, named)
	for _, id := range ids[:min(named, len(ids))] {
		titles = append(titles, m.names[id])
	}
	if len(ids) > named {
		titles = append(titles, "…")
	}
	return ids, p.N("hand-over.beside", len(ids), "titles", strings.Join(titles, ", "))
}

// name is what the new file is called beside the old one, whose name is given without
// its ending.
func (m handOverModel) name(p *i18n.Printer, base string) string {
	key := "hand-over.name"
	if m.part {
		key = "hand-over.name-part"
	}
	return base + " " + p.T(key) + extension
}
