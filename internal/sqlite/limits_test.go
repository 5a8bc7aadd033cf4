package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ledstjarna/internal/plan"
)

// What is larger than a person writes is refused where it is written and where it is
// read, in words.
func TestWhatIsTooLargeIsNotWritten(t *testing.T) {
	f := newFile(t, plan.Edit{})
	defer f.Close()
	book := strings.Repeat("x", plan.MaxContentBytes)
	large, _ := plan.NewDocument(plan.AssignmentPlan, true, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(book)}), testDay)
	entry := func(text string, n int) plan.Edit {
		return plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListRoles, After: &plan.Entry{
			ID: plan.ID(fmt.Sprint("roll-", n)), Position: n, Fields: plan.NewContent(plan.Filled{plan.KeyName: plan.Text(text)}),
		}}}}
	}
	var many plan.Edit
	for n := range mostEntries + 1 {
		many.Changes = append(many.Changes, entry("Roll", n).Changes...)
	}
	event := plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventRestore, At: testDay, By: "Åsa",
		Fields: plan.NewContent(plan.Filled{plan.KeyFileName: plan.Text(book[:plan.MaxEntryBytes])}),
	}}}
	for name, x := range map[string]struct {
		edit plan.Edit
		want error
	}{
		"a content": {large, ErrTooLarge}, "an entry": {entry(book[:plan.MaxEntryBytes], 1), ErrTooLarge},
		"a registration": {event, ErrTooLarge}, "a list": {many, ErrListFull},
	} {
		if _, err := f.Save(context.Background(), x.edit); !errors.Is(err, x.want) {
			t.Errorf("%s that is too large: %v", name, err)
		}
	}
	many.Changes = many.Changes[1:]
	if _, err := f.Save(context.Background(), many); err != nil {
		t.Errorf("as many entries as there can be: %v", err)
	}
	if _, err := f.Load(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestWhatIsTooLargeIsNotRead(t *testing.T) {
	for _, query := range []string{
		"UPDATE contents SET json = zeroblob(9000000)", "UPDATE contents SET json = zeroblob(60000000)",
		"UPDATE bodies SET name = hex(zeroblob(600000))", "UPDATE bodies SET more = json_object('x', hex(zeroblob(9000000)))",
		"UPDATE events SET by = hex(zeroblob(600000)) WHERE seq = 1",
	} {
		t.Run(query, func(t *testing.T) {
			f, err := Open(context.Background(), forged(t, query), testOptions())
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			flaws, err := f.Check(context.Background())
			if err != nil || len(flaws) == 0 {
				t.Errorf("the examination tells of %v, %v", flaws, err)
			}
			r, err := f.Load(context.Background())
			for _, d := range r.Documents() {
				for _, v := range d.Versions {
					_, read := f.Content(context.Background(), d.Kind, v.ID)
					err = errors.Join(err, read)
				}
			}
			var damaged *DamagedError
			if !errors.As(err, &damaged) || strings.HasPrefix(query, "UPDATE contents") && damaged.Version == "" {
				t.Errorf("it is read: %v", err)
			}
		})
	}
}

func TestAPieceOfAFileThatIsTooLargeIsDamage(t *testing.T) {
	hash := strings.Repeat("ab", 32)
	f, err := Open(context.Background(), forged(t, fmt.Sprintf(`INSERT INTO files (sha256, type, size) VALUES ('%s', 'application/pdf', 60000000);
		INSERT INTO chunks (file, place, bytes) VALUES ('%s', 0, zeroblob(60000000))`, hash, hash)), testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	flaws, err := f.Check(context.Background())
	large := func(x Flaw) bool { return x.Kind == FlawFile && strings.Contains(x.Detail, plan.ErrLimit.Error()) }
	if err != nil || !slices.ContainsFunc(flaws, large) {
		t.Errorf("the examination tells of %v, %v", flaws, err)
	}
}
