package plan

import "testing"

// FuzzMerge brings contents of any shape together, as those of a file that somebody
// else has made.
func FuzzMerge(f *testing.F) {
	f.Add(`{"title":"a","goals":[{"@":"x","text":"A"}]}`, `{"title":"b","goals":[{"@":"x","text":"B"},{"@":"y"}]}`, `{"title":"c","goals":[]}`)
	f.Add(`{"activities":[{"@":"a"},{"@":"b"}]}`, `{"activities":[{"@":"b"},{"@":"a"}]}`, `{"activities":[{"@":"b"}]}`)
	f.Add(`{"odd":{"a":1},"#":3}`, `{"odd":[1]}`, `{"odd":null}`)
	f.Fuzz(func(t *testing.T, base, mine, theirs string) {
		var c [3]Content
		for i, s := range []string{base, mine, theirs} {
			sealed, err := Open(FieldsOf(AssignmentPlan), []byte(s))
			if err != nil {
				return
			}
			c[i] = sealed.Content
		}
		for _, bases := range [][]Content{nil, {c[0]}, {c[0], c[1]}} {
			merged, clashes := Merge(bases, c[1], c[2])
			for _, x := range clashes {
				if _, err := merged.Settle(x); err != nil {
					t.Fatalf("settle %s: %v", x.Path, err)
				}
			}
			if _, err := merged.Settle(clashes...); err != nil {
				t.Fatalf("settle all: %v", err)
			}
			if again, more := Merge(bases, c[1], c[1]); !again.Equal(c[1]) || len(more) > 0 {
				t.Fatal("bringing a content together with itself changes it")
			}
		}
	})
}
