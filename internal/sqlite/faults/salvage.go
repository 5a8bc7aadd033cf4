package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// longestSalvage is how long reading what is left of a small file may take.
const longestSalvage = 30 * time.Second

// truth is what a file held before it was damaged, and what was seen of its damaged
// copies.
type truth struct {
	register plan.Register
	contents map[plan.ID][]byte

	versions, whole int
	slowest         time.Duration
}

func truthOf(path string) (*truth, error) {
	f, err := sqlite.OpenReadOnly(context.Background(), path, options())
	if err != nil {
		return nil, err
	}
	defer f.Close()
	t := &truth{}
	t.register, t.contents, err = heldBy(f)
	return t, err
}

func heldBy(f *sqlite.File) (plan.Register, map[plan.ID][]byte, error) {
	r, err := f.Load(context.Background())
	if err != nil {
		return r, nil, err
	}
	contents := map[plan.ID][]byte{}
	for _, d := range r.Documents() {
		for _, v := range d.Versions {
			s, err := f.Content(context.Background(), d.Kind, v.ID)
			if err != nil {
				return r, nil, err
			}
			contents[v.ID] = s.JSON
		}
	}
	return r, contents, nil
}

// salvaged reads what can be read of a damaged copy: what is said to be whole must be
// what it was, the file that is made of it must be sound, and the damaged one must
// stay as it is. Broken, it believes that all is whole whose hash is not compared.
func (t *truth) salvaged(bad, broken string) error {
	before, err := os.ReadFile(bad)
	if err != nil {
		return err
	}
	out := bad + " räddad" + sqlite.Extension
	began := time.Now()
	found, err := sqlite.Salvage(context.Background(), bad, sqlite.Rescue{Out: out}, options())
	if err != nil {
		return fmt.Errorf("salvage: %w", err)
	}
	spent := time.Since(began)
	if t.slowest = max(t.slowest, spent); spent > longestSalvage {
		return fmt.Errorf("the salvage took %s", spent)
	}
	if after, err := os.ReadFile(bad); err != nil || !bytes.Equal(before, after) {
		return fmt.Errorf("the salvage changed the damaged file: %w", err)
	}
	t.versions += len(t.contents)
	if found.IsEmpty() {
		return nil
	}
	got, err := rescuedContents(out)
	if err != nil {
		return err
	}
	for _, d := range found.Documents {
		for i := range d.Versions {
			d.Versions[i].Whole = d.Versions[i].Whole || broken == "gullible"
		}
		if err := t.compare(d, got); err != nil {
			return err
		}
	}
	return nil
}

// rescuedContents checks the file that was made of a damaged one, reads it and
// removes it.
func rescuedContents(path string) (map[plan.ID][]byte, error) {
	f, err := sqlite.OpenReadOnly(context.Background(), path, options())
	if err != nil {
		return nil, fmt.Errorf("the rescued file: %w", err)
	}
	defer f.Close()
	flaws, err := f.Check(context.Background())
	if err != nil || len(flaws) > 0 {
		return nil, fmt.Errorf("the rescued file has flaws %v: %w", flaws, err)
	}
	_, contents, err := heldBy(f)
	if err != nil {
		return nil, fmt.Errorf("the rescued file: %w", err)
	}
	return contents, os.Remove(path)
}

func (t *truth) compare(d plan.SalvagedDocument, got map[plan.ID][]byte) error {
	was, _ := t.register.Document(d.ID)
	for i, v := range d.Versions {
		if !v.Whole {
			continue
		}
		t.whole++
		if !bytes.Equal(got[v.ID], t.contents[v.ID]) {
			return fmt.Errorf("version %s is said to be whole and is not what it was", v.ID)
		}
		if d.Whole() && (len(was.Versions) != len(d.Versions) || was.Versions[i] != v.Version || was.Kind != d.Kind || was.Quick != d.Quick) {
			return fmt.Errorf("document %s is said to be whole and is not what it was", d.ID)
		}
	}
	return nil
}
