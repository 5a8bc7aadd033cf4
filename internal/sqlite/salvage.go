package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"ledstjarna/internal/plan"
)

// salvageTime bounds how long a damaged file is read. What was read by then is what
// could be read.
const salvageTime = 60 * time.Second

// Rescue says what is done with what can be read of a damaged file.
type Rescue struct {
	Backup string // a sound copy that it is compared with, and that lends attached files; "" for none
	Out    string // a new file that holds what can be read; "" for none
}

// Salvage reads what can be read of the file at path, whatever is wrong with it, and
// tells what that is. The file is not changed, nor is anything written beside it: a
// private copy is read, row by row, and nothing in it is run. What a hash or a seal
// speaks against is not taken for whole and does not come to Rescue.Out, which is a
// sound plan file, made whole or not at all, and never in place of another:
// ErrExists. Where nothing at all can be read no file is made; that is no error.
func Salvage(ctx context.Context, path string, r Rescue, opts Options) (plan.Salvaged, error) {
	found, err := salvageFile(ctx, path, r, opts.complete())
	if err != nil {
		return found, fmt.Errorf("salvage %s: %w", path, err)
	}
	return found, nil
}

func salvageFile(ctx context.Context, path string, r Rescue, o Options) (_ plan.Salvaged, err error) {
	dir, err := os.MkdirTemp("", "ledstjarna-")
	if err != nil {
		return plan.Salvaged{}, translate(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	s, err := salvagerOf(ctx, dir, path)
	if err != nil {
		return plan.Salvaged{}, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if s.c != nil {
		s.trusts = o.trusts
		s.read()
	}
	if err := ctx.Err(); err != nil {
		return plan.Salvaged{}, err
	}
	found := s.found()
	if r.Backup != "" {
		if found, err = s.against(ctx, found, r.Backup, o); err != nil {
			return found, err
		}
	}
	if r.Out == "" || found.IsEmpty() {
		return found, nil
	}
	return found, s.write(ctx, r.Out, o)
}

// salvager reads a damaged file.
type salvager struct {
	ctx    context.Context
	time   context.Context // ends when too much time has gone
	cancel context.CancelFunc
	db     *sql.DB   // of the copy; nil where there is nothing to read
	c      *sql.Conn // its one connection
	rows   int64     // that may still be read
	cut    bool
	trusts bool                       // hashes are not compared; only to show that tests notice it
	tables map[string]map[string]bool // the columns of each

	seals     map[plan.Thing]string
	sealed    bool // the file has seals
	entries   map[plan.ListName][]plan.Entry
	lists     map[plan.ListName]*plan.SalvagedList
	documents []*salvagedDocument
	byVersion map[plan.ID]*salvagedVersion
	relations []plan.Relation
	related   plan.SalvagedCount
	events    []plan.Event
	evented   plan.SalvagedCount
	files     map[string]*salvagedFile
	revisions map[plan.Thing]string
	earlier   []int64 // rows

	lender *File // the backup, or nil
}

type salvagedDocument struct {
	plan.Document
	row      int64
	versions []*salvagedVersion
	doubtful bool
}

type salvagedVersion struct {
	plan.Version
	place       int
	whole       bool
	row         int64 // of its content
	head        plan.Head
	activities  int
	attachments []string // hashes
}

// salvagerOf makes one that reads a copy in dir of the file at path; of a file that
// holds nothing it has nothing to read.
func salvagerOf(ctx context.Context, dir, path string) (*salvager, error) {
	s := &salvager{
		ctx: ctx, seals: map[plan.Thing]string{}, entries: map[plan.ListName][]plan.Entry{},
		lists: map[plan.ListName]*plan.SalvagedList{}, byVersion: map[plan.ID]*salvagedVersion{},
		files: map[string]*salvagedFile{}, revisions: map[plan.Thing]string{},
	}
	copied, size, err := mendedCopy(dir, path)
	if err != nil {
		return nil, err
	}
	s.time, s.cancel = context.WithTimeout(ctx, salvageTime)
	if copied == "" {
		return s, nil
	}
	s.rows = 10_000 + size/8
	if s.db, err = openMended(copied); err == nil {
		s.c, err = checkout(ctx, s.db)
	}
	if err != nil {
		return nil, errors.Join(reading(err), s.close())
	}
	return s, nil
}

func (s *salvager) close() error {
	var errs []error
	s.cancel()
	if s.c != nil {
		_ = s.c.Close() // it was only read
	}
	if s.db != nil {
		errs = append(errs, s.db.Close())
	}
	if s.lender != nil {
		errs = append(errs, s.lender.Close())
	}
	return errors.Join(errs...)
}

// found tells what was read.
func (s *salvager) found() plan.Salvaged {
	out := plan.Salvaged{Relations: s.related, Events: s.evented, Cut: s.cut || s.time.Err() != nil}
	for _, l := range plan.ListNames() {
		x := plan.SalvagedList{List: l}
		if read := s.lists[l]; read != nil {
			x = *read
		}
		out.Lists = append(out.Lists, x)
	}
	for _, f := range s.files {
		if f.whole {
			out.Files.Whole++
		} else {
			out.Files.Flawed++
		}
	}
	touched := map[plan.ID]time.Time{}
	for _, e := range s.events {
		if e.At.After(touched[e.Document]) {
			touched[e.Document] = e.At
		}
	}
	for _, d := range s.documents {
		x := plan.SalvagedDocument{ID: d.ID, Kind: d.Kind, Quick: d.Quick, Doubtful: d.doubtful, Touched: touched[d.ID]}
		for _, v := range d.versions {
			x.Versions = append(x.Versions, plan.SalvagedVersion{Version: v.Version, Whole: v.whole})
			if v.Created.After(x.Touched) {
				x.Touched = v.Created
			}
			if v.whole || x.Title == "" {
				x.Title = v.head.Title
			}
			if v.whole {
				x.Activities, x.Attachments, x.LostFiles = v.activities, len(v.attachments), s.lost(v)
			}
		}
		out.Documents = append(out.Documents, x)
	}
	return out
}

// lost returns how many attachments of the version are not all there.
func (s *salvager) lost(v *salvagedVersion) int {
	n := 0
	for _, hash := range v.attachments {
		if f := s.files[hash]; f == nil || !f.whole {
			n++
		}
	}
	return n
}

// against compares what was read with the backup, which stays open.
func (s *salvager) against(ctx context.Context, found plan.Salvaged, backup string, o Options) (plan.Salvaged, error) {
	f, err := OpenReadOnly(ctx, backup, o)
	if err != nil {
		return found, err
	}
	r, err := f.Load(ctx)
	if err != nil {
		return found, errors.Join(err, f.Close())
	}
	s.lender = f
	return found.Against(r, s.entries), nil
}
