package layout

import "ledstjarna/internal/report"

// voice returns how a span of a text in style st is set.
func (b *builder) voice(s report.Span, st style, owner *Node) *voice {
	v := &voice{font: st.font, colour: st.colour, owner: owner, strike: s.Strike}
	if s.Bold || st.font.Face == Semibold {
		v.font.Face = Semibold
	}
	if s.Italic {
		v.font.Face += Italic
	}
	switch {
	case s.Strike, s.Muted:
		v.colour = secondary
	case s.Accent:
		v.colour = b.accent
	case s.Symbol != report.NoSymbol:
		v.colour = ink // a state is no side remark, even on a second line
	}
	if s.Under {
		v.under = 0.9
	}
	if s.Language != "" && s.Language != b.language {
		v.owner = under(v.owner, Span)
		v.owner.Language = s.Language
	}
	b.link(v, s)
	return v
}

// link makes v a link if the span leads anywhere.
func (b *builder) link(v *voice, s report.Span) {
	switch {
	case s.PageOf != "":
		v.target = &target{anchor: b.anchorOf(s.PageOf), contents: b.print.Words.ToPage(b.pageOf(s.PageOf))}
	case s.To != "":
		v.target = &target{anchor: b.anchorOf(s.To), contents: clean(s.Text)}
	case s.Link != "":
		v.target = &target{url: s.Link, contents: clean(s.Text)}
		if v.target.contents != s.Link {
			v.target.contents += " (" + s.Link + ")"
		}
	default:
		return
	}
	v.colour, v.under = b.accent, 0.5
	v.owner = under(v.owner, LinkRole)
}

// symbolVoice is the voice of the symbol before a span.
func (b *builder) symbolVoice(s report.Span, v *voice) *voice {
	out := *v
	out.symbol, out.alone, out.under, out.target = s.Symbol, s.Alone, 0, nil
	if s.Alone {
		out.owner = under(v.owner, Figure)
		out.owner.Alt = clean(s.Text)
	}
	return &out
}

// spanText returns the words of a span, with the page number it asks for.
func (b *builder) spanText(s report.Span) string {
	if s.PageOf != "" {
		return itoa(b.pageOf(s.PageOf))
	}
	return clean(s.Text)
}
