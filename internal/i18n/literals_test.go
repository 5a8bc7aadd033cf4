package i18n_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// speaking are the packages whose texts a person reads. What layout and pdf write are
// names of the file format; the rest says what report has worded.
var speaking = []string{
	"cmd/ledstjarna", "internal/ui", "internal/ui/kit", "internal/report", "internal/packet", "internal/review", "internal/chooser",
}

// noWords are the texts outside the translations that look like words and are none of
// the program's: names, what is looked for in a person's text, and pictures.
var noWords = map[string][]string{
	"cmd/ledstjarna/app.go":   {"Ledstjärna"},
	"cmd/ledstjarna/print.go": {"Ledstjärna "},
	"internal/packet/lint.go": {
		"föreliggande förslag", "liggande förslag", "upprättat förslag", "enligt förslaget", "enligt förslag", "i enlighet med förslaget",
		"framlagt förslag", "ovanstående", "nedanstående", "the present proposal", "the proposal above", "as proposed",
	},
	"internal/report/guide.go": {"Prior", "Next"}, // names of keys
	"internal/ui/about.go":     {"Go ", ", Fyne "},
	"internal/ui/synced.go": {
		"OneDrive", "Dropbox", "google drive", "Google Drive", "my drive", "min enhet", "mobile documents", "Nextcloud", "box sync", "Box",
	},
	"internal/ui/welcome.go": {"Dokument", "Documents"}, // names of folders
}

// No text that a person reads stands in the program: all of them come from the
// translations.
func TestNoWordsOutsideTheTranslations(t *testing.T) {
	root := os.DirFS("../..")
	used := map[string]bool{}
	files := 0
	for _, dir := range speaking {
		names, err := fs.Glob(root, dir+"/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			files++
			src, err := fs.ReadFile(root, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range wordsIn(t, path.Base(name), src) {
				if slices.Contains(noWords[name], w.text) {
					used[name+w.text] = true
					continue
				}
				t.Errorf("%s:%d: %q stands in the program", name, w.line, w.text)
			}
		}
	}
	if files < 200 {
		t.Errorf("only %d files were read", files)
	}
	for name, texts := range noWords {
		for _, text := range texts {
			if !used[name+text] {
				t.Errorf("%s: %q need not be allowed", name, text)
			}
		}
	}
}

// The rule finds what it is there for.
func TestWordsInAProgramAreFound(t *testing.T) {
	src := `package x
import "an/imported path"
type row struct { Name string ` + "`json:\"A name\"`" + ` }
func f() error {
	kit.NewButton(kit.Outlined, "spara", nil)
	kit.NewText("OK", style, ink)
	say("Två ord")
	say("ta bort alla rader")
	say("  Ctrl+Z")
	label := "Kalender"
	t("action.open"); key("sv"); symbol("·"); size("12 px")
	panic("the Program is wrong")
	return fmt.Errorf("open the file: %w", errors.New("No file"))
}
func (e row) Error() string { return "It went wrong" }
`
	var got []string
	for _, w := range wordsIn(t, "x.go", []byte(src)) {
		got = append(got, w.text)
	}
	if want := []string{"spara", "OK", "Två ord", "ta bort alla rader", "  Ctrl+Z", "Kalender"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

type literalWords struct {
	text string
	line int
}

// wordsIn are the texts in a source file that look like words for people: two words, or
// one with a capital or a Swedish letter, or whatever stands where a widget is made.
// What programmers read is none of them.
func wordsIn(t *testing.T, name string, src []byte) []literalWords {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[ast.Expr]bool{} // arguments of what makes a widget
	var out []literalWords
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			n.Tag = nil
		case *ast.FuncDecl:
			return n.Name.Name != "Error"
		case *ast.CallExpr:
			switch called := calledIn(n); {
			case called == "errors.New", called == "fmt.Errorf", called == "panic", called == "regexp.MustCompile":
				return false
			case strings.HasPrefix(called, "kit.New"):
				for _, arg := range n.Args {
					shown[arg] = true
				}
			}
		case *ast.BasicLit:
			text, err := strconv.Unquote(n.Value)
			if n.Kind == token.STRING && err == nil && !strings.HasPrefix(text, "<svg ") && (looksLikeWords(text) || shown[n] && letters(text) > 0) {
				out = append(out, literalWords{text, set.Position(n.Pos()).Line})
			}
		}
		return true
	})
	return out
}

func calledIn(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
	}
	return ""
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func looksLikeWords(text string) bool {
	words := 0
	for _, w := range strings.Fields(text) {
		runes := []rune(w)
		if letters(w) >= 2 && letters(w) >= len(runes)-1 {
			words++
		}
		swedish := strings.ContainsFunc(w, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) })
		first := strings.IndexFunc(w, unicode.IsLetter)
		capital := first >= 0 && unicode.IsUpper(rune(w[first])) && strings.ContainsFunc(w, unicode.IsLower) && !strings.Contains(strings.TrimRight(w, "."), ".")
		if swedish || capital {
			return true
		}
	}
	return words >= 2
}
