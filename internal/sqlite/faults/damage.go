package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"ledstjarna/internal/sqlite"
)

// damages cuts files off, zeroes sectors and turns bits over. No damage may crash or
// go unnoticed where it changes what the file holds.
func damages(c *course) error {
	path, err := newFile(c.dir, 4, 20)
	if err != nil {
		return err
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	want, err := sound(path)
	if err != nil {
		return err
	}
	truth, err := truthOf(path)
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(c.seed, 3))
	refused, flawed, harmless := 0, 0, 0
	bad := filepath.Join(c.dir, "skadad"+sqlite.Extension)
	for n := range c.count {
		if err := os.WriteFile(bad, damaged(r, whole), 0o600); err != nil {
			return err
		}
		if err := truth.salvaged(bad, c.broken); err != nil {
			return fmt.Errorf("damage %d: %w", n, err)
		}
		got, flaws, err := examined(bad)
		switch {
		case err != nil:
			refused++
		case len(flaws) > 0 && c.broken == "":
			flawed++
		case got != want:
			return fmt.Errorf("damage %d changed what the file holds, and nobody noticed", n)
		default:
			harmless++
		}
	}
	c.note("%d refused, %d found by the check, %d changed nothing", refused, flawed, harmless)
	c.note("%d of %d versions read whole, slowest %d ms", truth.whole, truth.versions, truth.slowest.Milliseconds())
	return nil
}

// examined opens, checks and reads a file that may be damaged.
func examined(path string) (string, []sqlite.Flaw, error) {
	f, err := sqlite.OpenReadOnly(context.Background(), path, options())
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	flaws, err := f.Check(context.Background())
	if err != nil {
		return "", nil, err
	}
	got, err := all(f)
	if err != nil && len(flaws) > 0 {
		return "", flaws, nil
	}
	return got, flaws, err
}

const sector = 512

func damaged(r *rand.Rand, whole []byte) []byte {
	b := append([]byte(nil), whole...)
	switch r.IntN(4) {
	case 0:
		return b[:r.IntN(len(b))]
	case 1:
		at := r.IntN(len(b)/sector) * sector
		clear(b[at:min(len(b), at+sector*(1+r.IntN(4)))])
	case 2:
		for range 1 + r.IntN(3) {
			b[r.IntN(len(b))] ^= 1 << r.IntN(8)
		}
	default: // bytes from elsewhere in the file
		n := 1 + r.IntN(64)
		copy(b[r.IntN(len(b)-n):], whole[r.IntN(len(whole)-n):][:n])
	}
	return b
}
