package sqlite

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"ledstjarna/internal/plan"
)

// What a child process of the tests does is named by this variable.
const childTask = "LEDSTJARNA_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childTask) {
	case "":
		os.Exit(m.Run())
	case "hold":
		os.Exit(holdFile())
	case "race":
		os.Exit(raceForFile())
	case "write":
		os.Exit(writeUntilKilled())
	}
	os.Exit(2)
}

// child starts this test program again with a task for the file.
func child(t testing.TB, task, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := exec.Command(os.Args[0], path)
	c.Env = append(os.Environ(), childTask+"="+task)
	c.Stderr = os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = in.Close() }) // the child may be gone
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c, bufio.NewScanner(out)
}

func childOptions() Options {
	o := testOptions()
	o.Owner = "Barn " + strconv.Itoa(os.Getpid())
	return o
}

// holdFile opens the file, says so, and holds it until it is killed.
func holdFile() int {
	f, err := Open(context.Background(), os.Args[1], childOptions())
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("open")
	_, err = io.Copy(io.Discard, os.Stdin)
	if err = errors.Join(err, f.Close()); err != nil {
		return 1
	}
	return 0
}

// raceForFile says "open" or "locked" and whose lock it is, and while it has
// the file notes every other that has it too.
func raceForFile() int {
	f, err := Open(context.Background(), os.Args[1], childOptions())
	var locked *LockedError
	switch {
	case errors.As(err, &locked):
		fmt.Println("locked", locked.Owner)
		return 0
	case err != nil:
		fmt.Println(err)
		return 1
	}
	mark := os.Args[1] + ".mark"
	w, err := os.OpenFile(mark, os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		fmt.Println("two have the file:", err)
		return 1
	}
	w.Close()
	e := plan.Event{ID: plan.NewID(), Kind: plan.EventExport, At: testDay, By: "barn"}
	if _, err := f.Save(context.Background(), plan.Edit{Events: []plan.Event{e}}); err != nil {
		fmt.Println(err)
		return 1
	}
	if err := errors.Join(os.Remove(mark), f.Close()); err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println("open")
	return 0
}

// writeUntilKilled saves titles with rising numbers, each with an event, and
// tells of each when it is saved.
func writeUntilKilled() int {
	ctx := context.Background()
	f, err := Open(ctx, os.Args[1], childOptions())
	if err != nil {
		fmt.Println(err)
		return 1
	}
	r, err := f.Load(ctx)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	for n := len(r.Events()); ; n++ {
		e, err := nextTitle(ctx, f, r, n+1)
		if err == nil {
			_, err = f.Save(ctx, e)
		}
		if err != nil {
			fmt.Println(err)
			return 1
		}
		r = r.Apply(e)
		fmt.Println(n + 1)
	}
}

func nextTitle(ctx context.Context, f *File, r plan.Register, n int) (plan.Edit, error) {
	d := r.Documents()[0]
	before, err := f.Content(ctx, d.Kind, d.Latest().ID)
	if err != nil {
		return plan.Edit{}, err
	}
	c := before.Content.With(plan.KeyTitle, plan.Text(strconv.Itoa(n)))
	e, err := r.SetContent(d, d.Latest(), before, c)
	e.Events = []plan.Event{{ID: plan.NewID(), Kind: plan.EventExport, At: testDay, By: "barn"}}
	return e, err
}

func TestKilledWriterLosesNothingThatWasSaved(t *testing.T) {
	ctx := context.Background()
	e, _ := plan.NewDocument(plan.AssignmentPlan, false, planContent("0", 40), testDay)
	f := newFile(t, e)
	path := f.path
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	saved := 0
	for round := range 20 {
		c, out := child(t, "write", path)
		for i := 0; i <= round%5 && out.Scan(); i++ {
			n, err := strconv.Atoi(out.Text())
			if err != nil {
				t.Fatalf("round %d: %s", round, out.Text())
			}
			saved = n
		}
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for out.Scan() { // what it still told before it died
			if n, err := strconv.Atoi(out.Text()); err == nil {
				saved = n
			}
		}
		_ = c.Wait() // it was killed
		g, err := Open(ctx, path, testOptions())
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		flaws, err := g.Check(ctx)
		if err != nil || len(flaws) > 0 {
			t.Fatalf("round %d: flaws %v, error %v", round, flaws, err)
		}
		r, err := g.Load(ctx)
		if err != nil {
			t.Fatal(err)
		}
		n := len(r.Events())
		if title := r.Documents()[0].Latest().Head.Title; title != strconv.Itoa(n) || n < saved {
			t.Fatalf("round %d: %d were saved; the file holds %d events and the title %s", round, saved, n, title)
		}
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if saved < 40 {
		t.Fatalf("only %d were saved", saved)
	}
}
