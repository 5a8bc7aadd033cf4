package packet

import (
	"errors"
	"fmt"
	"slices"

	"ledstjarna/internal/plan"
)

// The reasons why a public variant cannot be made. Both come in an *ItemError.
var (
	ErrPublicHeading = errors.New("a protected item has no public heading")
	ErrOpenElsewhere = errors.New("a protected document is also the subject of an open item")
)

// ItemError is an error about an item.
type ItemError struct {
	Number  int
	Heading string
	Err     error
}

func (e *ItemError) Error() string { return fmt.Sprintf("item %d: %v", e.Number, e.Err) }

func (e *ItemError) Unwrap() error { return e.Err }

// Public returns the packet as everyone may read it, with a register to print it
// from. Neither holds any text of what is protected: of a protected item only its
// number, its type and its public heading are left, of a protected paper its number;
// documents that are protected anywhere are not in the register, and files are nowhere. Its errors are
// *ItemError.
func Public(r plan.Register, p Packet) (plan.Register, Packet, error) {
	hidden, files := p.protectedDocuments(), p.protectedFiles()
	out := p
	out.Public = true
	out.Items = slices.Clone(p.Items)
	for i, it := range p.Items {
		switch {
		case it.Protected:
			heading := it.Texts.Text(plan.KeyPublicHeading)
			if heading == "" {
				return plan.Register{}, Packet{}, &ItemError{it.Number, it.Heading, ErrPublicHeading}
			}
			out.Items[i] = Item{Row: it.Row, Number: it.Number, Heading: heading, Type: it.Type, Protected: true, Papers: numbersOf(it.Papers)}
		case slices.Contains(hidden, it.Document):
			return plan.Register{}, Packet{}, &ItemError{it.Number, it.Heading, ErrOpenElsewhere}
		default:
			out.Items[i].Texts = it.Texts.With(plan.KeyPapers, plan.Value{})
			out.Items[i].Papers = openOnes(it.Papers, hidden, files)
		}
	}
	r = r.Without(hidden...)
	for _, e := range r.Entries(plan.ListPackets) {
		r = r.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListPackets, Before: &e}}})
	}
	return r, out, nil
}

// protectedDocuments are those that a protected item or paper is about.
func (p Packet) protectedDocuments() []plan.ID {
	var out []plan.ID
	add := func(id plan.ID) {
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	for _, it := range p.Items {
		if it.Protected {
			add(it.Document)
		}
		for _, x := range it.Papers {
			if it.Protected || x.Protected {
				add(x.Document)
			}
		}
	}
	return out
}

// protectedFiles are the hashes of the files that a protected item or paper is.
func (p Packet) protectedFiles() []string {
	var out []string
	for _, it := range p.Items {
		for _, x := range it.Papers {
			if x.Foreign() && (it.Protected || x.Protected) {
				out = append(out, x.File.Hash)
			}
		}
	}
	return out
}

// numbersOf leaves of papers only their numbers.
func numbersOf(papers []Paper) []Paper {
	out := make([]Paper, len(papers))
	for i, x := range papers {
		out[i] = Paper{Number: x.Number, Protected: true}
	}
	return out
}

// openOnes leaves of protected papers only their numbers.
func openOnes(papers []Paper, hidden []plan.ID, files []string) []Paper {
	out := slices.Clone(papers)
	for i, x := range out {
		if x.Protected || slices.Contains(hidden, x.Document) || slices.Contains(files, x.File.Hash) {
			out[i] = Paper{Number: x.Number, Protected: true}
		}
	}
	return out
}

// PublicChanges returns what has changed as everyone may read it: p is the public
// packet.
func (p Packet) PublicChanges(changed []ChangedPaper) []ChangedPaper {
	out := slices.Clone(changed)
	for i := range out {
		x := &out[i]
		hide := x.Protected
		n := slices.IndexFunc(p.Items, func(it Item) bool { return it.Row == x.Item })
		switch {
		case n >= 0:
			it := p.Items[n]
			x.Heading = it.Heading
			hide = hide || it.Protected || slices.ContainsFunc(it.Papers, func(y Paper) bool { return y.Number == x.Appendix && y.Protected })
		case hide:
			x.Heading = ""
		}
		if hide {
			x.SentPaper = SentPaper{Item: x.Item, Number: x.Number, Heading: x.Heading, Appendix: x.Appendix, Protected: true}
		}
	}
	return out
}

// Protect returns a packet's fields with an item protected under a public heading, or
// with one of its papers protected where row is not empty. What the mark does not
// say stays as it is. Its errors are ErrItem and ErrPublicHeading.
func Protect(c plan.Content, item, row plan.ID, m Mark) (plan.Content, error) {
	at := plan.PathTo(plan.KeyItems)
	protected := yes(!m.Off)
	if row != "" {
		out, err := c.Set(at.In(item, plan.KeyPapers).In(row, plan.KeyProtected), protected)
		if err != nil {
			return c, fmt.Errorf("protect paper: %w", errors.Join(ErrItem, err))
		}
		return out, nil
	}
	values := plan.Filled{plan.KeyProtected: protected}
	if m.Heading != "" {
		values[plan.KeyPublicHeading] = plan.Text(m.Heading)
	}
	if m.Statute != "" {
		values[plan.KeyStatute] = plan.Text(m.Statute)
	}
	if !m.On.IsZero() {
		values[plan.KeyMarkedOn] = plan.Day(m.On)
	}
	out := c
	for key, v := range values {
		var err error
		if out, err = out.Set(at.In(item, key), v); err != nil {
			return c, fmt.Errorf("protect item: %w", errors.Join(ErrItem, err))
		}
	}
	if !m.Off && out.At(at.In(item, plan.KeyPublicHeading)).IsZero() {
		return c, fmt.Errorf("protect item: %w", ErrPublicHeading)
	}
	return out, nil
}

// Mark is how an item is protected.
type Mark struct {
	Heading string // public one
	Statute string
	On      plan.Date
	Off     bool // it is open again; its heading and marks stay
}
