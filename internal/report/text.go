package report

import "strings"

// Span is a run of text in one style.
type Span struct {
	Text     string
	Bold     bool
	Italic   bool
	Muted    bool   // secondary colour
	Accent   bool   // the organisation's accent colour
	Strike   bool   // struck out: removed text in a comparison
	Under    bool   // underlined: added text in a comparison
	Link     string // address, or "" for none
	To       string // anchor in the same Print, or "" for none
	PageOf   string // anchor whose page number replaces Text
	Symbol   Symbol // status symbol before Text
	Alone    bool   // only the symbol is drawn; Text is what it says to those who cannot see it
	Language string // of a passage in another language, or ""
}

// Text is a line or paragraph of spans. A "\n" in a span ends the line.
type Text []Span

// Plain returns s as a text in the ordinary style; "" gives no text.
func Plain(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}

// String returns the words without styles.
func (t Text) String() string {
	var s strings.Builder
	for _, x := range t {
		s.WriteString(x.Text)
	}
	return s.String()
}

// Symbol is a status symbol; the word beside it carries the meaning.
type Symbol uint8

// The symbols.
const (
	NoSymbol     Symbol = iota
	Ring                // Planerad, Kommande
	Half                // Pågår, Dags, Delvis nått
	DiscCheck           // Klar, Genomförd, Nått
	RingCheck           // Genomförd sent
	SquareCheck         // Fullgjord genom fastställande
	Bars                // Pausad
	Cross               // Inställd, Ersatt/Upphävd
	Diamond             // Försenad, Under basvärdet
	Triangle            // Brådskande
	DiamondArrow        // Avvikelse
	Dash                // Ej aktuell
	Square              // Ändrat
	Plus                // Tillagt
	Minus               // Borttaget
	Disc                // filled
)
