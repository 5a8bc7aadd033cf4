package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// Limits of what can be attached.
const (
	MaxFileSize = 500 << 20 // bytes of one attached file
	MaxFiles    = 200       // files of one document
)

// The reasons why a file cannot be attached or read again. Callers match them
// with errors.Is.
var (
	ErrFileEmpty    = errors.New("the file holds nothing")
	ErrFileTooLarge = errors.New("the file is larger than allowed")
	ErrFileName     = errors.New("the file has no name, or one that cannot be kept")
	ErrFileKind     = errors.New("the file is something else than its name says")
	ErrFileDamaged  = errors.New("the file is damaged")
	ErrTooManyFiles = errors.New("the document has as many files as it can have")
	ErrNoFile       = errors.New("no such file is stored")
)

// AttachedFile tells of a file that is kept with a document. What it holds is
// stored once, under Hash.
type AttachedFile struct {
	Name string    // without folders
	Type MediaType // by what the file holds, not by its name
	Size int64     // in bytes
	Hash string    // SHA-256 in lower-case hexadecimal
}

// Attachment is a file to be stored. Source gives its bytes, the same ones every
// time, and is the caller's to close after the edit is saved.
type Attachment struct {
	AttachedFile
	Source io.ReaderAt
}

// Examine tells what a file of that name is by what it holds. It refuses a name
// that promises something else, an image that cannot be read, and what is empty
// or larger than MaxFileSize.
func Examine(name string, source io.ReaderAt, size int64) (Attachment, error) {
	a := Attachment{AttachedFile{Name: name, Size: size}, source}
	switch {
	case !usableName(name):
		return a, ErrFileName
	case size <= 0:
		return a, ErrFileEmpty
	case size > MaxFileSize:
		return a, ErrFileTooLarge
	}
	var err error
	if a.Type, err = probe(source, size); err != nil {
		return a, fmt.Errorf("examine %s: %w", name, err)
	}
	if !agrees(name, a.Type) {
		return a, fmt.Errorf("examine %s, which holds %s: %w", name, a.Type, ErrFileKind)
	}
	sum := sha256.New()
	n, err := io.Copy(sum, io.NewSectionReader(source, 0, size))
	if err != nil {
		return a, fmt.Errorf("read %s: %w", name, err)
	}
	if n != size {
		return a, fmt.Errorf("read %s: %w", name, io.ErrUnexpectedEOF)
	}
	a.Hash = hex.EncodeToString(sum.Sum(nil))
	return a, nil
}

// IsFileHash reports whether s is written as the hash of a stored file.
func IsFileHash(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == sha256.Size && hex.EncodeToString(b) == s
}

// Appendix is a row of a document's list of appendices that has a file.
type Appendix struct {
	Row    ID
	No     string
	Title  string
	Public bool
	File   AttachedFile
}

// AppendicesIn returns the appendices of the content that have a stored file, in
// their order.
func AppendicesIn(c Content) []Appendix {
	var out []Appendix
	for _, r := range c.Get(KeyAppendices).Rows() {
		if f, ok := fileOf(r.Cells); ok {
			out = append(out, Appendix{
				Row: r.ID, No: r.Cells.Text(KeyNo), Title: r.Cells.Text(KeyTitle), Public: r.Cells.Text(KeyPublic) == Yes, File: f,
			})
		}
	}
	return out
}

// fileOf returns the stored file that a row refers to.
func fileOf(c Content) (AttachedFile, bool) {
	hash := c.Text(KeyFileHash)
	if !IsFileHash(hash) {
		return AttachedFile{}, false
	}
	size, _ := strconv.ParseInt(c.Get(KeyFileSize).Number().String(), 10, 64)
	return AttachedFile{c.Text(KeyFile), MediaType(c.Text(KeyMediaType)), size, hash}, true
}

// cells are the recorded columns of a row that refers to the file.
func (f AttachedFile) cells() Filled {
	return Filled{KeyFile: Text(f.Name), KeyMediaType: Text(string(f.Type)), KeyFileSize: Num(Int(f.Size)), KeyFileHash: Text(f.Hash)}
}

// FilesIn returns the hashes of the stored files that the fields refer to,
// sorted, each once.
func FilesIn(c Content) []string {
	var out []string
	for _, a := range AppendicesIn(c) {
		out = append(out, a.File.Hash)
	}
	for _, it := range c.Get(KeyItems).Rows() {
		for _, r := range it.Cells.Get(KeyPapers).Rows() {
			if f, ok := fileOf(r.Cells); ok {
				out = append(out, f.Hash)
			}
		}
	}
	if logo := c.Text(KeyLogo); IsFileHash(logo) {
		out = append(out, logo)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Attach returns the content with the file as its last appendix, numbered after
// the others, and the new row.
func Attach(c Content, f AttachedFile, title string, public bool) (Content, ID, error) {
	rows := c.Get(KeyAppendices).Rows()
	if len(AppendicesIn(c)) >= MaxFiles {
		return c, "", ErrTooManyFiles
	}
	highest := 0
	for _, r := range rows {
		if n, err := strconv.Atoi(r.Cells.Text(KeyNo)); err == nil {
			highest = max(highest, n)
		}
	}
	answer := No
	if public {
		answer = Yes
	}
	filled := f.cells()
	filled[KeyNo], filled[KeyTitle], filled[KeyPublic] = Text(strconv.Itoa(max(highest, len(rows))+1)), Text(title), Text(answer)
	r := Row{ID: NewID(), Cells: NewContent(filled)}
	c, err := c.InsertRow(PathTo(KeyAppendices), len(rows), r)
	return c, r.ID, err
}

// Detach returns the content without the appendix. The file itself stays for as
// long as anything else refers to it.
func Detach(c Content, row ID) (Content, error) {
	return c.RemoveRow(PathTo(KeyAppendices).AtRow(row))
}

// Enclosed returns the stored file of a row of a packet item's papers.
func Enclosed(paper Content) (AttachedFile, bool) { return fileOf(paper) }

// Enclose returns a packet's fields with the file as the last paper of an item, and
// the new row. separate says that it goes beside the papers, not in them.
func Enclose(c Content, item ID, f AttachedFile, title string, separate bool) (Content, ID, error) {
	if len(FilesIn(c)) >= MaxFiles {
		return c, "", ErrTooManyFiles
	}
	filled := f.cells()
	filled[KeyTitle] = Text(title)
	if separate {
		filled[KeySeparate] = Text(Yes)
	}
	papers := PathTo(KeyItems).In(item, KeyPapers)
	r := Row{ID: NewID(), Cells: NewContent(filled)}
	c, err := c.InsertRow(papers, len(c.At(papers).Rows()), r)
	return c, r.ID, err
}
