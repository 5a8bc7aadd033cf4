package ui

import "ledstjarna/internal/plan"

// documentView keeps what its forms need to stay as a person left them.
var _ specialHolder = (*documentView)(nil)

// holdSpecial keeps the special editors of a version.
func (v *documentView) holdSpecial(p plan.Path, build func() *special) *special {
	key := string(v.version) + "/" + p.String()
	if v.held[key] == nil {
		v.held[key] = build()
	}
	return v.held[key]
}

// keepForm does something without building the form anew.
func (v *documentView) keepForm(do func()) {
	v.keeping = true
	defer func() { v.keeping = false }()
	do()
}

// isOpen remembers a folded part of the section or row in front.
func (v *documentView) isOpen(part string) *bool {
	key := string(v.section) + "/" + v.row.String() + "/" + part
	if v.open[key] == nil {
		v.open[key] = new(bool)
	}
	return v.open[key]
}
