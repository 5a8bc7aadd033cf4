package sqlite

import (
	"context"
	"errors"
	"os"
	"testing"

	"ledstjarna/internal/plan"
)

func TestIdleWorkGivesWay(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	begun, saved := make(chan bool), make(chan error)
	go func() {
		<-begun
		e := plan.Edit{Events: []plan.Event{{ID: plan.NewID(), Kind: plan.EventExport, At: testDay}}}
		_, err := f.Save(ctx, e)
		saved <- err
	}()
	err := f.Idle(ctx, func(idle context.Context) error {
		if _, err := f.KeepCopy(idle); err != nil {
			return err
		}
		close(begun)
		<-idle.Done() // as the edit makes it
		_, err := f.Check(idle)
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("work that gave way: %v", err)
	}
	if err := <-saved; err != nil {
		t.Errorf("the edit: %v", err)
	}
	var flaws []Flaw
	err = f.Idle(ctx, func(idle context.Context) (err error) {
		flaws, err = f.Check(idle)
		return err
	})
	if err != nil || len(flaws) > 0 {
		t.Errorf("undisturbed: %v, %v", flaws, err)
	}
	if parts, _ := os.ReadDir(CopiesFolder(f.path)); len(parts) != 1 {
		t.Errorf("copies: %v", parts)
	}
}
