package sqlite

import (
	"context"
	"database/sql"
	_ "embed" // the migrations
	"errors"
	"fmt"
	"strings"

	"ledstjarna/internal/plan"
)

//go:embed migrations/0001.sql
var schema0001 string

//go:embed migrations/0002.sql
var schema0002 string

//go:embed migrations/0003.sql
var schema0003 string

//go:embed migrations/0004.sql
var schema0004 string

//go:embed migrations/0005.sql
var schema0005 string

//go:embed migrations/0006.sql
var schema0006 string

//go:embed migrations/0007.sql
var schema0007 string

//go:embed migrations/0008.sql
var schema0008 string

//go:embed migrations/0009.sql
var schema0009 string

//go:embed migrations/0010.sql
var schema0010 string

// migration takes a file from schema number-1 to number. Once released, its
// text and its fingerprint are never changed.
type migration struct {
	number      int
	text        string
	fingerprint string // of the schema after it
	// fill writes what SQL cannot make, in the same transaction; nil for nothing.
	fill func(ctx context.Context, tx *sql.Tx) error
}

func migrations() []migration {
	return []migration{
		{number: 1, text: schema0001, fingerprint: "cb64f6eeabea6a880846148da5bbef4d03190a86b5ef574286f0c44730334d99"},
		{number: 2, text: schema0002, fingerprint: "d695e5780a50bc0ecad935211276a355fcf9b1a92532e0a203046b85d9597a06"},
		{number: 3, text: schema0003, fingerprint: "e878d7863ca26d779689745b70a5c3d88302d17caedaea704f3dac7830852085"},
		{number: 4, text: schema0004, fingerprint: "8cc6defd802b75191d0aafe0ba386268bc16173a1b10b4cb4f4f8dfd523a9049"},
		{number: 5, text: schema0005, fingerprint: "c52c72425227c44e27e08e97a647ee30fa5f5ab9f5d8894d9f207a71fc9898f9"},
		{number: 6, text: schema0006, fingerprint: "f447ac0c196036aabdc31966440a2f766470aba8da5edfd1a79cc2ba76a54637"},
		{number: 7, text: schema0007, fingerprint: "b12edfcd61922f173f814da0cea12035ce01f7350f7b2bf649cb183c7206754f"},
		{number: 8, text: schema0008, fingerprint: "71b25319385bfd7c1233e5d991d2d9d7af1a050d9a60710a1f20dd9d9fec304e", fill: indexAll},
		{number: 9, text: schema0009, fingerprint: "cc13b8067a14ef89593016be8fb264bb0a72a4f5d040702e5efa567ec934e372"},
		{number: 10, text: schema0010, fingerprint: "740ccd957f0a371d300ec0f040e80c603c94bf010165abd90dbb930dd342344d", fill: sealAll},
	}
}

func newest(ms []migration) int { return ms[len(ms)-1].number }

// migrate runs the migrations that the file lacks, each in a transaction of its
// own together with the schema number.
func migrate(ctx context.Context, c *sql.Conn, ms []migration) error {
	have, err := number(ctx, c, "user_version")
	if err != nil {
		return err
	}
	for _, m := range ms {
		if m.number <= have {
			continue
		}
		if err := runMigration(ctx, c, m); err != nil {
			return fmt.Errorf("migrate to schema %d: %w", m.number, err)
		}
	}
	return nil
}

// runMigration switches foreign keys off first: with them on, rebuilding a
// table silently removes what refers to it. Inside a transaction the switch
// would do nothing.
func runMigration(ctx context.Context, c *sql.Conn, m migration) (err error) {
	if _, err := c.ExecContext(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	defer func() {
		_, on := c.ExecContext(context.WithoutCancel(ctx), "PRAGMA foreign_keys = ON")
		err = errors.Join(err, on)
	}()
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := migrateIn(ctx, tx, m); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func migrateIn(ctx context.Context, tx *sql.Tx, m migration) error {
	text := strings.ReplaceAll(m.text, "\r\n", "\n")
	if _, err := tx.ExecContext(ctx, text); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", m.number)); err != nil {
		return err
	}
	if m.fill != nil {
		if err := m.fill(ctx, tx); err != nil {
			return err
		}
	}
	broken, err := brokenReferences(ctx, tx)
	if err != nil {
		return err
	}
	if len(broken) > 0 {
		return fmt.Errorf("rows that refer to nothing in %s", strings.Join(broken, ", "))
	}
	return nil
}

// querier is what sql.DB, sql.Conn and sql.Tx have in common for reading.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// brokenReferences returns the tables with rows that refer to nothing.
func brokenReferences(ctx context.Context, q querier) ([]string, error) {
	var out []string
	err := each(ctx, q, func(r *sql.Rows) error {
		var table, parent string
		var row sql.NullInt64
		var key int
		err := r.Scan(&table, &row, &parent, &key)
		out = append(out, table)
		return err
	}, "PRAGMA foreign_key_check")
	return out, err
}

// each calls one for every row of the query.
func each(ctx context.Context, q querier, one func(*sql.Rows) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := one(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func number(ctx context.Context, q querier, pragma string) (int, error) {
	var n int
	err := q.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&n)
	return n, err
}

func column(f plan.Field) string { return strings.ReplaceAll(string(f.Key), "-", "_") }
