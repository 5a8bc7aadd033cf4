package plan

import "fmt"

// Promote returns the edit that makes a quick plan a full one. Nothing in its
// content changes: the short form has the keys of the full one. It refuses with
// ErrTransition a plan that is not quick, and with ErrLocked one that is ready
// for decision, because the full form asks for more.
func (r Register) Promote(d Document) (Edit, error) {
	v := d.Latest()
	switch {
	case !d.Quick:
		return Edit{}, fmt.Errorf("promote %s: %w", d.ID, ErrTransition)
	case v.Stage == StageReady && !r.Frozen(d, v):
		return Edit{}, fmt.Errorf("promote %s: %w", d.ID, ErrLocked)
	}
	before, after := d, d
	after.Quick = false
	return Edit{Changes: []Change{DocumentChange{&before, &after}}}, nil
}
