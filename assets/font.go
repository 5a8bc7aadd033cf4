package assets

// Font names a static TrueType font (glyf outlines, 1000 or 2048 units per em).
type Font string

// Source Sans 3 is the typeface of printed pages, Inter that of the window.
// DejaVu Sans is the fallback for symbols that the other two lack.
const (
	SourceSans               Font = "SourceSans3-Regular"
	SourceSansSemibold       Font = "SourceSans3-Semibold"
	SourceSansItalic         Font = "SourceSans3-It"
	SourceSansSemiboldItalic Font = "SourceSans3-SemiboldIt"
	Inter                    Font = "Inter-Regular"
	InterSemiBold            Font = "Inter-SemiBold"
	DejaVuSans               Font = "DejaVuSans"
)

// Fonts lists every font.
func Fonts() []Font {
	return []Font{
		SourceSans, SourceSansSemibold, SourceSansItalic, SourceSansSemiboldItalic,
		Inter, InterSemiBold, DejaVuSans,
	}
}

// TTF returns the font file.
func (f Font) TTF() []byte { return read("fonts/" + string(f) + ".ttf") }

// SRGB returns the ICC profile sRGB2014 (version 2, display class), the output
// intent of printed pages. It may be embedded in any file without restriction.
func SRGB() []byte { return read("profile/sRGB2014.icc") }
