package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// file writes a PDF with a page for each of the contents, of the size.
func file(width, height int, contents ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	var kids []string
	for i := range contents {
		kids = append(kids, fmt.Sprintf("%d 0 R", 3+2*i))
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(contents), strings.Join(kids, " ")))
	for i, c := range contents {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R>>", width, height, 4+2*i))
		object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(c), c))
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return b.Bytes()
}

// red fills the left half of a page of 200 points.
const red = "1 0 0 rg 0 0 100 100 re f"

// The tests share an engine, since starting one without a cache takes seconds.
var (
	once   sync.Once
	shared *Engine
)

func TestMain(m *testing.M) {
	code := m.Run()
	if shared != nil {
		if err := shared.Close(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

func engine(t testing.TB) *Engine {
	t.Helper()
	once.Do(func() {
		dir, err := os.UserCacheDir()
		if err != nil {
			dir = os.TempDir()
		}
		shared = New(filepath.Join(dir, "ledstjarna", "wasm"))
	})
	return shared
}

func open(t testing.TB, data []byte) *Document {
	t.Helper()
	d, err := engine(t).Open(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func TestRender(t *testing.T) {
	d := open(t, file(200, 100, red, ""))
	if d.Pages() != 2 {
		t.Fatalf("%d pages", d.Pages())
	}
	for page, left := range []color.RGBA{{255, 0, 0, 255}, {255, 255, 255, 255}} {
		m, err := d.Render(context.Background(), page, 400)
		if err != nil {
			t.Fatal(err)
		}
		if m.Rect.Dx() != 400 || m.Rect.Dy() != 200 || m.RGBAAt(100, 100) != left || m.RGBAAt(300, 100) != (color.RGBA{255, 255, 255, 255}) {
			t.Errorf("page %d: %v, %v and %v", page+1, m.Rect, m.RGBAAt(100, 100), m.RGBAAt(300, 100))
		}
	}
	for _, c := range []struct {
		page, width int
		want        error
	}{{-1, 100, ErrPage}, {2, 100, ErrPage}, {0, 0, ErrPage}, {0, 100_000, ErrLarge}} {
		if _, err := d.Render(context.Background(), c.page, c.width); !errors.Is(err, c.want) {
			t.Errorf("page %d, %d wide: %v", c.page, c.width, err)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	whole := file(200, 100, red)
	for name, data := range map[string][]byte{
		"nothing": {}, "a text": []byte("Hej, detta är ingen pdf."), "only a head": whole[:12], "zeroes": make([]byte, 5000),
	} {
		if _, err := engine(t).Open(context.Background(), data); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %v", name, err)
		}
	}
	locked, err := os.ReadFile("testdata/password.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := engine(t).Open(context.Background(), locked); !errors.Is(err, ErrPassword) {
		t.Errorf("locked: %v", err)
	}
	open(t, whole) // the engine is as good as before
}

func TestCancelledAndClosed(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := engine(t).Open(ctx, file(200, 100, red)); !errors.Is(err, context.Canceled) {
		t.Errorf("opening: %v", err)
	}
	d := open(t, file(200, 100, red))
	if _, err := d.Render(ctx, 0, 100); !errors.Is(err, context.Canceled) {
		t.Errorf("rendering: %v", err)
	}
	if _, err := d.Render(context.Background(), 0, 100); err != nil {
		t.Errorf("after one that was cancelled before it began: %v", err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Render(context.Background(), 0, 100); !errors.Is(err, ErrClosed) {
		t.Errorf("closed: %v", err)
	}
	e := New("")
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Open(context.Background(), nil); !errors.Is(err, ErrClosed) {
		t.Errorf("a closed engine: %v", err)
	}
}

// A page that takes very long to draw is given up, and the engine lives on.
func TestWorkIsBrokenOff(t *testing.T) {
	d := open(t, file(2000, 2000, strings.Repeat("0 0 m 2000 2000 l 0 2000 l 2000 0 l h f* ", 300_000)))
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if _, err := d.Render(ctx, 0, 2000); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if _, err := d.Render(context.Background(), 0, 100); !errors.Is(err, ErrClosed) {
		t.Errorf("the document is of use still: %v", err)
	}
	if _, err := open(t, file(200, 100, red)).Render(context.Background(), 0, 100); err != nil {
		t.Errorf("another: %v", err)
	}
}

func TestCopy(t *testing.T) {
	out, err := open(t, file(200, 100, red, "", red)).Copy(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	d := open(t, out)
	m, err := d.Render(context.Background(), 2, 200)
	if err != nil || d.Pages() != 3 || m.RGBAAt(50, 50) != (color.RGBA{255, 0, 0, 255}) {
		t.Errorf("%d pages, %v", d.Pages(), err)
	}
}

// Whatever bytes come, there is an error or a document, and the next file can be
// opened.
func FuzzOpen(f *testing.F) {
	whole := file(200, 100, red)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(bytes.Replace(whole, []byte("/Count 1"), []byte("/Count 9"), 1))
	f.Add(bytes.Replace(whole, []byte("/Kids[3 0 R]"), []byte("/Kids[2 0 R]"), 1))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := engine(t).Open(context.Background(), data)
		if err != nil {
			return
		}
		for n := range min(d.Pages(), 3) {
			if m, err := d.Render(context.Background(), n, 50); err == nil && m.Rect.Dx() != 50 {
				t.Errorf("page %d is %v", n+1, m.Rect)
			}
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkStartWithCache(b *testing.B) {
	dir := b.TempDir()
	e := New(dir)
	if err := e.Warm(context.Background()); err != nil {
		b.Fatal(err)
	}
	if err := e.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		e := New(dir)
		if err := e.Warm(context.Background()); err != nil {
			b.Fatal(err)
		}
		if err := e.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPage(b *testing.B) {
	d := open(b, file(595, 842, strings.Repeat("0 0 m 100 200 l S ", 500)))
	for b.Loop() {
		if _, err := d.Render(context.Background(), 0, 909); err != nil { // 110 dpi
			b.Fatal(err)
		}
	}
}
