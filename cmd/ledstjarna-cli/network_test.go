package main

import (
	"errors"
	"go/parser"
	"go/token"
	"io/fs"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

// refuser is a network that nobody may use.
type refuser struct{ t *testing.T }

func (r refuser) RoundTrip(q *http.Request) (*http.Response, error) {
	r.t.Errorf("the network was asked for %s", q.URL)
	return nil, errors.New("there is no network")
}

// The program keeps to the computer: nothing of it asks the network, and nothing of
// its own could.
func TestNoNetworkIsUsed(t *testing.T) {
	before := http.DefaultTransport
	http.DefaultTransport = refuser{t}
	t.Cleanup(func() { http.DefaultTransport = before })
	file := exampleFile(t)
	for _, args := range [][]string{
		{"documents", file},
		{"reviews", file},
		{"search", file, "plan"},
		{"check", file},
		{"backup", file},
		{"export", file, "packet", "packet-au-2026-12-03", "-o", filepath.Join(t.TempDir(), "h.pdf")},
	} {
		done(t, args...)
	}
	root := filepath.Join("..", "..")
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		seen++
		for _, i := range f.Imports {
			if name := strings.Trim(i.Path.Value, `"`); name == "net" || strings.HasPrefix(name, "net/") && name != "net/url" {
				t.Errorf("%s imports %s", path, name)
			}
		}
		return nil
	})
	if err != nil || seen < 300 {
		t.Errorf("%d files were looked at, %v", seen, err)
	}
}
