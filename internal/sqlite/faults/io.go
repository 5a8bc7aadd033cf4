package main

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/sqlite/faults/disk"
)

// ios lets the disk fail at every operation of everything that is done with a file: once,
// and from then on, with an error, full, and full in the middle of a writing. What fails
// must say so in words for a person. When the disk is well again the same must succeed,
// nothing that was acknowledged may be lost and nothing half done be left.
func ios(c *course) error {
	works, err := works(c)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 10))
	for _, w := range works {
		if err := w.run(c, r); err != nil {
			return fmt.Errorf("%s: %w", w.name, err)
		}
	}
	return nil
}

// work is something that is done with a file.
type work struct {
	name  string
	files map[string][]byte // of the folder, before
	do    func(a *attempt) error
}

// mishap is a fault at an operation, and at all later ones where it lasts.
type mishap struct {
	point int
	kind  disk.Kind
	fault disk.Fault
	lasts bool
}

func (m mishap) String() string {
	return fmt.Sprintf("operation %d, %s, fault %d, lasting %t", m.point, m.kind, m.fault, m.lasts)
}

// run does the work with a fault at each of its points, or at some where there are more
// than the campaign's count.
func (w work) run(c *course, r *rand.Rand) error {
	points, err := w.points(c)
	if err != nil {
		return err
	}
	all := mishaps(points)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	all = all[:min(len(all), c.count)]
	told, overcome := 0, 0
	seen := map[int]bool{}
	for _, m := range all {
		a, err := w.once(c, m)
		if err != nil {
			return fmt.Errorf("%v: %w", m, err)
		}
		if a.told {
			told++
		} else if a.hit {
			overcome++
		}
		seen[m.point] = true
	}
	c.note("%s: %d faults at %d of %d points, %d told, %d overcome", w.name, len(all), len(seen), len(points), told, overcome)
	return nil
}

// points are the operations of the work when nothing fails.
func (w work) points(c *course) ([]disk.Kind, error) {
	a, err := w.once(c, mishap{})
	if err != nil {
		return nil, fmt.Errorf("without any fault: %w", err)
	}
	return a.kinds, nil
}

func mishaps(points []disk.Kind) []mishap {
	var out []mishap
	for i, k := range points {
		faults := []disk.Fault{disk.Error}
		if k == disk.Write {
			faults = append(faults, disk.Full, disk.Short)
		}
		for _, f := range faults {
			out = append(out, mishap{i + 1, k, f, false}, mishap{i + 1, k, f, true})
		}
	}
	return out
}

// once does the work on a disk with the mishap.
func (w work) once(c *course, m mishap) (a *attempt, err error) {
	dir := filepath.Join(c.dir, "arbete")
	if err := writeFolder(dir, w.files); err != nil {
		return nil, err
	}
	a = &attempt{mishap: m, dir: dir, path: filepath.Join(dir, "fil"+sqlite.Extension), broken: c.broken}
	d, err := disk.Register(a.before)
	if err != nil {
		return nil, err
	}
	a.o = options()
	a.o.VFS, a.o.Now = d.Name(), noon
	return a, errors.Join(w.do(a), d.Close())
}

// attempt is a work on a disk that fails at a point.
type attempt struct {
	mishap
	dir, path string
	o         sqlite.Options
	broken    string

	armed     bool // counts and fails
	hit, told bool
	kinds     []disk.Kind
}

func (a *attempt) before(op disk.Op) disk.Fault {
	if !a.armed {
		return disk.None
	}
	a.kinds = append(a.kinds, op.Kind)
	n := len(a.kinds)
	if n != a.point && (!a.lasts || n < a.point || a.point == 0) {
		return disk.None
	}
	if a.fault != disk.Error && op.Kind != disk.Write { // a full disk does the rest
		return disk.None
	}
	a.hit = true
	if a.broken == "silent" {
		return disk.Dropped
	}
	return a.fault
}

// meets does a part of the work while the disk may fail, and tells whether it did. From
// then on the disk is well.
func (a *attempt) meets(do func() error) (bool, error) {
	a.armed = !a.told
	err := guarded(do)
	a.armed = false
	var p panicked
	switch {
	case err == nil:
		return false, nil
	case errors.As(err, &p), !a.hit:
		return true, fmt.Errorf("it fails by %w", err)
	case a.broken == "wordless", !worded(err):
		return true, fmt.Errorf("there are no words for %w", err)
	}
	a.told = true
	return a.broken != "boast", nil
}

// again does the work until it is done: at once, or after the disk has failed and is
// well again.
func (a *attempt) again(do func() error) error {
	failed, err := a.meets(do)
	if err != nil || !failed {
		return err
	}
	if err := a.clean(); err != nil {
		return err
	}
	if err := guarded(do); err != nil {
		return fmt.Errorf("when the disk is well again: %w", err)
	}
	return nil
}

// panicked is what a panic said.
type panicked struct{ what any }

func (p panicked) Error() string { return fmt.Sprint("a panic: ", p.what) }

func guarded(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicked{p}
		}
	}()
	return do()
}

// clean fails where something half made is left.
func (a *attempt) clean() error {
	return filepath.WalkDir(a.dir, func(path string, _ os.DirEntry, err error) error {
		if name := filepath.Base(path); err == nil && strings.HasPrefix(name, "~$") && !strings.HasSuffix(name, ".lock") {
			return fmt.Errorf("%s is left", name)
		}
		return err
	})
}

// ends asks of a closed file that it holds what it should, that so do the copies of it,
// and that nothing else is left.
func (a *attempt) ends(want string, names ...string) error {
	got, err := sound(a.path)
	if err != nil {
		return err
	}
	if unrestored(got) != unrestored(want) {
		return errors.New("the file holds something else")
	}
	if err := a.clean(); err != nil {
		return err
	}
	left, err := readFolder(a.dir)
	if err != nil {
		return err
	}
	have := slices.Sorted(maps.Keys(left))
	if !slices.Equal(have, slices.Sorted(slices.Values(append(names, filepath.Base(a.path))))) {
		return fmt.Errorf("left in the folder: %v", have)
	}
	copies, err := sqlite.Backups(a.path)
	if err != nil {
		return err
	}
	for _, b := range copies {
		if err := sqlite.CheckBackup(ctx(), b.Path, options()); err != nil {
			return err
		}
	}
	return nil
}
