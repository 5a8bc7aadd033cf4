package sqlite

import (
	"context"
	"errors"
	"testing"

	"ledstjarna/internal/plan"
)

// A damaged content does not keep what has days in the others from being read, and is
// told of as it is where it is read alone.
func TestWhatHasDaysIsReadBesideWhatIsDamaged(t *testing.T) {
	for name, query := range map[string]string{
		"changed":   "UPDATE contents SET json = CAST(replace(CAST(json AS TEXT), 'a', 'b') AS BLOB) WHERE version = ",
		"removed":   "DELETE FROM contents WHERE version = ",
		"too large": "UPDATE contents SET json = zeroblob(9000000) WHERE version = ",
	} {
		t.Run(name, func(t *testing.T) {
			path, _, r := largish(t, 5, 3)
			docs := r.Documents()
			spoilt := docs[len(docs)-1].Latest()
			rewrite(t, path, query+"'"+string(spoilt.ID)+"'")
			f, err := Open(context.Background(), path, testOptions())
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			var ids []plan.ID
			for _, d := range docs {
				ids = append(ids, d.Latest().ID)
			}
			all, err := f.Dated(context.Background(), append(ids, "none"))
			if err != nil || len(all) != len(ids) {
				t.Fatalf("%d of %d, %v", len(all), len(ids), err)
			}
			for _, x := range all {
				var damaged *DamagedError
				switch {
				case x.Version != spoilt.ID && x.Err != nil:
					t.Errorf("version %s: %v", x.Version, x.Err)
				case x.Version == spoilt.ID && (!errors.As(x.Err, &damaged) || damaged.Version != spoilt.ID || damaged.Title != spoilt.Head.Title):
					t.Errorf("of the damaged version it is said: %v", x.Err)
				}
			}
		})
	}
}
