package ui

import (
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// factBook holds what lists ask of every document, and works out anew what an edit can
// concern. It lives as long as the words do.
type factBook struct {
	known    bool
	register plan.Register
	today    plan.Date
	of       map[plan.ID]documentFacts
}

// documentFacts are of one document on a day.
type documentFacts struct {
	kind   plan.DocumentKind
	shown  plan.Version // that speaks for it in lists
	status plan.Status  // of that
	draft  plan.Version // beside it, where there is another
	beside bool

	records string       // IDs of what was recorded beside the content; "" for nothing
	order   i18n.SortKey // of the title of the shown version
	folded  string       // that title, as it is searched
}

// facts returns what is known of the document.
func (o outlook) facts(id plan.ID) documentFacts {
	b := o.book
	b.renew(o.register, o.today)
	x, ok := b.of[id]
	if !ok {
		x = o.factsAnew(id)
		b.of[id] = x
	}
	return x
}

func (o outlook) factsAnew(id plan.ID) documentFacts {
	r := o.register
	d, ok := r.Document(id)
	if !ok {
		return documentFacts{}
	}
	x := documentFacts{kind: d.Kind, shown: shownVersion(r, d, o.today)}
	x.status = r.StatusOf(d, x.shown, o.today)
	if draft, ok := r.Draft(d); ok && draft.ID != x.shown.ID {
		x.draft, x.beside = draft, true
	}
	var b strings.Builder
	for e := range r.AllEventsOf(id, plan.EventFollowUp) {
		b.WriteString(" " + string(e.ID))
	}
	x.records, x.order, x.folded = b.String(), o.words.SortKey(x.shown.Head.Title), plan.Folded(x.shown.Head.Title)
	return x
}

// renew forgets what may not be so any more.
func (b *factBook) renew(r plan.Register, today plan.Date) {
	if !b.known || b.today != today {
		*b = factBook{known: true, register: r, today: today, of: map[plan.ID]documentFacts{}}
		return
	}
	since := r.Since(b.register)
	switch {
	case since.IsEmpty():
		return
	case len(since.Lists) > 0:
		clear(b.of)
	default:
		for _, id := range r.Concerned(since, b.register) {
			delete(b.of, id)
		}
	}
	b.register = r
}
