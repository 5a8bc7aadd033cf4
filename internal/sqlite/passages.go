package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"ledstjarna/internal/plan"
)

// holding is what passages stand in.
type holding struct {
	document plan.ID
	list     plan.ListName
	owner    plan.ID
}

// listOfEvents stands for a list's name with the passages of events.
const listOfEvents plan.ListName = "events"

// placed is where a passage stands in its owner.
type placed struct {
	field plan.Key
	row   plan.ID
}

// indexPassages brings the passages of an owner from those before to those after,
// writing what differs only.
func (s *saver) indexPassages(in holding, before, after []plan.IndexedText) error {
	stays := make(map[placed]string, len(before))
	for _, p := range before {
		stays[placed{p.Field, p.Row}] = p.Text
	}
	for _, p := range after {
		at := placed{p.Field, p.Row}
		if text, ok := stays[at]; ok && text == p.Text {
			delete(stays, at)
		}
	}
	for _, p := range before { // what is left of these goes or is written anew
		if _, goes := stays[placed{p.Field, p.Row}]; !goes {
			continue
		}
		err := s.one("DELETE FROM passages WHERE (owner, field, row) = (?, ?, ?)", string(in.owner), string(p.Field), string(p.Row))
		if err != nil {
			return fmt.Errorf("index %s of %s: %w", p.Path(), in.owner, err)
		}
	}
	had := make(map[placed]bool, len(before))
	for _, p := range before {
		at := placed{p.Field, p.Row}
		_, gone := stays[at]
		had[at] = !gone
	}
	for _, p := range after {
		if had[placed{p.Field, p.Row}] {
			continue
		}
		err := s.one("INSERT INTO passages (document, list, owner, field, row, text, folded) VALUES (?, ?, ?, ?, ?, ?, ?)",
			string(in.document), string(in.list), string(in.owner), string(p.Field), string(p.Row), p.Text, plan.Folded(p.Text))
		if err != nil {
			return fmt.Errorf("index %s of %s: %w", p.Path(), in.owner, err)
		}
	}
	return nil
}

func (s *saver) indexContent(ch plan.ContentChange) error {
	fields := plan.FieldsOf(ch.Kind)
	return s.indexPassages(holding{document: ch.Document, owner: ch.Version},
		plan.IndexedTexts(fields, ch.Before.Content), plan.IndexedTexts(fields, ch.After.Content))
}

func (s *saver) indexEntry(ch plan.EntryChange) error {
	fields := plan.ListFields(ch.List)
	in := holding{list: ch.List}
	var before, after []plan.IndexedText
	if ch.Before != nil {
		in.owner, before = ch.Before.ID, plan.IndexedTexts(fields, ch.Before.Fields)
	}
	if ch.After != nil {
		in.owner, after = ch.After.ID, plan.IndexedTexts(fields, ch.After.Fields)
	}
	return s.indexPassages(in, before, after)
}

func (s *saver) indexEvent(e plan.Event) error {
	return s.indexPassages(holding{document: e.Document, list: listOfEvents, owner: e.ID}, nil, textsOf(e))
}

// textsOf are the texts of an event that a person has written; not the hashes and
// the other things' ids in it, and not the titles that an export repeats.
func textsOf(e plan.Event) []plan.IndexedText {
	if e.Kind == plan.EventExport {
		return nil
	}
	return slices.DeleteFunc(plan.IndexedTexts(plan.EventFields(e.Kind), e.Fields), func(p plan.IndexedText) bool {
		return plan.IsFileHash(p.Text) || p.Field == plan.KeyConcernsNeed
	})
}

// registerTexts calls one for everything of the register that has passages.
func (x *examiner) registerTexts(one func(holding, []plan.IndexedText) error) error {
	columns, err := columnsOf(x.ctx, x.q)
	if err != nil {
		return err
	}
	for _, l := range plan.ListNames() {
		entries, err := loadList(x.ctx, x.q, l, columns[l])
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := one(holding{list: l, owner: e.ID}, plan.IndexedTexts(plan.ListFields(l), e.Fields)); err != nil {
				return err
			}
		}
	}
	events, err := loadEvents(x.ctx, x.q)
	if err != nil {
		return err
	}
	for _, e := range events {
		if err := one(holding{document: e.Document, list: listOfEvents, owner: e.ID}, textsOf(e)); err != nil {
			return err
		}
	}
	return nil
}

// indexedAs compares what can be found of an owner with its texts.
func (x *examiner) indexedAs(in holding, texts []plan.IndexedText) error {
	want := make(map[placed]string, len(texts))
	for _, p := range texts {
		want[placed{p.Field, p.Row}] = p.Text
	}
	err := each(x.ctx, x.q, func(r *sql.Rows) error {
		var h holding
		var at placed
		var text, folded string
		if err := r.Scan(&h.document, &h.list, &at.field, &at.row, &text, &folded); err != nil {
			return err
		}
		h.owner = in.owner
		if have, ok := want[at]; !ok || h != in || have != text || plan.Folded(text) != folded {
			x.odd++
		}
		delete(want, at)
		x.indexed++
		return nil
	}, "SELECT document, list, field, row, text, folded FROM passages WHERE owner = ?", string(in.owner))
	x.odd += len(want)
	return err
}

// passages compares what can be found of the register with what is there, and tells
// what else can be found. That of the contents was compared with them.
func (x *examiner) passages() error {
	if err := x.registerTexts(x.indexedAs); err != nil {
		return x.note(err)
	}
	all := 0
	if err := x.q.QueryRowContext(x.ctx, "SELECT count(*) FROM passages").Scan(&all); err != nil {
		return err
	}
	if x.odd += all - x.indexed; x.odd > 0 {
		x.flaws = append(x.flaws, Flaw{Kind: FlawProjection, Detail: fmt.Sprintf("passages: %d", x.odd)})
	}
	return nil
}

// indexAll makes what can be found anew from what is there.
func indexAll(ctx context.Context, tx *sql.Tx) error {
	return indexAnd(ctx, tx, func(soundContent) error { return nil })
}

// indexAnd is indexAll that also does something with each content.
func indexAnd(ctx context.Context, tx *sql.Tx, also func(soundContent) error) error {
	for _, query := range []string{
		"DELETE FROM passages", "INSERT INTO words (words) VALUES ('rebuild')", "INSERT INTO letters (letters) VALUES ('rebuild')",
	} {
		if _, err := tx.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	s := &saver{ctx: ctx, tx: tx}
	index := func(in holding, texts []plan.IndexedText) error { return s.indexPassages(in, nil, texts) }
	x := &examiner{ctx: ctx, q: tx}
	x.sound = func(c soundContent) error {
		if err := index(holding{document: c.document, owner: c.version}, plan.IndexedTexts(plan.FieldsOf(c.kind), c.content)); err != nil {
			return err
		}
		return also(c)
	}
	if err := x.contents(); err != nil {
		return err
	}
	return x.registerTexts(index)
}
