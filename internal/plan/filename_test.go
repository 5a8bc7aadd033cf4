package plan

import (
	"errors"
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestANameIsMadeSafe(t *testing.T) {
	for name, want := range map[string]string{
		"Enkät 2026.pdf":                  "Enkät 2026.pdf",
		"../../.bashrc":                   "bashrc",
		`..\..\Windows\win.ini`:           "win.ini",
		`C:\Temp\plan.pdf`:                "plan.pdf",
		"C:plan.pdf":                      "C_plan.pdf",
		"plan.pdf:ström":                  "plan.pdf_ström",
		"CON":                             "_CON",
		"nul.pdf":                         "_nul.pdf",
		"Com1 .txt":                       "_Com1 .txt",
		"lpt².pdf":                        "_lpt².pdf",
		"COM10.pdf":                       "COM10.pdf",
		"beslut.pdf. . .":                 "beslut.pdf",
		"faktura\u202efdp.exe":            "fakturafdp.exe",
		"plan\u2066.pdf":                  "plan.pdf",
		"a\nb\x00c\x1b[2J.txt":            "abc[2J.txt",
		"plan.pdf        \u2003 .exe":     "plan.pdf .exe",
		"plan.pdf.exe":                    "plan.pdf.exe",
		"-rf.txt":                         "rf.txt",
		"":                                "fil",
		"...":                             "fil",
		"/":                               "fil",
		"a<b>|?*.pdf":                     "a_b____.pdf",
		strings.Repeat("å", 200) + ".pdf": strings.Repeat("å", 58) + ".pdf",
	} {
		if got := SafeName(name); got != want {
			t.Errorf("%q becomes %q, not %q", name, got, want)
		}
	}
}

func FuzzSafeName(f *testing.F) {
	f.Add("../a.pdf")
	f.Add("CON.\u202e")
	f.Fuzz(func(t *testing.T, name string) {
		got := SafeName(name)
		switch {
		case got == "" || got == "." || got == ".." || len(got) > longestName+1 || !utf8.ValidString(got):
			t.Errorf("%q becomes %q", name, got)
		case strings.ContainsAny(got, "/\\:\x00\n\u202e") || path.Base(got) != got || reserved(got):
			t.Errorf("%q becomes %q", name, got)
		case SafeName(got) != got:
			t.Errorf("%q becomes %q, and that %q", name, got, SafeName(got))
		}
	})
}

// zeros is a file of nothing but zeros that takes no room.
type zeros struct{}

func (zeros) ReadAt(p []byte, _ int64) (int, error) {
	clear(p)
	return len(p), nil
}

func TestTheLargestFileIsTakenAndNoneThatIsLarger(t *testing.T) {
	for size, want := range map[int64]error{MaxFileSize: nil, MaxFileSize + 1: ErrFileTooLarge} {
		if _, err := Examine("stor.bin", zeros{}, size); !errors.Is(err, want) {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
}
