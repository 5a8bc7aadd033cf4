package foreign

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// Layers are the layers of a file, and which of them are not shown.
type Layers struct {
	All, Off types.Array // references
}

// layers reads what of a file is hidden.
func (f *File) layers() Layers {
	properties := f.o.dict(f.root["OCProperties"])
	var out Layers
	for _, v := range f.o.array(properties["OCGs"]) {
		if _, isRef := v.(types.IndirectRef); isRef && f.o.dict(v) != nil {
			out.All = append(out.All, v)
		}
	}
	d := f.o.dict(properties["D"])
	off, on := refs(f.o.array(d["OFF"])), refs(f.o.array(d["ON"]))
	hidden := f.o.name(d["BaseState"]) == "OFF"
	for _, v := range out.All {
		n := number(v)
		if off[n] || hidden && !on[n] {
			out.Off = append(out.Off, v)
		}
	}
	return out
}

func refs(a types.Array) map[int]bool {
	out := map[int]bool{}
	for _, v := range a {
		if n := number(v); n > 0 {
			out[n] = true
		}
	}
	return out
}
