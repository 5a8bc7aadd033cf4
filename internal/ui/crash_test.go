package ui

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/crash"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// What a child process of the tests writes to, and where it falls.
const (
	fallingFile = "LEDSTJARNA_TEST_FALLING_FILE"
	fallingIn   = "LEDSTJARNA_TEST_FALLING_IN"
)

// typesAndFalls types into a new file and falls while what is typed is not saved.
func typesAndFalls(t *testing.T, path, where string) {
	if _, err := crash.Start(filepath.Dir(path), "9.9"); err != nil {
		t.Fatal(err)
	}
	a := windowBeside(t, func(work func()) { go work() })
	typeUnsaved(a, path)
	a.work.OnFall(a.saveFalling)
	if where == "work" {
		kit.Do(a.work, func(context.Context) (int, error) { panic("in the background") }, func(int, error) {})
	} else { // beside the test, which would close the file and so save
		go a.work.Guard(func() { panic("in the window") })
	}
	select {}
}

// typeUnsaved types into a new file, where it is not yet saved.
func typeUnsaved(a *App, path string) {
	a.createFile(path, "Förbundet Åsnen")
	spec := newDocumentSpec{kind: plan.PeriodPlan, title: "Plan", target: a.desk.register().Periods()[0].ID}
	e, doc := newDocumentEdit(a.desk.register(), spec, a.desk.today(), a.desk.now)
	a.desk.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": spec.title}}, e, nil)
	a.open(place{room: roomPlans, document: doc.ID, section: "summary"})
	v := a.front.(*documentView)
	p := plan.PathTo(plan.KeySummary)
	v.set(newForm(a.desk, v).op(p), p, plan.Text("Osparad mening"), true)
}

// summaryIn opens the file that was typed in and returns what was typed.
func summaryIn(t *testing.T, a *App, path string) string {
	t.Helper()
	a.openFile(path)
	if a.file == nil {
		t.Fatal("the file does not open")
	}
	s, err := a.file.Content(a.desk.register().Documents()[0].Latest().ID)
	if err != nil {
		t.Fatal(err)
	}
	return s.Content.Text(plan.KeySummary)
}

// When the system ends the program what is being typed is saved, and nobody finds a lock.
func TestWhatIsTypedOutlivesTheSession(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p"+extension)
	a := window(t)
	typeUnsaved(a, path)
	a.closeEnding()
	if locks, err := filepath.Glob(filepath.Join(filepath.Dir(path), "~$*")); len(locks) > 0 || err != nil {
		t.Errorf("there are locks %v, %v", locks, err)
	}
	if got := summaryIn(t, window(t), path); got != "Osparad mening" {
		t.Errorf("the summary is %q", got)
	}
	(&App{}).closeEnding() // nothing is open
}

// Where the toolkit does not end the program, it ends itself, and the file is closed first.
func TestTheProgramEndsWhereTheToolkitDoesNot(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p"+extension)
	a := window(t)
	typeUnsaved(a, path)
	left := 0
	a.setup.Exit = func() {
		left++
		if got := summaryIn(t, window(t), path); got != "Osparad mening" {
			t.Errorf("the summary is %q", got)
		}
	}
	a.endNow()
	if left != 1 {
		t.Errorf("it has ended %d times", left)
	}
}

func TestWhatIsTypedOutlivesAPanic(t *testing.T) {
	if path := os.Getenv(fallingFile); path != "" {
		typesAndFalls(t, path, os.Getenv(fallingIn))
	}
	for _, where := range []string{"window", "work"} {
		path := filepath.Join(t.TempDir(), "p"+extension)
		child := exec.Command(os.Args[0], "-test.run=^TestWhatIsTypedOutlivesAPanic$")
		child.Env = append(os.Environ(), fallingFile+"="+path, fallingIn+"="+where)
		if out, err := child.CombinedOutput(); !errors.As(err, new(*exec.ExitError)) || !strings.Contains(string(out), "panic: in the") {
			t.Fatalf("the child ends with %v: %s", err, out)
		}
		watch, err := crash.Start(filepath.Dir(path), "test")
		if err != nil {
			t.Fatal(err)
		}
		a := window(t)
		a.setup.Crashes = watch
		if got := summaryIn(t, a, path); got != "Osparad mening" {
			t.Errorf("%s: the summary is %q", where, got)
		}
		picture(t, a, "crash-"+where)
		asks(t, a, where)
		if err := watch.Stop(); err != nil {
			t.Error(err)
		}
	}
}

// asks looks at what is said of the fall, and removes the report.
func asks(t *testing.T, a *App, where string) {
	t.Helper()
	a.openCrash()
	picture(t, a, "crash-report-"+where)
	a.copyCrash()
	text := a.toolkit.Clipboard().Content()
	if !strings.Contains(text, "Ledstjärna 9.9") || !strings.Contains(text, "typesAndFalls") {
		t.Errorf("%s: the report is %q", where, text)
	}
	a.removeCrash()
	if left := a.setup.Crashes.Ended(); len(left) != 0 {
		t.Errorf("%s: %d reports are left", where, len(left))
	}
}
