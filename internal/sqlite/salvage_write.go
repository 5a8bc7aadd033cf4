package sqlite

import (
	"context"
	"errors"

	"ledstjarna/internal/plan"
)

// batchSize bounds the contents that are held before they are saved, in bytes.
const batchSize = 8 << 20

// write makes a plan file of what was read.
func (s *salvager) write(ctx context.Context, path string, o Options) error {
	w := &rescuer{salvager: s, ctx: ctx, stored: map[string]bool{}}
	f, err := create(ctx, path, o, w.fill)
	if err != nil {
		return err
	}
	return f.Close()
}

// rescuer fills a new file with what was read of a damaged one.
type rescuer struct {
	*salvager
	ctx    context.Context
	f      *File
	edit   plan.Edit
	size   int
	stored map[string]bool     // the files that the new file has, or nobody has
	things map[plan.Thing]bool // that are in the new file as they were
}

func (w *rescuer) fill(f *File) error {
	w.f, w.things = f, map[plan.Thing]bool{plan.ThingRelations: w.related.Flawed == 0}
	for _, l := range plan.ListNames() {
		for _, e := range w.entries[l] {
			if err := w.entry(l, e); err != nil {
				return err
			}
		}
	}
	for _, d := range w.documents {
		if err := w.document(d); err != nil {
			return err
		}
	}
	for _, x := range w.relations {
		w.edit.Changes = append(w.edit.Changes, plan.RelationChange{Relation: x})
	}
	w.edit.Events = w.events // last, for they freeze what was adopted
	if err := w.flush(); err != nil {
		return err
	}
	return f.transact(w.ctx, w.remember)
}

func (w *rescuer) entry(l plan.ListName, e plan.Entry) error {
	fields, err := w.filed(e.Fields)
	if err != nil {
		return err
	}
	w.things[plan.ThingEntry(l, e.ID)] = fields.Equal(e.Fields)
	e.Fields = fields
	w.edit.Changes = append(w.edit.Changes, plan.EntryChange{List: l, After: &e})
	return nil
}

// document adds the document with the versions whose contents are whole.
func (w *rescuer) document(d *salvagedDocument) error {
	after := d.Document
	var contents []plan.Change
	for _, v := range d.versions {
		if !v.whole {
			continue
		}
		b, err := w.content(v)
		if err != nil {
			return err
		}
		sealed, err := plan.Open(plan.FieldsOf(d.Kind), b)
		if err != nil {
			return err
		}
		content, err := w.filed(sealed.Content)
		if err != nil {
			return err
		}
		w.things[plan.ThingContent(v.ID)] = content.Equal(sealed.Content)
		if !content.Equal(sealed.Content) {
			sealed = plan.Seal(content)
		}
		x := v.Version
		x.Catalogue, x.Hash, x.Head = sealed.Catalogue, sealed.Hash, plan.HeadOf(sealed.Content)
		if x.Stage != plan.StageInPreparation && x.Stage != plan.StageReady {
			x.Stage = plan.StageDraft
		}
		after.Versions = append(after.Versions, x)
		contents = append(contents, plan.ContentChange{Kind: d.Kind, Document: d.ID, Version: x.ID, After: sealed})
		w.size += len(sealed.JSON)
	}
	if len(contents) == 0 {
		return nil
	}
	w.things[plan.ThingDocument(d.ID)] = !d.doubtful
	w.edit.Changes = append(append(w.edit.Changes, plan.DocumentChange{After: &after}), contents...)
	if w.size > batchSize {
		return w.flush()
	}
	return nil
}

// content reads the content of a version again.
func (w *rescuer) content(v *salvagedVersion) ([]byte, error) {
	var b []byte
	err := w.c.QueryRowContext(w.ctx, "SELECT json FROM contents NOT INDEXED WHERE rowid = ?", v.row).Scan(&b)
	if err == nil && hashOf(b) != v.Hash && !w.trusts {
		err = errHash
	}
	return b, reading(err)
}

// filed returns the fields without the files that nobody has, and sees to it that the
// others are stored.
func (w *rescuer) filed(c plan.Content) (plan.Content, error) {
	for _, hash := range plan.FilesIn(c) {
		if _, known := w.stored[hash]; known {
			continue
		}
		a, err := w.attachment(w.ctx, hash)
		if err != nil && !errors.Is(err, plan.ErrNoFile) {
			return c, err
		}
		if w.stored[hash] = err == nil; err == nil {
			w.edit.Files = append(w.edit.Files, a)
		}
	}
	return plan.WithoutFiles(c, func(hash string) bool { return !w.stored[hash] }), nil
}

func (w *rescuer) flush() error {
	_, err := w.f.Save(w.ctx, w.edit)
	w.edit, w.size = plan.Edit{}, 0
	return err
}

// remember takes the revisions and earlier states over, so that the new file can be
// brought together with a backup as the damaged one could.
func (w *rescuer) remember(s *saver) error {
	for t, revision := range w.revisions {
		if !w.things[t] {
			continue
		}
		if err := s.setRevision(t, revision); err != nil {
			return err
		}
	}
	for _, row := range w.earlier {
		var e plan.Earlier
		err := w.c.QueryRowContext(w.ctx, "SELECT thing, revision, decided, sha256, json FROM earlier NOT INDEXED WHERE rowid = ?", row).
			Scan(&e.Thing, &e.Revision, &e.Decided, &e.Hash, &e.JSON)
		if err != nil || !w.things[e.Thing] || hashOf(e.JSON) != e.Hash {
			continue // without it an import asks more than it would have to
		}
		if err := s.keepState(e); err != nil {
			return err
		}
	}
	return nil
}
