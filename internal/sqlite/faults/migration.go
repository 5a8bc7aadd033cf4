package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"ledstjarna/internal/sqlite"
)

// released returns the stored files of released schemas, by where they lie.
func released() ([]string, error) {
	for _, dir := range []string{"../testdata", "internal/sqlite/testdata"} {
		found, err := filepath.Glob(filepath.Join(dir, "schema-*"+sqlite.Extension))
		if err != nil || len(found) > 0 {
			return found, err
		}
	}
	return nil, errors.New("the stored files of released schemas are not to be found from here")
}

// migrationKills kills a program that migrates an old file, at random moments, for
// each released schema as many times. Opening it again must give what an undisturbed
// migration gives.
func migrationKills(c *course) error {
	files, err := released()
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 2))
	killed := 0
	for n, old := range files {
		path := filepath.Join(c.dir, fmt.Sprint(n), filepath.Base(old))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := copyFile(path, old); err != nil {
			return err
		}
		began := time.Now()
		want, err := sound(path)
		if err != nil {
			return fmt.Errorf("%s: %w", old, err)
		}
		took := time.Since(began)
		for i := range c.count {
			if err := os.RemoveAll(filepath.Dir(path)); err != nil {
				return err
			}
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				return err
			}
			if err := copyFile(path, old); err != nil {
				return err
			}
			cmd, out, err := start("open", path, "0")
			if err != nil {
				return err
			}
			time.AfterFunc(time.Duration(r.Int64N(int64(took)*2)), func() { _ = cmd.Process.Kill() }) // it may be done
			for out.Scan() {
				return fmt.Errorf("%s, time %d: %s", old, i, out.Text())
			}
			if cmd.Wait() != nil {
				killed++
			}
			if c.broken != "" { // as if half of it had been written
				if err := raw(path, "UPDATE documents SET rule_reason = 'halvt' WHERE rowid = 1"); err != nil {
					return err
				}
			}
			got, err := sound(path)
			if err != nil {
				return fmt.Errorf("%s, time %d: %w", old, i, err)
			}
			if got != want {
				return fmt.Errorf("%s, time %d: the migrated file holds something else", old, i)
			}
		}
	}
	c.note("%d schemas, killed %d times before they were done, all resumed", len(files), killed)
	return nil
}
