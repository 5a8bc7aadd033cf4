package ui

import (
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
	beside   bool // the draft beside the version in force
}

// documentLook is what a line says beside its title.
type documentLook struct {
	caption string
	state   kit.State
	review  kit.State // of the version in force; none where it owes none
}

// documentGroups sorts the documents of a room: plans by mandate period, the
// period's own plan first; steering documents by kind.
func documentGroups(p *i18n.Printer, r plan.Register, in room, today plan.Date) []documentGroup {
	byKey := map[string]*documentGroup{}
	kinds := map[plan.ID]plan.DocumentKind{}
	var keys []string
	for _, d := range r.Documents() {
		if roomOf(d.Kind) != in {
			continue
		}
		kinds[d.ID] = d.Kind
		shown := shownVersion(r, d, today)
		key, title := groupOf(p, r, d, shown, today)
		g, ok := byKey[key]
		if !ok {
			g = &documentGroup{title: title}
			byKey[key] = g
			keys = append(keys, key)
		}
		g.lines = append(g.lines, documentLines(p, r, d, shown)...)
	}
	slices.Sort(keys)
	if in == roomPlans {
		slices.Reverse(keys) // the latest period first
	}
	var out []documentGroup
	for _, k := range keys {
		g := byKey[k]
		i18n.SortStable(p, g.lines, func(l documentLine) string { return l.title }, func(a, b documentLine) int {
			return strings.Compare(string(kinds[b.document]), string(kinds[a.document])) // period-plan before assignment-plan
		})
		out = append(out, *g)
	}
	return out
}

// groupOf is the group that a document with the shown version belongs to.
func groupOf(p *i18n.Printer, r plan.Register, d plan.Document, shown plan.Version, today plan.Date) (key, title string) {
	if roomOf(d.Kind) == roomSteering {
		for i, k := range plan.DocumentKinds() {
			if k == d.Kind {
				return string(rune('a' + i)), p.T("kinds." + string(k))
			}
		}
	}
	period := shown.Head.Period
	if d.Kind == plan.AssignmentPlan {
		for _, id := range r.Subjects(d.ID, plan.ElaboratedIn) {
			if parent, ok := r.Document(id); ok {
				period = shownVersion(r, parent, today).Head.Period
			}
		}
	}
	if e, ok := r.Entry(plan.ListPeriods, period); ok {
		return e.Fields.Get(plan.KeyStart).Date().String(), p.T("nav.period", "period", r.EntryName(plan.ListPeriods, e))
	}
	return "", p.T("documents.no-period")
}

// documentLines are the lines of a document: the version that is shown, and the draft
// beside it.
func documentLines(p *i18n.Printer, r plan.Register, d plan.Document, shown plan.Version) []documentLine {
	line := func(v plan.Version, beside bool) documentLine {
		title := v.Head.Title
		if title == "" {
			title = p.T("document.untitled")
		}
		return documentLine{d.ID, v.ID, title, beside}
	}
	out := []documentLine{line(shown, false)}
	if draft, ok := r.Draft(d); ok && draft.ID != shown.ID {
		out = append(out, line(draft, true))
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
