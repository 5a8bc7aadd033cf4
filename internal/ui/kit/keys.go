package kit

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// KeysText returns a shortcut as it is written in a menu, such as
// "Ctrl+Skift+S"; "" for a shortcut without keys.
func (w *Words) KeysText(s fyne.Shortcut) string {
	k, ok := keysOf(s)
	if !ok {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		mask fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, w.Ctrl},
		{fyne.KeyModifierAlt, w.Alt},
		{fyne.KeyModifierShift, w.Shift},
		{fyne.KeyModifierSuper, w.Super},
	} {
		if k.Mod()&m.mask != 0 {
			parts = append(parts, m.name)
		}
	}
	parts = append(parts, w.KeyText(k.Key()))
	if runtime.GOOS == "darwin" {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, "+")
}

// keysOf returns the keys of a shortcut. Those of the toolkit that depend on
// the clipboard do not tell theirs.
func keysOf(s fyne.Shortcut) (fyne.KeyboardShortcut, bool) {
	if k, ok := s.(fyne.KeyboardShortcut); ok && k != nil {
		return k, true
	}
	return nil, false
}

// Keys is a shortcut of the system's command key (Ctrl, on a Mac Cmd), with
// Shift if wished.
func Keys(key fyne.KeyName, shift bool) *desktop.CustomShortcut {
	mod := fyne.KeyModifierShortcutDefault
	if shift {
		mod |= fyne.KeyModifierShift
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: mod}
}

// KeyText returns the name that stands on a key.
func (w *Words) KeyText(key fyne.KeyName) string {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		return w.Enter
	case fyne.KeyEscape:
		return w.Escape
	case fyne.KeyDelete:
		return w.Delete
	case fyne.KeyBackspace:
		return w.Backspace
	case fyne.KeySpace:
		return w.Space
	case fyne.KeyTab:
		return w.Tab
	case fyne.KeyUp:
		return w.Up
	case fyne.KeyDown:
		return w.Down
	case fyne.KeyLeft:
		return w.Left
	case fyne.KeyRight:
		return w.Right
	case fyne.KeyHome:
		return w.Home
	case fyne.KeyEnd:
		return w.End
	case fyne.KeyPageUp:
		return w.PageUp
	case fyne.KeyPageDown:
		return w.PageDown
	}
	return string(key)
}
