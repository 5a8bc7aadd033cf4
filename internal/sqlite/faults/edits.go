package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// someEdit is a random edit of any kind that a person makes: of a draft's content, with
// or without an event, of the files that it refers to, of a list, a new document.
func someEdit(r *rand.Rand, f *sqlite.File, register plan.Register) (plan.Edit, error) {
	documents := drafts(register)
	d := documents[r.IntN(len(documents))]
	switch r.IntN(6) {
	case 0:
		return attachment(r, f, d)
	case 1:
		e, _ := plan.NewDocument(plan.AssignmentPlan, true, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(fmt.Sprintf("Ny %x", r.Uint64()))}), day)
		return e, nil
	case 2:
		e, _, err := register.AddEntry(plan.ListRoles, plan.NewContent(plan.Filled{plan.KeyName: plan.Text(fmt.Sprintf("Roll %x", r.Uint64()))}))
		return e, err
	case 3:
		e, _, err := rewrite(r, f, d)
		e.Events = []plan.Event{{ID: plan.NewID(), Kind: plan.EventExport, At: day, By: "Åsa"}}
		return e, err
	}
	e, _, err := rewrite(r, f, d)
	return e, err
}

// attachment is an edit that gives a draft a new file.
func attachment(r *rand.Rand, f *sqlite.File, d plan.Document) (plan.Edit, error) {
	text := strings.Repeat(fmt.Sprintf("%x: en rad av många i bilagan\n", r.Uint64()), 1+r.IntN(800))
	a, err := plan.Examine("bilaga.txt", strings.NewReader(text), int64(len(text)))
	if err != nil {
		return plan.Edit{}, err
	}
	v := d.Latest().ID
	before, err := f.Content(context.Background(), d.Kind, v)
	if err != nil {
		return plan.Edit{}, err
	}
	after, _, err := plan.Attach(before.Content, a.AttachedFile, "Bilagan", true)
	return plan.Edit{Files: []plan.Attachment{a}, Changes: []plan.Change{plan.ContentChange{
		Kind: d.Kind, Document: d.ID, Version: v, Before: before, After: plan.Seal(after),
	}}}, err
}
