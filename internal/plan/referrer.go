package plan

import "slices"

// Referrer is something in the register that refers to an entry: a document, an
// entry of a list or a registration. What is not set is empty.
type Referrer struct {
	Document ID
	List     ListName
	Entry    ID
	Event    ID
}

// Referrers returns what in the register refers to the entry with the ID, so
// that it cannot be removed: documents by the period or assignment of one of
// their versions, entries, and registrations, corrected ones included. The
// contents of versions are told by Content.Mentions.
func (r Register) Referrers(id ID) []Referrer {
	var out []Referrer
	for _, did := range r.order {
		for _, v := range r.documents[did].Versions {
			if v.Head.Period == id || v.Head.Assignment == id {
				out = append(out, Referrer{Document: did})
				break
			}
		}
	}
	for _, l := range ListNames() {
		for _, e := range r.lists[l] {
			if e.Fields.Mentions(id) {
				out = append(out, Referrer{List: l, Entry: e.ID})
			}
		}
	}
	for _, e := range r.events {
		if e.Assignment == id || e.Fields.Mentions(id) {
			out = append(out, Referrer{Event: e.ID, Document: e.Document})
		}
	}
	return out
}

// Mentions reports whether a value in the content, at any depth, is the ID.
func (c Content) Mentions(id ID) bool {
	for _, v := range c.fields {
		if v.mentions(id) {
			return true
		}
	}
	return false
}

func (v Value) mentions(id ID) bool {
	return v.text == string(id) || slices.Contains(v.texts(), string(id)) ||
		slices.ContainsFunc(v.rows, func(x Row) bool { return x.Cells.Mentions(id) })
}

// gather adds every text that the content says, at any depth, the IDs in it among
// them.
func (c Content) gather(into map[string]bool) {
	for _, v := range c.fields {
		if v.text != "" {
			into[v.text] = true
		}
		for _, s := range v.texts() {
			into[s] = true
		}
		for _, r := range v.rows {
			into[string(r.ID)] = true
			r.Cells.gather(into)
		}
	}
}
