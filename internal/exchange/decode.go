package exchange

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"ledstjarna/internal/plan"
)

func (l *loader) lists(raw json.RawMessage) error {
	names := make([]string, 0, len(plan.ListNames()))
	for _, name := range plan.ListNames() {
		names = append(names, string(name))
	}
	o := openObject(raw, names...)
	for _, name := range plan.ListNames() { // those to which others refer come first
		o.each(string(name), func(_ int, raw json.RawMessage) error { return l.addEntry(name, raw) })
	}
	return o.err
}

func (l *loader) addEntry(list plan.ListName, raw json.RawMessage) error {
	fields, id, err := contentWithID(plan.ListFields(list), raw)
	if err != nil {
		return err
	}
	switch {
	case list == plan.ListOrganisation && id != "" && id != plan.OrganisationID:
		return within("@", ErrID)
	case list == plan.ListOrganisation:
		id = plan.OrganisationID
	case id == "":
		id = plan.NewID()
	}
	if l.ids(string(list))[id] {
		return within("@", ErrRepeated)
	}
	l.ids(string(list))[id] = true
	l.refers(fields, PlaceError{File: l.file, Place: "lists." + string(list)})
	_, e, err := l.register.AddEntry(list, fields)
	if err != nil {
		return err
	}
	e.ID = id
	ch := plan.EntryChange{List: list, After: &e}
	l.register = l.register.Apply(plan.Edit{Changes: []plan.Change{ch}})
	l.changes = append(l.changes, ch)
	return nil
}

// contentWithID reads a content that has its ID under "@".
func contentWithID(fields []plan.Field, raw json.RawMessage) (plan.Content, plan.ID, error) {
	o := &object{}
	if err := json.Unmarshal(raw, &o.fields); err != nil || o.fields == nil {
		return plan.Content{}, "", &PlaceError{Err: ErrType}
	}
	id := o.id("@")
	if o.err != nil {
		return plan.Content{}, "", o.err
	}
	delete(o.fields, "@")
	var rest bytes.Buffer
	enc := json.NewEncoder(&rest)
	enc.SetEscapeHTML(false) // what the catalogue does not know stays as it is, byte for byte
	if err := enc.Encode(o.fields); err != nil {
		return plan.Content{}, "", err
	}
	c, _, err := plan.DecodeContent(fields, rest.Bytes())
	return c, id, locate(fields, rest.Bytes(), err)
}

func (l *loader) addDocument(i int, raw json.RawMessage) error {
	o := openObject(raw, "id", "kind", "quick", "rule", "rule-reason", "versions")
	d := plan.Document{
		ID: o.ownID("id", l.ids("document")), Kind: oneOf(o, "kind", plan.DocumentKinds()), Quick: o.flag("quick"),
		RuleReason: o.text("rule-reason"),
	}
	if o.text("rule") != "" {
		d.Rule = oneOf(o, "rule", []plan.Rule{plan.R0, plan.R1, plan.R2})
	}
	if d.Quick && d.Kind != plan.AssignmentPlan {
		o.fail("quick", ErrKind)
	}
	var contents []plan.Change
	o.each("versions", func(_ int, raw json.RawMessage) error {
		v, c, err := l.version(d.Kind, raw)
		d.Versions = append(d.Versions, v)
		l.refers(c.Content, PlaceError{File: l.file, Place: "documents" + index(i)})
		contents = append(contents, plan.ContentChange{Kind: d.Kind, Document: d.ID, Version: v.ID, After: c})
		return err
	})
	if len(d.Versions) == 0 {
		o.fail("versions", ErrMissing)
	}
	l.changes = append(append(l.changes, plan.DocumentChange{After: &d}), contents...)
	return o.err
}

func (l *loader) version(kind plan.DocumentKind, raw json.RawMessage) (plan.Version, plan.Sealed, error) {
	o := openObject(raw, "id", "major", "minor", "draft", "stage", "created", "hash", "content")
	v := plan.Version{
		ID: o.ownID("id", l.ids("version")), Major: o.number("major", 0), Minor: o.number("minor", 0), Draft: o.number("draft", 1),
		Stage:   oneOf(o, "stage", []plan.Stage{plan.StageDraft, plan.StageInPreparation, plan.StageReady}),
		Created: o.time("created"),
	}
	hash := o.text("hash")
	content, ok := o.fields["content"]
	if !ok {
		o.fail("content", ErrMissing)
	}
	if o.err != nil {
		return v, plan.Sealed{}, o.err
	}
	c, err := seal(kind, content, hash)
	if err != nil {
		return v, plan.Sealed{}, within("content", err)
	}
	return v, c, nil
}

// seal reads a version's content. Bytes that have a hash stay as they are.
func seal(kind plan.DocumentKind, raw json.RawMessage, hash string) (plan.Sealed, error) {
	var b bytes.Buffer
	if err := json.Compact(&b, raw); err != nil {
		return plan.Sealed{}, err
	}
	fields := plan.FieldsOf(kind)
	s, err := plan.Open(fields, b.Bytes())
	switch {
	case err != nil:
		return plan.Sealed{}, locate(fields, b.Bytes(), err)
	case hash == "":
		return plan.Seal(s.Content), checkValues(fields, s.Content)
	case hash != s.Hash:
		return plan.Sealed{}, ErrHash
	}
	return s, nil
}

// checkValues refuses codes and rows that the fields do not have. Contents with
// a hash were stored before and are left as they are.
func checkValues(fields []plan.Field, c plan.Content) error {
	for _, f := range fields {
		v := c.Get(f.Key)
		if err := plan.CheckValue(f, v); err != nil {
			return within(string(f.Key), checkRow(f, v, err))
		}
	}
	return nil
}

func checkRow(f plan.Field, v plan.Value, err error) error {
	for i, r := range v.Rows() {
		if failed := checkValues(f.Columns, r.Cells); failed != nil {
			return within(index(i), failed)
		}
	}
	return err
}

func (l *loader) addRelation(i int, raw json.RawMessage) error {
	o := openObject(raw, "kind", "from", "to")
	x := plan.Relation{Kind: oneOf(o, "kind", plan.RelationKinds()), From: o.id("from"), To: o.id("to")}
	l.relations = append(l.relations, placed[plan.Relation]{x, PlaceError{File: l.file, Place: "relations" + index(i)}})
	return o.err
}

func (l *loader) addEvent(i int, raw json.RawMessage) error {
	o := openObject(raw, "id", "kind", "at", "by", "document", "version", "assignment", "corrects", "fields")
	kind := plan.EventKind(o.wanted("kind"))
	if plan.EventFields(kind) == nil {
		o.fail("kind", ErrKind)
	}
	e := plan.Event{
		ID: o.ownID("id", l.ids("event")), Kind: kind, At: o.time("at"), By: o.text("by"), Document: o.id("document"),
		Version: o.id("version"), Assignment: o.id("assignment"), Corrects: o.id("corrects"),
	}
	if raw, ok := o.fields["fields"]; ok && o.err == nil {
		var err error
		e.Fields, _, err = plan.DecodeContent(plan.EventFields(e.Kind), raw)
		o.fail("fields", locate(plan.EventFields(e.Kind), raw, err))
	}
	l.events = append(l.events, placed[plan.Event]{e, PlaceError{File: l.file, Place: "events" + index(i)}})
	return o.err
}

// locate puts the place within a content into the error of reading it: it reads
// the parts one by one until one fails alone.
func locate(fields []plan.Field, raw json.RawMessage, err error) error {
	var parts map[string]json.RawMessage
	if err == nil || json.Unmarshal(raw, &parts) != nil {
		return err
	}
	for _, k := range slices.Sorted(maps.Keys(parts)) {
		one, merr := json.Marshal(map[string]json.RawMessage{k: parts[k]})
		if merr != nil {
			return err
		}
		if _, _, failed := plan.DecodeContent(fields, one); failed != nil {
			return within(k, locateRow(fields, plan.Key(k), parts[k], failed))
		}
	}
	return err
}

func locateRow(fields []plan.Field, k plan.Key, raw json.RawMessage, err error) error {
	i := slices.IndexFunc(fields, func(f plan.Field) bool { return f.Key == k })
	var rows []json.RawMessage
	if i < 0 || len(fields[i].Columns) == 0 || json.Unmarshal(raw, &rows) != nil {
		return err
	}
	for j, row := range rows {
		if _, _, failed := plan.DecodeContent(fields[i].Columns, row); failed != nil {
			return within(index(j), locate(fields[i].Columns, row, failed))
		}
	}
	return err
}
