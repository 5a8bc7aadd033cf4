package editor_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// machine does random actions in an editor over a real file and knows what the
// file held before each step.
type machine struct {
	*world
	t      *rapid.T
	states []string // before each step that can be undone, and now
	at     int      // index of now
	field  string   // of the open step
	n      int
}

func (m *machine) must(err error) {
	m.t.Helper()
	if err != nil {
		m.t.Fatal(err)
	}
}

func (m *machine) now() string {
	return state(m.t, m.Register(), func(_ plan.DocumentKind, v plan.ID) (plan.Sealed, error) { return m.Content(v) })
}

// did records that an action of the field was done.
func (m *machine) did(field string) {
	now := m.now()
	merged := field != "" && field == m.field
	m.states = m.states[:m.at+1]
	m.field = field
	if !merged {
		m.states = append(m.states, now)
		m.at++
		return
	}
	m.states[m.at] = now
	if m.states[m.at] == m.states[m.at-1] { // typed back: no step
		m.states, m.at, m.field = m.states[:m.at], m.at-1, ""
	}
}

func (m *machine) do(field string, e plan.Edit, err error) {
	m.t.Helper()
	m.must(err)
	if e.IsEmpty() {
		return
	}
	m.must(m.Do(editor.Op{Key: "op.random", Field: field}, e))
	m.did(field)
}

func (m *machine) text() plan.Value {
	m.n++
	return plan.Text(fmt.Sprintf("%s %d", rapid.SampledFrom([]string{"å", "e\u0301", "\"\\\n", "plan", "<&>", "\x00"}).Draw(m.t, "text"), m.n))
}

func (m *machine) list() plan.ListName {
	return rapid.SampledFrom([]plan.ListName{plan.ListBodies, plan.ListRoles, plan.ListMembers}).Draw(m.t, "list")
}

func (m *machine) document() (plan.Document, bool) {
	ds := m.Register().Documents()
	if len(ds) == 0 {
		return plan.Document{}, false
	}
	return rapid.SampledFrom(ds).Draw(m.t, "document"), true
}

func (m *machine) entry() (plan.ListName, plan.Entry, bool) {
	l := m.list()
	es := m.Register().Entries(l)
	if len(es) == 0 {
		return l, plan.Entry{}, false
	}
	return l, rapid.SampledFrom(es).Draw(m.t, "entry"), true
}

func (m *machine) actions() map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"add entry": func(*rapid.T) {
			e, _, err := m.Register().AddEntry(m.list(), plan.NewContent(plan.Filled{plan.KeyName: m.text(), "later": m.text()}))
			m.do("", e, err)
		},
		"type in entry": func(*rapid.T) {
			if l, x, ok := m.entry(); ok {
				e, err := m.Register().SetEntry(l, x.ID, x.Fields.With(plan.KeyNote, m.text()))
				m.do("entry "+string(x.ID), e, err)
			}
		},
		"move entry": func(*rapid.T) {
			if l, x, ok := m.entry(); ok {
				to := rapid.IntRange(0, len(m.Register().Entries(l))-1).Draw(m.t, "to")
				e, err := m.Register().MoveEntry(l, x.ID, to)
				m.do("", e, err)
			}
		},
		"remove entry": func(*rapid.T) {
			if l, x, ok := m.entry(); ok {
				if e, err := m.Register().RemoveEntry(l, x.ID); !errors.Is(err, plan.ErrInUse) {
					m.do("", e, err)
				}
			}
		},
		"new document": func(*rapid.T) {
			kind := rapid.SampledFrom(plan.DocumentKinds()).Draw(m.t, "kind")
			m.clock.now = m.clock.now.Add(time.Second)
			e, _ := plan.NewDocument(kind, true, plan.NewContent(plan.Filled{plan.KeyTitle: m.text()}), m.clock.now)
			m.do("", e, nil)
		},
		"type in document": func(*rapid.T) {
			if d, ok := m.document(); ok {
				e, err := m.title(d.Latest().ID, m.text().Text())
				if !errors.Is(err, plan.ErrFrozen) && !errors.Is(err, plan.ErrLocked) {
					m.do("title "+string(d.ID), e, err)
				}
			}
		},
		"remove document": func(*rapid.T) {
			if d, ok := m.document(); ok {
				contents := map[plan.ID]plan.Sealed{}
				for _, v := range d.Versions {
					s, err := m.Content(v.ID)
					m.must(err)
					contents[v.ID] = s
				}
				if e, err := m.Register().RemoveDocument(d, contents); !errors.Is(err, plan.ErrFrozen) {
					m.do("", e, err)
				}
			}
		},
		"set stage": func(*rapid.T) {
			if d, ok := m.document(); ok {
				to := rapid.SampledFrom([]plan.Stage{plan.StageDraft, plan.StageInPreparation, plan.StageReady}).Draw(m.t, "stage")
				e, err := m.Register().SetStage(d, d.Latest(), to, 0)
				if !errors.Is(err, plan.ErrTransition) && !errors.Is(err, plan.ErrFrozen) {
					m.do("", e, err)
				}
			}
		},
		"relate": func(*rapid.T) {
			a, ok := m.document()
			if !ok {
				return
			}
			b, _ := m.document()
			kind := rapid.SampledFrom(plan.RelationKinds()).Draw(m.t, "relation")
			if e, err := m.Register().Relate(plan.Relation{Kind: kind, From: a.ID, To: b.ID}); !errors.Is(err, plan.ErrCycle) {
				m.do("", e, err)
			}
		},
		"leave field": func(*rapid.T) { m.EndStep(); m.field = "" },
		"undo": func(*rapid.T) {
			err := m.Undo()
			if m.field = ""; m.at == 0 {
				if !errors.Is(err, editor.ErrNothing) {
					m.t.Fatalf("undo of nothing: %v", err)
				}
				return
			}
			m.must(err)
			m.at--
		},
		"redo": func(*rapid.T) {
			err := m.Redo()
			if m.field = ""; m.at == len(m.states)-1 {
				if !errors.Is(err, editor.ErrNothing) {
					m.t.Fatalf("redo of nothing: %v", err)
				}
				return
			}
			m.must(err)
			m.at++
		},
		"": func(*rapid.T) {
			if diff := cmp.Diff(m.states[m.at], m.now()); diff != "" {
				m.t.Fatalf("not the state that the steps tell:\n%s", diff)
			}
		},
	}
}

// openMachine makes a new file in dir and a machine over it.
func openMachine(rt *rapid.T, dir string) *machine {
	path := filepath.Join(dir, fmt.Sprintf("%d%s", time.Now().UnixNano(), sqlite.Extension))
	f, err := sqlite.Create(context.Background(), path, fileOptions(), plan.Start("Förbundet", strings.ToUpper, plan.DateOf(day)))
	if err != nil {
		rt.Fatal(err)
	}
	w := &world{clock: &clock{now: day}, store: &fragile{File: f}, path: path}
	w.Editor, err = editor.Open(context.Background(), w.store, editor.Options{
		Steps: 1000, Contents: 3, Now: func() time.Time { return w.clock.now }, After: w.clock.after,
	})
	if err != nil {
		rt.Fatal(err)
	}
	m := &machine{world: w, t: rt}
	m.states = []string{m.now()}
	return m
}

// reopened closes the file and returns what it then holds.
func (m *machine) reopened() string {
	m.must(m.Close())
	f, err := sqlite.Open(context.Background(), m.path, fileOptions())
	m.must(err)
	defer f.Close()
	flaws, err := f.Check(context.Background())
	m.must(err)
	if len(flaws) > 0 {
		m.t.Fatalf("the file has flaws: %v", flaws)
	}
	r, err := f.Load(context.Background())
	m.must(err)
	return state(m.t, r, func(k plan.DocumentKind, v plan.ID) (plan.Sealed, error) {
		return f.Content(context.Background(), k, v)
	})
}

// mustTravel undoes or redoes and fails where that is offered but not possible.
func (m *machine) mustTravel(can func() (editor.Op, bool), travel func() error) {
	_, offered := can()
	err := travel()
	switch {
	case offered:
		m.must(err)
	case !errors.Is(err, editor.ErrNothing):
		m.t.Fatalf("nothing was offered: %v", err)
	}
}
