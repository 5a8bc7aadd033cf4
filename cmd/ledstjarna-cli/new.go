package main

import (
	"fmt"

	"ledstjarna/assets"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
)

// newCommand makes a new file.
type newCommand struct {
	File         string `arg:"" name:"file"`
	Example      bool   `name:"example"`
	Organisation string `name:"organisation" placeholder:"organisation"`
}

// Run makes the file with what every organisation starts from, or with the
// example organisation. It never replaces a file.
func (c *newCommand) Run(a *app) error {
	if !c.Example {
		return a.create(c.File, plan.Start(c.Organisation, func(code string) string { return a.words.T("audience.core." + code) }, a.today()))
	}
	data, err := exchange.LoadFS(assets.Example(), exchange.DefaultLimits())
	if err != nil {
		return fmt.Errorf("read the example: %w", err)
	}
	return a.create(c.File, data.Edit())
}
