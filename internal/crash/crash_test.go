package crash

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// How a child process of the tests ends is named by this variable.
const childTask = "LEDSTJARNA_TEST_CHILD"

func TestMain(m *testing.M) {
	task := os.Getenv(childTask)
	if task == "" {
		os.Exit(m.Run())
	}
	w, err := Start(os.Args[1], "9.9")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	switch task {
	case "panic":
		panic("Anna Ek skrev:\ngoroutine 1 [hemligt]:\nhemligt")
	case "index":
		fmt.Println([]int{}[len(os.Args)])
	case "fatal":
		new(sync.Mutex).Unlock()
	case "killed":
		_ = must(os.FindProcess(os.Getpid())).Kill()
		select {}
	}
	if err := w.Stop(); err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// fall lets a child process end in a way, and starts a watch after it.
func fall(t *testing.T, dir, how string) *Watch {
	t.Helper()
	c := exec.Command(os.Args[0], dir)
	c.Env = append(os.Environ(), childTask+"="+how)
	if err := c.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return watch(t, dir)
}

func watch(t *testing.T, dir string) *Watch {
	t.Helper()
	w, err := Start(dir, "10")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Stop(); err != nil {
			t.Error(err)
		}
	})
	return w
}

func TestAProgramThatFellHasAReport(t *testing.T) {
	for how, says := range map[string]string{
		"panic": "panic: " + leftOut,
		"index": "index out of range",
		"fatal": "sync.(*Mutex).unlockSlow",
	} {
		t.Run(how, func(t *testing.T) {
			ended := fall(t, t.TempDir(), how).Ended()
			if len(ended) != 1 {
				t.Fatalf("%d reports, want one", len(ended))
			}
			for _, want := range []string{says, "Ledstjärna 9.9\n", "go1.", "crash.TestMain"} {
				if !strings.Contains(ended[0].Text, want) {
					t.Errorf("%q is not in the report:\n%s", want, ended[0].Text)
				}
			}
			for _, secret := range []string{"Anna", "hemligt"} {
				if strings.Contains(ended[0].Text, secret) {
					t.Errorf("%q is in the report:\n%s", secret, ended[0].Text)
				}
			}
		})
	}
}

func TestAProgramThatEndedOtherwiseHasNone(t *testing.T) {
	for _, how := range []string{"well", "killed"} {
		dir := t.TempDir()
		if ended := fall(t, dir, how).Ended(); len(ended) != 0 {
			t.Errorf("%s: there is a report: %s", how, ended[0].Text)
		}
		if got := names(t, dir); len(got) != 1 { // this program's own
			t.Errorf("%s: %v is left", how, got)
		}
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for _, e := range must(os.ReadDir(dir)) {
		out = append(out, e.Name())
	}
	return out
}

func TestOnlyTheLatestReportsAreKept(t *testing.T) {
	dir := t.TempDir()
	old := time.Date(2026, time.March, 1, 8, 0, 0, 0, time.UTC)
	const last = 1 << 30 // no process has such numbers
	for i := range 7 {
		path := filepath.Join(dir, fmt.Sprint(begun, last+i))
		if err := os.WriteFile(path, []byte(head("1")+"panic: x\n\ngoroutine 1 [running]:\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		at := old.AddDate(0, 0, i)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	w := watch(t, dir)
	ended := w.Ended()
	if len(ended) != mostKept || !strings.Contains(ended[0].Text, "2026-03-07T08:00:00Z") {
		t.Fatalf("%d reports, the first %v", len(ended), ended)
	}
	if err := w.Remove(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); len(w.Ended()) != 0 || len(got) != 1 {
		t.Errorf("%v is left", got)
	}
}

func TestAReportDoesNotTellWhoThePersonIs(t *testing.T) {
	home := filepath.Join(t.TempDir(), "anna.ek")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	raw := head("1") + "fatal error: all goroutines are asleep\n\ngoroutine 1 [running]:\nmain.main()\n\t" + home + "/src/main.go:3 +0x1\n"
	got, fell := reportOf(raw, time.Unix(0, 0), secrets())
	if !fell || strings.Contains(got, "anna.ek") || !strings.Contains(got, "\t~/src/main.go:3") {
		t.Errorf("the report: %s", got)
	}
}
