package spreadsheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mark is what the library that reads workbooks does not tell of a cell.
type mark struct{ number, formula, failed bool }

// pack is an unpacked workbook, bounded.
type pack struct {
	sheets []map[[2]int]mark // in the order of the workbook
}

func (p pack) marks(i int) map[[2]int]mark {
	if i >= len(p.sheets) {
		return nil
	}
	return p.sheets[i]
}

// unpack bounds a workbook before the library unfolds it: how much it unpacks to, how
// many cells it has and how far out they stand, and how long its texts are.
func unpack(b []byte) (pack, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return pack{}, ErrNotSheet
	}
	parts, left := map[string]*zip.File{}, int64(mostUnpacked)
	for _, f := range z.File {
		if size := f.UncompressedSize64; size > uint64(left) {
			return pack{}, ErrTooLong
		}
		left -= int64(f.UncompressedSize64)
		parts[strings.TrimPrefix(strings.ReplaceAll(f.Name, "\\", "/"), "/")] = f
	}
	var targets []string
	if err := relations(parts, &targets); err != nil {
		return pack{}, err
	}
	for name, f := range parts {
		if strings.EqualFold(path.Base(name), "sharedStrings.xml") {
			if err := boundTexts(f); err != nil {
				return pack{}, err
			}
		}
	}
	var p pack
	cells := 0
	for _, target := range targets {
		marks, err := scanSheet(parts[target], &cells)
		if err != nil {
			return pack{}, err
		}
		p.sheets = append(p.sheets, marks)
	}
	return p, nil
}

// relations finds the parts that hold the sheets, in the workbook's order.
func relations(parts map[string]*zip.File, targets *[]string) error {
	var links struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Type   string `xml:"Type,attr"`
		}
	}
	var workbook struct {
		Sheets struct {
			Sheet []struct {
				Link []xml.Attr `xml:",any,attr"`
			} `xml:"sheet"`
		} `xml:"sheets"`
	}
	main := "xl/workbook.xml"
	root := links
	if err := decodePart(parts["_rels/.rels"], &root); err != nil {
		return err
	}
	for _, r := range root.Relationship {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			main = strings.TrimPrefix(r.Target, "/")
		}
	}
	if err := decodePart(parts[main], &workbook); err != nil {
		return err
	}
	if err := decodePart(parts[path.Join(path.Dir(main), "_rels", path.Base(main)+".rels")], &links); err != nil {
		return err
	}
	if len(workbook.Sheets.Sheet) > mostSheets {
		return ErrTooLong
	}
	for _, s := range workbook.Sheets.Sheet {
		target := ""
		for _, a := range s.Link {
			if a.Name.Local != "id" {
				continue
			}
			for _, r := range links.Relationship {
				if r.ID == a.Value {
					target = r.Target
				}
			}
		}
		if rest, ok := strings.CutPrefix(target, "/"); ok {
			target = rest
		} else {
			target = path.Join(path.Dir(main), target)
		}
		*targets = append(*targets, target)
	}
	return nil
}

func decodePart(f *zip.File, v any) error {
	if f == nil {
		return ErrNotSheet
	}
	r, err := f.Open()
	if err != nil {
		return ErrNotSheet
	}
	defer r.Close()
	if err := xml.NewDecoder(io.LimitReader(r, mostUnpacked)).Decode(v); err != nil {
		return fmt.Errorf("read workbook: %w", ErrNotSheet)
	}
	return nil
}

// tokens hands every token of a part to see.
func tokens(f *zip.File, see func(xml.Token) error) error {
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return ErrNotSheet
	}
	defer r.Close()
	d := xml.NewDecoder(io.LimitReader(r, mostUnpacked))
	for {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("read workbook: %w", ErrNotSheet)
		}
		if err := see(t); err != nil {
			return err
		}
	}
}

// boundTexts refuses shared texts that no cell can hold, which a few bytes could put
// into every cell.
func boundTexts(f *zip.File) error {
	size := 0
	return tokens(f, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local == "si" {
				size = 0
			}
		case xml.CharData:
			if size += len(t); size > mostOfCell {
				return ErrTooLong
			}
		}
		return nil
	})
}

// scanSheet tells of each cell whether it is a number or a formula. Cells far out
// count for those on the way, which the library makes.
func scanSheet(f *zip.File, cells *int) (map[[2]int]mark, error) {
	out := map[[2]int]mark{}
	x, y, inRow := 0, 0, 0
	var at [2]int
	err := tokens(f, func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch e.Name.Local {
		case "row":
			if x, y, inRow = 0, y+1, 0; attr(e, "r") != "" {
				y, _ = strconv.Atoi(attr(e, "r"))
			}
		case "c":
			x++
			if ref := attr(e, "r"); ref != "" {
				var err error
				if x, y, err = excelize.CellNameToCoordinates(ref); err != nil {
					return ErrNotSheet
				}
			}
			at = [2]int{x, y}
			kind := attr(e, "t")
			out[at] = mark{number: kind == "" || kind == "n", failed: kind == "e"}
			inRow++
			if *cells++; x > mostColumns {
				*cells += x / 16
			}
			if *cells > mostCells || inRow > mostColumns {
				return ErrTooLong
			}
		case "f":
			m := out[at]
			m.formula = true
			out[at] = m
		}
		return nil
	})
	return out, err
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

func sortRows(rows []GridRow) {
	slices.SortFunc(rows, func(a, b GridRow) int { return a.Number - b.Number })
}
