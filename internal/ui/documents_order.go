package ui

import (
	"cmp"
	"slices"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// documentOrder is how a person has a list of documents arranged.
type documentOrder struct {
	by    string // a column; "" for the usual order: the period's own plan first, then by title
	down  bool
	group string // one of the groupings; "" for the usual
}

// The columns of a list of documents.
const (
	listsTitle   = "title"
	listsVersion = "version"
	listsState   = "state"
	listsOwner   = "owner"
	listsReview  = "review"
	listsTouched = "touched"
)

// The groupings of a list of documents. The usual is by mandate period for plans and by
// kind for steering documents.
const (
	groupUsual = ""
	groupState = "state"
	groupOwner = "owner"
	groupNone  = "none"
)

// documentGroup is a part of a list of documents.
type documentGroup struct {
	title string
	lines []*documentLine
}

// documentGroups are the documents of a room in the order, by groups.
func documentGroups(p *i18n.Printer, lines []*documentLine, in room, by documentOrder) []documentGroup {
	byKey := map[string]int{}
	var keys []string
	var out []documentGroup
	for _, l := range lines {
		key := groupKey(l, in, by.group)
		i, ok := byKey[key]
		if !ok {
			i = len(out)
			byKey[key], keys = i, append(keys, key)
			out = append(out, documentGroup{title: groupTitle(p, l, in, by.group)})
		}
		out[i].lines = append(out[i].lines, l)
	}
	for _, g := range out {
		slices.SortFunc(g.lines, by.compare)
	}
	slices.SortFunc(keys, func(a, b string) int {
		x, y := out[byKey[a]].lines[0], out[byKey[b]].lines[0]
		return cmp.Or(compareGroups(x, y, in, by.group), strings.Compare(a, b))
	})
	sorted := make([]documentGroup, 0, len(out))
	for _, k := range keys {
		sorted = append(sorted, out[byKey[k]])
	}
	return sorted
}

// groupKey names the group of a line.
func groupKey(l *documentLine, in room, group string) string {
	switch {
	case group == groupState:
		return string(l.status)
	case group == groupOwner:
		return l.owner
	case group == groupNone:
		return ""
	case in == roomSteering:
		return string(l.kind)
	}
	return string(l.period.id)
}

// groupTitle is what the head of the line's group says.
func groupTitle(p *i18n.Printer, l *documentLine, in room, group string) string {
	switch {
	case group == groupState:
		return p.T("status." + string(l.status))
	case group == groupOwner && l.owner == "":
		return p.T("documents.no-owner")
	case group == groupOwner:
		return l.owner
	case group == groupNone:
		return ""
	case in == roomSteering:
		return p.T("kinds." + string(l.kind))
	case l.period.id == "":
		return p.T("documents.no-period")
	}
	return p.T("nav.period", "period", l.period.name)
}

// compareGroups puts groups in order, given a line of each: the latest period first,
// and what has no owner last.
func compareGroups(a, b *documentLine, in room, group string) int {
	switch {
	case group == groupState:
		return compareStatus(a, b)
	case group == groupOwner:
		return lastWhere(a.owner == "", b.owner == "", a.owning.Compare(b.owning))
	case group == groupNone:
		return 0
	case in == roomSteering:
		return cmp.Compare(slices.Index(plan.DocumentKinds(), a.kind), slices.Index(plan.DocumentKinds(), b.kind))
	}
	return strings.Compare(b.period.start, a.period.start)
}

// compare is a total order: two lines are equal only where they are the same version.
func (by documentOrder) compare(a, b *documentLine) int {
	return cmp.Or(by.compareColumn(a, b), a.order.Compare(b.order), strings.Compare(string(a.document), string(b.document)), besideLast(a, b),
		strings.Compare(string(a.version), string(b.version)))
}

func (by documentOrder) compareColumn(a, b *documentLine) int {
	switch by.by {
	case listsTitle:
		return by.turned(a.order.Compare(b.order))
	case listsState:
		return by.turned(compareStatus(a, b))
	case listsOwner:
		return lastWhere(a.owner == "", b.owner == "", by.turned(a.owning.Compare(b.owning)))
	case listsReview:
		x, y := a.due(), b.due()
		return lastWhere(x.IsZero(), y.IsZero(), by.turned(x.Compare(y)))
	case listsTouched:
		return by.turned(a.touched.Compare(b.touched))
	}
	return strings.Compare(string(b.kind), string(a.kind)) // period-plan before assignment-plan
}

func (by documentOrder) turned(c int) int {
	if by.down {
		return -c
	}
	return c
}

// lastWhere puts what lacks something last, whichever way the list is turned.
func lastWhere(a, b bool, otherwise int) int {
	switch {
	case a == b && a:
		return 0
	case a:
		return 1
	case b:
		return -1
	}
	return otherwise
}

func besideLast(a, b *documentLine) int { return lastWhere(a.beside, b.beside, 0) }

// compareStatus follows the life of a document.
func compareStatus(a, b *documentLine) int {
	return cmp.Compare(slices.Index(statuses(), a.status), slices.Index(statuses(), b.status))
}

// statuses are all, in the order of a document's life.
func statuses() []plan.Status {
	return []plan.Status{
		plan.StatusDraft, plan.StatusInPreparation, plan.StatusReady, plan.StatusReferredBack, plan.StatusDeferred, plan.StatusRejected,
		plan.StatusAdopted, plan.StatusReaffirmed, plan.StatusUnderReview, plan.StatusExpired, plan.StatusEnded, plan.StatusSuperseded, plan.StatusRepealed,
	}
}

// sortedColumns are those that a list can be sorted by.
func sortedColumns() []string {
	return []string{listsTitle, listsState, listsOwner, listsReview, listsTouched}
}

func groupings() []string { return []string{groupUsual, groupState, groupOwner, groupNone} }
