package main

import (
	"slices"
	"strings"

	"ledstjarna/internal/plan"
)

// named is something that can be pointed out by its ID, the beginning of it, or
// one of its names.
type named struct {
	id    plan.ID
	names []string
}

// find returns the only one that word points out: by its ID, else by a whole
// name, else by the beginning of its ID. key names the words of a refusal, with
// the placeholder value.
func find(all []named, word, key string) (plan.ID, error) {
	if word == "" {
		return "", refuse(key, "value", word)
	}
	for _, fits := range []func(named) bool{
		func(n named) bool { return string(n.id) == word },
		func(n named) bool {
			return slices.ContainsFunc(n.names, func(name string) bool { return strings.EqualFold(name, word) })
		},
		func(n named) bool { return strings.HasPrefix(string(n.id), strings.ToLower(word)) },
	} {
		found := slices.DeleteFunc(slices.Clone(all), func(n named) bool { return !fits(n) })
		switch {
		case len(found) == 1:
			return found[0].id, nil
		case len(found) > 1:
			return "", refuse("cli.error.ambiguous", "value", word, "n", len(found))
		}
	}
	return "", refuse(key, "value", word)
}

// document finds a document by its ID, the beginning of it, or its title.
func (s *session) document(word string) (plan.Document, error) {
	r := s.register()
	var all []named
	for _, d := range r.Documents() {
		all = append(all, named{d.ID, []string{d.Latest().Head.Title}})
	}
	id, err := find(all, word, "cli.error.document")
	d, _ := r.Document(id)
	return d, err
}

// entry finds an entry of a list by its ID, the beginning of it, or its name.
func (s *session) entry(l plan.ListName, word string) (plan.Entry, error) {
	r := s.register()
	var all []named
	for _, e := range r.Entries(l) {
		all = append(all, named{e.ID, s.entryNames(l, e)})
	}
	id, err := find(all, word, "cli.error.entry")
	e, _ := r.Entry(l, id)
	return e, err
}

// version finds a version by its number, its ID or the beginning of that; ""
// means the latest.
func (s *session) version(d plan.Document, word string) (plan.Version, error) {
	if word == "" {
		return d.Latest(), nil
	}
	var all []named
	for _, v := range d.Versions {
		all = append(all, named{v.ID, []string{v.Number()}})
	}
	id, err := find(all, word, "cli.error.version")
	v, _ := d.Version(id)
	return v, err
}

// entryNames are what an entry may be called: its name, its short name or its
// number; a meeting and its packet also their day alone or with the body's short
// name.
func (s *session) entryNames(l plan.ListName, e plan.Entry) []string {
	r := s.register()
	names := []string{r.EntryName(l, e), e.Fields.Text(plan.KeyShortName), e.Fields.Text(plan.KeyNo)}
	if l == plan.ListPackets {
		m, _ := r.Entry(plan.ListMeetings, e.Fields.Get(plan.KeyMeeting).ID())
		return s.entryNames(plan.ListMeetings, m)
	}
	if l == plan.ListMeetings {
		day := e.Fields.Get(plan.KeyDate).Date().String()
		body, _ := r.Entry(plan.ListBodies, e.Fields.Get(plan.KeyBody).ID())
		names = append(names, day, body.Fields.Text(plan.KeyShortName)+" "+day)
	}
	return names
}
