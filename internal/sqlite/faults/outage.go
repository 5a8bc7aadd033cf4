package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"

	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/sqlite/faults/disk"
)

// outages takes the power away, as powers does, while an old file is migrated and while
// copies and a hand-over are written. Whatever is left, the file opens and holds what it
// held; what has the name of a copy is whole and sound; a copy that was acknowledged is
// there; and beside a file that was migrated there is the copy of what it was.
func outages(c *course) error {
	kinds, err := blackouts(c)
	if err != nil {
		return err
	}
	for n, b := range kinds {
		lose, broken := strings.CutPrefix(c.broken, b.name+" ")
		if c.broken != "" && !broken {
			continue
		}
		b.course, b.lose, b.r = c, lose, rand.New(rand.NewPCG(c.seed, 20+uint64(n)))
		if !broken {
			b.lose = ""
		}
		if err := b.run(); err != nil {
			return fmt.Errorf("%s: %w", b.name, err)
		}
	}
	return nil
}

// blackout is a work during which the power goes.
type blackout struct {
	*course
	trace
	name string
	lose string // "sync", "write" or "name": what the disk does not do though it says so
	r    *rand.Rand

	files map[string][]byte
	do    func(t *tracer, path string, o sqlite.Options) ([]string, error)
	want  string // what the file holds
	// migrates tells that a copy must have been kept before the file is written.
	migrates bool

	results []string // the names of what is made, in turn
	held    map[string]string
	known   map[[32]byte]bool
	pending int
}

// run does the work once and makes states of each of its points.
func (b *blackout) run() error {
	dir := filepath.Join(b.dir, b.name)
	if err := b.trial(dir); err != nil {
		return err
	}
	lost, from := b.lost()
	if b.lose != "" && len(lost) == 0 {
		return nil // which is noticed
	}
	count := b.count
	if b.lose != "" {
		count = max(count, 150)
	}
	d, at := newDevice(b.first), b.chosen(b.r, from, len(b.steps), count)
	at[len(b.steps)-1]++ // when all is done
	for i, s := range b.steps {
		if !lost[i] {
			d.do(s.name, s.op)
		}
		for range at[i] {
			if d.pending() {
				b.pending++
			}
			if err := b.state(dir, d.crash(b.r), i); err != nil {
				return fmt.Errorf("after operation %d of %d, %s %s: %w", i, len(b.steps), s.op.Kind, s.name, err)
			}
		}
	}
	b.note("%s: %d operations, %d states, in %d something was not synced, %d different", b.name, len(b.steps), count, b.pending, len(b.known))
	return nil
}

// trial does the work and notes what it makes.
func (b *blackout) trial(dir string) error {
	if err := writeFolder(dir, b.files); err != nil {
		return err
	}
	path := filepath.Join(dir, stem)
	var err error
	b.trace, err = traced(path, func(t *tracer, o sqlite.Options) (err error) {
		o.Now = noon
		b.results, err = b.do(t, path, o)
		return err
	})
	if err != nil {
		return err
	}
	b.held, b.known = map[string]string{}, map[[32]byte]bool{}
	for i, r := range b.results {
		name, err := filepath.Rel(dir, r)
		if err != nil {
			return err
		}
		b.results[i] = filepath.ToSlash(name)
		if b.held[b.results[i]], err = soundCopy(r); err != nil {
			return err
		}
	}
	return nil
}

// soundCopy examines a copy and is what it holds.
func soundCopy(path string) (string, error) {
	if err := sqlite.CheckBackup(ctx(), path, options()); err != nil {
		return "", err
	}
	f, err := sqlite.OpenReadOnly(ctx(), path, options())
	if err != nil {
		return "", err
	}
	s, err := all(f)
	return s, errors.Join(err, f.Close())
}

// state examines what is left when the power goes after step i.
func (b *blackout) state(dir string, files map[string][]byte, i int) error {
	acked := b.steps[min(i+1, len(b.steps)-1)].acked
	if i == len(b.steps)-1 {
		acked = len(b.results)
	}
	for n, name := range b.results {
		if n < acked && files[name] == nil {
			return fmt.Errorf("%s was acknowledged and is not there", name)
		}
	}
	if b.migrates && files[b.results[0]] == nil && b.written(i) {
		return errors.New("the file may be migrated, and there is no copy of what it was")
	}
	sum := sumOf(files)
	if b.known[sum] {
		return nil
	}
	if err := writeFolder(dir, files); err != nil {
		return err
	}
	for name := range files {
		if _, made := b.held[name]; made {
			if got, err := soundCopy(filepath.Join(dir, name)); err != nil || got != b.held[name] {
				return fmt.Errorf("%s is not whole: %w", name, err)
			}
		}
	}
	if got, err := sound(filepath.Join(dir, stem)); err != nil || got != b.want {
		return fmt.Errorf("the file holds something else: %w", err)
	}
	if b.migrates {
		if copies, err := sqlite.Backups(filepath.Join(dir, stem)); err != nil || len(copies) == 0 {
			return fmt.Errorf("it was migrated without a copy: %w", err)
		}
	}
	b.known[sum] = true
	return nil
}

// written tells whether anything was written to the file itself up to step i.
func (b *blackout) written(i int) bool {
	return slices.ContainsFunc(b.steps[:i+1], func(s step) bool { return s.name == stem && s.op.Kind == disk.Write })
}

func sumOf(files map[string][]byte) [32]byte {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	h := sha256.New()
	for _, name := range names {
		fmt.Fprintln(h, name, len(files[name]))
		_, _ = h.Write(files[name])
	}
	return [32]byte(h.Sum(nil))
}

// lost are the steps that the broken disk does not do though it says so, and the first.
func (b *blackout) lost() (map[int]bool, int) {
	one := map[int]bool{}
	var steps []int
	last := map[string]int{} // writes of a place
	for i, s := range b.steps {
		switch {
		case s.op.Kind == disk.Write && !strings.HasSuffix(s.name, "-journal"):
			last[fmt.Sprint(s.name, s.op.At)] = i
		case b.lose == "sync" && s.op.Kind == disk.Sync && b.isResult(s.name),
			b.lose == "name" && s.op.Kind == disk.Sync && s.op.Folder && strings.HasSuffix(s.name, "."):
			steps = append(steps, i)
		}
	}
	if b.lose == "write" {
		for _, i := range last {
			if b.matters(b.steps[i]) {
				steps = append(steps, i)
			}
		}
		if slices.Sort(steps); len(steps) > 0 {
			steps = []int{steps[b.r.IntN(len(steps))]}
		}
	}
	for _, i := range steps {
		one[i] = true
	}
	if len(steps) == 0 {
		return nil, 0
	}
	return one, steps[0]
}

// isResult tells of a name whether it is what a result is called while it is written, or
// of the file that is migrated.
func (b *blackout) isResult(name string) bool {
	if b.migrates {
		return name == stem
	}
	return strings.Contains(name, "~$") && !strings.HasSuffix(name, "-journal")
}

// matters tells of the last write of a place whether anything is read there.
func (b *blackout) matters(s step) bool {
	if !b.isResult(s.name) || s.op.At == 0 {
		return false
	}
	return slices.ContainsFunc(s.op.Data, func(c byte) bool { return c != 0 })
}
