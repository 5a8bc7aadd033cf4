package foreign

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Drawing instructions of one page are never more than this.
const mostContent = 64 << 20

var (
	errContent = errors.New("drawing instructions are damaged")
	errBomb    = errors.New("drawing instructions are larger than any page's")
)

// Contents returns the drawing instructions of page i as one stream: the page's own
// where it has one, else all of them put together. Its Raw is nil where the bytes
// are to be read from the file (see Raw).
func (f *File) Contents(i int) (types.StreamDict, error) {
	pieces, err := f.pieces(f.Pages[i].dict)
	if err != nil {
		return types.StreamDict{}, err
	}
	if len(pieces) == 1 {
		if err := f.proves(pieces[0]); err != nil {
			return types.StreamDict{}, err
		}
		return pieces[0], nil
	}
	var all bytes.Buffer
	for _, sd := range pieces {
		b, err := f.decoded(sd, mostContent-all.Len())
		if err != nil {
			return types.StreamDict{}, err
		}
		all.Write(b)
		all.WriteByte('\n')
	}
	return packed(all.Bytes())
}

// pieces returns the streams of a page's contents.
func (f *File) pieces(page types.Dict) ([]types.StreamDict, error) {
	v := f.o.get(page["Contents"])
	if sd, ok := v.(types.StreamDict); ok {
		return []types.StreamDict{sd}, nil
	}
	var out []types.StreamDict
	a, isArray := v.(types.Array)
	switch {
	case v == nil && page["Contents"] != nil:
		return nil, errGone
	case !isArray && v != nil:
		return nil, errContent
	}
	for _, o := range a {
		sd, ok := f.o.stream(o)
		if !ok {
			return nil, errGone
		}
		out = append(out, sd)
	}
	return out, nil
}

// packed is a compressed stream of the bytes.
func packed(b []byte) (types.StreamDict, error) {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		return types.StreamDict{}, fmt.Errorf("compress contents: %w", err)
	}
	if err := z.Close(); err != nil {
		return types.StreamDict{}, fmt.Errorf("compress contents: %w", err)
	}
	return types.StreamDict{Dict: types.Dict{"Filter": types.Name("FlateDecode")}, Raw: out.Bytes()}, nil
}

// Raw returns the bytes of a stream as they are written in a file, for one reading.
func (f *File) Raw(sd types.StreamDict) io.Reader {
	if sd.Raw == nil && sd.StreamLength != nil {
		return io.NewSectionReader(f.src.Data, sd.StreamOffset, *sd.StreamLength)
	}
	return bytes.NewReader(sd.Raw)
}

// proves reads a stream through, without keeping it.
func (f *File) proves(sd types.StreamDict) error {
	if !sd.HasSoleFilterNamed("FlateDecode") || sd.FilterPipeline[0].DecodeParms != nil {
		_, err := f.decoded(sd, mostContent)
		return err
	}
	z, err := zlib.NewReader(f.Raw(sd))
	if err != nil {
		return errContent
	}
	n, err := io.Copy(io.Discard, io.LimitReader(z, mostContent+1))
	switch {
	case n > mostContent:
		return errBomb
	case err != nil && !errors.Is(err, zlib.ErrChecksum): // readers do not mind the sum
		return errContent
	}
	return nil
}

// decoded returns what a stream says, at most so many bytes.
func (f *File) decoded(sd types.StreamDict, most int) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(f.Raw(sd), mostContent+1))
	if err != nil || len(raw) > mostContent {
		return nil, errContent
	}
	if len(sd.FilterPipeline) == 0 || len(raw) == 0 {
		if sd.Dict["Filter"] != nil && len(raw) > 0 {
			return nil, errContent // a filter that nobody knows
		}
		return raw, within(raw, most)
	}
	sd.Raw, sd.Content = raw, nil
	if err := sd.DecodeWithLimit(int64(most)); err != nil {
		if errors.Is(err, filter.ErrDecodeLimitExceeded) {
			return nil, errBomb
		}
		return nil, errContent
	}
	return sd.Content, within(sd.Content, most)
}

func within(b []byte, most int) error {
	if len(b) > most {
		return errBomb
	}
	return nil
}
