package editor_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// TestRandomStepsEqualTheirModel does random actions, undos and redos: the
// editor must always hold the state that was there at that step, and the file,
// opened again, the same.
func TestRandomStepsEqualTheirModel(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		m := openMachine(rt, dir)
		rt.Repeat(m.actions())
		if diff := cmp.Diff(m.states[m.at], m.reopened()); diff != "" {
			rt.Fatalf("the file opened again differs:\n%s", diff)
		}
	})
}

// TestRegistrationsSurviveRandomSteps mixes adoptions and other events into the
// actions: whatever is undone, an adopted content and the events stay, every
// step that is offered can be taken, and the file holds what the editor shows.
func TestRegistrationsSurviveRandomSteps(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		m := openMachine(rt, dir)
		adopted, rejected := map[plan.ID]string{}, map[plan.ID]bool{}
		events := 0
		actions := m.actions()
		actions["adopt"] = func(*rapid.T) {
			d, ok := m.document()
			if !ok || rejected[d.Latest().ID] || m.Register().Frozen(d, d.Latest()) {
				return
			}
			if d.Latest().Stage != plan.StageReady {
				e, err := m.Register().SetStage(d, d.Latest(), plan.StageReady, 0)
				m.do("", e, err)
				d, _ = m.Register().Document(d.ID)
			}
			outcome := rapid.SampledFrom([]string{plan.Adopted, plan.ReferredBack, plan.Deferred, plan.Rejected}).Draw(rt, "outcome")
			body, _, err := m.Register().AddEntry(plan.ListBodies, plan.NewContent(plan.Filled{plan.KeyName: m.text()}))
			m.do("", body, err)
			bodies := m.Register().Entries(plan.ListBodies)
			e, err := m.Register().Decide(d, d.Latest(), plan.Decision{
				Outcome: outcome, Body: bodies[len(bodies)-1].ID, Date: plan.DateOf(day), Paragraph: "§ 1",
			}, "Åsa", day)
			if outcome == plan.Adopted && m.Register().ForceOf(d.ID).Ending == plan.EndedSuperseded {
				if !errors.Is(err, plan.ErrTransition) {
					m.t.Fatalf("a version of a superseded document is adopted: %v", err)
				}
				return
			}
			m.do("", e, err)
			events++
			v := d.Latest()
			if rejected[v.ID] = outcome == plan.Rejected; outcome == plan.Adopted {
				adopted[v.ID] = v.Hash
			}
		}
		actions["next draft"] = func(*rapid.T) {
			if d, ok := m.document(); ok {
				from, err := m.Content(d.Latest().ID)
				m.must(err)
				e, _, err := m.Register().NextDraft(d, from, rapid.Bool().Draw(rt, "editorial"), m.clock.now)
				if !errors.Is(err, plan.ErrDraftOpen) && !errors.Is(err, plan.ErrTransition) {
					m.do("", e, err)
				}
			}
		}
		actions["undo"] = func(*rapid.T) { m.mustTravel(m.CanUndo, m.Undo) }
		actions["redo"] = func(*rapid.T) { m.mustTravel(m.CanRedo, m.Redo) }
		actions[""] = func(*rapid.T) {
			if n := len(m.Register().Events()); n != events {
				m.t.Fatalf("%d events of %d are left", n, events)
			}
			for id, hash := range adopted {
				s, err := m.Content(id)
				m.must(err)
				if s.Hash != hash {
					m.t.Fatalf("the adopted version %s has changed", id)
				}
			}
		}
		rt.Repeat(actions)
		now := m.now()
		if diff := cmp.Diff(now, m.reopened()); diff != "" {
			rt.Fatalf("the file opened again differs:\n%s", diff)
		}
	})
}
