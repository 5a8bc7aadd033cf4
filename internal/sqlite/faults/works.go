package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/sqlite/faults/disk"
)

func ctx() context.Context { return context.Background() }

// noon is when all work is done.
func noon() time.Time { return day }

// works are all that is done with a file.
func works(c *course) ([]work, error) {
	m, err := newMaterial(c)
	if err != nil {
		return nil, err
	}
	hot, err := m.hot(c)
	if err != nil {
		return nil, err
	}
	old, migrated, err := oldFile(c)
	if err != nil {
		return nil, err
	}
	return []work{
		{"save", m.files, m.save},
		{"open", hot, m.open},
		{"migrate", old, func(a *attempt) error { return reopen(a, migrated) }},
		{"copy", m.files, m.copy},
		{"restore", m.files, m.restore},
		{"import", m.files, m.remember},
		{"create", nil, create},
		{"close", m.unused, m.close},
	}, nil
}

// material is a file and what can be done with it.
type material struct {
	files  map[string][]byte
	edits  []plan.Edit
	held   []string          // after so many of them
	unused map[string][]byte // with a stored file that nothing refers to
}

const stem = "fil" + sqlite.Extension

func newMaterial(c *course) (*material, error) {
	path, err := newFile(c.dir, 2, 3)
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m := &material{files: map[string][]byte{stem: b}}
	f, err := sqlite.Open(ctx(), path, options())
	if err != nil {
		return nil, err
	}
	if err := m.make(rand.New(rand.NewPCG(c.seed, 11)), f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	// The last edit's file is let go of, and the program dies before it is removed.
	if _, err := f.Save(ctx(), m.edits[len(m.edits)-1].Inverse()); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	b, err = os.ReadFile(path)
	m.unused = map[string][]byte{stem: b}
	return m, errors.Join(err, f.Close())
}

// make makes edits of each kind; the last attaches a file.
func (m *material) make(r *rand.Rand, f *sqlite.File) error {
	for n := range 4 {
		s, err := all(f)
		if err != nil {
			return err
		}
		m.held = append(m.held, s)
		register, err := f.Load(ctx())
		if err != nil {
			return err
		}
		var e plan.Edit
		switch d := drafts(register)[0]; n {
		case 0:
			e, _, err = rewrite(r, f, d)
			e.Events = []plan.Event{{ID: plan.NewID(), Kind: plan.EventExport, At: day, By: "Åsa"}}
		case 1:
			e, _ = plan.NewDocument(plan.AssignmentPlan, true, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Ny")}), day)
		case 2:
			e, _, err = register.AddEntry(plan.ListRoles, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Roll")}))
		default:
			e, err = attachment(r, f, d)
		}
		if err == nil {
			_, err = f.Save(ctx(), e)
		}
		if err != nil {
			return err
		}
		m.edits = append(m.edits, e)
	}
	s, err := all(f)
	m.held = append(m.held, s)
	return err
}

// hot is the file with a journal that must be taken back, after a loss of power in the
// middle of writing its pages.
func (m *material) hot(c *course) (map[string][]byte, error) {
	dir := filepath.Join(c.dir, "avbrott")
	path := filepath.Join(dir, stem)
	if err := writeFolder(dir, m.files); err != nil {
		return nil, err
	}
	t, err := traced(path, func(_ *tracer, o sqlite.Options) error {
		f, err := sqlite.Open(ctx(), path, o)
		if err != nil {
			return err
		}
		_, err = f.Save(ctx(), m.edits[0])
		return errors.Join(err, f.Close())
	})
	if err != nil {
		return nil, err
	}
	d := newDevice(t.first)
	for _, s := range t.steps {
		d.do(s.name, s.op)
		if s.name == stem && s.op.Kind == disk.Sync { // and the journal is not ended yet
			break
		}
	}
	out := map[string][]byte{}
	for name, f := range d.names {
		out[name] = f.lasting
	}
	if len(out[stem+"-journal"]) == 0 {
		return nil, errors.New("no journal is left")
	}
	return out, nil
}

// oldFile is a file of the first schema, and what it holds when it is migrated.
func oldFile(c *course) (map[string][]byte, string, error) {
	files, err := released()
	if err != nil {
		return nil, "", err
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		return nil, "", err
	}
	dir := filepath.Join(c.dir, "gammal")
	out := map[string][]byte{stem: b}
	if err := writeFolder(dir, out); err != nil {
		return nil, "", err
	}
	want, err := sound(filepath.Join(dir, stem))
	return out, want, err
}

// opened opens the attempt's file while the disk is well.
func (a *attempt) opened(do func(f *sqlite.File) error) error {
	f, err := sqlite.Open(ctx(), a.path, a.o)
	if err != nil {
		return err
	}
	return errors.Join(do(f), f.Close())
}

func (m *material) save(a *attempt) error {
	err := a.opened(func(f *sqlite.File) error {
		for n, e := range m.edits {
			save := func() error {
				_, err := f.Save(ctx(), e)
				return err
			}
			failed, err := a.meets(save)
			if err != nil {
				return err
			}
			if failed { // all of it may be there, if the disk failed at the very end
				if err := holds(f, m.held[n], m.held[n+1]); err != nil {
					return fmt.Errorf("edit %d failed, and %w", n, err)
				}
				if err := save(); err != nil {
					return fmt.Errorf("saving edit %d again: %w", n, err)
				}
			}
			if err := holds(f, m.held[n+1]); err != nil {
				return fmt.Errorf("edit %d was saved, and %w", n, err)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return a.ends(m.held[len(m.edits)])
}

func holds(f *sqlite.File, want ...string) error {
	got, err := all(f)
	if err != nil {
		return err
	}
	if !slices.Contains(want, got) {
		return errors.New("the file holds something else")
	}
	return nil
}

func (m *material) open(a *attempt) error { return reopen(a, m.held[0]) }

// reopen opens, loads, checks and closes the file.
func reopen(a *attempt, want string) error {
	var f *sqlite.File
	err := a.again(func() (err error) {
		f, err = sqlite.Open(ctx(), a.path, a.o)
		return err
	})
	if err != nil {
		return err
	}
	for _, do := range []func() error{
		func() error {
			_, err := f.Load(ctx())
			return err
		},
		func() error {
			flaws, err := f.Check(ctx())
			if len(flaws) > 0 {
				return fmt.Errorf("flaws: %v", flaws)
			}
			return err
		},
		func() error { return holds(f, want) },
	} {
		if err := a.again(do); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	if err := f.Close(); err != nil {
		return err
	}
	return a.ends(want)
}

func (m *material) copy(a *attempt) error {
	other := filepath.Join(a.dir, "annan"+sqlite.Extension)
	err := a.opened(func(f *sqlite.File) error {
		err := a.again(func() error {
			_, err := f.KeepCopyBefore(ctx(), plan.CopyByHand)
			return err
		})
		if err == nil {
			err = a.again(func() error { return f.CopyTo(ctx(), other) })
		}
		if err == nil { // the file itself can still be written
			_, err = f.Save(ctx(), m.edits[0])
		}
		return err
	})
	if err != nil {
		return err
	}
	if copies, err := sqlite.Backups(a.path); err != nil || len(copies) == 0 {
		return fmt.Errorf("%d copies are kept, %w", len(copies), err)
	}
	if got, err := sound(other); err != nil || got != m.held[0] {
		return fmt.Errorf("the copy holds something else, %w", err)
	}
	return a.ends(m.held[1], filepath.Base(other))
}

func (m *material) restore(a *attempt) error {
	other := filepath.Join(a.dir, "annan"+sqlite.Extension)
	if err := copyFile(other, a.path); err != nil {
		return err
	}
	err := a.opened(func(f *sqlite.File) error {
		_, err := f.Save(ctx(), m.edits[0])
		return err
	})
	if err != nil {
		return err
	}
	failed, err := a.meets(func() error {
		_, err := sqlite.Restore(ctx(), a.path, other, a.o)
		return err
	})
	if err != nil {
		return err
	}
	if failed {
		if err := a.ends(m.held[1], filepath.Base(other)); err != nil {
			return fmt.Errorf("nothing was restored, and %w", err)
		}
		if _, err := sqlite.Restore(ctx(), a.path, other, a.o); err != nil {
			return err
		}
	}
	return a.ends(m.held[0], filepath.Base(other))
}

// remember notes of an import what it dealt with.
func (m *material) remember(a *attempt) error {
	s := plan.Seal(plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(strings.Repeat("Från en annan ", 900))}))
	states := []plan.Earlier{
		{Thing: "content/x", Revision: "a", Hash: s.Hash, JSON: s.JSON, Decided: true},
		{Thing: "content/y", Revision: "b", Hash: s.Hash, JSON: s.JSON, Decided: true, Now: true},
	}
	err := a.opened(func(f *sqlite.File) error {
		if err := a.again(func() error { return f.Remember(ctx(), states) }); err != nil {
			return err
		}
		k, err := f.Known(ctx())
		if err == nil && k.Now["content/y"] != "b" {
			err = errors.New("it is not remembered")
		}
		return err
	})
	if err != nil {
		return err
	}
	return a.ends(m.held[0])
}

func create(a *attempt) error {
	first := plan.Start("Länsförbundet", strings.ToUpper, plan.DateOf(day))
	var f *sqlite.File
	err := a.again(func() (err error) {
		f, err = sqlite.Create(ctx(), a.path, a.o, first)
		return err
	})
	if err != nil {
		return err
	}
	want, err := all(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	if !strings.Contains(want, "Länsförbundet") {
		return errors.New("the file holds not what it was made with")
	}
	return a.ends(want)
}

// close closes a file with something that is removed when it is closed. What cannot be
// removed then is at the next closing.
func (m *material) close(a *attempt) error {
	f, err := sqlite.Open(ctx(), a.path, a.o)
	if err != nil {
		return err
	}
	want, err := all(f)
	if err != nil {
		return errors.Join(err, f.Close())
	}
	if _, err := a.meets(f.Close); err != nil {
		return err
	}
	return a.ends(want)
}
