package sqlite

import (
	"cmp"
	"errors"
	"slices"

	"ledstjarna/internal/plan"
)

var errSpent = errors.New("too much was read")

// sealedSince is the schema since which a file has seals.
const sealedSince = 10

// read reads all that can be read, in an order in which each part can be confirmed by
// what was read before.
func (s *salvager) read() {
	s.look()
	version, err := number(s.ctx, s.c, "user_version")
	s.sealed = err != nil || version >= sealedSince || s.tables["seals"] != nil
	s.keyed("seals", "thing, sha256", func(scan scanner) error {
		var t plan.Thing
		var seal string
		err := scan(&t, &seal)
		if err == nil {
			s.seals[t] = seal
		}
		return err
	})
	for _, l := range plan.ListNames() {
		s.readList(l)
	}
	s.readVersions()
	s.readDocuments()
	s.readContents()
	s.confirm()
	s.readRelations()
	s.readEvents()
	s.readFiles()
	s.readEarlier()
}

type rowed struct {
	row   int64
	entry plan.Entry
}

// readList reads a list of the register. Entries whose seals speak against them are
// left out.
func (s *salvager) readList(l plan.ListName) {
	about := &plan.SalvagedList{List: l}
	s.lists[l] = about
	var columns []plan.Field
	for _, f := range plan.ListFields(l) {
		if s.tables[string(l)][column(f)] {
			columns = append(columns, f)
		}
	}
	var read []rowed
	seen := map[plan.ID]bool{}
	flawed, all := s.table(string(l), listColumns(columns), func(row *int64, scan scanner) error {
		e, err := entryOf(l, columns, scan)
		if err != nil || seen[e.ID] {
			return err
		}
		seen[e.ID] = true
		seal, err := sealOfEntry(e)
		switch want, there := s.seals[plan.ThingEntry(l, e.ID)]; {
		case err != nil:
			return err
		case there && want != seal:
			return errHash
		case !there:
			about.Unsure++
		}
		read = append(read, rowed{*row, e})
		return nil
	})
	slices.SortFunc(read, func(a, b rowed) int {
		return cmp.Or(cmp.Compare(a.entry.Position, b.entry.Position), cmp.Compare(a.row, b.row))
	})
	for _, x := range read {
		s.entries[l] = append(s.entries[l], x.entry)
	}
	about.Whole, about.Flawed, about.Cut = len(read), flawed, !all
}

// readVersions reads the versions' rows; each becomes part of a document of which
// nothing else is known yet.
func (s *salvager) readVersions() {
	documents := map[plan.ID]*salvagedDocument{}
	s.table("versions", "place, id, document, "+numberColumns+", catalogue, sha256, "+headColumns, func(row *int64, scan scanner) error {
		v := &salvagedVersion{}
		document, version, err := scanVersion(func(into ...any) error { return scan(append([]any{&v.place}, into...)...) })
		if err != nil || s.byVersion[version.ID] != nil {
			return err
		}
		v.Version, v.head = version, version.Head
		s.byVersion[version.ID] = v
		d := documents[document]
		if d == nil {
			d = &salvagedDocument{Document: plan.Document{ID: document}, row: *row}
			documents[document] = d
			s.documents = append(s.documents, d)
		}
		d.versions = append(d.versions, v)
		return nil
	})
	for _, d := range s.documents {
		slices.SortStableFunc(d.versions, func(a, b *salvagedVersion) int { return cmp.Compare(a.place, b.place) })
	}
}

func (s *salvager) readDocuments() {
	byID := map[plan.ID]*salvagedDocument{}
	for _, d := range s.documents {
		byID[d.ID] = d
	}
	s.table("documents", documentColumns, func(row *int64, scan scanner) error {
		var x plan.Document
		if err := scan(&x.ID, &x.Kind, &x.Quick, &x.Rule, &x.RuleReason); err != nil {
			return err
		}
		d := byID[x.ID]
		switch {
		case !slices.Contains(plan.DocumentKinds(), x.Kind):
			return errValue
		case d == nil: // its versions are lost
			s.documents = append(s.documents, &salvagedDocument{Document: x, row: *row, doubtful: true})
		case d.Kind == "":
			d.Document, d.row = x, *row
		}
		return nil
	})
	for _, d := range s.documents {
		if d.Kind == "" {
			s.guess(d)
		}
	}
	slices.SortStableFunc(s.documents, func(a, b *salvagedDocument) int { return cmp.Compare(a.row, b.row) })
}

// guess finds by its seal what a document was whose own row is lost.
func (s *salvager) guess(d *salvagedDocument) {
	for _, kind := range plan.DocumentKinds() {
		for _, quick := range []bool{false, true} {
			x := d.complete()
			x.Kind, x.Quick = kind, quick
			if sealOfDocument(x) == s.seals[plan.ThingDocument(d.ID)] {
				d.Kind, d.Quick = kind, quick
				return
			}
		}
	}
}

// complete is the document with all versions that are known of it.
func (d *salvagedDocument) complete() plan.Document {
	x := d.Document
	for _, v := range d.versions {
		x.Versions = append(x.Versions, v.Version)
	}
	return x
}

// readContents finds the content of each version, and confirms it by its hash.
func (s *salvager) readContents() {
	kinds := map[plan.ID]plan.DocumentKind{}
	for _, d := range s.documents {
		for _, v := range d.versions {
			kinds[v.ID] = d.Kind
		}
	}
	s.table("contents", "version, json", func(row *int64, scan scanner) error {
		var id plan.ID
		var b []byte
		if err := scan(&id, &b); err != nil {
			return err
		}
		v := s.byVersion[id]
		if v == nil || v.whole || kinds[id] == "" {
			return nil
		}
		if hashOf(b) != v.Hash && !s.trusts {
			return errHash
		}
		c, err := plan.Open(plan.FieldsOf(kinds[id]), b)
		if err != nil {
			return err
		}
		v.whole, v.row, v.head = true, *row, plan.HeadOf(c.Content)
		v.activities = len(c.Content.Get(plan.KeyActivities).Rows())
		v.attachments = plan.FilesIn(c.Content)
		return nil
	})
}

// confirm compares the documents with their seals.
func (s *salvager) confirm() {
	for _, d := range s.documents {
		for _, v := range d.versions {
			if v.whole {
				v.Head = v.head
			}
		}
		if s.sealed && s.seals[plan.ThingDocument(d.ID)] != sealOfDocument(d.complete()) {
			d.doubtful = true
		}
	}
}

func (s *salvager) readRelations() {
	there := map[plan.ID]bool{}
	for _, d := range s.documents {
		there[d.ID] = slices.ContainsFunc(d.versions, func(v *salvagedVersion) bool { return v.whole })
	}
	seen := map[plan.Relation]bool{}
	s.related.Flawed, _ = s.table("relations", "kind, subject, object", func(_ *int64, scan scanner) error {
		var x plan.Relation
		if err := scan(&x.Kind, &x.From, &x.To); err != nil {
			return err
		}
		if there[x.From] && there[x.To] && !seen[x] {
			seen[x] = true
			s.relations = append(s.relations, x)
		}
		return nil
	})
	s.related.Whole = len(s.relations)
}

// readEvents reads the events that are as they were registered, also those after one
// that is not.
func (s *salvager) readEvents() {
	seen := map[plan.ID]bool{}
	s.evented.Flawed, _ = s.table("events", eventColumns, func(_ *int64, scan scanner) error {
		var e storedEvent
		if err := scan(e.columns()...); err != nil {
			return err
		}
		if e.chainHash() != e.hash {
			return errHash
		}
		x, err := e.event()
		if err == nil && !seen[x.ID] {
			seen[x.ID] = true
			s.events = append(s.events, x)
		}
		return err
	})
	slices.SortFunc(s.events, func(a, b plan.Event) int { return cmp.Compare(a.Seq, b.Seq) })
	s.evented.Whole = len(s.events)
}

// readEarlier finds what an import needs to know of how things came about.
func (s *salvager) readEarlier() {
	s.keyed("revisions", "thing, revision", func(scan scanner) error {
		var t plan.Thing
		var revision string
		err := scan(&t, &revision)
		if err == nil {
			s.revisions[t] = revision
		}
		return err
	})
	s.table("earlier", "thing, revision, decided, sha256", func(row *int64, scan scanner) error {
		var e plan.Earlier
		if err := scan(&e.Thing, &e.Revision, &e.Decided, &e.Hash); err != nil {
			return err
		}
		s.earlier = append(s.earlier, *row)
		return nil
	})
	slices.Sort(s.earlier)
}
