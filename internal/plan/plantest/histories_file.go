package plantest

import (
	"maps"
	"slices"

	"ledstjarna/internal/plan"
)

// kept is a file in memory: it keeps earlier states as a file on disk does.
type kept struct {
	register plan.Register
	contents map[plan.ID]plan.Sealed
	known    []knownState // the newest last
	states   map[string][]byte
	now      map[plan.Thing]string
	touched  map[plan.Thing]bool // since the opening
	places   map[string]said
}

type knownState struct {
	thing    plan.Thing
	revision string
	decided  bool
}

// said is what stands at a place, "" for a row that was removed, and which texts
// whoever wrote it had seen there.
type said struct {
	text string
	mark string // of the edit
	seen map[string]bool
}

func (f *kept) side() plan.Side {
	return plan.Side{
		Register: f.register, Known: f.knows(),
		Content: func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return f.contents[v.ID], nil },
		State:   func(t plan.Thing, revision string) ([]byte, error) { return f.states[string(t)+revision], nil },
	}
}

func (f *kept) knows() plan.Known {
	k := plan.NewKnown()
	for _, x := range slices.Backward(f.known) {
		k.Add(x.thing, x.revision, x.decided)
	}
	k.Now = maps.Clone(f.now)
	return k
}

func (f *kept) keep(x knownState, json []byte) {
	for i, y := range f.known {
		if y.thing == x.thing && y.revision == x.revision {
			x.decided = x.decided || y.decided
			f.known = slices.Delete(f.known, i, i+1)
			break
		}
	}
	f.known, f.states[string(x.thing)+x.revision] = append(f.known, x), json
}

// first keeps a thing before it is first changed.
func (f *kept) first(t plan.Thing, s plan.Sealed) {
	if f.touched[t] || s.IsZero() {
		return
	}
	f.touched[t] = true
	was, ok := f.now[t]
	if !ok {
		was = plan.FirstRevision(s.Hash)
	}
	f.keep(knownState{t, was, false}, s.JSON)
	f.now[t] = string(plan.NewID())
}

func (f *kept) apply(e plan.Edit) {
	for _, c := range e.Changes {
		switch c := c.(type) {
		case plan.ContentChange:
			f.first(plan.ThingContent(c.Version), c.Before)
			if f.contents[c.Version] = c.After; c.After.IsZero() {
				delete(f.contents, c.Version)
			}
		case plan.EntryChange:
			if c.Before != nil {
				f.first(plan.ThingEntry(c.List, c.Before.ID), plan.Seal(c.Before.Fields))
			}
		case plan.RelationChange:
			f.first(plan.ThingRelations, plan.RelationsState(f.register.Relations()))
		}
	}
	f.register = f.register.Apply(e)
}

// close closes the file and opens it again, as copying or importing it needs.
func (f *kept) close() { f.touched = map[plan.Thing]bool{} }

func (f *kept) copy() *kept {
	f.close()
	c := *f
	c.contents, c.known = maps.Clone(f.contents), slices.Clone(f.known)
	c.states, c.places, c.now = maps.Clone(f.states), maps.Clone(f.places), maps.Clone(f.now)
	c.close()
	return &c
}

func newKept() *kept {
	return &kept{
		contents: map[plan.ID]plan.Sealed{}, states: map[string][]byte{}, places: map[string]said{},
		now: map[plan.Thing]string{}, touched: map[plan.Thing]bool{},
	}
}
