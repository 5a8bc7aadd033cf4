package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// undos does, takes back and does again at random. A stack of what the file held
// knows what each step must give, to the byte.
func undos(c *course) error {
	path, err := newFile(c.dir, 2, 8)
	if err != nil {
		return err
	}
	f, err := sqlite.Open(context.Background(), path, options())
	if err != nil {
		return err
	}
	e, err := editor.Open(context.Background(), f, editor.Options{Steps: 150})
	if err != nil {
		return err
	}
	defer e.Close()
	u := &undoer{r: rand.New(rand.NewPCG(c.seed, 5)), e: e, f: f}
	if u.now, err = u.state(); err != nil {
		return err
	}
	for n := range c.count {
		if err := u.step(c.broken); err != nil {
			return fmt.Errorf("step %d: %w", n, err)
		}
	}
	c.note("%d done, %d undone, %d redone; at most %d could be undone", u.did, u.undid, u.redid, u.deepest)
	return nil
}

type undoer struct {
	r    *rand.Rand
	e    *editor.Editor
	f    *sqlite.File
	now  string
	past []string // what each undo must give, the latest last
	next []string

	did, undid, redid, deepest int
}

// state is what the drafts and roles are, in the editor; now and then also in the
// file.
func (u *undoer) state() (string, error) {
	r := u.e.Register()
	s := fmt.Sprint(r.Entries(plan.ListRoles))
	for _, d := range r.Documents() {
		for _, v := range d.Versions {
			s += string(v.ID) + v.Hash + string(v.Stage)
		}
	}
	if u.r.IntN(200) > 0 {
		return s, nil
	}
	stored, err := u.f.Load(context.Background())
	if err != nil {
		return "", err
	}
	if len(stored.Documents()) != len(r.Documents()) || fmt.Sprint(stored.Entries(plan.ListRoles)) != fmt.Sprint(r.Entries(plan.ListRoles)) {
		return "", errors.New("the file holds something else than the window shows")
	}
	for _, d := range r.Documents() {
		for _, v := range d.Versions {
			if s, err := u.f.Content(context.Background(), d.Kind, v.ID); err != nil || s.Hash != v.Hash {
				return "", fmt.Errorf("version %s is stored as %s, not %s: %w", v.ID, s.Hash, v.Hash, err)
			}
		}
	}
	return s, nil
}

func (u *undoer) step(broken string) error {
	k := u.r.IntN(10)
	var want string
	var err error
	switch {
	case k < 3 && len(u.past) > 0:
		want = u.past[len(u.past)-1]
		u.past, u.next = u.past[:len(u.past)-1], append(u.next, u.now)
		if err = u.e.Undo(); err == nil && broken != "" && len(u.past) > 0 {
			err = u.e.Undo() // one too many
		}
		u.undid++
	case k < 5 && len(u.next) > 0:
		want = u.next[len(u.next)-1]
		u.next, u.past = u.next[:len(u.next)-1], append(u.past, u.now)
		err = u.e.Redo()
		u.redid++
	default:
		before := u.now
		if err = u.do(); err != nil {
			return err
		}
		u.did++
		if u.now, err = u.state(); err != nil || u.now == before {
			return err
		}
		u.past, u.next = append(u.past, before), nil
		u.past = u.past[max(0, len(u.past)-150):]
		u.deepest = max(u.deepest, len(u.past))
		return nil
	}
	if err != nil {
		return err
	}
	if u.now, err = u.state(); err != nil {
		return err
	}
	if u.now != want {
		return errors.New("it is not what it was")
	}
	return nil
}

// do is any edit that can be undone.
func (u *undoer) do() error {
	r := u.e.Register()
	documents := drafts(r)
	var e plan.Edit
	var err error
	switch k := u.r.IntN(8); {
	case k == 0:
		e, _ = plan.NewDocument(plan.AssignmentPlan, true, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Ny")}), day)
		if len(documents) > 6 {
			return nil
		}
	case k == 1 && len(documents) > 1:
		d := documents[u.r.IntN(len(documents))]
		contents := map[plan.ID]plan.Sealed{}
		for _, v := range d.Versions {
			if contents[v.ID], err = u.e.Content(v.ID); err != nil {
				return err
			}
		}
		e, err = r.RemoveDocument(d, contents)
	case k == 2:
		if len(r.Entries(plan.ListRoles)) > 20 {
			return nil
		}
		e, _, err = r.AddEntry(plan.ListRoles, plan.NewContent(plan.Filled{plan.KeyName: plan.Text(fmt.Sprint("Roll ", u.r.Uint32()))}))
	case k == 3 && len(r.Entries(plan.ListRoles)) > 0:
		all := r.Entries(plan.ListRoles)
		e, err = r.RemoveEntry(plan.ListRoles, all[u.r.IntN(len(all))].ID)
	default:
		if len(documents) == 0 {
			return nil
		}
		e, _, err = rewrite(u.r, u.f, documents[u.r.IntN(len(documents))])
	}
	if err != nil {
		return err
	}
	return u.e.Do(editor.Op{Key: "op.campaign"}, e)
}
