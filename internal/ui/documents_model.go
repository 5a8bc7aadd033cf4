package ui

import (
	"cmp"
	"slices"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// documentGroup is a part of a list of documents.
type documentGroup struct {
	title string
	lines []documentLine
}

// documentLine is a version of a document in the list. Only its title is known before
// it is in sight; see documentLookOf.
type documentLine struct {
	document plan.ID
	version  plan.ID
	title    string
	kind     plan.DocumentKind
	order    i18n.SortKey // of the title
	beside   bool         // the draft beside the version in force
}

// documentLook is what a line says beside its title.
type documentLook struct {
	caption string
	state   kit.State
	review  kit.State // of the version in force; none where it owes none
}

// documentGroups sorts the documents of a room: plans by mandate period, the
// period's own plan first; steering documents by kind.
func documentGroups(p *i18n.Printer, o outlook, in room) []documentGroup {
	byKey := map[string]*documentGroup{}
	var keys []string
	for id := range o.register.DocumentIDs() {
		x := o.facts(id)
		if roomOf(x.kind) != in {
			continue
		}
		key, title := groupOf(p, o, id, x)
		g, ok := byKey[key]
		if !ok {
			g = &documentGroup{title: title}
			byKey[key] = g
			keys = append(keys, key)
		}
		g.lines = append(g.lines, documentLines(p, id, x)...)
	}
	slices.Sort(keys)
	if in == roomPlans {
		slices.Reverse(keys) // the latest period first
	}
	var out []documentGroup
	for _, k := range keys {
		g := byKey[k]
		slices.SortStableFunc(g.lines, func(a, b documentLine) int {
			return cmp.Or(strings.Compare(string(b.kind), string(a.kind)), a.order.Compare(b.order)) // period-plan before assignment-plan
		})
		out = append(out, *g)
	}
	return out
}

// groupOf is the group that a document belongs to.
func groupOf(p *i18n.Printer, o outlook, id plan.ID, x documentFacts) (key, title string) {
	if roomOf(x.kind) == roomSteering {
		for i, k := range plan.DocumentKinds() {
			if k == x.kind {
				return string(rune('a' + i)), p.T("kinds." + string(k))
			}
		}
	}
	period := x.shown.Head.Period
	if x.kind == plan.AssignmentPlan {
		for _, parent := range o.register.Subjects(id, plan.ElaboratedIn) {
			if _, ok := o.register.Document(parent); ok {
				period = o.facts(parent).shown.Head.Period
			}
		}
	}
	if e, ok := o.register.Entry(plan.ListPeriods, period); ok {
		return e.Fields.Get(plan.KeyStart).Date().String(), p.T("nav.period", "period", o.register.EntryName(plan.ListPeriods, e))
	}
	return "", p.T("documents.no-period")
}

// documentLines are the lines of a document: the version that is shown, and the draft
// beside it.
func documentLines(p *i18n.Printer, id plan.ID, x documentFacts) []documentLine {
	line := func(v plan.Version, order i18n.SortKey) documentLine {
		l := documentLine{document: id, version: v.ID, title: v.Head.Title, kind: x.kind, order: order}
		if l.title == "" {
			l.title = p.T("document.untitled")
			l.order = p.SortKey(l.title)
		}
		return l
	}
	out := []documentLine{line(x.shown, x.order)}
	if x.beside {
		draft := line(x.draft, p.SortKey(x.draft.Head.Title))
		draft.beside = true
		out = append(out, draft)
	}
	return out
}

// documentLookOf is what the line says beside its title.
func documentLookOf(p *i18n.Printer, o outlook, l documentLine) documentLook {
	d, ok := o.register.Document(l.document)
	v, there := d.Version(l.version)
	if !ok || !there {
		return documentLook{}
	}
	parts := []string{p.T("version.label", "version", versionWords(p, o.register, d, v))}
	if d.Kind == plan.AssignmentPlan {
		parts = append([]string{p.T("kind.assignment-plan")}, parts...)
	}
	if v.Head.Owner != "" {
		parts = append(parts, v.Head.Owner)
	}
	look := documentLook{caption: strings.Join(parts, " · "), state: statusState(p, o.register.StatusOf(d, v, o.today))}
	if l.beside {
		return look
	}
	duty, owes := review.Shown(o.ledger.Of(o.register, d.ID, o.today))
	if owes && duty.State != review.NotDue && duty.State != review.Closed {
		look.review = dutyState(p, duty)
	}
	return look
}
