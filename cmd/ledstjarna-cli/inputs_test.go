package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// foreignInputs are the places where bytes of anybody come in, by file, each with what
// bounds it there. A place that is not named here has no limit that anybody thought of.
func foreignInputs() map[string]string {
	return map[string]string{
		"cmd/ledstjarna-cli/importmembers.go":        "32 MB; then exchange.SheetText: 4 MiB, 20,000 rows of 1,000 cells",
		"cmd/ledstjarna-cli/review.go":               "an argument of the command line",
		"cmd/ledstjarna-cli/set.go":                  "plan.MaxContentBytes: 8 MB",
		"internal/crash/watch.go":                    "256 KiB of what the runtime wrote",
		"internal/exchange/decode.go":                "parts of what scan.go has bounded",
		"internal/exchange/load.go":                  "parts of what scan.go has bounded",
		"internal/exchange/object.go":                "parts of what scan.go has bounded; IDs of 200 bytes, numbers to a million",
		"internal/exchange/previous.go":              "ordinary files, a calendar of 32 MB; elsewhere plan.Examine or Limits",
		"internal/exchange/scan.go":                  "Limits: bytes, depth, values; UTF-8, no key twice",
		"internal/exchange/sheetrows.go":             "20,000 rows of 1,000 cells",
		"internal/exchange/spreadsheet/csv_in.go":    "20,000 rows of 1,000 cells of 200 kB, 64 MiB in all",
		"internal/exchange/spreadsheet/grid.go":      "16 MiB",
		"internal/exchange/spreadsheet/xlsx_in.go":   "what xlsx_scan.go has bounded; 20,000 rows, 200 kB a cell, 64 MiB in all",
		"internal/exchange/spreadsheet/xlsx_scan.go": "64 MiB unpacked, 50 sheets, 1 million cells, 1,000 a row, shared texts of 200 kB",
		"internal/layout/margins.go":                 "the logo's measures only; plan.ReadImage has bounded it",
		"internal/pdf/check/metadata.go":             "a file of our own",
		"internal/pdf/foreign/claim.go":              "1 MiB of metadata",
		"internal/pdf/foreign/content.go":            "64 MiB of a page's unpacked content",
		"internal/pdf/foreign/picture.go":            "25 million pixels, measured first; the file 500 MB",
		"internal/pdf/picture.go":                    "25 million pixels, measured first",
		"internal/plan/decode.go":                    "8 MB, 8 deep, 10,000 rows of a list",
		"internal/plan/mediatype.go":                 "4 KiB to tell the kind; 8,000 pixels a side, 25 million in all, 5 MB of a logo",
		"internal/plan/scan.go":                      "names within what decode.go has bounded",
		"internal/report/guide.go":                   "the guide that the program carries with it",
		"internal/report/markdown.go":                "a field of a content",
		"internal/sqlite/beside.go":                  "ordinary files, 16 bytes",
		"internal/sqlite/lists.go":                   "1 MiB an entry, 10,000 of a list",
		"internal/sqlite/lock.go":                    "ordinary files, 4 KiB",
		"internal/sqlite/os_unix.go":                 "a folder, to make it last",
		"internal/sqlite/restore.go":                 "ordinary files, by pieces",
		"internal/ui/kit/gridclip.go":                "4 MiB, 10,000 rows",
		"internal/ui/recovery.go":                    "the new file that sqlite.Salvage has written, copied by pieces",
	}
}

// reading are the calls by which bytes come in.
func reading() []string {
	return []string{
		"os.Open", "os.ReadFile", "io.ReadAll", "json.NewDecoder", "json.Unmarshal", "csv.NewReader", "xml.NewDecoder", "zip.NewReader",
		"image.Decode", "image.DecodeConfig", "png.Decode", "jpeg.Decode", "goldmark.DefaultParser", "excelize.OpenFile", "excelize.OpenReader",
	}
}

// Every place that reads what may be anybody's is in the table, and nothing else is.
func TestEveryForeignInputHasALimit(t *testing.T) {
	root, want, seen := filepath.Join("..", ".."), foreignInputs(), map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		name, err := filepath.Rel(root, path)
		name = filepath.ToSlash(name)
		if err != nil || strings.HasPrefix(name, "assets/outline/") || strings.HasPrefix(name, "internal/sqlite/faults/") || strings.HasPrefix(name, "internal/plan/plantest/") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := s.X.(*ast.Ident); ok && slices.Contains(reading(), x.Name+"."+s.Sel.Name) {
				seen[name] = true
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range seen {
		if want[name] == "" {
			t.Errorf("%s reads what may be anybody's, and no limit is named", name)
		}
	}
	for name := range want {
		if !seen[name] {
			t.Errorf("%s is named and reads nothing", name)
		}
	}
}
