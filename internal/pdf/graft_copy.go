package pdf

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// addForeign puts a stream whose bytes are those of one of the file's.
func (g *graft) addForeign(to, from types.StreamDict) types.IndirectRef {
	if from.Raw == nil && from.StreamLength != nil {
		ref := g.f.add(to)
		g.f.left[ref.ObjectNumber.Value()] = left{g.file, from}
		return ref
	}
	to.Raw = from.Raw
	return g.f.add(to)
}

// copied returns a value of the file as it is here. What it refers to is copied later.
func (g *graft) copied(v types.Object, depth int) types.Object {
	if depth > deepestValue {
		return nil
	}
	switch v := v.(type) {
	case types.IndirectRef:
		return g.ref(v.ObjectNumber.Value())
	case types.Dict:
		out := make(types.Dict, len(v))
		for k, x := range v {
			out[k] = g.copied(x, depth+1)
		}
		return out
	case types.Array:
		out := make(types.Array, len(v))
		for i, x := range v {
			out[i] = g.copied(x, depth+1)
		}
		return out
	}
	return v
}

// deepestValue is how deep values may stand within each other.
const deepestValue = 200

// ref is what an object of the file is here.
func (g *graft) ref(n int) types.Object {
	if ref, ok := g.mapped[n]; ok {
		return ref
	}
	if g.stays(n) {
		return nil
	}
	ref := g.f.add(types.Dict{})
	g.mapped[n] = ref
	g.queue = append(g.queue, n)
	return ref
}

// stays reports whether an object is not taken in: it belongs to the file as a
// whole, or does not exist.
func (g *graft) stays(n int) bool {
	switch v := g.file.Object(*types.NewIndirectRef(n, 0)).(type) {
	case nil:
		return true
	case types.Dict:
		kind, _ := v["Type"].(types.Name)
		return slices.Contains([]string{"Catalog", "Pages", "Page", "StructTreeRoot", "StructElem", "Outlines"}, kind.Value())
	}
	return false
}

// copyQueued copies what has been referred to, and what that refers to.
func (g *graft) copyQueued() error {
	for len(g.queue) > 0 {
		n := g.queue[0]
		g.queue = g.queue[1:]
		ref := g.mapped[n]
		v := g.file.Object(*types.NewIndirectRef(n, 0))
		sd, isStream := v.(types.StreamDict)
		if !isStream {
			g.f.set(ref, g.copied(v, 0))
			continue
		}
		d, _ := g.copied(sd.Dict, 0).(types.Dict)
		for _, key := range []string{"F", "FFilter", "FDecodeParms", "StructParent", "StructParents", "Length"} {
			delete(d, key) // bytes outside the file, and a structure that it has left
		}
		if sd.Raw == nil && sd.StreamLength != nil {
			g.f.left[ref.ObjectNumber.Value()] = left{g.file, sd}
		}
		g.f.set(ref, types.StreamDict{Dict: d, Raw: sd.Raw})
	}
	return nil
}
