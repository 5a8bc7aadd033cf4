package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"ledstjarna/internal/plan"
)

const (
	formatName    = "ledstjarna"
	formatVersion = 1
)

// Data is all that a file holds, read from a document and checked.
type Data struct{ edit plan.Edit }

// Edit returns the edit that makes the data of an empty file.
func (d Data) Edit() plan.Edit { return d.edit }

// Register returns the register that Edit makes.
func (d Data) Register() plan.Register { return plan.Register{}.Apply(d.edit) }

// Load reads one JSON document. Either all of it is well or an error says what
// is not: a *PlaceError that wraps the reason.
func Load(rd io.Reader, lim Limits) (Data, error) {
	l := newLoader()
	if err := l.document(rd, &lim); err != nil {
		return Data{}, err
	}
	return l.finish()
}

// LoadFS reads all files *.json of the folder as fragments of one document, in
// the order of their names. There must be one at least.
func LoadFS(fsys fs.FS, lim Limits) (Data, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return Data{}, fmt.Errorf("list fragments: %w", err)
	}
	if len(names) == 0 {
		return Data{}, fmt.Errorf("list fragments: %w", fs.ErrNotExist)
	}
	l := newLoader()
	for _, name := range names {
		if err := l.fragment(fsys, name, &lim); err != nil {
			return Data{}, err
		}
	}
	return l.finish()
}

func (l *loader) fragment(fsys fs.FS, name string, lim *Limits) error {
	f, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("read fragment: %w", err)
	}
	defer f.Close()
	l.file = name
	if err := l.document(f, lim); err != nil {
		var p *PlaceError
		if !errors.As(err, &p) {
			return fmt.Errorf("read fragment %s: %w", name, err)
		}
		at := *p
		at.File = name
		return &at
	}
	return nil
}

// loader joins what documents hold.
type loader struct {
	file      string        // the fragment that is being read
	register  plan.Register // of the lists
	changes   []plan.Change
	relations []placed[plan.Relation]
	events    []placed[plan.Event]
	files     []plan.Attachment
	referring []placed[string]            // hashes of files
	seen      map[string]map[plan.ID]bool // IDs by the kind of thing that they name
}

// placed is something that is checked when all is read, with its place.
type placed[T any] struct {
	value T
	at    PlaceError
}

func newLoader() *loader { return &loader{seen: map[string]map[plan.ID]bool{}} }

func (l *loader) ids(kind string) map[plan.ID]bool {
	if l.seen[kind] == nil {
		l.seen[kind] = map[plan.ID]bool{}
	}
	return l.seen[kind]
}

func (l *loader) document(rd io.Reader, lim *Limits) error {
	b, err := readAll(rd, lim)
	if err != nil {
		return err
	}
	if err := checkFormat(b); err != nil {
		return err
	}
	o := openObject(b, "format", "version", "lists", "documents", "relations", "events", "files")
	if raw, ok := o.fields["lists"]; ok && o.err == nil {
		o.fail("lists", l.lists(raw))
	}
	o.each("documents", l.addDocument)
	o.each("relations", l.addRelation)
	o.each("events", l.addEvent)
	o.each("files", l.addFile)
	return o.err
}

// checkFormat comes before all else, since a newer version may have other keys.
func checkFormat(b []byte) error {
	var head struct {
		Format  any `json:"format"`
		Version any `json:"version"`
	}
	if err := json.Unmarshal(b, &head); err != nil || head.Format != formatName {
		return &PlaceError{Place: "format", Err: ErrFormat}
	}
	v, ok := head.Version.(float64)
	switch {
	case ok && v > formatVersion:
		return &PlaceError{Place: "version", Err: ErrNewer}
	case !ok || v != formatVersion:
		return &PlaceError{Place: "version", Err: ErrFormat}
	}
	return nil
}
