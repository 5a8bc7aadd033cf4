package spreadsheet

import (
	"fmt"
	"slices"
	"strings"

	"ledstjarna/internal/plan"
)

// names are what the things are called that a field can refer to.
type names struct {
	labels  map[plan.ID]string   // how each is written: its name, or its name and a part of its ID
	byLabel map[string]plan.ID   // by its key
	byName  map[string][]plan.ID // by its key, as long as it may be unclear
}

type named struct {
	id   plan.ID
	name string
}

// leastOfID is how much of an ID tells things of one name apart.
const leastOfID = 4

// newNames gives every thing a label of its own.
func newNames(all []named) *names {
	n := &names{map[plan.ID]string{}, map[string]plan.ID{}, map[string][]plan.ID{}}
	for i := range all {
		all[i].name = clean(all[i].name)
		n.add(all[i])
	}
	for _, x := range all {
		label := n.labelFor(x)
		n.labels[x.id] = label
		n.byLabel[plan.NameKey(label)] = x.id
	}
	return n
}

// add lets a thing also be called so.
func (n *names) add(x named) {
	k := plan.NameKey(x.name)
	if !slices.Contains(n.byName[k], x.id) {
		n.byName[k] = append(n.byName[k], x.id)
	}
}

// call adds a thing that is not there yet, or lets one also be called so.
func (n *names) call(x named) {
	n.add(x)
	if _, ok := n.labels[x.id]; !ok {
		n.labels[x.id] = x.name
	}
}

// labelFor is the thing's name where nothing else has it, else the name with as much of
// the ID as tells it from the others.
func (n *names) labelFor(x named) string {
	same := n.byName[plan.NameKey(x.name)]
	if strings.TrimSpace(x.name) != "" && len(same) == 1 {
		return x.name
	}
	id, label := []rune(x.id), ""
	for size := min(leastOfID, len(id)); size <= len(id); size++ {
		start := string(id[:size])
		label = strings.TrimSpace(fmt.Sprintf("%s [%s]", x.name, start))
		key := plan.NameKey(label)
		shared := slices.ContainsFunc(same, func(other plan.ID) bool { return other != x.id && strings.HasPrefix(string(other), start) })
		if _, taken := n.byLabel[key]; !shared && !taken && len(n.byName[key]) == 0 {
			break
		}
	}
	return label
}

// label is how the thing is written; one that is not there by its ID.
func (n *names) label(id plan.ID) string {
	if l, ok := n.labels[id]; ok {
		return l
	}
	return "[" + string(id) + "]"
}

// find returns what the words mean, or the code of why that is not known.
func (n *names) find(words string) (plan.ID, string) {
	k := plan.NameKey(words)
	if id, ok := n.byLabel[k]; ok {
		return id, ""
	}
	switch ids := n.byName[k]; len(ids) {
	case 0:
	case 1:
		return ids[0], ""
	default:
		return "", "ambiguous"
	}
	id := plan.ID(strings.Trim(strings.TrimSpace(words), "[]"))
	if _, ok := n.labels[id]; ok {
		return id, ""
	}
	return "", "nothing-of-the-name"
}

// names returns what a reference can mean.
func (g *group) names(t plan.Target) *names {
	key := fmt.Sprint(t.List, t.Rows, t.OfParent, t.Documents)
	if n, ok := g.known[key]; ok {
		return n
	}
	var all []named
	r := g.subject.Register
	switch {
	case t.List != "" && t.List != plan.ListOrganisation:
		for _, e := range r.Entries(t.List) {
			all = append(all, named{e.ID, r.EntryName(t.List, e)})
		}
	case t.List == "" && len(t.Documents) == 0 && !t.OfParent:
		f, _ := plan.FieldIn(plan.FieldsOf(g.doc.Kind), t.Rows)
		for _, row := range g.subject.Content.Get(t.Rows).Rows() {
			all = append(all, named{row.ID, plan.RowName(f, row)})
		}
	}
	n := newNames(all)
	g.known[key] = n
	return n
}

// joined writes several names after each other.
func joined(labels []string) string {
	out := make([]string, len(labels))
	for i, l := range labels {
		if out[i] = l; strings.ContainsAny(l, `;"`) {
			out[i] = `"` + strings.ReplaceAll(l, `"`, `""`) + `"`
		}
	}
	return strings.Join(out, "; ")
}

// split takes several names apart.
func split(text string) []string {
	var out []string
	var b strings.Builder
	quoted := false
	end := func() {
		if s := strings.TrimSpace(b.String()); s != "" {
			out = append(out, s)
		}
		b.Reset()
	}
	all := []rune(text)
	for i := 0; i < len(all); i++ {
		switch r := all[i]; {
		case r == '"' && quoted && i+1 < len(all) && all[i+1] == '"':
			b.WriteRune(r)
			i++
		case r == '"' && (quoted || strings.TrimSpace(b.String()) == ""):
			quoted = !quoted
		case (r == ';' || r == '\n') && !quoted:
			end()
		default:
			b.WriteRune(r)
		}
	}
	end()
	return out
}
