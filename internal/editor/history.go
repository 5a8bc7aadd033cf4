package editor

import (
	"slices"

	"ledstjarna/internal/plan"
)

// step is one action, or several on one field, that can be undone.
type step struct {
	op    Op
	edit  plan.Edit
	ended bool
}

// history holds the steps, the latest last.
type history struct {
	limit  int
	done   []step
	undone []step
}

func (h *history) end() {
	if n := len(h.done); n > 0 {
		h.done[n-1].ended = true
	}
}

// add records a step; what was undone cannot be done again after it.
func (h *history) add(s step) {
	redone := len(h.undone) > 0
	h.undone = nil
	if n := len(h.done); n > 0 && !redone && s.op.Field != "" && h.done[n-1].op.Field == s.op.Field && !h.done[n-1].ended {
		h.done[n-1].edit = merge(h.done[n-1].edit, s.edit)
		h.done[n-1].op = s.op
		if h.done[n-1].edit.IsEmpty() {
			h.done = h.done[:n-1]
		}
		return
	}
	h.done = append(h.done, s)
	if len(h.done) > h.limit {
		h.done = slices.Delete(h.done, 0, len(h.done)-h.limit)
	}
}

// merge returns one edit for two that follow each other. Two changes of the same
// content or entry become one, and none where the second takes the first back.
func merge(a, b plan.Edit) plan.Edit {
	if len(a.Changes) != 1 || len(b.Changes) != 1 {
		return a.Then(b)
	}
	switch x := a.Changes[0].(type) {
	case plan.ContentChange:
		if y, ok := b.Changes[0].(plan.ContentChange); ok && x.Version == y.Version {
			if x.Before.Hash == y.After.Hash {
				return plan.Edit{}
			}
			x.After = y.After
			return plan.Edit{Changes: []plan.Change{x}}
		}
	case plan.EntryChange:
		if y, ok := b.Changes[0].(plan.EntryChange); ok && x.List == y.List && x.After != nil && y.Before != nil && x.After.ID == y.Before.ID {
			if sameEntry(x.Before, y.After) {
				return plan.Edit{}
			}
			x.After = y.After
			return plan.Edit{Changes: []plan.Change{x}}
		}
	}
	return a.Then(b)
}

// register drops the steps that a registration has made untrue: those about the
// versions that it froze and about what it changed itself, and those whose
// undoing or redoing would remove what its events tell of.
func (h *history) register(e plan.Edit, after plan.Register) {
	touched := touchedBy(e)
	told := map[plan.ID]bool{}
	for _, ev := range e.Events {
		for _, id := range toldBy(ev) {
			told[id] = true
		}
		if d, ok := after.Document(ev.Document); ok {
			if v, ok := d.Version(ev.Version); ok && after.Frozen(d, v) {
				touched[thing{"document", d.ID}] = true
				touched[thing{"content", v.ID}] = true
			}
		}
	}
	untrue := func(s step) bool {
		for t := range touchedBy(s.edit) {
			if touched[t] {
				return true
			}
		}
		return slices.ContainsFunc(s.edit.Changes, func(c plan.Change) bool {
			return slices.ContainsFunc(comesOrGoes(c), func(id plan.ID) bool { return told[id] })
		})
	}
	h.done = slices.DeleteFunc(h.done, untrue)
	h.undone = slices.DeleteFunc(h.undone, untrue)
	h.end()
}
