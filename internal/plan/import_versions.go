package plan

import (
	"cmp"
	"slices"
)

// insert adds a version before the drafts here that are made later. A draft whose
// number it has is numbered after it.
func (b *importer) insert(i *ImportItem, v Version, s Sealed) {
	before, _ := b.r.Document(i.Document)
	after := before
	at, _ := slices.BinarySearchFunc(before.Versions, v, func(a, b Version) int {
		return cmp.Or(a.Created.Compare(b.Created), cmp.Compare(a.ID, b.ID))
	})
	for i, x := range before.Versions { // what is adopted keeps its place
		if b.r.WasAdopted(x.ID) {
			at = max(at, i+1)
		}
	}
	if latest := before.Latest(); !b.r.Frozen(before, latest) {
		at = min(at, len(before.Versions)-1)
	}
	v = b.numbered(before, v)
	after.Versions = slices.Insert(slices.Clone(before.Versions), at, v)
	if last := &after.Versions[len(after.Versions)-1]; last.ID != v.ID && !b.r.WasAdopted(last.ID) && last.Major <= v.Major {
		last.Major, last.Minor = v.Major+1, 0
	}
	b.change(DocumentChange{&before, &after}, ContentChange{Kind: before.Kind, Document: before.ID, Version: v.ID, After: s})
}

// numbered gives a draft of theirs a number after those that were adopted here.
func (b *importer) numbered(d Document, v Version) Version {
	if b.im.theirs.Register.WasAdopted(v.ID) {
		return v
	}
	for _, x := range d.Versions {
		if x.ID != v.ID && b.r.WasAdopted(x.ID) && (x.Major > v.Major || x.Major == v.Major && x.Minor >= v.Minor) {
			v.Major, v.Minor = x.Major+1, 0
		}
	}
	return v
}

// draftAfter makes a text the draft after an adopted version.
func (b *importer) draftAfter(i *ImportItem, adopted ID, text Sealed) error {
	before, _ := b.r.Document(i.Document)
	base, ok := before.Version(adopted)
	if !ok {
		return ErrDoesNotFit
	}
	for _, take := range i.plan.takes {
		base = take
	}
	v := Version{ID: NewID(), Major: base.Major + 1, Draft: 1, Stage: StageDraft, Created: base.Created}
	if n := before.Latest().Created; n.After(v.Created) {
		v.Created = n
	}
	after := before
	after.Versions = append(slices.Clone(before.Versions), v)
	b.change(DocumentChange{&before, &after}, ContentChange{Kind: before.Kind, Document: before.ID, Version: v.ID, After: text})
	return nil
}
