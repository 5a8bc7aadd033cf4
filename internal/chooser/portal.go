//go:build !windows && !darwin

package chooser

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/godbus/dbus/v5"
)

const (
	portal      = "org.freedesktop.portal.Desktop"
	portalPath  = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	fileChooser = "org.freedesktop.portal.FileChooser"
	request     = "org.freedesktop.portal.Request"
	// answersIn is how long the portal may take to say that it is there: one that is
	// badly set up never does.
	answersIn = 3 * time.Second
)

// askPortal asks in the portal's dialog. The library in the build that knows the portal
// reads a plus in a file's name as a space, and takes any signal for the answer.
func askPortal(ctx context.Context, q Question) (string, error) {
	address := busAddress()
	if address == "" {
		return "", ErrNone
	}
	conn, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	defer conn.Close()
	desktop := conn.Object(portal, portalPath)
	if err := within(ctx, func(ctx context.Context) error {
		var version dbus.Variant
		return desktop.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, fileChooser, "version").Store(&version)
	}); err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	token := "ledstjarna" + rand.Text()
	handle := requestPath(conn.Names()[0], token)
	if err := conn.AddMatchSignalContext(ctx, dbus.WithMatchObjectPath(handle), dbus.WithMatchInterface(request)); err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	method, options := ".OpenFile", portalOptions(q, token)
	if q.Kind == Save {
		method = ".SaveFile"
	}
	if err := within(ctx, func(ctx context.Context) error {
		return desktop.CallWithContext(ctx, fileChooser+method, 0, parentOf(q), q.Title, options).Err
	}); err != nil {
		return "", fmt.Errorf("%w: %w", ErrNone, err)
	}
	for {
		select {
		case <-ctx.Done():
			return "", ErrCancelled
		case s, open := <-signals:
			if !open {
				return "", ErrCancelled // the bus is gone, and the dialog with it
			}
			if s.Path == handle && s.Name == request+".Response" {
				return answerOf(s.Body)
			}
		}
	}
}

func within(ctx context.Context, call func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, answersIn)
	defer cancel()
	return call(ctx)
}

// busAddress is the session's bus, "" for none. Only a bus of this computer will do,
// and none is started.
func busAddress() string {
	address := os.Getenv("DBUS_SESSION_BUS_ADDRESS")
	if address == "" {
		socket := filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus")
		if _, err := os.Stat(socket); err != nil || !filepath.IsAbs(socket) {
			return ""
		}
		address = "unix:path=" + socket
	}
	for a := range strings.SplitSeq(address, ";") {
		if strings.HasPrefix(a, "unix:") {
			return a
		}
	}
	return ""
}

// requestPath is where the portal says the answer, as its documentation has it: after
// the caller's name without the colon and with underscores for points.
func requestPath(name, token string) dbus.ObjectPath {
	sender := strings.ReplaceAll(strings.TrimPrefix(name, ":"), ".", "_")
	return dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" + sender + "/" + token)
}

func parentOf(q Question) string {
	if q.X11 == 0 {
		return ""
	}
	return fmt.Sprintf("x11:%x", q.X11)
}

// portalFilter is a filter as the portal wants it: a name, and kinds (0 for a pattern)
// with patterns.
type portalFilter struct {
	Name  string
	Rules []portalRule
}

type portalRule struct {
	Kind    uint32
	Pattern string
}

func portalOptions(q Question, token string) map[string]dbus.Variant {
	out := map[string]dbus.Variant{"handle_token": dbus.MakeVariant(token), "modal": dbus.MakeVariant(true)}
	if q.Kind == Folder {
		out["directory"] = dbus.MakeVariant(true)
	}
	if q.Folder != "" {
		out["current_folder"] = dbus.MakeVariant(append([]byte(q.Folder), 0))
	}
	if q.Kind == Save && q.Name != "" {
		out["current_name"] = dbus.MakeVariant(q.Name)
	}
	var filters []portalFilter
	for _, f := range q.Filters {
		p := portalFilter{Name: f.Name}
		for _, s := range patterns(f) {
			p.Rules = append(p.Rules, portalRule{0, anyCase(s)})
		}
		filters = append(filters, p)
	}
	if len(filters) > 0 && q.Kind != Folder {
		out["filters"] = dbus.MakeVariant(filters)
	}
	return out
}

// anyCase is the pattern for large and small letters: the portal tells them apart.
func anyCase(pattern string) string {
	var b strings.Builder
	for _, r := range pattern {
		if up := unicode.ToUpper(r); up != r {
			b.WriteString("[" + string(r) + string(up) + "]")
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// answerOf is the path of the first file in the portal's answer.
func answerOf(body []any) (string, error) {
	var status uint32
	var results map[string]dbus.Variant
	var uris []string
	if err := dbus.Store(body, &status, &results); err != nil || status != 0 {
		return "", ErrCancelled // 1 for cancelled, 2 for ended otherwise
	}
	if v, ok := results["uris"]; !ok || v.Store(&uris) != nil || len(uris) == 0 {
		return "", ErrCancelled
	}
	u, err := url.Parse(uris[0])
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return "", fmt.Errorf("%w: %q is no file of this computer", ErrNone, uris[0])
	}
	return filepath.FromSlash(u.Path), nil
}
