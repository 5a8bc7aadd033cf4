package exchange

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// writesTo names the file that a child of this test writes, until it is killed.
const writesTo = "LEDSTJARNA_TEST_WRITES_TO"

// A program that is killed while it writes leaves no file under the final name, and the
// one that was there as it was.
func TestAKilledWriterLeavesNoHalfFile(t *testing.T) {
	if path := os.Getenv(writesTo); path != "" {
		halfWrite(path)
		return
	}
	for name, before := range map[string]string{"new": "", "there": "det som fanns"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "Handlingar.pdf")
			if before != "" {
				if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			kill(t, path)
			got, err := os.ReadFile(path)
			if before == "" && !os.IsNotExist(err) {
				t.Errorf("there is a file of %d bytes, %v", len(got), err)
			}
			if string(got) != before {
				t.Errorf("the file holds %d bytes", len(got))
			}
		})
	}
}

// kill starts a child that writes the file and kills it in the middle of that.
func kill(t *testing.T, path string) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestAKilledWriterLeavesNoHalfFile$")
	child.Env = append(os.Environ(), writesTo+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := child.StdinPipe() // which it waits for
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || strings.TrimSpace(line) != "half" {
		t.Errorf("the child says %q, %v", line, err)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := child.Wait(); err == nil {
		t.Error("the child was not killed")
	}
}

// halfWrite writes a part of a file, says so, and waits for what never comes.
func halfWrite(path string) {
	_ = WriteFile(path, true, func(w io.Writer) error { // it does not come so far as to fail
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			return err
		}
		if _, err := os.Stdout.WriteString("half\n"); err != nil {
			return err
		}
		_, err := io.ReadAll(os.Stdin)
		return err
	})
}
