package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"ledstjarna/internal/plan"
)

// translate turns an error of the driver or the system into one of this
// package, by its code. One that has words already is left as it is.
func translate(err error) error {
	var e *driver.Error
	switch {
	case err == nil:
		return nil
	case hasWords(err):
		return err
	case errors.As(err, &e):
		if r := reasonOf(e.Code()); r != nil {
			return fmt.Errorf("%w: %w", r, err)
		}
	case errors.Is(err, sql.ErrConnDone), errors.Is(err, sql.ErrTxDone):
		return fmt.Errorf("%w: %w", ErrClosed, err)
	case isDiskFull(err):
		return fmt.Errorf("%w: %w", ErrDiskFull, err)
	case isDiskError(err):
		return fmt.Errorf("%w: %w", ErrIO, err)
	case errors.Is(err, fs.ErrPermission), isReadOnlyDisk(err):
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrMissing, err)
	}
	return err
}

func hasWords(err error) bool {
	var w interface{ MessageKey() string }
	return errors.As(err, &w)
}

// reading is translate for what is read from a file: what cannot be read for a reason
// that has no words is damage, as a value of another type.
func reading(err error) error {
	err = translate(err)
	switch {
	case errors.Is(err, ErrTooLarge), errors.Is(err, ErrMemory): // what the app has written can be read
		return &DamagedError{What: "database", Err: err}
	case err == nil, hasWords(err), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded),
		errors.Is(err, plan.ErrVersion):
		return err
	}
	return &DamagedError{What: "database", Err: err}
}

func reasonOf(code int) error {
	switch code {
	case lib.SQLITE_READONLY_DBMOVED:
		return ErrMoved
	case lib.SQLITE_READONLY_ROLLBACK, lib.SQLITE_READONLY_RECOVERY:
		return ErrUnfinished
	case lib.SQLITE_CONSTRAINT_TRIGGER:
		return plan.ErrFrozen
	case lib.SQLITE_IOERR_NOMEM:
		return ErrMemory
	}
	switch code & 0xff {
	case lib.SQLITE_FULL:
		return ErrDiskFull
	case lib.SQLITE_IOERR, lib.SQLITE_CANTOPEN: // that there is no file is found before
		return ErrIO
	case lib.SQLITE_READONLY, lib.SQLITE_PERM:
		return ErrReadOnly
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return ErrBusy
	case lib.SQLITE_NOTADB:
		return ErrNotPlanFile
	case lib.SQLITE_CORRUPT:
		return &DamagedError{What: "database", Err: errors.New("pages do not fit together")}
	case lib.SQLITE_CONSTRAINT:
		return ErrConflict
	case lib.SQLITE_TOOBIG:
		return ErrTooLarge
	case lib.SQLITE_NOMEM:
		return ErrMemory
	}
	return nil
}
