package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// serializer writes the objects that can be reached from the catalog, numbered in
// the order in which they are met, so that the same objects give the same bytes.
// The library's own writer sets dates, producer and ID by itself.
type serializer struct {
	x       *model.XRefTable
	left    map[int]left
	numbers map[int]int  // new by old number
	queue   []int        // old numbers in their new order
	out     bytes.Buffer // what is not yet written
	to      io.Writer
	written int
	offsets []int
}

var errObject = errors.New("an object cannot be written")

// serialize writes a file. Its ID is the hash of the file with an ID of zeros.
func (f *finisher) serialize(w io.Writer, info types.IndirectRef) error {
	sum := sha256.New()
	s := &serializer{x: f.x, left: f.left, numbers: map[int]int{}, to: io.MultiWriter(w, sum)}
	s.out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	rootNumber, infoNumber := s.number(*f.x.Root), s.number(info)
	for i := 0; i < len(s.queue); i++ {
		if err := s.object(i); err != nil {
			return fmt.Errorf("object %d: %w", s.queue[i], err)
		}
	}
	start := s.written + s.out.Len()
	fmt.Fprintf(&s.out, "xref\n0 %d\n0000000000 65535 f \n", len(s.offsets)+1)
	for _, at := range s.offsets {
		fmt.Fprintf(&s.out, "%010d 00000 n \n", at)
	}
	if err := s.flush(0); err != nil {
		return err
	}
	trailer := func(id string) string {
		return fmt.Sprintf("trailer\n<</ID[<%s><%s>]/Info %d 0 R/Root %d 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n",
			id, id, infoNumber, rootNumber, len(s.offsets)+1, start)
	}
	sum.Write([]byte(trailer(strings.Repeat("0", 32)))) // never fails
	_, err := io.WriteString(w, trailer(strings.ToUpper(hex.EncodeToString(sum.Sum(nil)[:16]))))
	return err
}

// object writes the object that is at a place of the queue.
func (s *serializer) object(i int) error {
	old := s.queue[i]
	object, err := s.x.Dereference(types.IndirectRef{ObjectNumber: types.Integer(old)})
	if err != nil {
		return err
	}
	s.offsets = append(s.offsets, s.written+s.out.Len())
	s.out.WriteString(strconv.Itoa(i+1) + " 0 obj\n")
	if l, ok := s.left[old]; ok {
		err = s.leftStream(object, l)
	} else {
		err = s.write(object)
	}
	if err != nil {
		return err
	}
	s.out.WriteString("\nendobj\n")
	return s.flush(1 << 16)
}

// flush hands over what has been made, if it is more than so many bytes.
func (s *serializer) flush(most int) error {
	if s.out.Len() <= most {
		return nil
	}
	n, err := s.out.WriteTo(s.to)
	s.written += int(n)
	return err
}

// leftStream writes a stream whose bytes are still in its file.
func (s *serializer) leftStream(o types.Object, l left) error {
	sd, ok := o.(types.StreamDict)
	if !ok {
		return fmt.Errorf("%w: %T", errObject, o)
	}
	d := maps.Clone(sd.Dict)
	d["Length"] = types.Integer(*l.stream.StreamLength)
	if err := s.dict(d); err != nil {
		return err
	}
	s.out.WriteString("\nstream\n")
	if err := s.flush(0); err != nil {
		return err
	}
	n, err := io.Copy(s.to, l.file.Raw(l.stream))
	s.written += int(n)
	if err == nil && n != *l.stream.StreamLength {
		err = io.ErrUnexpectedEOF
	}
	s.out.WriteString("\nendstream")
	return err
}

// number returns the new number of an object, queueing it when first met.
func (s *serializer) number(ref types.IndirectRef) int {
	old := ref.ObjectNumber.Value()
	if n, ok := s.numbers[old]; ok {
		return n
	}
	s.queue = append(s.queue, old)
	s.numbers[old] = len(s.queue)
	return len(s.queue)
}

// write writes an object.
func (s *serializer) write(o types.Object) error {
	switch o := o.(type) {
	case nil:
		s.out.WriteString("null")
	case types.Dict:
		return s.dict(o)
	case types.Array:
		s.out.WriteByte('[')
		for i, v := range o {
			if i > 0 {
				s.out.WriteByte(' ')
			}
			if err := s.write(v); err != nil {
				return err
			}
		}
		s.out.WriteByte(']')
	case types.StreamDict:
		return s.stream(o)
	case types.IndirectRef:
		s.out.WriteString(strconv.Itoa(s.number(o)) + " 0 R")
	case types.Float:
		s.out.WriteString(strconv.FormatFloat(o.Value(), 'f', -1, 64))
	case types.Name, types.StringLiteral, types.HexLiteral, types.Integer, types.Boolean:
		s.out.WriteString(o.PDFString())
	default:
		return fmt.Errorf("%w: %T", errObject, o)
	}
	return nil
}

func (s *serializer) dict(d types.Dict) error {
	s.out.WriteString("<<")
	for _, key := range slices.Sorted(maps.Keys(d)) {
		s.out.WriteString("/" + types.EncodeName(key) + " ")
		if err := s.write(d[key]); err != nil {
			return err
		}
	}
	s.out.WriteString(">>")
	return nil
}

func (s *serializer) stream(o types.StreamDict) error {
	d := maps.Clone(o.Dict)
	d["Length"] = types.Integer(len(o.Raw))
	if err := s.dict(d); err != nil {
		return err
	}
	s.out.WriteString("\nstream\n")
	s.out.Write(o.Raw)
	s.out.WriteString("\nendstream")
	return nil
}
