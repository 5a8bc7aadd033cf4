package ui

import (
	"slices"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// factBook holds what lists ask of every document, and works out anew what an edit can
// concern. It lives as long as the words do.
type factBook struct {
	known    bool
	register plan.Register
	today    plan.Date
	of       map[plan.ID]*documentFacts
	keys     map[plan.ID]titlePlace // also of documents of which the rest is to be worked out anew

	overview reviewRows[overviewLine]
	annual   reviewRows[*annualLine]
}

// titlePlace is the place of a title in the alphabet.
type titlePlace struct {
	title string
	key   i18n.SortKey
}

// documentFacts are of one document on a day. They are shared and never changed, but
// for what is filled in once it is asked for.
type documentFacts struct {
	kind   plan.DocumentKind
	shown  plan.Version // that speaks for it in lists
	status plan.Status  // of that
	draft  plan.Version // beside it, where there is another
	beside bool
	alone  bool // the shown version is the only one

	week  weekVersion  // of the shown version
	order i18n.SortKey // of the title of the shown version

	lines    []*documentLine // of the list of documents; nil until asked for
	number   string          // of the shown version; "" until asked for
	reviewed *plan.Date      // the last review; nil until asked for
}

// facts returns what is known of the document.
func (o outlook) facts(id plan.ID) *documentFacts {
	b := o.book
	b.renew(o.register, o.today)
	x, ok := b.of[id]
	if !ok {
		x = o.factsAnew(id)
		b.of[id] = x
	}
	return x
}

func (o outlook) factsAnew(id plan.ID) *documentFacts {
	r := o.register
	d, ok := r.Document(id)
	if !ok {
		delete(o.book.keys, id)
		return &documentFacts{}
	}
	x := &documentFacts{kind: d.Kind, shown: shownVersion(r, d, o.today), alone: len(d.Versions) == 1}
	x.status = r.StatusOf(d, x.shown, o.today)
	if draft, ok := r.Draft(d); ok && draft.ID != x.shown.ID {
		x.draft, x.beside = draft, true
	}
	var b strings.Builder // IDs of what was recorded beside the content
	for e := range r.AllEventsOf(id, plan.EventFollowUp) {
		b.WriteString(" " + string(e.ID))
	}
	x.week = weekVersion{document: id, version: x.shown.ID, state: x.shown.Hash + b.String(), followed: b.Len() > 0}
	x.order = o.titleAnew(id, x.shown.Head.Title)
	return x
}

func (o outlook) titleAnew(id plan.ID, title string) i18n.SortKey {
	k, ok := o.book.keys[id]
	if !ok || k.title != title {
		k = titlePlace{title, o.words.SortKey(title)}
		o.book.keys[id] = k
	}
	return k.key
}

// titleKey is the place in the alphabet of what the document is or was called.
func (o outlook) titleKey(id plan.ID, title string) i18n.SortKey {
	if x := o.facts(id); x.shown.Head.Title == title {
		return x.order
	}
	return o.words.SortKey(title)
}

// versionNumber is the words for the shown version's number.
func (o outlook) versionNumber(id plan.ID) string {
	x := o.facts(id)
	if x.number == "" {
		if d, ok := o.register.Document(id); ok {
			x.number = versionWords(o.words, o.register, d, x.shown)
		}
	}
	return x.number
}

// lastReviewed is the day on which the document was last reviewed; no date: never.
func (o outlook) lastReviewed(id plan.ID) plan.Date {
	x := o.facts(id)
	if x.reviewed == nil {
		day, _ := review.LastReviewed(o.register, id, o.today)
		x.reviewed = &day
	}
	return *x.reviewed
}

// renew forgets what may not be so any more.
func (b *factBook) renew(r plan.Register, today plan.Date) {
	if !b.known || b.today != today {
		keys := b.keys
		if keys == nil {
			keys = map[plan.ID]titlePlace{}
		}
		*b = factBook{known: true, register: r, today: today, of: map[plan.ID]*documentFacts{}, keys: keys}
		return
	}
	since := r.Since(b.register)
	switch {
	case since.IsEmpty():
		return
	case slices.ContainsFunc(since.Lists, review.ConcernsAll): // on no other list does a status or a review depend
		clear(b.of)
	default:
		for _, id := range r.Concerned(since, b.register) {
			delete(b.of, id)
			for _, plans := range [][]plan.ID{r.Objects(id, plan.ElaboratedIn), b.register.Objects(id, plan.ElaboratedIn)} {
				for _, plan := range plans { // they are listed under its period
					delete(b.of, plan)
				}
			}
		}
	}
	b.register = r
}
