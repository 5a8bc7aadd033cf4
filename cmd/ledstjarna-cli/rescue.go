package main

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/sqlite"
)

// rescueCommand shows what can be read of a damaged file and saves it.
type rescueCommand struct {
	File   string `arg:"" name:"file"`
	Out    string `name:"output" short:"o" placeholder:"output"`
	Backup string `name:"backup" placeholder:"output"`
}

// rescued is what can be read of a damaged file as --json prints it.
type rescued struct {
	File      string            `json:"file"`
	Backup    string            `json:"backup,omitempty"`
	Output    string            `json:"output,omitempty"`
	Cut       bool              `json:"cut"`
	Documents []rescuedDocument `json:"documents"`
	Lists     []rescuedList     `json:"lists"`
	Relations rescuedCount      `json:"relations"`
	Events    rescuedCount      `json:"events"`
	Files     rescuedCount      `json:"files"`
}

type rescuedCount struct {
	Whole  int `json:"whole"`
	Flawed int `json:"flawed"`
}

type rescuedDocument struct {
	ID          plan.ID              `json:"id"`
	Kind        plan.DocumentKind    `json:"kind,omitempty"`
	Title       string               `json:"title"`
	Whole       bool                 `json:"whole"`
	Doubtful    bool                 `json:"doubtful,omitempty"`
	Versions    []rescuedVersion     `json:"versions"`
	Activities  int                  `json:"activities"`
	Attachments int                  `json:"attachments"`
	LostFiles   int                  `json:"lostAttachments"`
	Touched     time.Time            `json:"touched"`
	Standing    plan.SalvageStanding `json:"backup,omitempty"`
}

type rescuedVersion struct {
	ID      plan.ID   `json:"id"`
	Created time.Time `json:"created"`
	Hash    string    `json:"sha256"`
	Whole   bool      `json:"whole"`
}

type rescuedList struct {
	List plan.ListName `json:"list"`
	rescuedCount
	Unconfirmed int  `json:"unconfirmed"`
	Cut         bool `json:"cut"`
	Newer       int  `json:"newer"`
	Missing     int  `json:"missing"`
}

// Run prints what can be read and saves it where a file is named. It fails where
// nothing can be read.
func (c *rescueCommand) Run(a *app) error {
	backup := c.Backup
	if backup == "" {
		backup = a.latestSound(c.File)
	}
	found, err := sqlite.Salvage(context.Background(), c.File, sqlite.Rescue{Backup: backup, Out: c.Out}, a.options())
	if err != nil {
		about := c.File
		if errors.Is(err, sqlite.ErrExists) {
			about = c.Out
		}
		return &fileError{about, err}
	}
	switch {
	case a.json:
		err = a.printJSON(c.told(found, backup))
	case backup != "":
		a.note("cli.rescue-backup", "file", filepath.Base(backup))
		err = a.printSalvaged(found)
	default:
		a.note("cli.rescue-no-backup")
		err = a.printSalvaged(found)
	}
	switch {
	case err != nil:
		return err
	case found.IsEmpty():
		return refuse("cli.error.rescue", "file", c.File)
	case c.Out != "":
		a.note("cli.rescued", "file", c.Out)
	case !a.json:
		a.note("cli.rescue-hint", "file", c.File)
	}
	return nil
}

// latestSound returns the latest backup that is without flaws, or "".
func (a *app) latestSound(path string) string {
	all, err := sqlite.Backups(path)
	if err != nil {
		return "" // then there is none to compare with
	}
	for _, b := range all {
		if sqlite.CheckBackup(context.Background(), b.Path, a.options()) == nil {
			return b.Path
		}
	}
	return ""
}

// printSalvaged prints the documents and then the register.
func (a *app) printSalvaged(found plan.Salvaged) error {
	var rows [][]string
	for i, l := range report.SalvagedDocuments(a.words, found) {
		d := found.Documents[i]
		day := ""
		if !d.Touched.IsZero() {
			day = a.words.ISO(i18n.DayOf(d.Touched))
		}
		rows = append(rows, []string{
			l.Title, l.Kind, l.State, strconv.Itoa(d.Activities), strconv.Itoa(d.Attachments), day, l.Backup,
		})
	}
	for _, l := range report.SalvagedRegister(a.words, found) {
		rows = append(rows, []string{l.Title, "", l.State, "", "", "", l.Backup})
	}
	if found.Cut {
		a.note("salvage.cut")
	}
	if len(rows) == 0 {
		return nil
	}
	return a.printTable(a.headings("column.title", "column.kind", "cli.column.readable", "cli.column.activities",
		"cli.column.attached", "cli.column.touched", "cli.column.backup"), rows)
}

func (c *rescueCommand) told(found plan.Salvaged, backup string) rescued {
	out := rescued{
		File: c.File, Backup: backup, Cut: found.Cut, Documents: []rescuedDocument{}, Lists: []rescuedList{},
		Relations: rescuedCount(found.Relations), Events: rescuedCount(found.Events), Files: rescuedCount(found.Files),
	}
	if !found.IsEmpty() {
		out.Output = c.Out
	}
	for _, d := range found.Documents {
		x := rescuedDocument{
			ID: d.ID, Kind: d.Kind, Title: d.Title, Whole: d.Whole(), Doubtful: d.Doubtful, Versions: []rescuedVersion{},
			Activities: d.Activities, Attachments: d.Attachments, LostFiles: d.LostFiles, Touched: d.Touched, Standing: d.Standing,
		}
		for _, v := range d.Versions {
			x.Versions = append(x.Versions, rescuedVersion{v.ID, v.Created, v.Hash, v.Whole})
		}
		out.Documents = append(out.Documents, x)
	}
	for _, l := range found.Lists {
		out.Lists = append(out.Lists, rescuedList{l.List, rescuedCount(l.SalvagedCount), l.Unsure, l.Cut, l.Newer, l.Missing})
	}
	return out
}
