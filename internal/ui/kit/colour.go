package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// The tokens: the colours of the theme by what they are used for.
const (
	ColorWindow    fyne.ThemeColorName = "kit.window"    // page ground, document header
	ColorNav       fyne.ThemeColorName = "kit.nav"       // menu bar, navigation, status line
	ColorCard      fyne.ThemeColorName = "kit.card"      // cards, fields, the form column
	ColorSub       fyne.ThemeColorName = "kit.sub"       // table head, group row, legend, example, field toolbar
	ColorHover     fyne.ThemeColorName = "kit.hover"     // hovered row, row whose cell is edited
	ColorSelection fyne.ThemeColorName = "kit.selection" // selected row, active segment or section, first suggestion
	ColorNavOn     fyne.ThemeColorName = "kit.navOn"     // selected row of the navigation
	ColorButton    fyne.ThemeColorName = "kit.button"    // quiet button, icon tile
	ColorDesk      fyne.ThemeColorName = "kit.desk"      // behind previewed pages
	ColorPaper     fyne.ThemeColorName = "kit.paper"     // a previewed page
	ColorLine      fyne.ThemeColorName = "kit.line"      // card border and dividers; decorative only
	ColorBand      fyne.ThemeColorName = "kit.band"      // strip for a yearly window; always explained in words

	ColorText          fyne.ThemeColorName = "kit.text"
	ColorText2         fyne.ThemeColorName = "kit.text2"         // captions, help, counts, dates
	ColorPrimaryFill   fyne.ThemeColorName = "kit.primaryFill"   // ground of the primary button
	ColorOnPrimary     fyne.ThemeColorName = "kit.onPrimary"     // text on primaryFill
	ColorPrimaryText   fyne.ThemeColorName = "kit.primaryText"   // links, focus ring, today line
	ColorCheckFill     fyne.ThemeColorName = "kit.checkFill"     // a ticked box
	ColorCheckGlyph    fyne.ThemeColorName = "kit.checkGlyph"    // the tick in it
	ColorControlBorder fyne.ThemeColorName = "kit.controlBorder" // fields, outlined buttons, boxes

	ColorLate          fyne.ThemeColorName = "kit.late"
	ColorLateTint      fyne.ThemeColorName = "kit.lateTint"
	ColorUrgent        fyne.ThemeColorName = "kit.urgent"
	ColorUrgentTint    fyne.ThemeColorName = "kit.urgentTint"
	ColorDue           fyne.ThemeColorName = "kit.due"
	ColorDueTint       fyne.ThemeColorName = "kit.dueTint"
	ColorActive        fyne.ThemeColorName = "kit.active"
	ColorActiveTint    fyne.ThemeColorName = "kit.activeTint"
	ColorDone          fyne.ThemeColorName = "kit.done"
	ColorDoneTint      fyne.ThemeColorName = "kit.doneTint"
	ColorDeviation     fyne.ThemeColorName = "kit.deviation"
	ColorDeviationTint fyne.ThemeColorName = "kit.deviationTint"
	ColorNeutral       fyne.ThemeColorName = "kit.neutral"
	ColorNeutralTint   fyne.ThemeColorName = "kit.neutralTint"

	ColorShadow fyne.ThemeColorName = "kit.shadow" // under popups and pages
	ColorScrim  fyne.ThemeColorName = "kit.scrim"  // over the window while a dialog is open

	colorClear fyne.ThemeColorName = "kit.clear" // nothing at all
)

// palette holds the colour of every token in one variant.
type palette map[fyne.ThemeColorName]color.NRGBA

// rgb is an opaque colour from its six digits.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// translucent is c at the given share of 255.
func translucent(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

func lightPalette() palette {
	return palette{
		ColorWindow: rgb(0xF4F6F8), ColorNav: rgb(0xE9EEF2), ColorCard: rgb(0xFFFFFF),
		ColorSub: rgb(0xF8FAFB), ColorHover: rgb(0xEEF3F7), ColorSelection: rgb(0xDCEBF5),
		ColorNavOn: rgb(0xFFFFFF), ColorButton: rgb(0xE9EEF2), ColorDesk: rgb(0xDFE5EA),
		ColorPaper: rgb(0xFFFFFF), ColorLine: rgb(0xDDE3E9), ColorBand: rgb(0xE8D27C),

		ColorText: rgb(0x17222D), ColorText2: rgb(0x526170),
		ColorPrimaryFill: rgb(0x0B5C8C), ColorOnPrimary: rgb(0xFFFFFF), ColorPrimaryText: rgb(0x0B5C8C),
		ColorCheckFill: rgb(0x0B5C8C), ColorCheckGlyph: rgb(0xFFFFFF), ColorControlBorder: rgb(0x748393),

		ColorLate: rgb(0xA3201D), ColorLateTint: rgb(0xFBE7E5),
		ColorUrgent: rgb(0x8F3D00), ColorUrgentTint: rgb(0xFDEBDC),
		ColorDue: rgb(0x6E5200), ColorDueTint: rgb(0xFAF0CC),
		ColorActive: rgb(0x0B5C8C), ColorActiveTint: rgb(0xE2EFF8),
		ColorDone: rgb(0x1B6637), ColorDoneTint: rgb(0xE1F2E6),
		ColorDeviation: rgb(0x64399B), ColorDeviationTint: rgb(0xF0E8F9),
		ColorNeutral: rgb(0x526170), ColorNeutralTint: rgb(0xECF0F3),

		ColorShadow: translucent(rgb(0x17222D), 0x29), ColorScrim: translucent(rgb(0x17222D), 0x52),
		colorClear: {},
	}
}

func darkPalette() palette {
	return palette{
		ColorWindow: rgb(0x14191F), ColorNav: rgb(0x101519), ColorCard: rgb(0x1C232A),
		ColorSub: rgb(0x202830), ColorHover: rgb(0x242D36), ColorSelection: rgb(0x1E3A4E),
		ColorNavOn: rgb(0x222B33), ColorButton: rgb(0x2A333C), ColorDesk: rgb(0x0E1317),
		ColorPaper: rgb(0xF1F3F5), ColorLine: rgb(0x303A44), ColorBand: rgb(0x7A6522),

		ColorText: rgb(0xE7ECF1), ColorText2: rgb(0xA8B5C1),
		ColorPrimaryFill: rgb(0x2A78AD), ColorOnPrimary: rgb(0xFFFFFF), ColorPrimaryText: rgb(0x7FC1EC),
		ColorCheckFill: rgb(0x7FC1EC), ColorCheckGlyph: rgb(0x101519), ColorControlBorder: rgb(0x7C8B9A),

		ColorLate: rgb(0xFFA8A1), ColorLateTint: rgb(0x48211F),
		ColorUrgent: rgb(0xFFB98A), ColorUrgentTint: rgb(0x45290F),
		ColorDue: rgb(0xEBCB6B), ColorDueTint: rgb(0x3B3110),
		ColorActive: rgb(0x8CC8EF), ColorActiveTint: rgb(0x17364A),
		ColorDone: rgb(0x86D3A2), ColorDoneTint: rgb(0x163926),
		ColorDeviation: rgb(0xCDB1F2), ColorDeviationTint: rgb(0x35264A),
		ColorNeutral: rgb(0xA8B5C1), ColorNeutralTint: rgb(0x2A333C),

		ColorShadow: translucent(rgb(0x000000), 0x80), ColorScrim: translucent(rgb(0x000000), 0x8C),
		colorClear: {},
	}
}
