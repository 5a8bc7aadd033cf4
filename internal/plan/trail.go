package plan

import "slices"

// mark tells one state of a register from every other, and in what it differs from those
// of the edits shortly before.
type mark struct {
	is    *identity
	trail []step // the oldest first
}

// identity is compared by its address.
type identity struct{ _ byte }

// step is an edit of a state.
type step struct {
	from  *identity
	since Since
}

// The steps that are kept, and how much an edit may change for it to be one.
const (
	trailSteps = 8
	trailEdit  = 64
)

// markAfter is the mark of the register after the edit, whose changes are applied and
// whose events are not.
func (r Register) markAfter(e Edit) *mark {
	out := &mark{is: &identity{}}
	if r.mark == nil || len(e.Changes)+len(e.Events) > trailEdit {
		return out
	}
	kept := r.mark.trail
	kept = kept[max(0, len(kept)+1-trailSteps):]
	out.trail = append(slices.Clone(kept), step{r.mark.is, r.sinceOf(e)})
	return out
}

// sinceOf tells in what an edit makes a register differ. It may name what is the same
// after all.
func (r Register) sinceOf(e Edit) Since {
	s := newSinceSum()
	for _, c := range e.Changes {
		switch c := c.(type) {
		case EntryChange:
			s.list(c.List)
		case DocumentChange:
			for _, d := range []*Document{c.Before, c.After} {
				if d != nil {
					s.touch(d.ID)
				}
			}
		case ContentChange:
			s.write(c.Document)
		case RelationChange:
			s.touch(c.Relation.From)
			s.touch(c.Relation.To)
		}
	}
	for _, x := range e.Events {
		s.event(x.Document)
		if x.Corrects == "" {
			continue
		}
		for doc, list := range r.byDoc { // it may stand with another
			if slices.ContainsFunc(list, func(i int) bool { return r.events[i].ID == x.Corrects }) {
				s.event(doc)
			}
		}
		for _, y := range e.Events {
			if y.ID == x.Corrects {
				s.event(y.Document)
			}
		}
	}
	return s.sum()
}

// since adds up what has changed since the state, where the trail goes back to it.
func (m *mark) since(from *identity) (Since, bool) {
	at := slices.IndexFunc(m.trail, func(s step) bool { return s.from == from })
	if at < 0 {
		return Since{}, false
	}
	if at == len(m.trail)-1 {
		return m.trail[at].since, true
	}
	s := newSinceSum()
	for _, x := range m.trail[at:] {
		for _, l := range x.since.Lists {
			s.list(l)
		}
		for _, id := range x.since.Documents {
			if slices.Contains(x.since.Written, id) {
				s.write(id)
			} else {
				s.touch(id)
			}
		}
		s.loose = s.loose || x.since.Loose
	}
	return s.sum(), true
}

// sinceSum is a Since that is being added up.
type sinceSum struct {
	lists   map[ListName]bool
	touched map[ID]bool // whether more than the versions differs
	loose   bool
}

func newSinceSum() *sinceSum { return &sinceSum{lists: map[ListName]bool{}, touched: map[ID]bool{}} }

func (s *sinceSum) list(l ListName) { s.lists[l] = true }
func (s *sinceSum) touch(id ID)     { s.touched[id] = true }

func (s *sinceSum) write(id ID) {
	if !s.touched[id] {
		s.touched[id] = false
	}
}

func (s *sinceSum) event(doc ID) {
	if doc == "" {
		s.loose = true
		return
	}
	s.touch(doc)
}

func (s *sinceSum) sum() Since {
	out := Since{Loose: s.loose}
	for _, l := range ListNames() {
		if s.lists[l] {
			out.Lists = append(out.Lists, l)
		}
	}
	for id, more := range s.touched {
		out.Documents = append(out.Documents, id)
		if !more {
			out.Written = append(out.Written, id)
		}
	}
	return out
}
