//go:build unix

package main

import (
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// Nobody writes into the pipe, so whoever opened it would wait for ever.
func TestPipesAreRefused(t *testing.T) {
	file := exampleFile(t)
	pipe := filepath.Join(t.TempDir(), "rör.ledstjarna")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"documents", pipe},
		{"check", pipe},
		{"restore", file, pipe},
		{"import", file, pipe},
		{"register", file, "import-members", "--file", pipe},
		{"attachment", file, "add", "doc-bredband", pipe},
		{"load", filepath.Join(t.TempDir(), "ny.ledstjarna"), pipe},
	} {
		if o := cli(t, args...); o.code != exitRefused || o.notes == "" {
			t.Errorf("%v: exit %d, %q", args, o.code, o.notes)
		}
	}
}
