package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// attack makes a file that was made to do harm out of a good one.
type attack struct {
	name string
	do   func(path string) error
	// refused tells that the file must not be opened at all.
	refused bool
}

// What a file made to do harm may cost: patience in all, on a computer that does much
// else, and longest of work for each thing that is done with it, at its fastest of several times.
const (
	patience = time.Minute
	longest  = time.Second
	tries    = 3
)

// hostiles opens files that were made to do harm: with other schemas, triggers and
// views, with contents whose hashes fit and that are too deep, too large or of
// another shape, with other headers. Each is refused in words for a person, or read
// without harm, and keeps nobody waiting; none is changed by it.
func hostiles(c *course) error {
	path, err := newFile(c.dir, 3, 4)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 8))
	both, err := bothSides(r, path)
	if err != nil {
		return err
	}
	all, err := attacks(path)
	if err != nil {
		return err
	}
	for len(all) < c.count {
		all = append(all, scramble(r))
	}
	refused := 0
	var costs []cost
	for _, a := range all {
		if c.broken == "harmless" && a.refused { // the file is good after all
			a.do = func(string) error { return nil }
		}
		spent, no, err := a.attempt(c, both)
		if err != nil {
			return fmt.Errorf("%s: %w", a.name, err)
		}
		for range tries - 1 {
			if !c.timed || longestOf(spent).took <= longest {
				break
			}
			again, _, err := a.attempt(c, both)
			if err != nil {
				return fmt.Errorf("%s: %w", a.name, err)
			}
			for i := range min(len(spent), len(again)) {
				spent[i].took = min(spent[i].took, again[i].took)
			}
		}
		if x := longestOf(spent); c.timed && x.took > longest {
			return fmt.Errorf("%s: to %s it took %s", a.name, x.step, x.took)
		}
		costs = append(costs, spent...)
		if no {
			refused++
		}
	}
	c.note("%d made by hand and by chance: %d refused, %d read without harm; %s", len(all), refused, len(all)-refused, slowestOf(costs))
	return nil
}

// bothSides returns a file before and after its drafts were written in: what bad ones are
// made of, and what they are brought into, so that both sides have changed the same.
func bothSides(r *rand.Rand, path string) (out [2][]byte, _ error) {
	var err error
	if out[0], err = os.ReadFile(path); err != nil {
		return out, err
	}
	f, err := sqlite.Open(ctx(), path, options())
	if err != nil {
		return out, err
	}
	defer f.Close()
	register, err := f.Load(ctx())
	if err != nil {
		return out, err
	}
	for _, d := range drafts(register) {
		edit, _, err := rewrite(r, f, d)
		if err == nil {
			_, err = f.Save(ctx(), edit)
		}
		if err != nil {
			return out, err
		}
	}
	out[1], err = os.ReadFile(path)
	return out, err
}

// attempt makes the file, does with it what the program would, and tells whether it was
// refused.
func (a attack) attempt(c *course, both [2][]byte) (_ []cost, refused bool, _ error) {
	dir, err := os.MkdirTemp(c.dir, "ond") // for what is made beside the file
	if err != nil {
		return nil, false, err
	}
	bad, good := filepath.Join(dir, "ond"+sqlite.Extension), filepath.Join(c.dir, "god"+sqlite.Extension)
	if err := errors.Join(os.WriteFile(bad, both[0], 0o600), os.WriteFile(good, both[1], 0o600)); err != nil {
		return nil, false, err
	}
	if err := a.do(bad); err != nil {
		return nil, false, fmt.Errorf("make the file: %w", err)
	}
	was, err := os.ReadFile(bad)
	if err != nil {
		return nil, false, err
	}
	began := time.Now()
	spent, err := opened(a.name, bad, good)
	took := time.Since(began)
	if _, flawed := sound(good); flawed != nil {
		return nil, false, fmt.Errorf("the file that it was brought into: %w", flawed)
	}
	switch {
	case took > patience:
		return nil, false, fmt.Errorf("it took %s", took)
	case err == nil && a.refused:
		return nil, false, errors.New("it was opened")
	case err != nil && !worded(err):
		return nil, false, fmt.Errorf("there are no words for %w", err)
	case err != nil:
		refused = true
		if is, err := os.ReadFile(bad); err != nil || string(is) != string(was) {
			return nil, false, fmt.Errorf("the file was changed, %w", err)
		}
	}
	return spent, refused, os.RemoveAll(dir)
}

func worded(err error) bool {
	var w interface{ MessageKey() string }
	return errors.As(err, &w) || errors.Is(err, plan.ErrNoFile) // whose words the views have
}

// cost is what one thing that is done with a file took.
type cost struct {
	attack, step string
	took         time.Duration
}

func longestOf(costs []cost) cost {
	if len(costs) == 0 {
		return cost{}
	}
	return slices.MaxFunc(costs, func(a, b cost) int { return int(a.took - b.took) })
}

// slowestOf tells the slowest file of each thing that is done with files.
func slowestOf(costs []cost) string {
	slices.SortStableFunc(costs, func(a, b cost) int { return int(b.took - a.took) })
	var b strings.Builder
	b.WriteString("slowest:")
	for _, x := range costs[:min(10, len(costs))] {
		fmt.Fprintf(&b, "\n  %5d ms to %s: %s", x.took.Milliseconds(), x.step, plan.Excerpt(x.attack, "", 80))
	}
	return b.String()
}

// opened opens a file as the program does, reads all of it and uses it: searches in it
// and brings it into a good one, which is sound afterwards.
func opened(name, path, good string) (spent []cost, err error) {
	ctx := ctx()
	began, err := worked()
	if err != nil {
		return nil, err
	}
	done := func(step string) {
		now, werr := worked()
		if werr != nil {
			panic(werr) // it has just worked
		}
		spent = append(spent, cost{name, step, now - began})
		began = now
	}
	f, err := sqlite.Open(ctx, path, options())
	done("open")
	if err != nil {
		return spent, err
	}
	defer f.Close()
	_, err = f.Check(ctx)
	done("examine")
	if err != nil {
		return spent, err
	}
	_, err = all(f)
	done("read")
	if err != nil {
		return spent, err
	}
	for _, query := range []string{"plan", "\"", "kommunikationsplanen", "nä"} {
		_, err := f.Search(ctx, query, 20, func(plan.Found) bool { return true })
		done("search")
		if err != nil {
			return spent, err
		}
	}
	theirs, err := editor.Open(ctx, f, editor.Options{})
	if err != nil {
		return spent, err
	}
	g, err := sqlite.Open(ctx, good, options())
	if err != nil {
		return spent, fmt.Errorf("the good file: %w", err)
	}
	mine, err := editor.Open(ctx, g, editor.Options{})
	if err != nil {
		return spent, errors.Join(err, g.Close())
	}
	defer mine.Close()
	done("open") // both
	im, err := mine.PlanImport(theirs)
	done("plan an import")
	if err != nil {
		return spent, err
	}
	im.ChooseAll(true)
	for i := range im.Items {
		im.Items[i].Take = true
	}
	err = mine.CarryOut(im, theirs, plan.Source{File: "ond", By: "Åsa", At: day})
	done("import")
	return spent, err
}
