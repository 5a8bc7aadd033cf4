package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"

	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/sqlite/faults/disk"
)

// powers takes the power away from a disk with a cache. One course of edits, of which
// all operations are noted, gives many states: at each of its points anything of what
// was not synced may be there, in pieces of sectors and in another order. The file of
// each state must open and hold every edit that was acknowledged, and of the one in
// hand all or nothing. Some states are made by another loss while the file is opened.
func powers(c *course) error {
	path, err := newFile(c.dir, 2, 3)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 9))
	edits := 40
	if c.count < 1000 { // among the tests
		edits = 8
	}
	t, err := traced(path, func(t *tracer, o sqlite.Options) error { return t.edit(r, path, edits, o) })
	if err != nil {
		return err
	}
	p := &power{course: c, r: r, trace: t, dir: filepath.Join(c.dir, "efter"), known: map[[32]byte]int{}}
	p.name = filepath.Base(path)
	if err := p.run(); err != nil {
		return err
	}
	if c.broken == "" && (p.pending == 0 || p.hot == 0 || p.again == 0) {
		return errors.New("nothing was ever pending or taken back")
	}
	c.note("%d operations, %d edits acknowledged, 0 lost; in %d states something was not synced; %d times a writing was taken back, %d times the one in hand was whole; %d times the power went again while it was opened; %d different files came of it",
		len(t.steps), edits, p.pending, p.hot, p.more, p.again, len(p.known))
	return nil
}

type power struct {
	*course
	trace
	r     *rand.Rand
	dir   string
	name  string
	known map[[32]byte]int // files that were examined, and how many edits they hold

	pending, hot, more, again int
}

// run walks the trace and makes the states of each of its points.
func (p *power) run() error {
	first, last, lost := 0, len(p.steps), -1
	if p.broken != "" {
		lost = p.lost()
		first, last = lost, min(last, lost+80) // where it can be noticed
		p.count = max(p.count, 300)            // few enough to be quick, many enough to hit it
	}
	states := p.chosen(p.r, first, last, p.count)
	d := newDevice(p.first)
	for i, s := range p.steps {
		if i != lost {
			d.do(s.name, s.op)
		}
		least, most := s.acked, s.tried
		if i+1 < len(p.steps) {
			least = p.steps[i+1].acked
		}
		for range states[i] {
			if d.pending() {
				p.pending++
			}
			if err := p.state(d.crash(p.r), least, most, 0); err != nil {
				return fmt.Errorf("after operation %d of %d, %s %s at %d: %w", i, len(p.steps), s.op.Kind, s.name, s.op.At, err)
			}
		}
	}
	return nil
}

// chosen tells how many states are made at each point. What is done between two syncs
// has an equal share, however many operations that is.
func (t *trace) chosen(r *rand.Rand, first, last, count int) map[int]int {
	var spans [][2]int
	from := first
	for i := first; i < last; i++ {
		if t.steps[i].op.Kind == disk.Sync || i == last-1 {
			spans = append(spans, [2]int{from, i})
			from = i
		}
	}
	out := map[int]int{}
	for range count {
		s := spans[r.IntN(len(spans))]
		out[s[0]+r.IntN(s[1]-s[0]+1)]++
	}
	return out
}

// lost is the operation that the broken disk does not do though it says so: a writing
// of a page that is another afterwards, or a sync of which anything depends.
func (p *power) lost() int {
	var all []int
	for i, s := range p.steps {
		switch {
		case s.tried == s.acked: // nobody waits for it
		case p.broken == "lost write" && s.name == p.name && s.op.Kind == disk.Write && p.changes(s),
			p.broken == "lost sync" && s.op.Kind == disk.Sync && p.needed(i):
			all = append(all, i)
		}
	}
	return all[p.r.IntN(len(all))]
}

// changes tells whether an edit leaves the page that it writes another than before.
func (p *power) changes(s step) bool {
	before, after := p.pages[s.acked], p.pages[s.tried][0]
	page := func(b []byte) []byte {
		return b[min(s.op.At, int64(len(b))):min(s.op.At+int64(len(s.op.Data)), int64(len(b)))]
	}
	return !bytes.Equal(page(before[len(before)-1]), page(after))
}

// needed tells of a sync whether another of the same file does the same before anything
// else does: a journal is synced before and after its length is noted.
func (p *power) needed(i int) bool {
	next := p.steps[i+1]
	return next.name != p.steps[i].name || next.op.Kind != disk.Write
}

// state opens the file of a state and asks how many edits it holds.
func (p *power) state(files map[string][]byte, least, most, depth int) error {
	if err := writeFolder(p.dir, files); err != nil {
		return err
	}
	path := filepath.Join(p.dir, p.name)
	interrupted := depth == 0 && len(files[p.name+"-journal"]) > 0 && p.r.IntN(8) == 0
	if interrupted {
		return p.interrupted(path, least, most)
	}
	before := sha256.Sum256(files[p.name])
	if err := openAndClose(path, options()); err != nil {
		return err
	}
	after, err := readFolder(p.dir)
	if err != nil {
		return err
	}
	if len(after) != 1 {
		return fmt.Errorf("%d files are left", len(after))
	}
	sum := sha256.Sum256(after[p.name])
	if sum != before {
		p.hot++
	}
	n, ok := p.known[sum]
	if !ok {
		if n, err = p.same(after[p.name]); err != nil {
			return err
		}
		if held, err := p.examine(path); err != nil || held != n {
			return fmt.Errorf("its pages are those after %d edits; it holds %d: %w", n, held, err)
		}
		p.known[sum] = n
	}
	if n < least || n > most {
		return fmt.Errorf("%d edits were acknowledged and %d begun; it holds %d", least, most, n)
	}
	if n > least {
		p.more++
	}
	return nil
}

// interrupted takes the power away again while the file is opened.
func (p *power) interrupted(path string, least, most int) error {
	t, err := traced(path, func(_ *tracer, o sqlite.Options) error { return openAndClose(path, o) })
	if err != nil {
		return err
	}
	d := newDevice(t.first)
	for _, s := range t.steps[:p.r.IntN(len(t.steps)+1)] {
		d.do(s.name, s.op)
	}
	p.again++
	if err := p.state(d.crash(p.r), least, most, 1); err != nil {
		return fmt.Errorf("when the power went again: %w", err)
	}
	return nil
}

// examine tells after how many edits the file was as it is now.
func (p *power) examine(path string) (int, error) {
	got, err := sound(path)
	if err != nil {
		return 0, err
	}
	for n, want := range p.held {
		if got == want {
			return n, nil
		}
	}
	return 0, errors.New("it holds what no edit left")
}
