package packet

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"

	"ledstjarna/internal/plan"
)

// SentPaper is a paper as it was sent.
type SentPaper struct {
	Item     plan.ID // row of the packet's items
	Number   int     // of the item then
	Heading  string
	Appendix int // within the item
	Title    string
	Document plan.ID // "" where it is none
	Version  plan.ID
	Changes  bool   // it shows what has changed in the document
	Hash     string // of the version's content, or of what is written in the item, then
	// Protected says that it is left out of the public variant.
	Protected bool
}

// Dispatch is one time that the papers were sent (utskick), from the build log.
type Dispatch struct {
	Event    plan.ID
	Number   int // from 1
	At       time.Time
	By       string
	File     string // name
	FileHash string // SHA-256, lower-case hex
	Pages    int
	Public   bool // it was the public variant, which counts as no dispatch
	Papers   []SentPaper
}

// Papers returns the papers of the packet as they would be sent now.
func (p Packet) Papers(r plan.Register) []SentPaper {
	var out []SentPaper
	for _, it := range p.Items {
		out = append(out, SentPaper{Item: it.Row, Number: it.Number, Heading: it.Heading, Hash: it.hash(), Protected: it.Protected})
		for _, x := range it.Papers {
			s := SentPaper{Item: it.Row, Number: it.Number, Heading: it.Heading, Appendix: x.Number, Title: x.Title, Document: x.Document, Version: x.Version, Changes: x.Changes != "", Hash: x.File.Hash, Protected: it.Protected || x.Protected}
			if d, ok := r.Document(x.Document); ok {
				if v, known := d.Version(x.Version); known {
					s.Hash = v.Hash
				}
			}
			out = append(out, s)
		}
	}
	return out
}

// hash is that of all that is written in the item; its papers have their own.
func (it Item) hash() string {
	b, err := it.Texts.With(plan.KeyPapers, plan.Value{}).MarshalJSON()
	if err != nil {
		return "" // a content that was read can always be written
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Dispatches returns the times that the packet was sent, the first one first.
func Dispatches(r plan.Register, packet plan.ID) []Dispatch {
	return slices.DeleteFunc(Exports(r, packet), func(d Dispatch) bool { return d.Public })
}

// Exports returns the build log of the packet: what was sent, and what was made public
// under the number of the dispatch before it.
func Exports(r plan.Register, packet plan.ID) []Dispatch {
	var out []Dispatch
	sent := 0
	for _, e := range r.Effective(plan.EventExport) {
		f := e.Fields
		if plan.ID(f.Text(plan.KeyPacket)) != packet {
			continue
		}
		d := Dispatch{
			Event: e.ID, Number: sent, Public: f.Text(plan.KeyVariant) == plan.VariantPublic, At: e.At, By: e.By, File: f.Text(plan.KeyFileName), FileHash: f.Text(plan.KeyFileHash),
			Pages: int(f.Get(plan.KeyPages).Number().Round()),
		}
		if !d.Public {
			sent++
			d.Number = sent
		}
		for _, row := range f.Get(plan.KeyPapers).Rows() {
			c := row.Cells
			d.Papers = append(d.Papers, SentPaper{
				Item: plan.ID(c.Text(plan.KeyItem)), Number: int(c.Get(plan.KeyItemNumber).Number().Round()), Heading: c.Text(plan.KeyHeading),
				Appendix: int(c.Get(plan.KeyAppendix).Number().Round()), Title: c.Text(plan.KeyTitle),
				Document: plan.ID(c.Text(plan.KeyDocument)), Version: plan.ID(c.Text(plan.KeyVersion)), Hash: c.Text(plan.KeyFileHash),
				Changes: c.Text(plan.KeyChange) == plan.Yes, Protected: c.Text(plan.KeyProtected) == plan.Yes,
			})
		}
		out = append(out, d)
	}
	return out
}

// Made tells of the file that was written of a packet.
type Made struct {
	File  string // name
	Hash  string // SHA-256, lower-case hex
	Pages int
	// Public says that it is the public variant.
	Public bool
}

// Log returns the edit that registers that the papers were sent as they are now.
func Log(r plan.Register, p Packet, m Made, by string, now time.Time) plan.Edit {
	var rows []plan.Row
	for _, s := range p.Papers(r) {
		rows = append(rows, row(plan.Filled{
			plan.KeyItem: plan.Text(string(s.Item)), plan.KeyItemNumber: plan.Num(plan.Int(int64(s.Number))), plan.KeyHeading: plan.Text(s.Heading),
			plan.KeyAppendix: number(s.Appendix), plan.KeyTitle: plan.Text(s.Title), plan.KeyDocument: plan.Text(string(s.Document)),
			plan.KeyVersion: plan.Text(string(s.Version)), plan.KeyFileHash: plan.Text(s.Hash),
			plan.KeyChange: yes(s.Changes), plan.KeyProtected: yes(s.Protected),
		}))
	}
	variant := plan.VariantFull
	if m.Public {
		variant = plan.VariantPublic
	}
	return plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventExport, At: now.UTC().Truncate(time.Second), By: by, Fields: plan.NewContent(plan.Filled{
			plan.KeyPacket: plan.Text(string(p.ID)), plan.KeyFileName: plan.Text(m.File), plan.KeyFileHash: plan.Text(m.Hash),
			plan.KeyVariant: plan.Text(variant), plan.KeyPages: number(m.Pages), plan.KeyPapers: plan.Rows(rows...),
		}),
	}}}
}

func yes(b bool) plan.Value {
	if b {
		return plan.Text(plan.Yes)
	}
	return plan.Value{}
}

func number(n int) plan.Value {
	if n == 0 {
		return plan.Value{}
	}
	return plan.Num(plan.Int(int64(n)))
}

// Change is how a paper differs from what was sent.
type Change string

// The changes.
const (
	Added    Change = "added"    // nytt
	Replaced Change = "replaced" // ersätter
	Gone     Change = "gone"     // utgår
)

// ChangedPaper is a paper that differs from what was sent.
type ChangedPaper struct {
	SentPaper // as it is now; as it was where it is gone
	Change    Change
}

// Since returns how the papers differ from those of a dispatch: what is new and
// what has other content in the order of the agenda, then what is gone.
func Since(r plan.Register, p Packet, d Dispatch) []ChangedPaper {
	now := p.Papers(r)
	var out []ChangedPaper
	for _, x := range now {
		i := slices.IndexFunc(d.Papers, func(y SentPaper) bool { return same(x, y) })
		switch {
		case i < 0:
			out = append(out, ChangedPaper{x, Added})
		case d.Papers[i].Hash != x.Hash || d.Papers[i].Version != x.Version || d.Papers[i].Heading != x.Heading:
			out = append(out, ChangedPaper{x, Replaced})
		}
	}
	for _, y := range d.Papers {
		if !slices.ContainsFunc(now, func(x SentPaper) bool { return same(x, y) }) {
			out = append(out, ChangedPaper{y, Gone})
		}
	}
	return out
}

// same reports whether two papers are the same one, whatever it says: the report of
// an item, or an appendix of it.
func same(a, b SentPaper) bool {
	if a.Item != b.Item || (a.Appendix == 0) != (b.Appendix == 0) {
		return false
	}
	return a.Appendix == 0 || a.Document == b.Document && a.Changes == b.Changes && a.Title == b.Title
}

// keepNumbers gives items and appendices the numbers under which they were first
// sent, and those that have come since the following ones.
func (p *Packet) keepNumbers(sent []Dispatch) {
	var known []SentPaper
	highest := 0
	appendices := map[plan.ID]int{}
	for _, d := range sent {
		for _, x := range d.Papers {
			if !slices.ContainsFunc(known, func(y SentPaper) bool { return same(x, y) }) {
				known = append(known, x)
			}
			highest = max(highest, x.Number)
			appendices[x.Item] = max(appendices[x.Item], x.Appendix)
		}
	}
	numberOf := func(x SentPaper) (SentPaper, bool) {
		i := slices.IndexFunc(known, func(y SentPaper) bool { return same(x, y) })
		if i < 0 {
			return SentPaper{}, false
		}
		return known[i], true
	}
	for i := range p.Items {
		it := &p.Items[i]
		if was, ok := numberOf(SentPaper{Item: it.Row}); ok {
			it.Number = was.Number
		} else {
			highest++
			it.Number = highest
		}
		for j := range it.Papers {
			x := &it.Papers[j]
			if was, ok := numberOf(SentPaper{Item: it.Row, Appendix: x.Number, Title: x.Title, Document: x.Document, Changes: x.Changes != ""}); ok {
				x.Number = was.Appendix
			} else {
				appendices[it.Row]++
				x.Number = appendices[it.Row]
			}
		}
	}
}

// sentOtherwise reports whether the version was last sent with another content.
func sentOtherwise(r plan.Register, packet plan.ID, v plan.Version) bool {
	for _, d := range slices.Backward(Dispatches(r, packet)) {
		for _, x := range d.Papers {
			if x.Version == v.ID && x.Hash != "" {
				return x.Hash != v.Hash
			}
		}
	}
	return false
}
