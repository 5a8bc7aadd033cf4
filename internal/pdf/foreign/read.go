package foreign

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// patience is how long one reader may think about a file.
const patience = 10 * time.Second

var (
	errPanic    = errors.New("the reader gave up")
	errPassword = errors.New("it opens with a password")
)

// lazyFrom is the size from which a stream's bytes are read again from the file
// when they are written, instead of standing in memory.
const lazyFrom = 16 << 10

// read reads the objects of a file. Large streams are left in it.
func read(ctx context.Context, src Source) (*model.XRefTable, error) {
	var out *model.XRefTable
	err := guarded(ctx, func(ctx context.Context) error {
		conf := &model.Configuration{
			Reader15: true, ValidationMode: model.ValidationRelaxed, Eol: types.EolLF, Limits: limits(),
			Permissions: model.PermissionsAll,
		}
		c, err := pdfcpu.ReadWithContext(ctx, io.NewSectionReader(src.Data, 0, src.Size), conf)
		if errors.Is(err, pdfcpu.ErrWrongPassword) {
			return errPassword
		}
		if err != nil {
			return fmt.Errorf("read objects: %w", err)
		}
		out = c.XRefTable
		leave(out, src)
		return nil
	})
	return out, err
}

// limits bound what a small file can grow to.
func limits() model.ResourceLimits {
	l := model.DefaultResourceLimits()
	l.MaxDecodeBytes = 32 << 20
	l.MaxObjectCount, l.MaxXRefEntries = 4_000_000, 4_000_000
	return l
}

// leave lets go of the bytes of large streams that stand in the file as they are.
func leave(x *model.XRefTable, src Source) {
	for _, e := range x.Table {
		sd, ok := e.Object.(types.StreamDict)
		if !ok || len(sd.Raw) < lazyFrom || !stands(src, sd) {
			continue
		}
		n := int64(len(sd.Raw))
		sd.Raw, sd.Content, sd.StreamLength = nil, nil, &n
		e.Object = sd
	}
}

// stands reports whether a stream's bytes are those of the file at its offset, as
// they are unless the file was encrypted or mended.
func stands(src Source, sd types.StreamDict) bool {
	if sd.StreamOffset <= 0 || sd.StreamOffset+int64(len(sd.Raw)) > src.Size {
		return false
	}
	b := make([]byte, 64<<10)
	for at := 0; at < len(sd.Raw); at += len(b) {
		part := b[:min(len(b), len(sd.Raw)-at)]
		if n, _ := src.Data.ReadAt(part, sd.StreamOffset+int64(at)); n < len(part) || string(part) != string(sd.Raw[at:at+len(part)]) {
			return false
		}
	}
	return true
}

// guarded runs work that may panic or never end. Work that does not end in time
// is left behind.
func guarded(ctx context.Context, work func(context.Context) error) error {
	inner, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	done := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- fmt.Errorf("%w: %v", errPanic, p)
			}
		}()
		done <- work(inner)
	}()
	select {
	case err := <-done:
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return err
	case <-inner.Done():
		return inner.Err()
	}
}

// objects reads the values of a file without ever failing: what is not there, or is
// something else, is the zero value.
type objects struct{ x *model.XRefTable }

func (o objects) get(v types.Object) types.Object {
	for range 32 { // a reference may lead to a reference
		ref, ok := v.(types.IndirectRef)
		if !ok {
			return v
		}
		next, err := o.x.Dereference(ref)
		if err != nil {
			return nil
		}
		v = next
	}
	return nil
}

func (o objects) dict(v types.Object) types.Dict {
	switch d := o.get(v).(type) {
	case types.Dict:
		return d
	case types.StreamDict:
		return d.Dict
	}
	return nil
}

func (o objects) array(v types.Object) types.Array {
	a, _ := o.get(v).(types.Array)
	return a
}

func (o objects) stream(v types.Object) (types.StreamDict, bool) {
	sd, ok := o.get(v).(types.StreamDict)
	return sd, ok
}

func (o objects) name(v types.Object) string {
	n, _ := o.get(v).(types.Name)
	return n.Value()
}

func (o objects) number(v types.Object) (float64, bool) {
	switch n := o.get(v).(type) {
	case types.Integer:
		return float64(n.Value()), true
	case types.Float:
		return n.Value(), true
	}
	return 0, false
}

func (o objects) integer(v types.Object, otherwise int) int {
	if n, ok := o.number(v); ok {
		return int(n)
	}
	return otherwise
}

func (o objects) yes(v types.Object) bool {
	b, ok := o.get(v).(types.Boolean)
	return ok && b.Value()
}

func number(v types.Object) int {
	if r, ok := v.(types.IndirectRef); ok {
		return r.ObjectNumber.Value()
	}
	return 0
}
