package review

import (
	"fmt"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
)

// A vector is an example that follows from the words of the rules: what is
// given, and how all duties of the document stand on one day or more.
type vector struct {
	name  string // the rule
	given func(*world) plan.ID
	days  []asked
}

type asked struct{ on, want string }

// told is all that a duty says, in one line.
func told(ds []Duty) string {
	var out []string
	for _, d := range ds {
		s := brief(d)
		if !d.Planned.IsZero() {
			s += fmt.Sprintf(" planned %s", d.Planned)
		}
		if !d.Snoozed.IsZero() {
			s += fmt.Sprintf(" snoozed to %s", d.Snoozed)
		}
		if d.Recent {
			s += " recent"
		}
		if d.Ending != plan.NotEnded {
			s += fmt.Sprintf(" %s %s", d.Ending, d.Ended)
		}
		out = append(out, strings.Join(strings.Fields(s), " "))
	}
	return strings.Join(out, "; ")
}

// checkVectors asserts each vector in a world of its own.
func checkVectors(t *testing.T, watch string, all []vector) {
	t.Helper()
	for _, v := range all {
		t.Run(v.name, func(t *testing.T) {
			w := newWorld(t, watch)
			id := v.given(w)
			for _, a := range v.days {
				if got := told(Of(w.r, id, w.day(a.on))); got != a.want {
					t.Errorf("on %s:\n got %s\nwant %s", a.on, got, a.want)
				}
			}
		})
	}
}

// The parts that what is given is made of.

// adopted is a document that the board adopted on the day and that applies from
// then on until it is superseded.
func adopted(k plan.DocumentKind, day string) func(*world) plan.ID {
	return func(w *world) plan.ID { return w.inForce(k, day, nil) }
}

// until is one whose validity is up to a date.
func until(k plan.DocumentKind, day, to string) func(*world) plan.ID {
	return func(w *world) plan.ID {
		return w.inForce(k, day, plan.Filled{plan.KeyValidity: plan.Text(string(plan.ValidUntil)), plan.KeyValidTo: plan.Day(w.day(to))})
	}
}

// then adds to what is given.
func then(given func(*world) plan.ID, more ...func(*world, plan.ID)) func(*world) plan.ID {
	return func(w *world) plan.ID {
		id := given(w)
		for _, add := range more {
			add(w, id)
		}
		return id
	}
}

// with prepares the register before the document is there.
func with(prepare func(*world), given func(*world) plan.ID) func(*world) plan.ID {
	return func(w *world) plan.ID {
		prepare(w)
		return given(w)
	}
}

func reviewedOn(day string, c Concern) func(*world, plan.ID) {
	return func(w *world, id plan.ID) { w.reviewed(id, day, c, nil) }
}

func tickedOn(day string, c Concern) func(*world, plan.ID) {
	return func(w *world, id plan.ID) {
		w.reviewed(id, day, c, func(rv *Review) { rv.CountsAsYears = true })
	}
}

func outcomeOn(day string, c Concern, outcome string) func(*world, plan.ID) {
	return func(w *world, id plan.ID) { w.reviewed(id, day, c, func(rv *Review) { rv.Outcome = outcome }) }
}

func revisedOn(day string) func(*world, plan.ID) {
	return func(w *world, id plan.ID) { w.adopt(id, plan.Decision{Date: w.day(day)}) }
}

func editedOn(day string) func(*world, plan.ID) {
	return func(w *world, id plan.ID) { w.adopt(id, plan.Decision{Date: w.day(day), Officer: "Direktören"}) }
}

func repealedOn(day string) func(*world, plan.ID) {
	return func(w *world, id plan.ID) {
		w.decide(id, plan.Decision{Outcome: plan.Repealed, Date: w.day(day)})
	}
}

// supersededFrom lets a document of the same kind take its place on the day.
func supersededFrom(day string) func(*world, plan.ID) {
	return func(w *world, id plan.ID) {
		next := w.inForce(w.doc(id).Kind, day, nil)
		w.apply(w.r.Relate(plan.Relation{Kind: plan.Supersedes, From: next, To: id}))
	}
}

// ruled gives the document a rule of its own.
func ruled(rule plan.Rule) func(*world, plan.ID) {
	return func(w *world, id plan.ID) {
		before := w.doc(id)
		after := before
		after.Rule, after.RuleReason = rule, "särskilt beslut"
		w.apply(plan.Edit{Changes: []plan.Change{plan.DocumentChange{Before: &before, After: &after}}}, nil)
	}
}

// onAssignment is the plan of an assignment.
func onAssignment(start, end, adopted string) func(*world) plan.ID {
	return func(w *world) plan.ID {
		a := w.assignment("2008-02-01", start, end)
		return w.inForce(plan.AssignmentPlan, adopted, plan.Filled{plan.KeyAssignment: plan.Ref(a)})
	}
}

func year(y int) Concern               { return Concern{Year: y} }
func period(id plan.ID) Concern        { return Concern{Period: id} }
func of(w *world, d string) plan.Value { return plan.Day(w.day(d)) }
