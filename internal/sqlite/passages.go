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

// everyPassage calls one for everything that has passages, with them.
func (x *examiner) everyPassage(one func(holding, []plan.IndexedText) error) error {
	for _, s := range x.sound {
		if err := one(holding{document: s.document, owner: s.version}, plan.IndexedTexts(plan.FieldsOf(s.kind), s.content)); err != nil {
			return err
		}
	}
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
		in := holding{document: e.Document, list: listOfEvents, owner: e.ID}
		if err := one(in, textsOf(e)); err != nil {
			return err
		}
	}
	return nil
}

// passages compares what can be found with what is there.
func (x *examiner) passages() error {
	type whole struct {
		holding
		placed
	}
	want := map[whole]string{}
	err := x.everyPassage(func(in holding, ps []plan.IndexedText) error {
		for _, p := range ps {
			want[whole{in, placed{p.Field, p.Row}}] = p.Text
		}
		return nil
	})
	if err != nil {
		return x.note(err)
	}
	odd := 0
	err = each(x.ctx, x.q, func(r *sql.Rows) error {
		var w whole
		var text, folded string
		if err := r.Scan(&w.document, &w.list, &w.owner, &w.field, &w.row, &text, &folded); err != nil {
			return err
		}
		if have, ok := want[w]; !ok || have != text || plan.Folded(text) != folded {
			odd++
		}
		delete(want, w)
		return nil
	}, "SELECT document, list, owner, field, row, text, folded FROM passages")
	if odd += len(want); err == nil && odd > 0 {
		x.flaws = append(x.flaws, Flaw{Kind: FlawProjection, Detail: fmt.Sprintf("passages: %d", odd)})
	}
	return err
}

// indexAll makes what can be found anew from what is there.
func indexAll(ctx context.Context, tx *sql.Tx) error {
	x := &examiner{ctx: ctx, q: tx}
	if err := x.contents(); err != nil {
		return err
	}
	return x.indexAll(tx)
}

func (x *examiner) indexAll(tx *sql.Tx) error {
	s := &saver{ctx: x.ctx, tx: tx}
	for _, query := range []string{
		"DELETE FROM passages", "INSERT INTO words (words) VALUES ('rebuild')", "INSERT INTO letters (letters) VALUES ('rebuild')",
	} {
		if _, err := tx.ExecContext(x.ctx, query); err != nil {
			return err
		}
	}
	return x.everyPassage(func(in holding, ps []plan.IndexedText) error { return s.indexPassages(in, nil, ps) })
}
