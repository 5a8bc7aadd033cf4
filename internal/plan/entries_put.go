package plan

import (
	"fmt"
	"slices"
)

// Put is an entry with the fields that it is to have: one of the list by its ID, or a
// new one that gets the ID.
type Put struct {
	ID     ID
	Fields Content
}

// PutEntries returns the edit that gives entries of the list their fields and adds
// those that are not there at its end. The rules are held against what the list says
// afterwards, so that periods can move all at once; the errors tell by their index
// why some were left out, the later ones where two do not go together.
func (r Register) PutEntries(l ListName, puts []Put) (Edit, map[int]error) {
	refused := map[int]error{}
	entries, before := r.putEntries(l, puts)
	for i := range puts {
		if l == ListOrganisation && entries[i].ID != OrganisationID {
			refused[i] = fmt.Errorf("put into %s: %w", l, ErrEntry)
		}
	}
	for again := true; again; {
		again = false
		after := r.Apply(putting(l, entries, before, refused))
		for i := range slices.Backward(entries) {
			if refused[i] != nil {
				continue
			}
			if err := after.checkEntry(l, entries[i]); err != nil {
				refused[i], again = fmt.Errorf("put into %s: %w", l, err), true
				if l == ListPeriods { // what does not go together with this one may do so now
					break
				}
			}
		}
	}
	return putting(l, entries, before, refused), refused
}

// putEntries returns the entries as they are to be, and as they were, nil for new ones.
func (r Register) putEntries(l ListName, puts []Put) (after []Entry, before []*Entry) {
	list := r.lists[l]
	known, position := map[ID]int{}, 0
	for i, e := range list {
		known[e.ID], position = i, e.Position
	}
	for _, p := range puts {
		if i, ok := known[p.ID]; ok {
			old := list[i]
			after, before = append(after, Entry{p.ID, old.Position, p.Fields}), append(before, &old)
			continue
		}
		position++
		after, before = append(after, Entry{p.ID, position, p.Fields}), append(before, nil)
	}
	return after, before
}

func putting(l ListName, entries []Entry, before []*Entry, refused map[int]error) Edit {
	var e Edit
	for i := range entries {
		if refused[i] == nil && (before[i] == nil || !before[i].Fields.Equal(entries[i].Fields)) {
			e.Changes = append(e.Changes, EntryChange{l, before[i], &entries[i]})
		}
	}
	return e
}
