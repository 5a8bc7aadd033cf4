package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// backupCommand keeps a copy of a file, or lists the copies that are kept.
type backupCommand struct {
	File string `arg:"" name:"file"`
	Out  string `name:"output" short:"o" placeholder:"output"`
	List bool   `name:"list"`
}

// keptCopy is a copy as --json prints it.
type keptCopy struct {
	Name   string          `json:"name"`
	Path   string          `json:"path"`
	Time   time.Time       `json:"time"`
	Reason plan.CopyReason `json:"reason,omitempty"`
	Size   int64           `json:"size"`
}

// Run keeps the copy and prints where it is.
func (c *backupCommand) Run(a *app) error {
	if c.List {
		return c.list(a)
	}
	return a.read(c.File, func(s *session) error {
		path, err := c.Out, error(nil)
		if path == "" {
			path, err = s.file.KeepCopyBefore(context.Background(), plan.CopyByHand)
		} else {
			err = s.file.CopyTo(context.Background(), path)
		}
		if err != nil {
			return &fileError{c.File, err}
		}
		if a.json {
			return a.printJSON(map[string]string{"path": path})
		}
		_, err = fmt.Fprintln(a.out, path)
		return err
	})
}

func (c *backupCommand) list(a *app) error {
	all, err := sqlite.Backups(c.File)
	if err != nil {
		return &fileError{c.File, err}
	}
	out := []keptCopy{}
	var rows [][]string
	for _, b := range all {
		name := filepath.Base(b.Path)
		out = append(out, keptCopy{name, b.Path, b.Time, b.Reason, b.Size})
		rows = append(rows, []string{a.words.ISO(i18n.DayOf(b.Time)), a.reasonOf(b.Reason), strconv.FormatInt(b.Size/1024, 10) + " kB", name})
	}
	if a.json {
		return a.printJSON(out)
	}
	return a.printTable(a.headings("column.date", "cli.column.reason", "cli.column.size", "cli.column.name"), rows)
}

func (a *app) reasonOf(r plan.CopyReason) string {
	if r == plan.CopyOfDay {
		return a.words.T("backup.daily")
	}
	return a.words.T("backup." + string(r))
}

// restoreCommand puts a kept copy in the place of a file.
type restoreCommand struct {
	File   string `arg:"" name:"file"`
	Backup string `arg:"" name:"backup"`
}

// Run restores the copy with the name, or that of the day, or the file at the path.
func (c *restoreCommand) Run(a *app) error {
	all, err := sqlite.Backups(c.File)
	if err != nil {
		return &fileError{c.File, err}
	}
	path := c.Backup
	for _, b := range all {
		if filepath.Base(b.Path) == c.Backup || b.Time.Format(time.DateOnly) == c.Backup {
			path = b.Path
			break
		}
	}
	kept, err := sqlite.Restore(context.Background(), c.File, path, a.options())
	if err != nil {
		return &fileError{c.File, err}
	}
	a.note("cli.restored", "file", c.File, "backup", filepath.Base(path))
	if kept != "" {
		a.note("cli.kept-before", "kept", kept)
	}
	return nil
}
