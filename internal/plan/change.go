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
	r.own = &owned{lists: map[ListName]bool{}}
	for _, c := range e.Changes {
		r = c.apply(r)
	}
	if r.own.relations != nil {
		r.findEnds()
	}
	r.own, r.mark = nil, r.markAfter(e)
	return r.withEvents(e.Events)
}

// ApplyEach applies the edit's changes one after the other, and before each calls check
// with it and with the register as it then is, which holds during the call only. It ends
// with the first error. Unlike Apply for each change it copies what changes once.
func (r Register) ApplyEach(e Edit, check func(Register, Change) error) error {
	own := &owned{lists: map[ListName]bool{}}
	for _, c := range e.Changes {
		if err := check(r, c); err != nil {
			return err
		}
		r.own = own
		if r = c.apply(r); own.relations != nil {
			r.ends = nil // a check seldom asks for them
		}
		r.own, r.mark = nil, &mark{is: &identity{}}
	}
	return nil
}

// owned tells which parts of a register were copied while an edit is applied, and so
// may be changed: a large edit copies each of them once.
type owned struct {
	lists     map[ListName]bool
	documents bool
	order     bool
	holders   bool
	relations map[Relation]bool // those that there are; nil where they were not copied
}

func (r *Register) ownLists(l ListName) {
	if len(r.own.lists) == 0 {
		r.lists = maps.Clone(r.lists)
		if r.lists == nil {
			r.lists = map[ListName][]Entry{}
		}
	}
	if !r.own.lists[l] {
		r.own.lists[l] = true
		r.lists[l] = slices.Clone(r.lists[l])
	}
}

func (r *Register) ownDocuments() {
	if r.own.documents {
		return
	}
	r.own.documents = true
	r.documents = maps.Clone(r.documents)
	if r.documents == nil {
		r.documents = map[ID]Document{}
	}
}

func (r *Register) ownOrder() {
	if !r.own.order {
		r.own.order = true
		r.order = slices.Clone(r.order)
	}
}

func (r *Register) ownRelations() {
	if r.own.relations != nil {
		return
	}
	r.own.relations = make(map[Relation]bool, len(r.relations))
	r.relations, r.byKind = slices.Clone(r.relations), maps.Clone(r.byKind)
	if r.byKind == nil {
		r.byKind = map[RelationKind][]Relation{}
	}
	for k, all := range r.byKind {
		r.byKind[k] = slices.Clone(all)
	}
	for _, x := range r.relations {
		r.own.relations[x] = true
	}
}

// relationEnd is a document in a relation, as its object or its subject.
type relationEnd struct {
	document ID
	kind     RelationKind
	object   bool
}

// findEnds notes what stands at the other ends of all relations.
func (r *Register) findEnds() {
	r.ends = make(map[relationEnd][]ID, 2*len(r.relations))
	for k, all := range r.byKind {
		for _, x := range all {
			from, to := relationEnd{x.From, k, false}, relationEnd{x.To, k, true}
			r.ends[from], r.ends[to] = append(r.ends[from], x.To), append(r.ends[to], x.From)
		}
	}
}

// othersOf returns what stands at the other ends of a document's relations.
func (r Register) othersOf(end relationEnd) []ID {
	if r.ends != nil {
		return slices.Clone(r.ends[end])
	}
	var out []ID
	for _, x := range r.byKind[end.kind] {
		switch {
		case !end.object && x.From == end.document:
			out = append(out, x.To)
		case end.object && x.To == end.document:
			out = append(out, x.From)
		}
	}
	return out
}

// Inverse implements Change.
func (c EntryChange) Inverse() Change {
	return EntryChange{c.List, c.After, c.Before}
}

func (c EntryChange) apply(r Register) Register {
	r.ownLists(c.List)
	list := r.lists[c.List]
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
	r.lists[c.List] = list
	return r
}

// Inverse implements Change.
func (c DocumentChange) Inverse() Change { return DocumentChange{c.After, c.Before} }

func (c DocumentChange) apply(r Register) Register {
	r.ownDocuments()
	if c.After == nil {
		r.ownOrder()
		r.hold(Document{ID: c.Before.ID}, r.documents[c.Before.ID].Versions)
		delete(r.documents, c.Before.ID)
		r.order = slices.DeleteFunc(r.order, func(id ID) bool { return id == c.Before.ID })
		return r
	}
	if _, ok := r.documents[c.After.ID]; !ok {
		r.ownOrder()
		r.order = r.insertInOrder(*c.After)
	}
	r.hold(*c.After, r.documents[c.After.ID].Versions)
	r.documents[c.After.ID] = *c.After
	return r
}

// insertInOrder keeps documents oldest first, also when a removal is undone.
func (r Register) insertInOrder(d Document) []ID {
	i, _ := slices.BinarySearchFunc(r.order, d, func(id ID, d Document) int {
		return r.documents[id].Versions[0].Created.Compare(d.Versions[0].Created)*2 + strings.Compare(string(id), string(d.ID))
	})
	return slices.Insert(r.order, i, d.ID)
}

// Inverse implements Change.
func (c RelationChange) Inverse() Change { return RelationChange{c.Relation, !c.Removed} }

func (c RelationChange) apply(r Register) Register {
	r.ownRelations()
	x := c.Relation
	if r.own.relations[x] {
		gone := func(y Relation) bool { return y == x }
		r.relations, r.byKind[x.Kind] = slices.DeleteFunc(r.relations, gone), slices.DeleteFunc(r.byKind[x.Kind], gone)
		delete(r.own.relations, x)
	}
	if !c.Removed {
		r.relations, r.byKind[x.Kind] = append(r.relations, x), append(r.byKind[x.Kind], x)
		r.own.relations[x] = true
	}
	return r
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
	r.ownDocuments()
	r.documents[c.Document] = d
	return r
}
