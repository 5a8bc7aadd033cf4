package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/sqlite"
)

// emptied writes a file with everything that a complete one refers to, whose
// documents say nothing yet.
func emptied(t *testing.T) string {
	t.Helper()
	e := plantest.Edit(2)
	for i, c := range e.Changes {
		if c, ok := c.(plan.ContentChange); ok {
			c.After = plan.Seal(plan.Content{})
			e.Changes[i] = c
		}
	}
	path := filepath.Join(t.TempDir(), "tom.ledstjarna")
	f, err := sqlite.Create(context.Background(), path, sqlite.Options{Owner: "Prov", Machine: "dator", Now: func() time.Time {
		return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	}}, e)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// Every field of every kind survives being set, saved, read in another run,
// dumped and loaded; and what its texts say is found in the exported paper.
func TestEveryFieldSurvives(t *testing.T) {
	file := emptied(t)
	want := map[plan.DocumentKind]string{}
	for _, kind := range plan.DocumentKinds() {
		content, id := plantest.Content(kind, 2), string(plantest.DocumentID(kind))
		sealed := plan.Seal(content)
		var raw map[string]json.RawMessage
		if err := json.Unmarshal(sealed.JSON, &raw); err != nil {
			t.Fatal(err)
		}
		set := 0
		for _, f := range plan.FieldsOf(kind) {
			if !f.Stored() || content.Get(f.Key).IsZero() || f.Key == plan.KeyOrigins {
				continue
			}
			done(t, "set", file, id, string(f.Key), word(t, f, raw[string(f.Key)]))
			set++
		}
		if set < 8 {
			t.Errorf("%s: only %d fields were set", kind, set)
		}
		want[kind] = strings.TrimSpace(string(plan.Seal(content.With(plan.KeyOrigins, plan.Value{})).JSON))
	}
	again := filepath.Join(t.TempDir(), "igen.ledstjarna")
	dump := filepath.Join(t.TempDir(), "allt.json")
	done(t, "dump", file, "-o", dump)
	done(t, "load", again, dump)
	for _, path := range []string{file, again} {
		for kind, content := range want {
			got := done(t, "show", path, string(plantest.DocumentID(kind)), "--json")
			if diff := cmp.Diff(tree(t, content), tree(t, got)); diff != "" {
				t.Errorf("%s in %s (-want +got):\n%s", kind, filepath.Base(path), diff)
			}
		}
	}
	for _, kind := range plan.DocumentKinds() {
		out := filepath.Join(t.TempDir(), "papper.pdf")
		done(t, "export", again, "document", string(plantest.DocumentID(kind)), "-o", out)
		paper, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		text, err := check.Text(paper)
		if err != nil {
			t.Fatal(err)
		}
		squeezed := check.Squeeze(text)
		for _, f := range plan.FieldsOf(kind) {
			if f.Kind != plan.LongText && f.Kind != plan.Line || f.Retired || f.Suggest != "" {
				continue
			}
			if token := plantest.Token("", f.Key); !strings.Contains(squeezed, check.Squeeze(token)) {
				t.Errorf("%s: %q is not in the paper", kind, token)
			}
		}
	}
}

// word writes a stored value as set takes it.
func word(t *testing.T, f plan.Field, raw json.RawMessage) string {
	t.Helper()
	switch f.Kind {
	case plan.List, plan.Checklist:
		return string(raw)
	case plan.Choices, plan.References:
		var list []string
		if err := json.Unmarshal(raw, &list); err != nil {
			t.Fatal(err)
		}
		return strings.Join(list, ",")
	case plan.Decimal:
		return strings.Trim(string(raw), `"`)
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		t.Fatalf("%s: %s: %v", f.Key, raw, err)
	}
	return s
}

// tree reads a content, without the number of the catalogue it was written with.
func tree(t *testing.T, s string) map[string]json.RawMessage {
	t.Helper()
	var out map[string]json.RawMessage
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	delete(out, "#")
	return out
}
