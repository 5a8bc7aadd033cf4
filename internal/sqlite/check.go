package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"ledstjarna/internal/plan"
)

// FlawKind is what is wrong in a file.
type FlawKind string

// The kinds of flaw.
const (
	FlawDatabase   FlawKind = "database"   // the pages or indexes do not fit together
	FlawSchema     FlawKind = "schema"     // not the schema that the app made
	FlawReference  FlawKind = "reference"  // a row refers to nothing
	FlawRegister   FlawKind = "register"   // an entry or a document cannot be read
	FlawContent    FlawKind = "content"    // a content is not what was stored
	FlawFile       FlawKind = "file"       // a stored file is not what was stored
	FlawEvent      FlawKind = "event"      // an event was changed, moved or removed
	FlawProjection FlawKind = "projection" // a projection differs from the contents
)

// Flaw is one thing that is wrong in a file, and where.
type Flaw struct {
	Kind     FlawKind
	Document plan.ID // "" where it concerns no document
	Version  plan.ID
	Title    string // of the version, where it can be read
	Detail   string // for the person who mends it, in English
}

func (f Flaw) String() string {
	s := string(f.Kind)
	if f.Title != "" {
		s += fmt.Sprintf(" of %q", f.Title)
	}
	if f.Version != "" {
		s += " in version " + string(f.Version)
	}
	return s + ": " + f.Detail
}

// Check examines the whole file: SQLite's own check, the schema, references,
// the register, every content's hash, the chain of events, and whether the
// projections are what the contents give. It returns what is wrong, nothing for
// a sound file, and an error only where it could not examine.
func (f *File) Check(ctx context.Context) ([]Flaw, error) {
	c, err := f.take(ctx)
	if err != nil {
		return nil, fmt.Errorf("check %s: %w", f.path, err)
	}
	defer giveBack(c)
	x := &examiner{ctx: ctx, q: c, file: f, resume: ctx.Value(idleKey{}) != nil}
	if f.examined == nil || !x.resume {
		f.examined = newExamined()
	}
	x.sound = x.contentAround
	for _, examine := range []func() error{
		x.database, x.schema(c), x.references, x.lists, x.noted, x.contents, x.stored, x.events, x.tail, x.passages, x.states, x.seals,
	} {
		if err := x.note(examine()); err != nil {
			return nil, fmt.Errorf("check %s: %w", f.path, err)
		}
	}
	f.examined = nil // the next time all of it again
	return x.flaws, nil
}

// examined is what an examination that gave way has found sound. It holds for as long as
// the app alone writes to the file, and a content for as long as it has its hash.
type examined struct {
	contents map[plan.ID]soundVersion
	files    map[string]bool
}

type soundVersion struct {
	hash    string
	indexed int // texts that are found where they should be
}

func newExamined() *examined {
	return &examined{contents: map[plan.ID]soundVersion{}, files: map[string]bool{}}
}

// Examine is Check for who only asks how much is wrong. As idle work it goes on where it
// gave way the last time.
func (f *File) Examine(ctx context.Context) (int, error) {
	flaws, err := f.Check(ctx)
	return len(flaws), err
}

type examiner struct {
	ctx   context.Context
	q     querier
	file  *File
	flaws []Flaw
	// sound is called with each content that could be read, one after the other, since
	// all of them together may be large.
	sound func(soundContent) error

	resume  bool                 // goes on where it gave way
	files   map[plan.ID][]string // by version, the files that are noted of it
	indexed int                  // texts that are found where they should be
	odd     int                  // and those that are not
}

type soundContent struct {
	kind              plan.DocumentKind
	document, version plan.ID
	content           plan.Content
}

func (x *examiner) add(k FlawKind, detail string) {
	x.flaws = append(x.flaws, Flaw{Kind: k, Detail: detail})
}

// note turns an error that tells of damage into a flaw and returns the others.
func (x *examiner) note(err error) error {
	err = reading(err)
	var damaged *DamagedError
	var foreign *ForeignError
	switch {
	case errors.As(err, &damaged):
		kind := FlawRegister
		switch damaged.What {
		case "content":
			kind = FlawContent
		case "file":
			kind = FlawFile
		case "events":
			kind = FlawEvent
		case "database":
			kind = FlawDatabase
		}
		x.flaws = append(x.flaws, Flaw{kind, damaged.Document, damaged.Version, damaged.Title, damaged.Err.Error()})
		return nil
	case errors.As(err, &foreign):
		x.add(FlawSchema, foreign.Error())
		return nil
	}
	return err
}

func (x *examiner) database() error {
	reports, err := x.quickly()
	if err != nil || len(reports) == 0 {
		return err
	}
	// Where the disk does not let it read a page, SQLite's check takes that for damage.
	if err := x.readAll(); errors.Is(err, ErrIO) {
		return err
	}
	if reports, err = x.quickly(); err != nil {
		return err
	}
	for _, s := range reports {
		x.add(FlawDatabase, s)
	}
	return nil
}

// quickly returns what SQLite's own check reports.
func (x *examiner) quickly() ([]string, error) {
	var out []string
	err := each(x.ctx, x.q, func(r *sql.Rows) error {
		var s string
		err := r.Scan(&s)
		if s != "ok" {
			out = append(out, s)
		}
		return err
	}, "PRAGMA quick_check")
	return out, err
}

// readAll reads every page.
func (x *examiner) readAll() error {
	var n sql.NullInt64
	return translate(x.q.QueryRowContext(x.ctx, "SELECT sum(length(data)) FROM sqlite_dbpage").Scan(&n))
}

func (x *examiner) schema(c *sql.Conn) func() error {
	return func() error { return checkSchema(x.ctx, c, x.file.migrations) }
}

func (x *examiner) references() error {
	broken, err := brokenReferences(x.ctx, x.q)
	for _, table := range broken {
		x.add(FlawReference, "a row of "+table)
	}
	return err
}

func (x *examiner) lists() error {
	for _, l := range plan.ListNames() {
		_, err := loadList(x.ctx, x.q, l, x.file.columns[l])
		if err := x.note(err); err != nil {
			return err
		}
	}
	return nil
}

// contents examines the documents, their versions and what these hold.
func (x *examiner) contents() error {
	documents, err := loadDocuments(x.ctx, x.q)
	if err != nil {
		return err
	}
	for _, d := range documents {
		for _, v := range d.Versions {
			if err := x.contentOnce(d, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// contentOnce examines a content unless it was found sound before the examination gave
// way.
func (x *examiner) contentOnce(d plan.Document, v plan.Version) error {
	if !x.resume {
		return x.content(d, v)
	}
	if was, ok := x.file.examined.contents[v.ID]; ok && was.hash == v.Hash {
		x.indexed += was.indexed
		return nil
	}
	flaws, indexed, odd := len(x.flaws), x.indexed, x.odd
	err := x.content(d, v)
	if err == nil && len(x.flaws) == flaws && x.odd == odd {
		x.file.examined.contents[v.ID] = soundVersion{v.Hash, x.indexed - indexed}
	}
	return err
}

func (x *examiner) content(d plan.Document, v plan.Version) error {
	flaw := Flaw{Kind: FlawContent, Document: d.ID, Version: v.ID, Title: v.Head.Title}
	s, err := readContent(x.ctx, x.q, d.Kind, v.ID)
	switch {
	case errors.Is(err, plan.ErrVersion):
		flaw.Detail = "there is none"
	case err != nil:
		return x.note(err)
	default:
		if err := x.sound(soundContent{d.Kind, d.ID, v.ID, s.Content}); err != nil {
			return err
		}
		if s.Catalogue == v.Catalogue && plan.HeadOf(s.Content) == v.Head {
			return nil
		}
		flaw.Kind, flaw.Detail = FlawProjection, "head"
	}
	x.flaws = append(x.flaws, flaw)
	return nil
}

// contentAround compares what is made from a content with the content.
func (x *examiner) contentAround(s soundContent) error {
	x.attached(s)
	if err := x.projections(s); err != nil {
		return err
	}
	return x.indexedAs(holding{document: s.document, owner: s.version}, plan.IndexedTexts(plan.FieldsOf(s.kind), s.content))
}

// events examines every link of the chain, also after a broken one.
func (x *examiner) events() error {
	var last storedEvent
	return each(x.ctx, x.q, func(r *sql.Rows) error {
		var e storedEvent
		if err := r.Scan(e.columns()...); err != nil {
			return err
		}
		err := e.follows(last)
		if err == nil {
			_, err = e.event()
		}
		if err != nil {
			x.flaws = append(x.flaws, Flaw{
				Kind: FlawEvent, Document: plan.ID(e.document), Version: plan.ID(e.version),
				Detail: fmt.Sprintf("event %d (%s): %v", e.seq, e.kind, err),
			})
		}
		last = e
		return nil
	}, "SELECT "+eventColumns+" FROM events ORDER BY seq")
}
