package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
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
	numbers map[int]int // new by old number
	queue   []int       // old numbers in their new order
	out     bytes.Buffer
	offsets []int
}

var errObject = errors.New("an object cannot be written")

// serialize returns the bytes of a file. Its ID is the hash of the file with an ID
// of zeros.
func serialize(x *model.XRefTable, root, info types.IndirectRef) ([]byte, error) {
	s := &serializer{x: x, numbers: map[int]int{}}
	s.out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	rootNumber, infoNumber := s.number(root), s.number(info)
	for i := 0; i < len(s.queue); i++ {
		object, err := x.Dereference(types.IndirectRef{ObjectNumber: types.Integer(s.queue[i])})
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", s.queue[i], err)
		}
		s.offsets = append(s.offsets, s.out.Len())
		s.out.WriteString(strconv.Itoa(i+1) + " 0 obj\n")
		if err := s.write(object); err != nil {
			return nil, fmt.Errorf("object %d: %w", s.queue[i], err)
		}
		s.out.WriteString("\nendobj\n")
	}
	start := s.out.Len()
	fmt.Fprintf(&s.out, "xref\n0 %d\n0000000000 65535 f \n", len(s.offsets)+1)
	for _, at := range s.offsets {
		fmt.Fprintf(&s.out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&s.out, "trailer\n<</ID[<%s>", strings.Repeat("0", 32))
	at := s.out.Len()
	fmt.Fprintf(&s.out, "<%s>]/Info %d 0 R/Root %d 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n",
		strings.Repeat("0", 32), infoNumber, rootNumber, len(s.offsets)+1, start)
	data := s.out.Bytes()
	sum := sha256.Sum256(data)
	id := strings.ToUpper(hex.EncodeToString(sum[:16]))
	copy(data[at-33:], id)
	copy(data[at+1:], id)
	return data, nil
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
