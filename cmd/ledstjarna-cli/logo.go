package main

import (
	"io"

	"ledstjarna/internal/plan"
)

// logoCommand keeps the organisation's logo.
type logoCommand struct {
	File struct {
		File    string             `arg:"" name:"file"`
		Set     logoSetCommand     `cmd:""`
		Extract logoExtractCommand `cmd:""`
		Remove  logoRemoveCommand  `cmd:""`
	} `arg:"" name:"file"`
}

// logoSetCommand gives the organisation a logo.
type logoSetCommand struct {
	Path string `arg:"" name:"path"`
}

// logoExtractCommand writes the logo.
type logoExtractCommand struct{ output }

// logoRemoveCommand takes the logo away.
type logoRemoveCommand struct{}

// Run stores the image as the logo in place of an earlier one.
func (c *logoSetCommand) Run(a *app, g *grammar) error {
	return a.change(g.Logo.File.File, func(s *session) error {
		return withFile(c.Path, func(file plan.Attachment) error {
			edit, err := s.register().SetLogo(file)
			if err != nil {
				return &fileError{c.Path, err}
			}
			return s.do("set-logo", edit)
		})
	})
}

// Run writes the logo as it was given.
func (c *logoExtractCommand) Run(a *app, g *grammar) error {
	return a.read(g.Logo.File.File, func(s *session) error {
		hash := s.register().Organisation().Text(plan.KeyLogo)
		if hash == "" {
			return refuse("cli.error.no-logo")
		}
		return c.write(s.path, func(w io.Writer) error { return s.copyFile(hash, w) })
	})
}

// Run takes the logo away.
func (c *logoRemoveCommand) Run(a *app, g *grammar) error {
	return a.change(g.Logo.File.File, func(s *session) error {
		edit, err := s.register().RemoveLogo()
		if err != nil {
			return err
		}
		return s.do("remove-logo", edit)
	})
}
