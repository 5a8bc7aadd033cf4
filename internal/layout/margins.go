package layout

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // logos are PNG or JPEG
	_ "image/png"
	"strings"

	"github.com/rivo/uniseg"

	"ledstjarna/internal/report"
)

// margins draws running header and footer on the pages of a document. total is
// the number of pages of the print.
func (s *setting) margins(doc *report.Document, d *draft, total int) {
	for i, p := range d.pages {
		p.Document = clean(doc.Title)
		if doc.Enclosed != nil && i < len(doc.Enclosed.Sheets) {
			s.stamp(doc, p, doc.Enclosed.Sheets[i], total)
			continue
		}
		f := portrait(false)
		if p.Width > p.Height {
			f = landscape(false)
		}
		number := s.small(s.print.Words.Page(i+1, len(d.pages)), secondary)
		p.Header = append(p.Header, atRight(number, f.right, f.header))
		if i > 0 || !doc.Logo {
			room := f.right - f.left - number.Width - 12
			p.Header = append(p.Header, s.runningTitle(doc, f, room)...)
		}
		room := f.right - f.left
		if s.print.Packet {
			packet := s.small(s.print.Words.Packet(p.Number, total), secondary)
			p.Footer = append(p.Footer, atRight(packet, f.right, f.footer))
			room -= packet.Width + 12
		}
		if left := s.cut(s.small(doc.FooterLeft, secondary), room); left.Text != "" {
			left.X, left.Y = f.left, f.footer
			p.Footer = append(p.Footer, left)
		}
	}
}

// runningTitle is the document's title and version in the upper margin.
func (s *setting) runningTitle(doc *report.Document, f frame, room float64) []Item {
	title := s.small(doc.Title, ink)
	title.Font.Face = Semibold
	title.Width = s.measurer.Width(title.Text, title.Font)
	version := Run{}
	if doc.Version != "" {
		version = s.small(" · "+doc.Version, secondary)
	}
	title = s.cut(title, room-version.Width)
	title.X, title.Y = f.left, f.header
	if version.Text == "" {
		return []Item{title}
	}
	version.X, version.Y = f.left+title.Width, f.header
	return []Item{title, version}
}

func (s *setting) small(words string, colour RGB) Run {
	st := labelStyle()
	words = strings.ReplaceAll(clean(words), "\n", " ")
	return Run{Text: words, Font: st.font, Colour: colour, Width: s.measurer.Width(words, st.font)}
}

func atRight(r Run, right, y float64) Run {
	r.X, r.Y = right-r.Width, y
	return r
}

// cut shortens a run of the margins to a width; the full words stand on the page.
func (s *setting) cut(r Run, width float64) Run {
	for r.Width > width && r.Text != "" {
		text := strings.TrimSuffix(r.Text, "…")
		shorter := 0
		for g := uniseg.NewGraphemes(text); g.Next(); {
			if from, to := g.Positions(); to == len(text) {
				shorter = from
			}
		}
		r.Text = strings.TrimRight(text[:shorter], " ") + "…"
		if shorter == 0 {
			r.Text = ""
		}
		r.Width = s.measurer.Width(r.Text, r.Font)
	}
	return r
}

const (
	logoTop    = 36.0
	logoHeight = 32.0
)

// logo draws the organisation's mark: the picture, and the name beside it unless
// the picture is wide enough to hold a name itself.
func (b *builder) logo(p *pen) {
	logo := b.print.Logo
	left := b.frame.left
	if width := logoWidth(logo); width > 0 {
		owner := under(b.draft.node, Figure)
		owner.Alt = clean(logo.Alt)
		owner.BBox = p.box(left, logoTop, width, logoHeight)
		picture := Picture{left, logoTop, width, logoHeight, logo.Picture}
		if owner.Alt == "" {
			p.artifact(picture)
		} else {
			p.mark(owner, picture)
		}
		if width > 1.2*logoHeight {
			return
		}
		left = 40 * mm
	}
	st := text(Regular, 11, 14, ink)
	y := logoTop + 2
	for i, name := range []string{logo.Name, logo.Name2} {
		line := st
		if i == 0 {
			line = st.bold()
		}
		if name = clean(name); name != "" {
			run := Run{X: left, Y: y + st.baseline(), Text: name, Font: line.font, Colour: ink, Width: b.m.Width(name, line.font)}
			p.mark(under(b.draft.node, P), run)
			y += st.leading
		}
	}
}

// logoWidth is that of the logo's picture on paper, 0 without one.
func logoWidth(logo report.Logo) float64 {
	config, _, err := image.DecodeConfig(bytes.NewReader(logo.Picture))
	if err != nil || config.Height == 0 {
		return 0
	}
	return min(logoHeight*float64(config.Width)/float64(config.Height), 60*mm)
}

func checkLogo(logo report.Logo) error {
	if len(logo.Picture) == 0 {
		return nil
	}
	if _, _, err := image.DecodeConfig(bytes.NewReader(logo.Picture)); err != nil {
		return fmt.Errorf("read the logo's picture: %w", err)
	}
	return nil
}
