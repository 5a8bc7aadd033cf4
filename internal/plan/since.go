package plan

import (
	"maps"
	"slices"
)

// Since tells in what a register differs from an earlier or other state of it.
type Since struct {
	Lists []ListName // whose entries may differ
	// Documents are those that came, went, got other versions, or about which
	// something else is registered or related, in no particular order.
	Documents []ID
	Written   []ID // those of them of which nothing differs but the versions themselves
	Loose     bool // what is registered about no document differs
}

// IsEmpty reports whether nothing that Since tells of differs.
func (s Since) IsEmpty() bool { return len(s.Lists) == 0 && len(s.Documents) == 0 && !s.Loose }

// Since tells in what the register differs from the other. It may name what is the
// same after all, where both were read or made apart, and misses nothing. It takes no
// longer for long histories or many relations than for short ones, and next to no time
// where the other is the register of a few edits before.
func (r Register) Since(old Register) Since {
	if r.mark != nil && old.mark != nil {
		if r.mark.is == old.mark.is {
			return Since{}
		}
		if out, ok := r.mark.since(old.mark.is); ok {
			return out
		}
	}
	return r.compared(old)
}

// compared is Since found out by looking at all that there is.
func (r Register) compared(old Register) Since {
	var out Since
	for _, l := range ListNames() {
		if !sameSlice(r.lists[l], old.lists[l]) {
			out.Lists = append(out.Lists, l)
		}
	}
	touched := map[ID]bool{} // whether more than the versions differs
	for id, d := range r.documents {
		was, ok := old.documents[id]
		if more := !ok || !sameSlice(r.byDoc[id], old.byDoc[id]); more || !sameDocument(d, was) {
			touched[id] = more
		}
	}
	for id := range old.documents {
		if _, ok := r.documents[id]; !ok {
			touched[id] = true
		}
	}
	for _, k := range RelationKinds() {
		if a, b := r.byKind[k], old.byKind[k]; !sameSlice(a, b) {
			relatedOtherwise(touched, a, b)
		}
	}
	for id, more := range touched {
		out.Documents = append(out.Documents, id)
		if !more {
			out.Written = append(out.Written, id)
		}
	}
	out.Loose = !sameSlice(r.byDoc[""], old.byDoc[""])
	return out
}

// Concerned returns the documents whose force may not be what it was: those of Since,
// and what they supersede or did in the other state of the register.
func (r Register) Concerned(s Since, old Register) []ID {
	out := make(map[ID]bool, len(s.Documents))
	for _, id := range s.Documents {
		out[id] = true
		for _, x := range slices.Concat(r.Objects(id, Supersedes), old.Objects(id, Supersedes)) {
			out[x] = true
		}
	}
	return slices.Collect(maps.Keys(out))
}

// relatedOtherwise marks both ends of the relations that stand in one list only.
func relatedOtherwise(touched map[ID]bool, a, b []Relation) {
	n := make(map[Relation]int, len(a))
	for _, x := range a {
		n[x]++
	}
	for _, x := range b {
		n[x]--
	}
	for x, n := range n {
		if n != 0 {
			touched[x.From], touched[x.To] = true, true
		}
	}
	if len(a) == len(b) && !slices.Equal(a, b) { // in another order
		for _, x := range slices.Concat(a, b) {
			touched[x.From], touched[x.To] = true, true
		}
	}
}

// sameSlice reports whether both are the same part of the same memory: what is in a
// register is replaced and never changed.
func sameSlice[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func sameDocument(a, b Document) bool {
	return a.Kind == b.Kind && a.Quick == b.Quick && a.Rule == b.Rule && a.RuleReason == b.RuleReason && sameSlice(a.Versions, b.Versions)
}
