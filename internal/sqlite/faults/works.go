package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
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
