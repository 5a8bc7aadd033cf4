package plan

import (
	"maps"
	"slices"
	"strings"
)

// Change is one difference in a file: of an entry, a document, a relation or a
// version's content. It names what was before, so that it can be undone.
type Change interface {
	// Inverse returns the change that takes this one back.
	Inverse() Change
	apply(Register) Register
}

// EntryChange adds (Before nil), replaces or removes (After nil) an entry.
type EntryChange struct {
	List          ListName
	Before, After *Entry
}

// DocumentChange adds (Before nil), replaces or removes (After nil) a document
// with its versions, not their contents: those of added and removed versions
// are given by ContentChanges beside it.
type DocumentChange struct{ Before, After *Document }

// RelationChange adds or removes a relation.
type RelationChange struct {
	Relation Relation
	Removed  bool
}

// ContentChange gives a version a new content. A zero Before means that the
// version is new, a zero After that it goes away with its document.
type ContentChange struct {
	Kind          DocumentKind
	Document      ID
	Version       ID
	Before, After Sealed
}

// Edit is what one action does: changes, which can be undone, and events, which
// cannot. An Edit with events is a registration: it ends what can be undone
// before it only for the documents it froze.
//
// Files are what the changes attach. They are stored before the changes, each
// once; taking the changes back leaves them, so that redoing finds them again.
type Edit struct {
	Changes []Change
	Events  []Event
	Files   []Attachment
}

// IsEmpty reports whether the edit does nothing.
func (e Edit) IsEmpty() bool { return len(e.Changes) == 0 && len(e.Events) == 0 }

// Inverse returns the edit that takes back the changes, in reverse order. It has
// no events: registrations are corrected, not undone.
func (e Edit) Inverse() Edit {
	out := make([]Change, 0, len(e.Changes))
	for _, c := range slices.Backward(e.Changes) {
		out = append(out, c.Inverse())
	}
	return Edit{Changes: out}
}

// Then returns one edit that does e and afterwards f.
func (e Edit) Then(f Edit) Edit {
	return Edit{slices.Concat(e.Changes, f.Changes), slices.Concat(e.Events, f.Events), slices.Concat(e.Files, f.Files)}
}

// Apply returns the register after the edit. It does not check the rules; the
// functions that make edits do.
func (r Register) Apply(e Edit) Register {
	for _, c := range e.Changes {
		r = c.apply(r)
	}
	return r.withEvents(e.Events)
}

// Inverse implements Change.
func (c EntryChange) Inverse() Change {
	return EntryChange{c.List, c.After, c.Before}
}

func (c EntryChange) apply(r Register) Register {
	list := slices.Clone(r.lists[c.List])
	if c.Before != nil {
		list = slices.DeleteFunc(list, func(e Entry) bool { return e.ID == c.Before.ID })
	}
	if c.After != nil {
		i, _ := slices.BinarySearchFunc(list, *c.After, func(a, b Entry) int {
			if a.Position != b.Position {
				return a.Position - b.Position
			}
			return -1
		})
		list = slices.Insert(list, i, *c.After)
	}
	r.lists = maps.Clone(r.lists)
	if r.lists == nil {
		r.lists = map[ListName][]Entry{}
	}
	r.lists[c.List] = list
	return r
}

// Inverse implements Change.
func (c DocumentChange) Inverse() Change { return DocumentChange{c.After, c.Before} }

func (c DocumentChange) apply(r Register) Register {
	r.documents = maps.Clone(r.documents)
	if r.documents == nil {
		r.documents = map[ID]Document{}
	}
	if c.After == nil {
		delete(r.documents, c.Before.ID)
		r.order = slices.DeleteFunc(slices.Clone(r.order), func(id ID) bool { return id == c.Before.ID })
		return r
	}
	if _, ok := r.documents[c.After.ID]; !ok {
		r.order = r.insertInOrder(*c.After)
	}
	r.documents[c.After.ID] = *c.After
	return r
}

// insertInOrder keeps documents oldest first, also when a removal is undone.
func (r Register) insertInOrder(d Document) []ID {
	i, _ := slices.BinarySearchFunc(r.order, d, func(id ID, d Document) int {
		return r.documents[id].Versions[0].Created.Compare(d.Versions[0].Created)*2 + strings.Compare(string(id), string(d.ID))
	})
	return slices.Insert(slices.Clone(r.order), i, d.ID)
}

// Inverse implements Change.
func (c RelationChange) Inverse() Change { return RelationChange{c.Relation, !c.Removed} }

func (c RelationChange) apply(r Register) Register {
	r.byKind = maps.Clone(r.byKind)
	if r.byKind == nil {
		r.byKind = map[RelationKind][]Relation{}
	}
	r.relations, r.byKind[c.Relation.Kind] = c.among(r.relations), c.among(r.byKind[c.Relation.Kind])
	return r
}

// among returns a copy of the relations with the change made.
func (c RelationChange) among(all []Relation) []Relation {
	rest := slices.DeleteFunc(slices.Clone(all), func(x Relation) bool { return x == c.Relation })
	if c.Removed {
		return rest
	}
	return append(rest, c.Relation)
}

// Inverse implements Change.
func (c ContentChange) Inverse() Change {
	c.Before, c.After = c.After, c.Before
	return c
}

func (c ContentChange) apply(r Register) Register {
	d, ok := r.documents[c.Document]
	if !ok || c.After.IsZero() {
		return r
	}
	vs := slices.Clone(d.Versions)
	for i := range vs {
		if vs[i].ID == c.Version {
			vs[i].Hash, vs[i].Head, vs[i].Catalogue = c.After.Hash, HeadOf(c.After.Content), c.After.Catalogue
		}
	}
	d.Versions = vs
	r.documents = maps.Clone(r.documents)
	r.documents[c.Document] = d
	return r
}
