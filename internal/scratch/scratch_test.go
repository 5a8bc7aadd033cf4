package scratch

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// makes tells a child of the test to make a folder and end without removing it.
const makes = "LEDSTJARNA_TEST_MAKES"

func TestMain(m *testing.M) {
	if os.Getenv(makes) != "" {
		dir, err := New()
		if err != nil {
			os.Exit(1)
		}
		_, _ = os.Stdout.WriteString(dir)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestWhatAProgramLeftIsSweptAway(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), makes+"=1")
	out, err := child.Output()
	left := string(out)
	if err != nil || !strings.HasPrefix(filepath.Base(left), prefix+strconv.Itoa(child.Process.Pid)) {
		t.Fatalf("the child made %q, %v", left, err)
	}
	if err := os.WriteFile(filepath.Join(left, "bilaga.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	mine, err := New()
	if err != nil {
		t.Fatal(err)
	}
	precious := filepath.Join(t.TempDir(), "viktigt")
	others := []string{filepath.Join(os.TempDir(), prefix+"anteckningar"), filepath.Join(os.TempDir(), "annat-1-2"), precious}
	for _, o := range others {
		if err := os.Mkdir(o, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(precious, filepath.Join(os.TempDir(), prefix+strconv.Itoa(child.Process.Pid)+"-x")); err != nil {
		t.Fatal(err)
	}
	Sweep()
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Errorf("what was left is still there: %v", err)
	}
	for _, stays := range append(others, mine) {
		if _, err := os.Stat(stays); err != nil {
			t.Errorf("%s is gone", stays)
		}
	}
}

func TestTheFolderIsThePersonsAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // what is temporary lies in the person's own folder there
	}
	t.Setenv("TMPDIR", t.TempDir())
	dir, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
}
