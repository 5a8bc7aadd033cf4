//go:build !windows && !darwin

package chooser

import (
	"context"
	"errors"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"
)

func TestTheAnswerOfThePortalIsAPath(t *testing.T) {
	files := func(uris ...string) []any {
		return []any{uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant(uris)}}
	}
	for _, c := range []struct {
		body []any
		want string
		err  error
	}{
		{files("file:///home/a/C++%20och%20%C3%A5%25.pdf"), "/home/a/C++ och å%.pdf", nil},
		{files("file:///a", "file:///b"), "/a", nil},
		{files(), "", ErrCancelled},
		{files("https://example.org/a"), "", ErrNone},
		{[]any{uint32(1), map[string]dbus.Variant{}}, "", ErrCancelled},
		{[]any{uint32(2), map[string]dbus.Variant{}}, "", ErrCancelled},
		{[]any{uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant(3)}}, "", ErrCancelled},
		{[]any{"x"}, "", ErrCancelled},
		{nil, "", ErrCancelled},
	} {
		if got, err := answerOf(c.body); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%v gives %q, %v, want %q, %v", c.body, got, err, c.want, c.err)
		}
	}
}

func TestThePortalIsAskedInItsWords(t *testing.T) {
	q := Question{Kind: Save, Folder: "/home/å", Name: "p.pdf", Filters: []Filter{{"PDF", []string{".pdf"}}}, X11: 0x1a}
	got := portalOptions(q, "t")
	for key, want := range map[string]string{
		"handle_token": `"t"`, "modal": "true", "current_name": `"p.pdf"`,
		"current_folder": `@ay [0x2f, 0x68, 0x6f, 0x6d, 0x65, 0x2f, 0xc3, 0xa5, 0x0]`,
		"filters":        `@a(sa(us)) [("PDF", [(0, "*.[pP][dD][fF]",)],)]`,
	} {
		if s := got[key].String(); s != want {
			t.Errorf("%s is %s, want %s", key, s, want)
		}
	}
	if s := got["filters"].Signature().String(); s != "a(sa(us))" {
		t.Errorf("filters have the signature %s", s)
	}
	if s := parentOf(q); s != "x11:1a" {
		t.Errorf("the window is %q", s)
	}
	if s := requestPath(":1.42", "t"); s != "/org/freedesktop/portal/desktop/request/1_42/t" {
		t.Errorf("the answer is awaited at %s", s)
	}
	if _, ok := portalOptions(Question{Kind: Folder, Filters: q.Filters}, "t")["filters"]; ok {
		t.Error("folders are filtered")
	}
}

func TestOnlyABusOfThisComputerIsAsked(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	var got []string
	for _, s := range []string{"", "tcp:host=example.org,port=1", "autolaunch:", "tcp:host=x;unix:path=/run/bus", "unix:abstract=/x"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", s)
		got = append(got, busAddress())
	}
	if diff := cmp.Diff([]string{"", "", "", "unix:path=/run/bus", "unix:abstract=/x"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestWithoutADesktopThereIsNoDialog(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+t.TempDir()+"/none")
	t.Setenv("PATH", t.TempDir())
	if _, err := Ask(context.Background(), Question{Title: "?"}); !errors.Is(err, ErrNone) {
		t.Errorf("the error is %v", err)
	}
}
