package plantest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// Mutation breaks imports on purpose, to prove that Histories would notice.
type Mutation string

// The mutations.
const (
	Unbroken    Mutation = ""
	NoConflicts Mutation = "no-conflicts" // what both have changed is not shown
	NoBase      Mutation = "no-base"      // whatever differs there is taken as if it were later
)

// Histories lives random histories of a file that is copied as a whole or in part,
// changed on several sides and imported, and returns the first edit that an import lost, or nil. An edit
// is lost where neither its text is there, nor a later one made by somebody who had
// seen it, nor was the place shown as changed on both sides.
func Histories(n int, seed uint64, broken Mutation) error {
	for i := range n {
		h := &history{r: rand.New(rand.NewPCG(seed, uint64(i))), broken: broken, asked: map[string]bool{}}
		if err := h.live(); err != nil {
			return fmt.Errorf("history %d of seed %d: %w", i, seed, err)
		}
	}
	return nil
}

// history is several files that began as one.
type history struct {
	r      *rand.Rand
	broken Mutation
	files  []*kept
	parts  bool            // some of them were handed over with some documents only
	asked  map[string]bool // places that somebody has chosen not to keep
	tokens int
	told   []string // what was done, for whoever looks for the mistake
}

// part is a file that some of the documents are handed over in.
func (h *history) part(f *kept) (*kept, error) {
	f.close()
	var chosen []plan.ID
	for _, d := range f.register.Documents() {
		if len(chosen) == 0 || h.r.IntN(2) == 0 {
			chosen = append(chosen, d.ID)
		}
	}
	o, err := plan.NewHandOver(f.side(), chosen, plan.Source{File: "whole", At: time.Unix(0, 0)})
	if err != nil {
		return nil, err
	}
	c := newKept()
	for _, d := range o.Documents {
		c.apply(plan.Edit{Changes: []plan.Change{plan.DocumentChange{After: &d}}})
		for _, v := range d.Versions {
			c.apply(plan.Edit{Changes: []plan.Change{plan.ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, After: f.contents[v.ID]}}})
			for p, s := range f.places {
				if strings.HasPrefix(p, string(v.ID)+" ") {
					c.places[p] = s
				}
			}
		}
	}
	c.apply(o.Rest)
	c.known, c.states, c.now = nil, map[string][]byte{}, maps.Clone(o.Revisions)
	for _, e := range o.Relations {
		c.keep(knownState{e.Thing, e.Revision, false}, e.JSON)
	}
	c.close()
	return c, nil
}

func (h *history) live() error {
	f := newKept()
	h.files = []*kept{f}
	h.newDocument(f)
	for range 4 + h.r.IntN(14) {
		n := h.r.IntN(len(h.files))
		f := h.files[n]
		switch k := h.r.IntN(20); {
		case k < 11:
			h.edit(f)
		case k < 12:
			h.newDocument(f)
		case k < 14:
			f.close()
			h.tell("open %d", n)
		case k < 15 && len(h.files) < 3:
			h.files = append(h.files, f.copy())
			h.tell("copy %d to %d", n, len(h.files)-1)
		case k < 16 && len(h.files) < 3:
			part, err := h.part(f)
			if err != nil {
				return err
			}
			h.files, h.parts = append(h.files, part), true
			h.tell("copy %d documents of %d to %d", len(part.register.Documents()), n, len(h.files)-1)
		case len(h.files) > 1:
			other := (n + 1 + h.r.IntN(len(h.files)-1)) % len(h.files)
			h.tell("import %d into %d", other, n)
			if err := h.bring(f, h.files[other]); err != nil {
				return fmt.Errorf("%w\n%s", err, strings.Join(h.told, "\n"))
			}
		}
	}
	return nil
}

func (h *history) tell(format string, args ...any) {
	h.told = append(h.told, fmt.Sprintf(format, args...))
}

func (h *history) text() string {
	h.tokens++
	return fmt.Sprintf("t%d", h.tokens)
}

// write notes that a text was written at a place, over what stood there.
func (f *kept) write(place, text, mark string) {
	old, seen := f.places[place], map[string]bool{}
	maps.Copy(seen, old.seen)
	if old.mark != "" {
		seen[old.mark] = true
	}
	f.places[place] = said{text, mark, seen}
}

func (h *history) newDocument(f *kept) {
	title := h.text()
	e, d := plan.NewDocument(plan.AssignmentPlan, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(title)}), time.Unix(int64(h.tokens), 0))
	f.apply(e)
	f.write(place(d.Latest().ID, plan.PathTo(plan.KeyTitle)), title, title)
	h.tell("in %d new %s", slices.Index(h.files, f), title)
}

// place names a field, or a row by the text of its cell.
func place(v plan.ID, p plan.Path) string { return string(v) + " " + p.String() }

const listed plan.Key = plan.KeyActivities

// edit writes a field, or adds, writes, removes or moves a row, of any document.
func (h *history) edit(f *kept) {
	documents := f.register.Documents()
	d := documents[h.r.IntN(len(documents))]
	v := d.Latest()
	before := f.contents[v.ID]
	c, rows := before.Content, before.Content.Get(listed).Rows()
	text := h.text()
	at := plan.PathTo([]plan.Key{plan.KeyTitle, plan.KeyPurpose}[h.r.IntN(2)])
	removed := false
	switch k := h.r.IntN(8); {
	case k < 3:
		c = c.With(at[0].Key, plan.Text(text))
	case k < 5 || len(rows) == 0:
		id := plan.ID("r" + text)
		at = plan.PathTo(listed).AtRow(id)
		rows = slices.Insert(rows, h.r.IntN(len(rows)+1), plan.Row{ID: id, Cells: plan.NewContent(plan.Filled{plan.KeyActivity: plan.Text(text)})})
	case k < 6:
		n := h.r.IntN(len(rows))
		at = plan.PathTo(listed).AtRow(rows[n].ID)
		rows[n].Cells = rows[n].Cells.With(plan.KeyActivity, plan.Text(text))
	case k < 7:
		n := h.r.IntN(len(rows))
		at, removed = plan.PathTo(listed).AtRow(rows[n].ID), true
		rows = slices.Delete(rows, n, n+1)
	default:
		n := h.r.IntN(len(rows))
		moved := rows[n]
		rows = slices.Insert(slices.Delete(rows, n, n+1), h.r.IntN(len(rows)), moved)
		at = nil
	}
	c = c.With(listed, plan.Rows(rows...))
	e, err := f.register.SetContent(d, v, before, c)
	if err != nil || e.IsEmpty() {
		return
	}
	f.apply(e)
	if at == nil {
		return
	}
	h.tell("in %d write %s at %s, removed %v", slices.Index(h.files, f), text, at, removed)
	if removed {
		f.write(place(v.ID, at), "", text)
	} else {
		f.write(place(v.ID, at), text, text)
	}
}

// bring imports theirs into mine, choosing at random, and asks whether anything was
// lost.
func (h *history) bring(mine, theirs *kept) error {
	theirs.close()
	side, other := mine.side(), theirs.side()
	if h.broken == NoBase { // as if theirs were made from mine
		side.Known, other.Known = plan.NewKnown(), plan.NewKnown()
		for id, s := range mine.contents {
			other.Add(plan.ThingContent(id), plan.FirstRevision(s.Hash), false)
		}
	}
	im, err := plan.NewImport(side, other)
	if err != nil {
		return err
	}
	shown := map[string]bool{}
	for i := range im.Items {
		item := &im.Items[i]
		for n, x := range item.Clashes {
			if h.broken == NoConflicts {
				continue
			}
			item.Theirs[n] = h.r.IntN(2) == 0
			shown[place(item.Version, rowOf(x.Path))] = true
		}
	}
	e, seen, err := im.Edit(plan.Source{File: "other", At: time.Unix(0, 0)})
	if err != nil {
		return err
	}
	mine.apply(e)
	for _, x := range seen {
		if x.Mine {
			mine.first(x.Thing, plan.Sealed{Hash: x.Hash, JSON: x.JSON})
			continue
		}
		mine.keep(knownState{x.Thing, x.Revision, x.Decided}, x.JSON)
		if x.Now {
			mine.now[x.Thing] = x.Revision
			delete(mine.touched, x.Thing)
		}
	}
	return h.judge(mine, theirs, shown)
}
