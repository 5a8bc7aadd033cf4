package plan

import (
	"iter"
	"slices"
)

// ListName names one list of the register.
type ListName string

// The lists of the register. ListOrganisation has exactly one entry, with the
// ID OrganisationID.
const (
	ListOrganisation ListName = "organisation"
	ListPeriods      ListName = "periods" // mandate periods
	ListCycles       ListName = "cycles"  // planning cycles: a year's window
	ListMeetings     ListName = "meetings"
	ListBodies       ListName = "bodies" // decision bodies
	ListAssignments  ListName = "assignments"
	ListMembers      ListName = "members" // member municipalities
	ListRoles        ListName = "roles"
	ListAudiences    ListName = "audiences"
	ListMessages     ListName = "messages"
	ListChannels     ListName = "channels"
	ListPackets      ListName = "packets" // a meeting's papers with their items
)

// OrganisationID is the ID of the only entry of ListOrganisation.
const OrganisationID ID = "organisation"

// ListNames returns all lists in the order in which they are written.
func ListNames() []ListName {
	return []ListName{
		ListOrganisation, ListPeriods, ListCycles, ListBodies, ListMeetings, ListRoles, ListAssignments,
		ListMembers, ListAudiences, ListMessages, ListChannels, ListPackets,
	}
}

// Entry is one entry of a list of the register; ListFields declares its fields.
type Entry struct {
	ID       ID
	Position int // order within the list, from 1; gaps are allowed
	Fields   Content
}

// Register is everything in a file but the contents of the versions: lists,
// documents with their versions, relations, events. It is an immutable value;
// Apply returns a new one. The zero Register is an empty file.
type Register struct {
	origin    ID
	lists     map[ListName][]Entry
	documents map[ID]Document
	order     []ID      // of documents, oldest first
	holders   map[ID]ID // the document of each version
	relations []Relation
	byKind    map[RelationKind][]Relation // the same, so that a kind is asked for without the others
	ends      map[relationEnd][]ID        // and what stands at their other ends, in their order
	events    []Event
	kinds     []EventKind  // of each event, so that those of a kind are found without reading the others
	facts     []ReviewFact // of each event; zero for those that are no complete reviews
	byDoc     map[ID][]int // indices into events, the ones that count only; a correction in the place of what it corrects
	corrected map[ID]bool  // events that a later one corrects
	adopted   map[ID]bool  // versions on which an adoption was ever registered
	own       *owned       // while an edit is applied
	mark      *mark        // another one after every edit
}

// Origin returns what tells the file that the register was read from from every
// other file, also when it has been renamed, moved or copied. It is empty for a
// register that no file holds.
func (r Register) Origin() ID { return r.origin }

// From returns the register as one that was read from the file.
func (r Register) From(origin ID) Register {
	r.origin = origin
	return r
}

// Entries returns a copy of the list's entries in their order.
func (r Register) Entries(l ListName) []Entry { return slices.Clone(r.lists[l]) }

// Entry returns the entry of the list with the ID.
func (r Register) Entry(l ListName, id ID) (Entry, bool) {
	for _, e := range r.lists[l] {
		if e.ID == id {
			return e, true
		}
	}
	return Entry{}, false
}

// Documents returns all documents, oldest first.
func (r Register) Documents() []Document {
	out := make([]Document, 0, len(r.order))
	for _, id := range r.order {
		out = append(out, r.documents[id])
	}
	return out
}

// DocumentIDs yields the IDs of all documents, oldest first.
func (r Register) DocumentIDs() iter.Seq[ID] { return slices.Values(r.order) }

// Document returns the document with the ID.
func (r Register) Document(id ID) (Document, bool) {
	d, ok := r.documents[id]
	return d, ok
}

// Relations returns a copy of all relations.
func (r Register) Relations() []Relation { return slices.Clone(r.relations) }

// Objects returns the documents to which the document stands in the relation.
func (r Register) Objects(from ID, k RelationKind) []ID {
	return r.othersOf(relationEnd{from, k, false})
}

// Subjects returns the documents that stand in the relation to the document.
func (r Register) Subjects(to ID, k RelationKind) []ID {
	return r.othersOf(relationEnd{to, k, true})
}

// AdoptedBefore returns the version of the document that was adopted last among
// those made before the one with the ID: what a draft is compared with.
func (r Register) AdoptedBefore(d Document, id ID) (Version, bool) {
	var found Version
	ok := false
	for _, v := range d.Versions {
		if v.ID == id {
			return found, ok
		}
		if _, adopted := r.AdoptionOf(d, v.ID); adopted {
			found, ok = v, true
		}
	}
	return Version{}, false
}

// Without returns the register as if the documents had never been in it: none of
// them is listed or related to.
func (r Register) Without(docs ...ID) Register {
	var e Edit
	for _, x := range r.relations {
		if slices.Contains(docs, x.From) || slices.Contains(docs, x.To) {
			e.Changes = append(e.Changes, RelationChange{Relation: x, Removed: true})
		}
	}
	for _, id := range docs {
		if d, ok := r.documents[id]; ok {
			e.Changes = append(e.Changes, DocumentChange{Before: &d})
		}
	}
	return r.Apply(e)
}
