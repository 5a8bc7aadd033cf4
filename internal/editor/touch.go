package editor

import "ledstjarna/internal/plan"

// thing is something that a change reads or writes as a whole.
type thing struct {
	what string
	id   plan.ID
}

func touchedBy(e plan.Edit) map[thing]bool {
	out := map[thing]bool{}
	for _, c := range e.Changes {
		switch c := c.(type) {
		case plan.EntryChange:
			for _, x := range []*plan.Entry{c.Before, c.After} {
				if x != nil {
					out[thing{"entry", x.ID}] = true
				}
			}
		case plan.DocumentChange:
			for _, x := range []*plan.Document{c.Before, c.After} {
				if x != nil {
					out[thing{"document", x.ID}] = true
				}
			}
		case plan.ContentChange:
			out[thing{"content", c.Version}] = true
		case plan.RelationChange:
			x := c.Relation
			out[thing{"relation", plan.ID(x.Kind) + " " + x.From + " " + x.To}] = true
		}
	}
	return out
}

// comesOrGoes returns the IDs of what the change adds or removes.
func comesOrGoes(c plan.Change) []plan.ID {
	switch c := c.(type) {
	case plan.EntryChange:
		switch {
		case c.Before == nil && c.After != nil:
			return []plan.ID{c.After.ID}
		case c.Before != nil && c.After == nil:
			return []plan.ID{c.Before.ID}
		}
	case plan.DocumentChange:
		before, after := idsOf(c.Before), idsOf(c.After)
		var out []plan.ID
		for id := range before {
			if !after[id] {
				out = append(out, id)
			}
		}
		for id := range after {
			if !before[id] {
				out = append(out, id)
			}
		}
		return out
	}
	return nil
}

func idsOf(d *plan.Document) map[plan.ID]bool {
	if d == nil {
		return nil
	}
	out := map[plan.ID]bool{d.ID: true}
	for _, v := range d.Versions {
		out[v.ID] = true
	}
	return out
}

// toldBy returns the IDs of what the event tells of.
func toldBy(e plan.Event) []plan.ID {
	out := []plan.ID{e.Document, e.Version, e.Assignment}
	for _, f := range plan.EventFields(e.Kind) {
		v := e.Fields.Get(f.Key)
		switch f.Kind {
		case plan.Reference:
			out = append(out, v.ID())
		case plan.References:
			for _, s := range v.Texts() {
				out = append(out, plan.ID(s))
			}
		}
	}
	return out
}
