package plan

// The words in which the catalogue says where something may be taken over from.

func (f Field) from(places ...Inherit) Field { f.Inherits = places; return f }

// entries are the entries of a list of the register.
func entries(l ListName, pairs ...Pair) Inherit { return Inherit{List: l, Pairs: pairs} }

// ofOrganisation is a text or the rows of a list of the organisation's entry.
func ofOrganisation(k Key, pairs ...Pair) Inherit {
	return Inherit{List: ListOrganisation, Key: k, Pairs: pairs}
}

// of is a text or the rows of a list of a related document.
func of(d DocumentKind, k Key, pairs ...Pair) Inherit {
	return Inherit{Document: d, Key: k, Pairs: pairs}
}

// same pairs columns with those of the same name.
func same(keys ...Key) []Pair {
	out := make([]Pair, 0, len(keys))
	for _, k := range keys {
		out = append(out, Pair{k, k})
	}
	return out
}
