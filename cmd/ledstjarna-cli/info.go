package main

import (
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// infoCommand tells what a file is.
type infoCommand struct {
	File string `arg:"" name:"file"`
}

// fileInfo is what --json prints of a file.
type fileInfo struct {
	File         string                    `json:"file"`
	Organisation string                    `json:"organisation"`
	Documents    map[plan.DocumentKind]int `json:"documents"`
	Versions     int                       `json:"versions"`
	Register     map[plan.ListName]int     `json:"register"`
	Relations    int                       `json:"relations"`
	Events       int                       `json:"events"`
	LastEvent    string                    `json:"last-event"` // hash of the chain's end
	Schema       int                       `json:"schema"`
	Catalogue    int                       `json:"catalogue"`
	Open         *openBy                   `json:"open"`
}

type openBy struct {
	Owner   string    `json:"owner"`
	Machine string    `json:"machine"`
	Since   time.Time `json:"since"`
}

// Run prints what the file holds, or who has it open.
func (c *infoCommand) Run(a *app) error {
	info := fileInfo{File: c.File}
	err := a.read(c.File, func(s *session) error {
		info.count(s.register())
		info.Schema = s.file.Schema()
		if s.beside != nil {
			info.Open = &openBy{s.beside.Owner, s.beside.Machine, s.beside.Since}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(info)
	}
	return info.print(a)
}

func (i *fileInfo) count(r plan.Register) {
	i.Organisation = r.Organisation().Text(plan.KeyName)
	i.Catalogue = plan.CatalogueNumber
	i.Documents, i.Register = map[plan.DocumentKind]int{}, map[plan.ListName]int{}
	for _, d := range r.Documents() {
		i.Documents[d.Kind]++
		i.Versions += len(d.Versions)
	}
	for _, l := range plan.ListNames() {
		i.Register[l] = len(r.Entries(l))
	}
	i.Relations = len(r.Relations())
	events := r.Events()
	if i.Events = len(events); i.Events > 0 {
		i.LastEvent = events[i.Events-1].Hash
	}
}

func (i *fileInfo) print(a *app) error {
	rows := [][]string{}
	add := func(key, value string) { rows = append(rows, []string{a.words.T(key), value}) }
	if i.Open != nil {
		t := i.Open.Since.Local()
		add("cli.info.open", a.words.T("cli.info.open-by", "owner", i.Open.Owner, "machine", i.Open.Machine,
			"since", a.words.Date(i18n.DayOf(t))+" "+a.words.Clock(t)))
	}
	add("register.organisation", i.Organisation)
	for _, k := range plan.DocumentKinds() {
		if n := i.Documents[k]; n > 0 {
			rows = append(rows, []string{a.words.T("kinds." + string(k)), a.words.Int(n)})
		}
	}
	add("cli.info.versions", a.words.Int(i.Versions))
	for _, l := range plan.ListNames()[1:] {
		rows = append(rows, []string{a.words.T("register." + string(l)), a.words.Int(i.Register[l])})
	}
	add("cli.info.relations", a.words.Int(i.Relations))
	add("cli.info.events", a.words.Int(i.Events))
	add("cli.info.schema", a.words.T("cli.info.schema-catalogue", "schema", i.Schema, "catalogue", i.Catalogue))
	return a.printTable([]string{a.words.T("cli.info.file"), i.File}, rows)
}
