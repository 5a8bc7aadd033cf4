package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/sqlite"
)

var day = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

// imports lives random histories of copies, edits and imports.
func imports(c *course) error {
	if err := plantest.Histories(c.count, c.seed, plantest.Mutation(c.broken)); err != nil {
		return err
	}
	c.note("no edit lost")
	return nil
}

// backups keeps copies and restores them: what a copy holds is what the file held,
// and nothing half written is left.
func backups(c *course) error {
	ctx := context.Background()
	path, err := newFile(c.dir, 3, 10)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 6))
	for n := range c.count {
		held, err := sound(path)
		if err != nil {
			return fmt.Errorf("round %d: %w", n, err)
		}
		copied, err := copyThenEdit(ctx, r, path, n)
		if err != nil {
			return fmt.Errorf("round %d: %w", n, err)
		}
		if c.broken != "" {
			if err := copyFile(copied, path); err != nil {
				return err
			}
		}
		kept, err := sqlite.Restore(ctx, path, copied, options())
		if err != nil {
			return fmt.Errorf("round %d: %w", n, err)
		}
		if got, err := sound(path); err != nil || unrestored(got) != unrestored(held) {
			return fmt.Errorf("round %d: the restored file holds something else: %w", n, err)
		}
		if _, err := os.Stat(kept); err != nil {
			return fmt.Errorf("round %d: what was there is not kept: %w", n, err)
		}
		if n%5 == 0 {
			if err := os.RemoveAll(sqlite.CopiesFolder(path)); err != nil {
				return err
			}
			if err := tidy(path); err != nil {
				return fmt.Errorf("round %d: %w", n, err)
			}
		}
	}
	c.note("all hashes equal, no part left")
	return nil
}

// unrestored is what a file holds but for the notes of its restoring.
func unrestored(all string) string {
	var out []string
	for _, line := range strings.Split(all, "\n") {
		if !strings.Contains(line, " restore ") {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func copyThenEdit(ctx context.Context, r *rand.Rand, path string, n int) (string, error) {
	o := options()
	o.Now = func() time.Time { return day.Add(time.Duration(n) * time.Second) }
	f, err := sqlite.Open(ctx, path, o)
	if err != nil {
		return "", err
	}
	copied, err := f.KeepCopyBefore(ctx, plan.CopyByHand)
	if err != nil {
		return "", errors.Join(err, f.Close())
	}
	register, err := f.Load(ctx)
	if err != nil {
		return "", errors.Join(err, f.Close())
	}
	e, _, err := rewrite(r, f, drafts(register)[0])
	if err == nil {
		_, err = f.Save(ctx, e)
	}
	return copied, errors.Join(err, f.Close())
}

// races lets several programs open one file at once, some of them taking it over. At
// no time may two of them write.
func races(c *course) error {
	path, err := newFile(c.dir, 2, 3)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 7))
	won, refused, lost := 0, 0, 0
	slowest := time.Duration(0)
	for n := range c.count {
		took := "no"
		if n%3 == 0 {
			took = "take"
		}
		saved, out, err := racers(r, path, took)
		if err != nil {
			return fmt.Errorf("race %d: %w", n, err)
		}
		won, refused, lost, slowest = won+out.won, refused+out.refused, lost+out.lost, max(slowest, out.slowest)
		have, err := events(path)
		if err != nil {
			return fmt.Errorf("race %d: %w", n, err)
		}
		if c.broken != "" { // one says that it has saved what it has not
			saved = append(saved, "never")
		}
		for _, id := range saved {
			if !have[id] {
				return fmt.Errorf("race %d: an event that was saved is not there", n)
			}
		}
	}
	c.note("%d had the file, %d were refused, %d lost it to another; told after at most %d ms", won, refused, lost, slowest.Milliseconds())
	return nil
}

func events(path string) (map[string]bool, error) {
	f, err := sqlite.TakeOver(context.Background(), path, options())
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if flaws, err := f.Check(context.Background()); err != nil || len(flaws) > 0 {
		return nil, fmt.Errorf("flaws %v, %w", flaws, err)
	}
	r, err := f.Load(context.Background())
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, e := range r.Events() {
		out[string(e.ID)] = true
	}
	return out, nil
}
