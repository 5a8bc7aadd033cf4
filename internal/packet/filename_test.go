package packet

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSafeNames(t *testing.T) {
	for in, want := range map[string]string{
		"Webbpolicy 1.0.pdf":              "Webbpolicy 1.0.pdf",
		"../../.ssh/authorized_keys":      "ssh-authorized_keys",
		`..\..\x.pdf`:                     "x.pdf",
		"/etc/passwd":                     "etc-passwd",
		"C:evil.pdf":                      "C-evil.pdf",
		"ordlista.exe:x.pdf":              "ordlista.exe-x.pdf",
		"con.pdf":                         "_con.pdf",
		"COM1.txt":                        "_COM1.txt",
		"Kommun.pdf":                      "Kommun.pdf",
		"a\u202Efdp.exe":                  "afdp.exe",
		"a\x00b\n.pdf":                    "ab.pdf",
		".bashrc":                         "bashrc",
		"...":                             "fil",
		"":                                "fil",
		"plan. .pdf":                      "plan. .pdf",
		strings.Repeat("å", 300) + ".pdf": strings.Repeat("å", 58) + ".pdf",
		"a." + strings.Repeat("x", 300):   "a." + strings.Repeat("x", 118),
	} {
		got := SafeName(in)
		if got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
		if filepath.Base(got) != got || !filepath.IsLocal(got) || len(got) > 255 || !utf8.ValidString(got) {
			t.Errorf("%q gives %q, which is no name in a folder", in, got)
		}
	}
}
