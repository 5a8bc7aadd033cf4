package main

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/sqlite/faults/disk"
)

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
