package plan

import "maps"

// VersionOf returns the document and version that a version ID names.
func (r Register) VersionOf(id ID) (Document, Version, bool) {
	d, ok := r.documents[r.holders[id]]
	if !ok {
		return Document{}, Version{}, false
	}
	v, ok := d.Version(id)
	if !ok {
		return Document{}, Version{}, false
	}
	return d, v, true
}

// hold notes which versions a document has, given those it had.
func (r *Register) hold(d Document, was []Version) {
	if sameVersions(d.Versions, was) {
		return
	}
	r.ownHolders()
	for _, v := range was {
		if r.holders[v.ID] == d.ID {
			delete(r.holders, v.ID)
		}
	}
	for _, v := range d.Versions {
		r.holders[v.ID] = d.ID
	}
}

// sameVersions reports whether both have the same IDs.
func sameVersions(a, b []Version) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID {
			return false
		}
	}
	return true
}

func (r *Register) ownHolders() {
	if r.own.holders {
		return
	}
	r.own.holders = true
	r.holders = maps.Clone(r.holders)
	if r.holders == nil {
		r.holders = map[ID]ID{}
	}
}
