package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// stockColor maps the names that the toolkit's own widgets ask for to tokens,
// so that they stand beside ours without looking foreign. The toolkit's faint
// colours for text become text2: faint text is unreadable in the dark look.
func stockColor(name fyne.ThemeColorName) (fyne.ThemeColorName, bool) {
	switch name {
	case theme.ColorNameBackground:
		return ColorWindow, true
	case theme.ColorNameButton, theme.ColorNameDisabledButton:
		return ColorButton, true
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return ColorText2, true
	case theme.ColorNameError:
		return ColorLate, true
	case theme.ColorNameFocus, theme.ColorNameSelection, theme.ColorNamePressed:
		return ColorSelection, true
	case theme.ColorNameForeground:
		return ColorText, true
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return ColorCheckGlyph, true
	case theme.ColorNameHeaderBackground:
		return ColorSub, true
	case theme.ColorNameHover:
		return ColorHover, true
	case theme.ColorNameHyperlink, theme.ColorNamePrimary:
		return ColorPrimaryText, true
	case theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return ColorCard, true
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return ColorControlBorder, true
	case theme.ColorNameSeparator, theme.ColorNameInnerWindowBorder, theme.ColorNameInnerWindowBorderInactive:
		return ColorLine, true
	case theme.ColorNameScrollBarBackground:
		return colorClear, true
	case theme.ColorNameShadow:
		return ColorShadow, true
	case theme.ColorNameSuccess:
		return ColorDone, true
	case theme.ColorNameWarning:
		return ColorUrgent, true
	}
	return "", false
}

// stockSizes are the toolkit's sizes at a text size. A field's text line of 18
// and the inner padding make the field's height of 30.
func stockSizes(factor float32) map[fyne.ThemeSizeName]float32 {
	sizes := map[fyne.ThemeSizeName]float32{
		theme.SizeNameText:            13,
		theme.SizeNameHeadingText:     20,
		theme.SizeNameSubHeadingText:  15,
		theme.SizeNameCaptionText:     11,
		theme.SizeNameInlineIcon:      16,
		theme.SizeNameInnerPadding:    6,
		theme.SizeNamePadding:         4,
		theme.SizeNameLineSpacing:     4,
		theme.SizeNameScrollBar:       0, // a field scrolls with its caret; all else has bars of its own
		theme.SizeNameScrollBarSmall:  0,
		theme.SizeNameScrollBarRadius: 4,
		theme.SizeNameInputRadius:     6,
		theme.SizeNameButtonRadius:    6,
		theme.SizeNameSelectionRadius: 3,
		theme.SizeNameCardRadius:      8,
		theme.SizeNameDialogRadius:    8,
		theme.SizeNamePopupRadius:     6,
		theme.SizeNameMenuRadius:      6,
		theme.SizeNameSplitThickness:  5,
	}
	for name, v := range sizes {
		sizes[name] = round(v * factor)
	}
	sizes[theme.SizeNameInputBorder] = 1
	sizes[theme.SizeNameSeparatorThickness] = 1
	sizes[theme.SizeNameModalBlurRadius] = 0
	return sizes
}
