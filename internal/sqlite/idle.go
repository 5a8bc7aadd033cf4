package sqlite

import (
	"context"
	"database/sql"
	"sync"
)

// idleWork is what is done with a file while nobody waits for it.
type idleWork struct {
	mu     sync.Mutex
	cancel context.CancelFunc
}

type idleKey struct{}

// Idle runs work that nobody waits for, as keeping the day's copy. Its context ends,
// and it returns context.Canceled, as soon as anything else is asked of the file; it
// is then to be done again later.
func (f *File) Idle(ctx context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithCancel(context.WithValue(ctx, idleKey{}, ctx))
	defer cancel()
	f.idle.mu.Lock()
	f.idle.cancel = cancel
	f.idle.mu.Unlock()
	err := work(ctx)
	f.idle.mu.Lock()
	f.idle.cancel = nil
	f.idle.mu.Unlock()
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// undisturbed is the context of work that nobody waits for, but that does not use the
// file and so need not end when anything is asked of it.
func undisturbed(ctx context.Context) context.Context {
	if around, ok := ctx.Value(idleKey{}).(context.Context); ok {
		return around
	}
	return ctx
}

// take takes the connection and ends what is done while nobody waits.
//
// It makes a new connection where the last one is spoilt. When the disk fails within the
// statements that the full-text index runs, SQLite ends the transaction under the index,
// which then takes what it could not read (how many rows it has) for read. The next
// writing would be refused as one of a damaged file, or store a wrong number. A file that
// is not in its place keeps its connection: there is nothing else left of it, and nothing
// is written to it until it is back.
func (f *File) take(ctx context.Context) (*sql.Conn, error) {
	if ctx.Value(idleKey{}) == nil {
		f.idle.mu.Lock()
		if f.idle.cancel != nil {
			f.idle.cancel()
		}
		f.idle.mu.Unlock()
	}
	c, err := checkout(ctx, f.db)
	if err != nil || !f.spoilt || f.conn.inPlace() != nil {
		return c, err
	}
	f.spoilt = false
	f.seen.Store(unseen) // the new one counts changes anew
	drop(c)
	return checkout(ctx, f.db)
}
