package editor

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"
	"time"

	"ledstjarna/internal/plan"
)

// Store keeps the file.
type Store interface {
	// Load returns the register.
	Load(ctx context.Context) (plan.Register, error)
	// Content returns a version's verified content.
	Content(ctx context.Context, kind plan.DocumentKind, version plan.ID) (plan.Sealed, error)
	// Save writes the edit in one transaction and returns its events as stored.
	// On an error nothing is changed.
	Save(ctx context.Context, e plan.Edit) ([]plan.Event, error)
	// Search returns at most n texts that hold the words of the query and that keep
	// lets by, the best first.
	Search(ctx context.Context, query string, n int, keep func(plan.Found) bool) ([]plan.Found, error)
	// DueActivities returns of the versions the activities that the span asks for, by
	// what the file knows of their contents without reading them.
	DueActivities(ctx context.Context, versions []plan.ID, span plan.DueSpan) ([]plan.DueActivities, error)
	// Dated returns of the versions, as far as there are such, what of their verified
	// contents has days.
	Dated(ctx context.Context, versions []plan.ID) ([]plan.Dated, error)
	// CopyFile writes the stored file with the hash to w, verified. After an error
	// w may hold a part.
	CopyFile(ctx context.Context, hash string, w io.Writer) error
	// Stored returns the stored file with the hash, for as long as the file is open:
	// plan.ErrNoFile where there is none.
	Stored(ctx context.Context, hash string) (plan.Attachment, error)
	// Known, State and Remember are what imports know of earlier states.
	Known(ctx context.Context) (plan.Known, error)
	State(ctx context.Context, t plan.Thing, hash string) ([]byte, error)
	Remember(ctx context.Context, states []plan.Earlier) error
	// KeepCopyBefore keeps a copy beside the file, and CopyTo writes one anywhere but
	// over something, HandOver one of a part; all return when it is whole.
	KeepCopyBefore(ctx context.Context, why plan.CopyReason) (string, error)
	CopyTo(ctx context.Context, path string) error
	HandOver(ctx context.Context, path string, h plan.HandOver) error
	// Idle runs work that nobody waits for; it ends with context.Canceled as soon as
	// anything else is asked of the file. Examine is such work: it returns how much is
	// wrong in the file.
	Idle(ctx context.Context, work func(context.Context) error) error
	Examine(ctx context.Context) (flaws int, err error)
	// ReadOnly reports whether the file can only be read. Save then returns an error.
	ReadOnly() bool
	// Standing tells whether another program has changed the file since Load, and
	// by its error why it can no longer be written.
	Standing(ctx context.Context) (changed bool, err error)
	// Close closes the file.
	Close() error
}

// Op names an action.
type Op struct {
	Key  string            // names its words, "op.set-field"
	Args map[string]string // what fills their gaps
	// Field is the path of the field being edited. Actions in a row with the
	// same Field are one step; with "" each is a step of its own.
	Field string
}

// Change tells what was done to the file.
type Change struct {
	Op       Op
	Edit     plan.Edit // as saved: of an undo, the inverse; events with their hashes
	Undone   bool
	Redone   bool
	Register plan.Register // afterwards
}

// State is what the status line says.
type State struct {
	Saved   time.Time // when something was last saved; zero before
	Err     error     // why the last attempt to save failed; nil after a success
	Pending bool      // typed text is not saved yet
}

// Options set up an Editor. The zero Options are ready for use.
type Options struct {
	Now func() time.Time // nil for time.Now
	// After calls f once after d, unless the returned stop is called before. A
	// view gives one that calls f on its own goroutine. Nil for time.AfterFunc.
	After func(d time.Duration, f func()) (stop func())
	Steps int // that can be undone; 0 for 200
	// Contents is how many contents are held in memory; 0 for 64.
	Contents int
}

const (
	defaultSteps    = 200
	defaultContents = 64
)

func (o Options) complete() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.After == nil {
		o.After = func(d time.Duration, f func()) func() {
			t := time.AfterFunc(d, f)
			return func() { t.Stop() }
		}
	}
	if o.Steps <= 0 {
		o.Steps = defaultSteps
	}
	if o.Contents <= 0 {
		o.Contents = defaultContents
	}
	return o
}

// Editor is an open file. It is safe for use by several goroutines: actions
// wait for each other, and reading does not wait for saving. The functions
// given to OnChange and OnState run on the goroutine of the action, after it is
// done, and may act themselves.
type Editor struct {
	store  Store
	opts   Options
	typing *Typing

	acting sync.Mutex // held through an action, saving included

	mu       sync.Mutex // guards the rest, never held while saving
	register plan.Register
	steps    history
	contents *cache
	state    State
	changed  listeners[Change]
	stated   listeners[State]
	closed   bool
}

// Open loads the store's register. The Editor owns the store and closes it.
func Open(ctx context.Context, store Store, opts Options) (*Editor, error) {
	r, err := store.Load(ctx)
	if err != nil {
		return nil, fmt.Errorf("open the editor: %w", err)
	}
	o := opts.complete()
	e := &Editor{store: store, opts: o, register: r, steps: history{limit: o.Steps}, contents: newCache(o.Contents)}
	e.typing = &Typing{editor: e}
	return e, nil
}

// Register returns the register as it now is.
func (e *Editor) Register() plan.Register {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.register
}

// Content returns the version's content, from memory where it was used lately.
func (e *Editor) Content(version plan.ID) (plan.Sealed, error) {
	d, v, ok := e.Register().VersionOf(version)
	if !ok {
		return plan.Sealed{}, fmt.Errorf("read version %s: %w", version, plan.ErrVersion)
	}
	e.mu.Lock()
	s, ok := e.contents.get(version, v.Hash)
	e.mu.Unlock()
	if ok {
		return s, nil
	}
	s, err := e.store.Content(context.Background(), d.Kind, version)
	if err == nil && s.Hash != v.Hash { // another program has changed a file that is only read
		err = fmt.Errorf("version %s: %w", version, ErrStale)
	}
	if err != nil {
		return plan.Sealed{}, fmt.Errorf("read content: %w", err)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.contents.put(version, s)
	return s, nil
}

// CopyFile writes the stored file with the hash to w, verified: plan.ErrNoFile
// where there is none. After an error w may hold a part.
func (e *Editor) CopyFile(hash string, w io.Writer) error {
	if err := e.store.CopyFile(context.Background(), hash, w); err != nil {
		return fmt.Errorf("copy a stored file: %w", err)
	}
	return nil
}

// Logo returns the organisation's logo, a PNG or JPEG image, or nil where it has
// none.
func (e *Editor) Logo() ([]byte, error) {
	hash := e.Register().Organisation().Text(plan.KeyLogo)
	if !plan.IsFileHash(hash) {
		return nil, nil
	}
	var b bytes.Buffer
	if err := e.CopyFile(hash, &b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// State returns what the status line says.
func (e *Editor) State() State {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.state
}

// Typing returns the text that is being typed.
func (e *Editor) Typing() *Typing { return e.typing }

// OnChange calls f after every change of the file until stop is called.
func (e *Editor) OnChange(f func(Change)) (stop func()) { return e.changed.add(&e.mu, f) }

// OnState calls f whenever the status line should say something else until stop
// is called.
func (e *Editor) OnState(f func(State)) (stop func()) { return e.stated.add(&e.mu, f) }

// Close saves what is being typed and closes the file. Where that text cannot
// be saved it returns why and the file stays open; Typing.Discard gives it up.
func (e *Editor) Close() error {
	if err := e.typing.Leave(); err != nil {
		return fmt.Errorf("close the editor: %w", err)
	}
	e.acting.Lock()
	defer e.acting.Unlock()
	if e.closed {
		return nil
	}
	e.closed = true
	if err := e.store.Close(); err != nil {
		return fmt.Errorf("close the editor: %w", err)
	}
	return nil
}

// listeners are functions called in the order in which they were added.
type listeners[T any] struct {
	next int
	all  map[int]func(T)
}

func (l *listeners[T]) add(mu *sync.Mutex, f func(T)) (stop func()) {
	mu.Lock()
	defer mu.Unlock()
	if l.all == nil {
		l.all = map[int]func(T){}
	}
	id := l.next
	l.next++
	l.all[id] = f
	return func() {
		mu.Lock()
		defer mu.Unlock()
		delete(l.all, id)
	}
}

// call must be called without the lock, so that listeners may act.
func (l *listeners[T]) call(mu *sync.Mutex, x T) {
	mu.Lock()
	fs := make([]func(T), 0, len(l.all))
	for _, id := range slices.Sorted(maps.Keys(l.all)) {
		fs = append(fs, l.all[id])
	}
	mu.Unlock()
	for _, f := range fs {
		f(x)
	}
}
