package report

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// Bundled is one file of the folder in which a meeting's papers are sent.
type Bundled struct {
	Name  string
	Print *Print            // what is printed, nil for a stored file
	File  plan.AttachedFile // a stored file, as it was attached
}

// Bundle returns what the folder of a meeting's papers holds: all papers as one file,
// then the files that are delivered separately, then, if they are asked for, each
// document as a file of its own. Every name is there once.
func Bundle(s Source, pk packet.Packet, documents bool) ([]Bundled, error) {
	whole, err := Packet(s, pk)
	if err != nil {
		return nil, err
	}
	out := []Bundled{{Name: PacketFileName(s, pk), Print: &whole}}
	seen := map[plan.ID]bool{}
	var single []Bundled
	for _, it := range pk.Items {
		for _, x := range it.Papers {
			if pk.Public && (it.Protected || x.Protected) {
				continue
			}
			if x.Foreign() {
				e, err := s.enclosure(x)
				if err != nil {
					return nil, err
				}
				if e.Apart != "" && e.Apart != ApartGone {
					out = append(out, Bundled{Name: separateName(s, it, x), File: x.File})
				}
				continue
			}
			d, ok := s.Register.Document(x.Document)
			if v, known := d.Version(x.Version); documents && ok && known && x.Changes == "" && !seen[v.ID] {
				seen[v.ID] = true
				one, err := One(s, d, v)
				if err != nil {
					return nil, err
				}
				single = append(single, Bundled{Name: packet.DocumentFileName(v.Head.Title, s.version(d, v)), Print: &one})
			}
		}
	}
	out = append(out, single...)
	for i := range out {
		out[i].Name = unlike(out[i].Name, out[:i])
	}
	return out, nil
}

// PacketFileName is the name that the file of all papers is suggested to have.
func PacketFileName(s Source, pk packet.Packet) string {
	papers := s.Words.T("packet.papers")
	if pk.Public {
		papers += "_" + s.Words.T("public.file")
	}
	return pk.FileName(papers)
}

// separateName begins with where the file belongs, so that a folder lists it in the
// order of the agenda.
func separateName(s Source, it packet.Item, x packet.Paper) string {
	place := s.Words.T("page.item", "n", it.Number) + " " + s.appendix(x.Number)
	return packet.SafeName(place + " " + x.Title + strings.ToLower(filepath.Ext(plan.SafeName(x.File.Name))))
}

// unlike gives a name a number where another file has it; systems differ on
// whether case makes a difference.
func unlike(name string, others []Bundled) string {
	taken := func(n string) bool {
		return slices.ContainsFunc(others, func(o Bundled) bool { return strings.EqualFold(o.Name, n) })
	}
	ext := filepath.Ext(name)
	out := name
	for n := 2; taken(out); n++ {
		out = strings.TrimSuffix(name, ext) + " (" + strconv.Itoa(n) + ")" + ext
	}
	return out
}
