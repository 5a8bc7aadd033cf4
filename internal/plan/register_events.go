package plan

import (
	"iter"
	"maps"
	"slices"
)

// Events returns a copy of all events in the order in which they were stored,
// corrected ones included.
func (r Register) Events() []Event { return slices.Clone(r.events) }

// Event returns the event with the ID.
func (r Register) Event(id ID) (Event, bool) {
	i := slices.IndexFunc(r.events, func(e Event) bool { return e.ID == id })
	if i < 0 {
		return Event{}, false
	}
	return r.events[i], true
}

// EventsOf returns the document's events of the kind that count: the last
// uncorrected ones, each in the place of the first that it corrects, without
// those that were annulled.
func (r Register) EventsOf(doc ID, k EventKind) []Event {
	n := 0
	for range r.eventsOf(doc, k) {
		n++
	}
	if n == 0 {
		return nil
	}
	out := make([]Event, 0, n)
	for e := range r.eventsOf(doc, k) {
		out = append(out, *e)
	}
	return out
}

// LastEventOf returns the event of the document that was registered last.
func (r Register) LastEventOf(doc ID) (Event, bool) {
	of := r.byDoc[doc]
	if len(of) == 0 {
		return Event{}, false
	}
	return r.events[of[len(of)-1]], true
}

// AllEventsOf yields what EventsOf returns, for those who look at many and keep
// none.
func (r Register) AllEventsOf(doc ID, k EventKind) iter.Seq[Event] {
	return func(yield func(Event) bool) {
		for e := range r.eventsOf(doc, k) {
			if !yield(*e) {
				return
			}
		}
	}
}

// eventsOf yields what EventsOf returns where it is stored, so that what reads a
// few fields of many events does not copy them. They must not be changed.
func (r Register) eventsOf(doc ID, k EventKind) iter.Seq[*Event] {
	return func(yield func(*Event) bool) {
		for _, i := range r.byDoc[doc] {
			if r.kinds[i] == k && !yield(&r.events[i]) {
				return
			}
		}
	}
}

// Effective returns all events of the kind that count, in the order in which
// they were stored: no corrected and no annulled ones.
func (r Register) Effective(k EventKind) []Event {
	var out []Event
	for _, e := range r.events {
		if e.Kind == k && !r.corrected[e.ID] && !e.Annuls() {
			out = append(out, e)
		}
	}
	return out
}

// LastBinding returns the latest registration of what was decided or reviewed, as it is
// stored: its hash tells it and everything that was registered before it from any other
// history. Exports do not count, or no two of them would be alike. False where there
// is none that is stored.
func (r Register) LastBinding() (Event, bool) {
	for _, e := range slices.Backward(r.events) {
		switch e.Kind {
		case EventDecision, EventReview, EventItem:
			return e, e.Hash != ""
		}
	}
	return Event{}, false
}

func (r Register) withEvents(es []Event) Register {
	if len(es) == 0 {
		return r
	}
	r.byDoc, r.corrected, r.adopted = maps.Clone(r.byDoc), maps.Clone(r.corrected), maps.Clone(r.adopted)
	if r.byDoc == nil {
		r.byDoc, r.corrected, r.adopted = map[ID][]int{}, map[ID]bool{}, map[ID]bool{}
	}
	r.events, r.kinds, r.facts = slices.Clone(r.events), slices.Clone(r.kinds), slices.Clone(r.facts)
	for _, e := range es {
		r.place(e)
		r.events, r.kinds, r.facts = append(r.events, e), append(r.kinds, e.Kind), append(r.facts, reviewFactOf(e))
		if e.Corrects != "" {
			r.corrected[e.Corrects] = true
		}
		if e.Kind == EventDecision && e.Fields.Text(KeyOutcome) == Adopted {
			r.adopted[e.Version] = true
		}
	}
	return r
}

// place puts the coming event among those of its document: at the end, or in the
// place of the one that it corrects. The maps are the register's own by now.
func (r Register) place(e Event) {
	at := -1
	if e.Corrects != "" {
		for doc, list := range r.byDoc {
			i := slices.IndexFunc(list, func(i int) bool { return r.events[i].ID == e.Corrects })
			if i < 0 {
				continue
			}
			r.byDoc[doc] = slices.Delete(slices.Clone(list), i, i+1)
			if doc == e.Document {
				at = i
			}
		}
	}
	if e.Annuls() {
		return
	}
	list := slices.Clone(r.byDoc[e.Document])
	if at < 0 {
		at = len(list)
	}
	r.byDoc[e.Document] = slices.Insert(list, at, len(r.events))
}
