package sqlite

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// Which copies are kept: of each of the latest days, weeks and months the last one,
// within a budget; the latest few whatever they take.
const (
	dailyKept   = 12
	weeklyKept  = 10
	monthlyKept = 9
	alwaysKept  = 3
	sizeBudget  = 2 << 30
)

// Backups returns the kept copies of the file at path, the latest first. Other files
// in their folder are not named, nor is what is no plan file.
func Backups(path string) ([]plan.Backup, error) {
	dir := CopiesFolder(path)
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("list backups of %s: %w", path, translate(err))
	}
	base := strings.TrimSuffix(filepath.Base(path), Extension)
	var out []plan.Backup
	for _, e := range entries {
		b, ok := parseBackup(base, e.Name())
		if !ok || !e.Type().IsRegular() {
			continue
		}
		b.Path = filepath.Join(dir, e.Name())
		if info, err := e.Info(); err == nil {
			b.Size = info.Size()
		}
		if _, err := readHeader(b.Path, os.O_RDONLY); err == nil {
			out = append(out, b)
		}
	}
	slices.SortFunc(out, later)
	return out, nil
}

func later(a, b plan.Backup) int { return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(b.Path, a.Path)) }

// parseBackup reads the name of a copy: "name 2026-11-24", "name 2026-11-24 schema 3",
// "name 2026-11-24 141503 schema 3", "name 2026-11-24 141503 import".
func parseBackup(base, name string) (plan.Backup, bool) {
	rest, ok := strings.CutPrefix(strings.TrimSuffix(name, Extension), base+" ")
	if !ok || !strings.HasSuffix(name, Extension) {
		return plan.Backup{}, false
	}
	parts := strings.Fields(rest)
	day, err := time.ParseInLocation(time.DateOnly, parts[0], time.Local)
	switch {
	case err != nil:
		return plan.Backup{}, false
	case len(parts) == 1:
		return plan.Backup{Time: day}, true
	case len(parts) == 3 && plan.CopyReason(parts[1]) == plan.BeforeMigrate:
		return plan.Backup{Time: day, Reason: plan.BeforeMigrate}, true
	case len(parts) == 4 && plan.CopyReason(parts[2]) == plan.BeforeMigrate:
		return timedBackup(parts, plan.BeforeMigrate)
	case len(parts) == 3 && slices.Contains([]plan.CopyReason{plan.BeforeImport, plan.BeforeRestore, plan.CopyByHand}, plan.CopyReason(parts[2])):
		return timedBackup(parts, plan.CopyReason(parts[2]))
	}
	return plan.Backup{}, false
}

func timedBackup(parts []string, why plan.CopyReason) (plan.Backup, bool) {
	at, err := time.ParseInLocation(time.DateOnly+" 150405", parts[0]+" "+parts[1], time.Local)
	return plan.Backup{Time: at, Reason: why}, err == nil
}

// rotate removes the copies of the file at path that are no longer needed.
func rotate(path string) error {
	all, err := Backups(path)
	if err != nil {
		return err
	}
	for _, b := range dispensable(all, sizeBudget) {
		if err := removeAll(b.Path); err != nil {
			return err
		}
	}
	return nil
}

// dispensable returns which of the copies, the latest first, are not kept.
func dispensable(all []plan.Backup, budget int64) []plan.Backup {
	keep := make([]bool, len(all))
	for _, by := range []struct {
		most int
		of   func(time.Time) string
	}{
		{dailyKept, func(t time.Time) string { return t.Format(time.DateOnly) }},
		{weeklyKept, func(t time.Time) string { y, w := t.ISOWeek(); return fmt.Sprint(y, " ", w) }},
		{monthlyKept, func(t time.Time) string { return t.Format("2006-01") }},
	} {
		seen := map[string]bool{}
		for i, b := range all {
			k := by.of(b.Time)
			if seen[k] {
				continue
			}
			if seen[k] = true; len(seen) > by.most {
				break
			}
			keep[i] = true
		}
	}
	size := int64(0)
	full := false // nothing older than what did not fit is kept, however small
	var out []plan.Backup
	for i, b := range all {
		wanted := keep[i] || recent(all, i)
		full = full || i >= alwaysKept && wanted && size+b.Size > budget
		if i < alwaysKept || wanted && !full {
			size += b.Size
			continue
		}
		out = append(out, b)
	}
	return out
}

// recent reports whether the copy was made for a reason within a week of the latest
// one, since what it was made before may still be regretted.
func recent(all []plan.Backup, i int) bool {
	return all[i].Reason != plan.CopyOfDay && all[0].Time.Sub(all[i].Time) < 7*24*time.Hour
}
