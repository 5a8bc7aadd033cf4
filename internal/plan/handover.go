package plan

import (
	"fmt"
	"slices"
)

// HandOver is what a file holds that is handed over with some of the documents of
// another: these with all their versions, what is registered about them, how they
// are related to each other, and what of the register they refer to. Nothing else
// of the other file is in it.
//
// Things keep their revisions, so that the file can be imported again as a whole
// copy can. Earlier wordings of drafts do not come with it: what both sides begin
// with is what is handed over.
type HandOver struct {
	Origin    ID         // of the other file
	Documents []Document // with all their versions
	// Content returns what a version of the documents says.
	Content   func(Document, Version) (Sealed, error)
	Rest      Edit             // makes the rest of the register, after the documents
	Files     []string         // hashes of the stored files that all this refers to, each once
	Revisions map[Thing]string // of things that have one of their own
	Relations []Earlier        // what relations there were before among the documents, the oldest first
}

// NewHandOver returns what is handed over with the documents, which are one or more,
// of the file that from names; it is registered in what is handed over. It refuses
// with ErrDocument what is not in the register.
func NewHandOver(s Side, documents []ID, from Source) (HandOver, error) {
	h := handing{side: s, chosen: map[ID]bool{}, said: map[string]bool{}}
	h.out = HandOver{Origin: s.Register.Origin(), Content: s.Content, Revisions: map[Thing]string{}}
	for _, id := range documents {
		h.chosen[id] = true
	}
	if err := h.documents(); err != nil {
		return HandOver{}, fmt.Errorf("hand over: %w", err)
	}
	h.events(from)
	h.entries()
	if err := h.relations(); err != nil {
		return HandOver{}, fmt.Errorf("hand over: %w", err)
	}
	slices.Sort(h.out.Files)
	h.out.Files = slices.Compact(h.out.Files)
	return h.out, nil
}

// Related returns the documents that the given ones are related to, without these,
// oldest first: what a person may want to hand over with them.
func (r Register) Related(documents []ID) []ID {
	near := map[ID]bool{}
	for _, x := range r.relations {
		if slices.Contains(documents, x.From) != slices.Contains(documents, x.To) {
			near[x.From], near[x.To] = true, true
		}
	}
	var out []ID
	for _, id := range r.order {
		if near[id] && !slices.Contains(documents, id) {
			out = append(out, id)
		}
	}
	return out
}

// handing is a hand-over on its way.
type handing struct {
	side   Side
	chosen map[ID]bool
	said   map[string]bool // every text of what is handed over, names and IDs among them
	out    HandOver
}

// keep notes the revision of a thing, where it has one of its own.
func (h *handing) keep(t Thing) {
	if revision, ok := h.side.Now[t]; ok {
		h.out.Revisions[t] = revision
	}
}

func (h *handing) change(c Change) { h.out.Rest.Changes = append(h.out.Rest.Changes, c) }

func (h *handing) documents() error {
	for _, d := range h.side.Register.Documents() {
		if !h.chosen[d.ID] {
			continue
		}
		h.out.Documents = append(h.out.Documents, d)
		h.keep(ThingDocument(d.ID))
		for _, v := range d.Versions {
			s, err := h.side.Content(d, v)
			if err != nil {
				return fmt.Errorf("read %s: %w", v.ID, err)
			}
			s.Content.gather(h.said)
			h.out.Files = append(h.out.Files, FilesIn(s.Content)...)
			h.keep(ThingContent(v.ID))
		}
	}
	if len(h.out.Documents) == 0 || len(h.out.Documents) < len(h.chosen) {
		return ErrDocument
	}
	return nil
}

// events takes what is registered about the documents themselves. Decisions on the
// items of a meeting's papers, and exports, are told in the words of the papers, which
// are not handed over; what they meant for a document has an event of its own.
func (h *handing) events(from Source) {
	for _, e := range h.side.Register.Events() {
		if !h.chosen[e.Document] || !e.aboutDocument() {
			continue
		}
		e.Seq, e.Prev, e.Hash = 0, "", ""
		e.Fields.gather(h.said)
		h.out.Rest.Events = append(h.out.Rest.Events, e)
	}
	h.out.Rest.Events = append(h.out.Rest.Events, Event{
		ID: NewID(), Kind: EventImport, At: instant(from.At), By: from.By, Fields: NewContent(Filled{KeyFileName: Text(from.File)}),
	})
}

// aboutDocument reports whether the event tells of a document, and not of papers or
// of the file.
func (e Event) aboutDocument() bool {
	switch e.Kind {
	case EventDecision, EventReview, EventFollowUp, EventSnooze, EventDeviation, EventNeed:
		return true
	case EventNoPlanNeeded, EventItem, EventExport, EventImport, EventRestore:
	}
	return false
}

// entries takes the organisation and the years by which reviews are counted, and what
// the documents refer to or name, directly or through another entry.
func (h *handing) entries() {
	taken := map[Thing]bool{}
	for found := true; found; {
		found = false
		for _, l := range ListNames() {
			for _, e := range h.side.Register.Entries(l) {
				if t := ThingEntry(l, e.ID); !taken[t] && h.needs(l, e) {
					taken[t], found = true, true
					e.Fields.gather(h.said)
				}
			}
		}
	}
	for _, l := range ListNames() {
		for _, e := range h.side.Register.Entries(l) {
			if t := ThingEntry(l, e.ID); taken[t] {
				h.change(EntryChange{List: l, After: &e})
				h.out.Files = append(h.out.Files, FilesIn(e.Fields)...)
				h.keep(t)
			}
		}
	}
}

func (h *handing) needs(l ListName, e Entry) bool {
	switch l {
	case ListOrganisation, ListPeriods, ListCycles:
		return true
	case ListRoles: // documents write who answers for what as a role's name
		return h.said[string(e.ID)] || h.said[e.Fields.Text(KeyName)]
	case ListPackets:
		return false
	case ListBodies, ListMeetings, ListAssignments, ListMembers, ListAudiences, ListMessages, ListChannels:
	}
	return h.said[string(e.ID)]
}

// relations takes those among the documents, and what they were before: it is what
// tells, when the file comes back, which of them were made or removed in it.
func (h *handing) relations() error {
	all := h.side.Register.Relations()
	own := h.among(all)
	for _, x := range own {
		h.change(RelationChange{Relation: x})
	}
	whole, part := RelationsState(all), RelationsState(own)
	if whole.Hash == part.Hash {
		h.keep(ThingRelations)
	} else {
		h.out.Revisions[ThingRelations] = string(NewID())
		h.out.Relations = append(h.out.Relations, Earlier{
			Thing: ThingRelations, Revision: h.side.now(ThingRelations, whole), Hash: part.Hash, JSON: part.JSON,
		})
	}
	for _, revision := range h.side.All[ThingRelations] {
		b, err := h.side.State(ThingRelations, revision)
		if err != nil {
			return fmt.Errorf("read earlier relations: %w", err)
		}
		before, err := Open(stateFields, b)
		if err != nil {
			return fmt.Errorf("read earlier relations: %w", err)
		}
		s := RelationsState(h.among(relationsIn(before.Content)))
		h.out.Relations = append(h.out.Relations, Earlier{Thing: ThingRelations, Revision: revision, Hash: s.Hash, JSON: s.JSON})
	}
	slices.Reverse(h.out.Relations)
	return nil
}

// among returns the relations among the documents.
func (h *handing) among(all []Relation) []Relation {
	return slices.DeleteFunc(slices.Clone(all), func(x Relation) bool { return !h.chosen[x.From] || !h.chosen[x.To] })
}
