package check

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// drawing operators put ink on the page.
func isDrawing(op string) bool {
	return slices.Contains([]string{
		"Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI", "EI",
	}, op)
}

// reader follows the instructions of a page.
type reader struct {
	f     *file
	page  *page
	fonts types.Dict
	font  *font
	stack []int // open marked content: an MCID, artifact or plain
	args  []token
}

const (
	artifact = -1
	plain    = -2
)

// checkContents reads every page: texts by MCID, and ink that means nothing.
func (f *file) checkContents() {
	for _, p := range f.pages {
		resources := f.dict(p.dict["Resources"])
		r := &reader{f: f, page: p, fonts: f.dict(resources["Font"])}
		s := &scanner{src: f.contents(p)}
		for {
			t, ok := s.next()
			if !ok {
				break
			}
			if t.kind != operator {
				r.args = append(r.args, t)
				continue
			}
			r.do(t.text)
			r.args = r.args[:0]
		}
		if len(r.stack) != 0 {
			f.report("page %d: %d marked-content sequences are not closed", p.number, len(r.stack))
		}
	}
}

func (r *reader) do(op string) {
	switch op {
	case "BDC", "BMC":
		r.begin()
	case "EMC":
		if len(r.stack) == 0 {
			r.f.report("page %d: a marked-content sequence ends that never began", r.page.number)
			return
		}
		r.stack = r.stack[:len(r.stack)-1]
	case "Tf":
		if len(r.args) >= 2 {
			if r.page.other {
				return // whose fonts are its own matter
			}
			if r.font = r.f.fontAt(r.fonts[r.args[0].text]); r.font == nil {
				r.f.report("page %d: there is no font %s", r.page.number, r.args[0].text)
			}
		}
	}
	if !isDrawing(op) {
		return
	}
	if r.page.other && op == "Do" && len(r.args) == 1 && strings.HasPrefix(r.args[0].text, stamp) {
		return // checkStamp reads what it draws
	}
	if !r.meant() {
		r.f.report("page %d: %s draws outside marked content", r.page.number, op)
	}
	if (op == "Tj" || op == "TJ") && !r.page.other {
		r.show()
	}
}

// begin opens a marked-content sequence.
func (r *reader) begin() {
	kind := plain
	for i, a := range r.args {
		switch {
		case a.kind == name && a.text == "Artifact":
			kind = artifact
		case a.kind == name && a.text == "MCID" && i+1 < len(r.args):
			kind = int(r.args[i+1].value)
		}
	}
	if kind >= 0 {
		if _, twice := r.page.marks[kind]; twice {
			r.f.report("page %d: MCID %d is used twice", r.page.number, kind)
		}
		if r.mcid() >= 0 || slices.Contains(r.stack, artifact) {
			r.f.report("page %d: MCID %d stands inside another sequence", r.page.number, kind)
		}
		r.page.marks[kind] = ""
		r.page.count = max(r.page.count, kind+1)
	}
	r.stack = append(r.stack, kind)
}

// meant reports whether ink at this place is content or an artifact.
func (r *reader) meant() bool { return r.mcid() >= 0 || slices.Contains(r.stack, artifact) }

// mcid returns the number of the innermost content, or -1.
func (r *reader) mcid() int {
	for _, n := range slices.Backward(r.stack) {
		if n >= 0 {
			return n
		}
	}
	return -1
}

// show reads the text that an operator draws.
func (r *reader) show() {
	if r.font == nil {
		r.f.report("page %d: text without a font", r.page.number)
		return
	}
	var s strings.Builder
	for _, a := range r.args {
		if a.kind == str {
			s.WriteString(r.font.read(r.f, r.page, a.bytes))
		}
	}
	if id := r.mcid(); id >= 0 {
		r.page.marks[id] += s.String()
	}
}
