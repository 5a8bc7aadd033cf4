package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"ledstjarna/internal/plan"
)

// dumper writes the document piece by piece and keeps the first error.
type dumper struct {
	w   io.Writer
	err error
}

func (d *dumper) print(format string, args ...any) {
	if d.err == nil {
		_, d.err = fmt.Fprintf(d.w, format, args...)
	}
}

// section writes a key whose value is an array, after a comma. An empty one is
// left out.
func section[T any](d *dumper, key string, list []T, element func(T) (any, error)) {
	if len(list) > 0 {
		d.print(",\n  %q: ", key)
		array(d, "  ", list, element)
	}
}

func array[T any](d *dumper, indent string, list []T, element func(T) (any, error)) {
	for i, x := range list {
		open := ","
		if i == 0 {
			open = "["
		}
		d.print("%s\n%s  ", open, indent)
		if d.err != nil {
			return
		}
		v, err := element(x)
		if err == nil {
			err = d.value(indent+"  ", v)
		}
		d.err = err
	}
	d.print("\n%s]", indent)
}

// value writes x as it is: < and & stay themselves, so that contents keep their
// bytes.
func (d *dumper) value(indent string, x any) error {
	var b, out bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x); err != nil {
		return err
	}
	if err := json.Indent(&out, bytes.TrimSpace(b.Bytes()), indent, "  "); err != nil {
		return err
	}
	_, err := d.w.Write(out.Bytes())
	return err
}

func (d *dumper) lists(r plan.Register) {
	d.print(",\n  \"lists\": {")
	comma := ""
	for _, name := range plan.ListNames() {
		if entries := r.Entries(name); len(entries) > 0 {
			d.print("%s\n    %q: ", comma, name)
			array(d, "    ", entries, entryJSON)
			comma = ","
		}
	}
	d.print("\n  }")
}

// entryJSON returns the entry's fields with its ID before them.
func entryJSON(e plan.Entry) (any, error) {
	fields, err := e.Fields.MarshalJSON()
	if err != nil {
		return nil, err
	}
	id, err := json.Marshal(e.ID)
	if err != nil {
		return nil, err
	}
	b := append([]byte(`{"@":`), id...)
	if e.Fields.Len() > 0 {
		b = append(b, ',')
	}
	return json.RawMessage(append(b, fields[1:]...)), nil
}
