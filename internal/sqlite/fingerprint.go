package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	_ "modernc.org/sqlite" // the driver of the schema in memory
)

// object is one row of a schema: a table, an index, a trigger or a view.
type object struct{ kind, name, table, text string }

func schemaOf(ctx context.Context, q querier) ([]object, error) {
	var out []object
	err := each(ctx, q, func(r *sql.Rows) error {
		var o object
		err := r.Scan(&o.kind, &o.name, &o.table, &o.text)
		out = append(out, o)
		return err
	}, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
	return out, err
}

func fingerprint(objects []object) string {
	h := sha256.New()
	for _, o := range objects {
		for _, s := range []string{o.kind, o.name, o.table, o.text} {
			fmt.Fprintf(h, "%d:%s,", len(s), s)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// checkSchema refuses a schema that is not exactly the one that the migrations
// make: a trigger or view of someone else would run within our statements.
func checkSchema(ctx context.Context, c *sql.Conn, ms []migration) error {
	version, err := number(ctx, c, "user_version")
	if err != nil {
		return err
	}
	got, err := schemaOf(ctx, c)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(ms, func(m migration) bool { return m.number == version })
	if i < 0 {
		return &NewerError{Version: version, Known: newest(ms)}
	}
	if fingerprint(got) == ms[i].fingerprint {
		return nil
	}
	want, err := schemaInMemory(ctx, ms[:i+1])
	if err != nil {
		return err
	}
	return &ForeignError{Version: version, Objects: differences(want, got)}
}

// schemaInMemory returns the schema that the migrations make.
func schemaInMemory(ctx context.Context, ms []migration) ([]object, error) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	if err := migrate(ctx, c, ms); err != nil {
		return nil, err
	}
	return schemaOf(ctx, c)
}

func differences(want, got []object) []string {
	odd := map[string]bool{}
	for _, o := range want {
		if !slices.Contains(got, o) {
			odd[o.kind+" "+o.name] = true
		}
	}
	for _, o := range got {
		if !slices.Contains(want, o) {
			odd[o.kind+" "+o.name] = true
		}
	}
	return slices.Sorted(maps.Keys(odd))
}
