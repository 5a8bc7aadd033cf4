package ui

import (
	"fyne.io/fyne/v2"
)

// documentView keeps what its forms need to stay as a person left them.
var _ specialHolder = (*documentView)(nil)

// holdSpecial keeps the special editors of a version.
func (v *documentView) holdSpecial(name string, build func() *special) *special {
	key := string(v.version) + "/" + name
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
	key := v.formName() + "/" + part
	if v.open[key] == nil {
		v.open[key] = new(bool)
	}
	return v.open[key]
}

func (v *documentView) formName() string {
	return string(v.version) + "/" + string(v.section) + "/" + v.row.String()
}

// putForm shows a form; the same one built anew stays scrolled to where it was.
func (v *documentView) putForm(form fyne.CanvasObject) {
	at := v.body.Offset()
	v.body.SetContent(form)
	if name := v.formName(); name != v.inFront {
		v.inFront = name
		return
	}
	v.body.ScrollTo(at)
}

// leave ends what is being written in the tables of the form in front.
func (v *documentView) leave() {
	for _, s := range v.form.sheets {
		if text, why := s.grid.Leave(); text != "" {
			v.desk.say(v.desk.words.T("sheet.dropped", "text", text, "why", why))
		}
	}
}
