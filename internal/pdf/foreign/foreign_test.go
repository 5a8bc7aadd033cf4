package foreign

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/pdf/difficult"
	"ledstjarna/internal/pdfium"
)

// newEngine starts the reader of any PDF; what it compiles is kept between runs.
func newEngine(t testing.TB) *pdfium.Engine {
	t.Helper()
	e := pdfium.New(filepath.Join(os.TempDir(), "ledstjarna-test-pdfium"))
	t.Cleanup(func() { _ = e.Close() }) // of no more use
	return e
}

// onDisk writes a difficult file where it can be read from.
func onDisk(t testing.TB, d difficult.File) Source {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), d.Name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() }) // it is only read
	if err := d.Write(f); err != nil {
		t.Fatal(err)
	}
	size, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		t.Fatal(err)
	}
	return Source{Type: d.Type, Size: size, Data: f}
}

// told says in one line what became of a file.
func told(f *File) string {
	if f.Apart != "" {
		return "apart: " + string(f.Apart)
	}
	var out []string
	for _, n := range f.Notes {
		out = append(out, string(n))
	}
	if f.Claims.A != "" {
		out = append(out, "PDF/A-2"+strings.ToLower(f.Claims.A))
	}
	if f.Claims.UA {
		out = append(out, "PDF/UA-1")
	}
	return strings.Join(out, " ")
}

// Every difficult file has its outcome.
func TestOutcomeOfEveryDifficultFile(t *testing.T) {
	engine := newEngine(t)
	want := outcomes()
	for _, d := range difficult.Files() {
		x, known := want[d.Name]
		if !known {
			t.Errorf("%s: its outcome is not said", d.Name)
			continue
		}
		delete(want, d.Name)
		f, err := Open(context.Background(), engine, onDisk(t, d))
		if err != nil {
			t.Errorf("%s: %v", d.Name, err)
			continue
		}
		if got := told(f); got != x.told || len(f.Sheets) != x.pages {
			t.Errorf("%s, in which %s: %d pages, %q; want %d, %q", d.Name, d.Why, len(f.Sheets), got, x.pages, x.told)
		}
		if d.Pages >= 0 && len(f.Sheets) > 0 && len(f.Sheets) != d.Pages {
			t.Errorf("%s has %d pages, %d are taken in", d.Name, d.Pages, len(f.Sheets))
		}
	}
	for name := range want {
		t.Errorf("there is no file %s", name)
	}
}

type outcome struct {
	pages int
	told  string // notes and claims, or why it is delivered separately
}

func outcomes() map[string]outcome {
	return map[string]outcome{
		"active-names.pdf":              {1, "active untagged"},
		"active-script.pdf":             {1, "active untagged"},
		"chromium.pdf":                  {2, ""},
		"content-bomb.pdf":              {0, "apart: large"},
		"content-broken.pdf":            {1, "pictures untagged"},
		"content-chain.pdf":             {1, "untagged"},
		"content-closed.pdf":            {1, "untagged"},
		"content-deflated.pdf":          {1, "untagged"},
		"content-font-round.pdf":        {1, "untagged"},
		"content-form-round.pdf":        {1, "untagged"},
		"content-half.pdf":              {1, "pictures untagged"},
		"content-inline-image.pdf":      {1, "untagged"},
		"content-marked.pdf":            {1, "untagged"},
		"content-no-fonts.pdf":          {1, "untagged"},
		"content-nothing.pdf":           {1, "untagged"},
		"content-open.pdf":              {1, "untagged"},
		"content-pieces.pdf":            {1, "untagged"},
		"content-unknown-filter.pdf":    {1, "pictures untagged"},
		"damaged-bits.pdf":              {0, "apart: unreadable"},
		"damaged-carriage-returns.pdf":  {5, "untagged"},
		"damaged-cut-30.pdf":            {0, "apart: pages"},
		"damaged-cut-60.pdf":            {0, "apart: pages"},
		"damaged-cut-95.pdf":            {5, "untagged"},
		"damaged-dangling-contents.pdf": {0, "apart: pages"},
		"damaged-dangling-page.pdf":     {0, "apart: pages"},
		"damaged-empty-file.pdf":        {0, "apart: unreadable"},
		"damaged-header-only.pdf":       {0, "apart: unreadable"},
		"damaged-junk-after.pdf":        {5, "untagged"},
		"damaged-junk-before.pdf":       {5, "untagged"},
		"damaged-length-large.pdf":      {3, "untagged"},
		"damaged-length-round.pdf":      {1, "copied untagged"},
		"damaged-length.pdf":            {3, "untagged"},
		"damaged-no-table.pdf":          {3, "untagged"},
		"damaged-no-trailer.pdf":        {3, "untagged"},
		"damaged-offsets.pdf":           {5, "untagged"},
		"damaged-root.pdf":              {0, "apart: unreadable"},
		"damaged-start-zero.pdf":        {5, "untagged"},
		"damaged-start.pdf":             {5, "untagged"},
		"damaged-text.pdf":              {0, "apart: unreadable"},
		"damaged-zeros-after.pdf":       {5, "untagged"},
		"form-drawn.pdf":                {1, "form untagged"},
		"form-empty.pdf":                {1, "form untagged"},
		"form-hidden.pdf":               {1, "untagged"},
		"form-inherited.pdf":            {0, "apart: form"},
		"form-not-drawn.pdf":            {0, "apart: form"},
		"form-signed-unseen.pdf":        {1, "form signature untagged"},
		"form-signed.pdf":               {1, "form signature untagged"},
		"form-ticked-not-drawn.pdf":     {0, "apart: form"},
		"form-ticked.pdf":               {1, "form untagged"},
		"form-xfa.pdf":                  {0, "apart: xfa"},
		"geometry-crop-outside.pdf":     {1, "untagged"},
		"geometry-cropped-rotated.pdf":  {1, "untagged"},
		"geometry-cropped.pdf":          {1, "untagged"},
		"geometry-full.pdf":             {1, "untagged"},
		"geometry-huge-numbers.pdf":     {1, "untagged"},
		"geometry-inherited.pdf":        {2, "untagged"},
		"geometry-inverted.pdf":         {1, "untagged"},
		"geometry-mixed.pdf":            {4, "untagged"},
		"geometry-no-box.pdf":           {1, "untagged"},
		"geometry-only-side.pdf":        {1, "untagged"},
		"geometry-poster.pdf":           {1, "untagged"},
		"geometry-rotated-180.pdf":      {1, "untagged"},
		"geometry-rotated-270.pdf":      {1, "untagged"},
		"geometry-rotated-90.pdf":       {1, "untagged"},
		"geometry-rotated-negative.pdf": {1, "untagged"},
		"geometry-rotated-odd.pdf":      {1, "untagged"},
		"geometry-tiny.pdf":             {1, "untagged"},
		"geometry-unit.pdf":             {1, "untagged"},
		"geometry-words.pdf":            {1, "untagged"},
		"geometry-zero.pdf":             {1, "untagged"},
		"group.pdf":                     {1, "untagged"},
		"gs.pdf":                        {2, "untagged"},
		"large-20000-pages.pdf":         {0, "apart: large"},
		"large-300-mb.pdf":              {100, "untagged"},
		"large-3000-pages.pdf":          {3000, "untagged"},
		"layer-base-off.pdf":            {1, "untagged"},
		"layer-hidden.pdf":              {1, "untagged"},
		"mark-bare.pdf":                 {1, "comments untagged"},
		"mark-file.pdf":                 {1, "active untagged"},
		"mark-hidden.pdf":               {1, "untagged"},
		"mark-launch.pdf":               {1, "active untagged"},
		"mark-link-inside.pdf":          {1, "untagged"},
		"mark-link.pdf":                 {1, "untagged"},
		"mark-note.pdf":                 {1, "untagged"},
		"mark-stamp.pdf":                {1, "untagged"},
		"picture-16-bit.png":            {1, ""},
		"picture-claim.png":             {0, "apart: large"},
		"picture-cut.jpg":               {0, "apart: unreadable"},
		"picture-cut.png":               {0, "apart: unreadable"},
		"picture-exif-broken.jpg":       {1, ""},
		"picture-grey.jpg":              {1, ""},
		"picture-palette.png":           {1, ""},
		"picture-plain.jpg":             {1, ""},
		"picture-plain.png":             {1, ""},
		"picture-turned-6.jpg":          {1, ""},
		"picture-turned-8.jpg":          {1, ""},
		"qpdf-linear.pdf":               {2, "untagged"},
		"qpdf-objects.pdf":              {2, "untagged"},
		"qpdf-owner-aes256.pdf":         {2, "restricted untagged"},
		"qpdf-owner-rc4.pdf":            {2, "restricted untagged"},
		"qpdf-user-aes128.pdf":          {0, "apart: password"},
		"qpdf-user-aes256.pdf":          {0, "apart: password"},
		"qpdf-user-rc4.pdf":             {0, "apart: password"},
		"stream-outside.pdf":            {1, "untagged"},
		"tagged-claiming.pdf":           {1, "PDF/A-2a PDF/UA-1"},
		"tagged-elsewhere.pdf":          {1, "untagged"},
		"tagged-false-claims.pdf":       {1, "untagged"},
		"tagged-open.pdf":               {1, "untagged"},
		"tagged-round.pdf":              {1, "untagged"},
		"tagged-sound.pdf":              {1, ""},
		"tagged-table.pdf":              {1, ""},
		"tagged-twice.pdf":              {1, "untagged"},
		"tree-bottomless.pdf":           {0, "apart: unreadable"},
		"tree-count-few.pdf":            {3, "untagged"},
		"tree-count-many.pdf":           {2, "untagged"},
		"tree-deep.pdf":                 {1, "untagged"},
		"tree-escaped.pdf":              {1, "untagged"},
		"tree-nested.pdf":               {1, "copied untagged"},
		"tree-newer.pdf":                {1, "untagged"},
		"tree-none.pdf":                 {0, "apart: empty"},
		"tree-round.pdf":                {0, "apart: unreadable"},
		"tree-twice.pdf":                {3, "untagged"},
		"tree-updated.pdf":              {2, "untagged"},
		"tree-xref-stream.pdf":          {2, "untagged"},
		"writer-archive.pdf":            {1, "PDF/A-2b PDF/UA-1"},
		"writer-form.pdf":               {0, "apart: form"},
		"writer-ua.pdf":                 {1, "PDF/UA-1"},
	}
}
