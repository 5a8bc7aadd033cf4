package sqlite

import "database/sql"

// How many rows of a kind are read into memory: many times what an organisation has,
// so that a file that was made to do harm cannot fill it.
const (
	mostEntries   = 10_000 // of one list
	mostDocuments = 100_000
	mostVersions  = 200_000
	mostRelations = 200_000
	mostEvents    = 1_000_000
)

// upTo is one, but refuses more rows than most.
func upTo(most int, one func(*sql.Rows) error) func(*sql.Rows) error {
	n := 0
	return func(r *sql.Rows) error {
		if n++; n > most {
			return ErrTooMany
		}
		return one(r)
	}
}
