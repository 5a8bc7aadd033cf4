package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// kills kills a program that saves random edits, at random moments. What it had
// acknowledged must be there; what it was about to save may be.
func kills(c *course) error {
	path, err := newFile(c.dir, 6, 30)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 1))
	acked, torn := 0, 0
	for n := range c.count {
		seen, err := killedWriter(c, r, path)
		if err != nil {
			return fmt.Errorf("kill %d: %w", n, err)
		}
		unsure, err := seen.verify(path)
		if err != nil {
			return fmt.Errorf("kill %d: %w", n, err)
		}
		acked += seen.acked
		if unsure {
			torn++
		}
		if err := tidy(path); err != nil {
			return fmt.Errorf("kill %d: %w", n, err)
		}
	}
	if acked == 0 {
		return fmt.Errorf("nothing was ever acknowledged")
	}
	c.note("%d edits acknowledged, 0 lost; %d times one more was saved that was not", acked, torn)
	return nil
}

// promises are what a killed program has said.
type promises struct {
	acked  int
	last   map[string]string // acknowledged hash by version
	events map[string]bool   // acknowledged
	tried  [2]string         // version and hash that were to come
}

func killedWriter(c *course, r *rand.Rand, path string) (promises, error) {
	p := promises{last: map[string]string{}, events: map[string]bool{}}
	task := "write"
	if c.broken != "" {
		task = c.broken
	}
	cmd, out, err := start(task, path, fmt.Sprint(r.Uint64()))
	if err != nil {
		return p, err
	}
	left := r.IntN(12)
	wait := time.Duration(r.IntN(9000)) * time.Microsecond
	for out.Scan() {
		parts := strings.Fields(out.Text())
		switch {
		case len(parts) == 0:
		case parts[0] == "error":
			return p, fmt.Errorf("the program says %s", out.Text())
		case parts[0] == "try":
			p.tried = [2]string{parts[1], parts[2]}
		case parts[0] == "ack":
			p.acked++
			p.last[parts[1]] = parts[2]
			p.tried = [2]string{}
			if len(parts) > 3 {
				p.events[parts[3]] = true
			}
			if left--; left < 0 {
				time.AfterFunc(wait, func() { _ = cmd.Process.Kill() }) // it may be gone
				left = 1 << 30
			}
		}
	}
	_ = cmd.Wait() // it was killed
	return p, nil
}

// verify opens the file and asks for what was promised. It tells whether an edit was
// saved that was not acknowledged.
func (p promises) verify(path string) (bool, error) {
	ctx := context.Background()
	f, err := sqlite.Open(ctx, path, options())
	if err != nil {
		return false, err
	}
	defer f.Close()
	if flaws, err := f.Check(ctx); err != nil || len(flaws) > 0 {
		return false, fmt.Errorf("flaws %v, %w", flaws, err)
	}
	r, err := f.Load(ctx)
	if err != nil {
		return false, err
	}
	more := false
	for version, hash := range p.last {
		_, v, ok := r.VersionOf(plan.ID(version))
		switch {
		case ok && v.Hash == hash:
		case ok && p.tried == [2]string{version, v.Hash}:
			more = true
		default:
			return false, fmt.Errorf("version %s: %s was acknowledged, and %s is there", version, hash, v.Hash)
		}
	}
	have := map[string]bool{}
	for _, e := range r.Events() {
		have[string(e.ID)] = true
	}
	for id := range p.events {
		if !have[id] {
			return false, fmt.Errorf("event %s was acknowledged and is not there", id)
		}
	}
	return more, nil
}

// tidy fails where more than the file is left when it is closed.
func tidy(path string) error {
	left, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return err
	}
	if len(left) != 1 {
		return fmt.Errorf("left in the folder: %v", left)
	}
	return nil
}
