package i18n_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"ledstjarna/internal/i18n"
)

// Every key that the program's own code names must exist: a whole key in
// T("action.open") and N("days.left", n), or the beginning of one in
// T("status."+code).
func TestKeysInTheCodeExist(t *testing.T) {
	p := printer(t, i18n.Swedish)
	keys := p.Keys()
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		for _, use := range usesIn(t, root, path) {
			if use.whole && !p.Has(use.key) || !use.whole && !hasPrefix(keys, use.key) {
				t.Errorf("%s: no key %q", use.position, use.key)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func hasPrefix(keys []string, prefix string) bool {
	for _, key := range keys {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return false
}

// use is a key in the source of the program.
type use struct {
	key      string
	whole    bool // not only the beginning
	position token.Position
}

func usesIn(t *testing.T, root fs.FS, path string) []use {
	t.Helper()
	src, err := fs.ReadFile(root, path)
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, src, parser.SkipObjectResolution)
	if err != nil {
		return nil // the compiler says it better
	}
	var uses []use
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || method.Sel.Name != "T" && method.Sel.Name != "N" {
			return true
		}
		if key, whole, ok := literal(call.Args[0]); ok && strings.Contains(key, ".") {
			uses = append(uses, use{key, whole, set.Position(call.Pos())})
		}
		return true
	})
	return uses
}

// literal returns the string that an argument is or begins with.
func literal(arg ast.Expr) (key string, whole, ok bool) {
	switch arg := arg.(type) {
	case *ast.BasicLit:
		key, err := strconv.Unquote(arg.Value)
		return key, true, err == nil && arg.Kind == token.STRING
	case *ast.BinaryExpr:
		key, _, ok := literal(arg.X)
		return key, false, ok
	}
	return "", false, false
}
