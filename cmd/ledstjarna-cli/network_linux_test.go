package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// cutOff tells a child of the tests what to do where there is no network.
const cutOff = "LEDSTJARNA_TEST_CUT_OFF"

// TestMain makes the child of TestNothingAsksForTheNetwork.
func TestMain(m *testing.M) {
	switch os.Getenv(cutOff) {
	case "":
		os.Exit(m.Run())
	case "dial":
		must(denyNetwork())
		c, err := net.Dial("udp", "127.0.0.1:9")
		fmt.Println("it could be dialled", c, err)
	case "course":
		must(denyNetwork())
		os.Exit(m.Run())
	}
	os.Exit(0)
}

func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
}

// denyNetwork lets the system end this program as soon as it asks for a socket of
// another kind than those between programs of one computer. It cannot be taken back.
func denyNetwork() error {
	calls := map[string]uint32{"amd64": unix.AUDIT_ARCH_X86_64, "arm64": unix.AUDIT_ARCH_AARCH64, "riscv64": unix.AUDIT_ARCH_RISCV64, "386": unix.AUDIT_ARCH_I386}
	arch, ok := calls[runtime.GOARCH]
	if !ok {
		return errors.New("no filter for " + runtime.GOARCH)
	}
	load := func(at uint32) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: at}
	}
	when := func(is uint32, yes, no uint8) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, K: is, Jt: yes, Jf: no}
	}
	done := func(what uint32) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: what}
	}
	filter := []unix.SockFilter{ // of struct seccomp_data: number at 0, architecture at 4, first argument at 16
		load(4), when(arch, 0, 5),
		load(0), when(uint32(unix.SYS_SOCKET), 0, 3),
		load(16), when(unix.AF_UNIX, 1, 0),
		done(unix.SECCOMP_RET_KILL_PROCESS), done(unix.SECCOMP_RET_ALLOW),
	}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("give up rights: %w", err)
	}
	program := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	_, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&program)))
	if errno != 0 {
		return fmt.Errorf("deny the network: %w", errno)
	}
	return nil
}

// child runs the tests of that name in a child that the system ends when it asks for
// the network.
func child(task, tests string) ([]byte, error) {
	c := exec.Command(os.Args[0], "-test.run="+tests, "-test.v", "-test.timeout=10m")
	c.Env = append(os.Environ(), cutOff+"="+task)
	return c.CombinedOutput()
}

func TestNothingAsksForTheNetwork(t *testing.T) {
	if os.Getenv(cutOff) != "" {
		t.Fatal("a child has no children")
	}
	out, err := child("dial", "")
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.Sys().(syscall.WaitStatus).Signal() != unix.SIGSYS {
		t.Fatalf("who dials goes on: %v, %s", err, out)
	}
	out, err = child("course", "^TestCourseWithoutNetwork$")
	if err != nil || !strings.Contains(string(out), "--- PASS: TestCourseWithoutNetwork") {
		t.Errorf("a course without network: %v\n%s", err, out)
	}
}

// TestCourseWithoutNetwork does a day's work; TestNothingAsksForTheNetwork runs it where
// the system watches.
func TestCourseWithoutNetwork(t *testing.T) {
	file := exampleFile(t)
	out := func(name string) string { return filepath.Join(t.TempDir(), name) }
	dump := out("allt.json")
	for _, args := range [][]string{
		{"documents", file},
		{"reviews", file},
		{"reviews", file, "--ics", out("kalender.ics")},
		{"search", file, "plan"},
		{"check", file},
		{"backup", file},
		{"export", file, "packet", "packet-au-2026-12-03", "-o", out("handlingar.pdf")},
		{"dump", file, "-o", dump},
		{"load", out("ny.ledstjarna"), dump},
	} {
		done(t, args...)
	}
}
