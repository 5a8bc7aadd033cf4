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

type documentLine struct {
	document plan.ID
	version  plan.ID
	title    string
	caption  string
	state    kit.State
	review   kit.State // of the version in force; none where it owes none
}

// documentGroups sorts the documents of a room: plans by mandate period, the
// period's own plan first; steering documents by kind.
func documentGroups(p *i18n.Printer, r plan.Register, in room, today plan.Date) []documentGroup {
	byKey := map[string]*documentGroup{}
	var keys []string
	duties := dutyOfEach(review.Duties(r, today))
	for _, d := range r.Documents() {
		if roomOf(d.Kind) != in {
			continue
		}
		key, title := groupOf(p, r, d, today)
		g, ok := byKey[key]
		if !ok {
			g = &documentGroup{title: title}
			byKey[key] = g
			keys = append(keys, key)
		}
		lines := documentLines(p, r, d, today)
		if duty, ok := duties[d.ID]; ok && duty.State != review.NotDue && duty.State != review.Closed {
			lines[0].review = dutyState(p, duty)
		}
		g.lines = append(g.lines, lines...)
	}
	slices.Sort(keys)
	if in == roomPlans {
		slices.Reverse(keys) // the latest period first
	}
	var out []documentGroup
	for _, k := range keys {
		slices.SortStableFunc(byKey[k].lines, func(a, b documentLine) int {
			da, _ := r.Document(a.document)
			db, _ := r.Document(b.document)
			if da.Kind != db.Kind {
				return strings.Compare(string(db.Kind), string(da.Kind)) // period-plan before assignment-plan
			}
			return p.Compare(a.title, b.title)
		})
		out = append(out, *byKey[k])
	}
	return out
}

func groupOf(p *i18n.Printer, r plan.Register, d plan.Document, today plan.Date) (key, title string) {
	if roomOf(d.Kind) == roomSteering {
		for i, k := range plan.DocumentKinds() {
			if k == d.Kind {
				return string(rune('a' + i)), p.T("kinds." + string(k))
			}
		}
	}
	h := shownVersion(r, d, today).Head
	period := h.Period
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

// documentLines are the lines of a document: the version in force, and the draft
// beside it.
func documentLines(p *i18n.Printer, r plan.Register, d plan.Document, today plan.Date) []documentLine {
	line := func(v plan.Version) documentLine {
		title := v.Head.Title
		if title == "" {
			title = p.T("document.untitled")
		}
		parts := []string{p.T("version.label", "version", versionWords(p, r, d, v))}
		if d.Kind == plan.AssignmentPlan {
			parts = append([]string{p.T("kind.assignment-plan")}, parts...)
		}
		if v.Head.Owner != "" {
			parts = append(parts, v.Head.Owner)
		}
		return documentLine{d.ID, v.ID, title, strings.Join(parts, " · "), statusState(p, r.StatusOf(d, v, today)), kit.State{}}
	}
	out := []documentLine{line(shownVersion(r, d, today))}
	if draft, ok := r.Draft(d); ok && draft.ID != out[0].version {
		out = append(out, line(draft))
	}
	return out
}
