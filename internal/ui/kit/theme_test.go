package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ledstjarna/internal/ui/kit"
	"ledstjarna/internal/ui/kit/kittest"
)

func TestContrast(t *testing.T) {
	surfaces := []fyne.ThemeColorName{
		kit.ColorWindow, kit.ColorNav, kit.ColorCard, kit.ColorSub, kit.ColorHover, kit.ColorSelection, kit.ColorNavOn,
		kit.ColorButton,
	}
	type pair struct {
		ink, ground fyne.ThemeColorName
		least       float64
	}
	var pairs []pair
	for _, ground := range surfaces {
		for _, ink := range []fyne.ThemeColorName{kit.ColorText, kit.ColorText2, kit.ColorPrimaryText} {
			pairs = append(pairs, pair{ink, ground, 4.5})
		}
		pairs = append(pairs, pair{kit.ColorControlBorder, ground, 3})
	}
	for _, f := range []kit.Family{kit.Neutral, kit.Late, kit.Urgent, kit.Due, kit.Active, kit.Done, kit.Deviation} {
		for _, ground := range append(surfaces, f.Tint()) {
			pairs = append(pairs, pair{f.Ink(), ground, 4.5})
		}
	}
	pairs = append(
		pairs,
		pair{kit.ColorOnPrimary, kit.ColorPrimaryFill, 4.5},
		pair{kit.ColorCheckGlyph, kit.ColorCheckFill, 4.5},
		pair{kit.ColorText2, kit.ColorNeutralTint, 4.5},
		pair{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary, 4.5},
		pair{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground, 4.5},
		pair{theme.ColorNameDisabled, theme.ColorNameBackground, 4.5},
		pair{theme.ColorNameForeground, theme.ColorNameSelection, 4.5},
		pair{theme.ColorNameInputBorder, theme.ColorNameBackground, 3},
		pair{theme.ColorNameScrollBar, theme.ColorNameBackground, 3},
	)
	for mode, name := range map[kit.Mode]string{kit.Light: "light", kit.Dark: "dark"} {
		th := kit.NewTheme(mode, 1)
		for _, p := range pairs {
			if got := kittest.Contrast(th.Color(p.ink, 0), th.Color(p.ground, 0)); got < p.least {
				t.Errorf("%s: %s on %s has contrast %.2f, want at least %.1f", name, p.ink, p.ground, got, p.least)
			}
		}
	}
}

func TestThemeFollowsTheSystem(t *testing.T) {
	follow, dark := kit.NewTheme(kit.FollowSystem, 1), kit.NewTheme(kit.Dark, 1)
	light := kit.NewTheme(kit.Light, 1)
	for _, tc := range []struct {
		variant fyne.ThemeVariant
		want    *kit.Theme
	}{{theme.VariantDark, dark}, {theme.VariantLight, light}, {2, light}} {
		if got, want := follow.Color(kit.ColorCard, tc.variant), tc.want.Color(kit.ColorCard, 0); got != want {
			t.Errorf("variant %d: card is %v, want %v", tc.variant, got, want)
		}
	}
	if got, want := dark.Color(kit.ColorCard, theme.VariantLight), dark.Color(kit.ColorCard, theme.VariantDark); got != want {
		t.Errorf("the dark theme follows the system: %v, %v", got, want)
	}
}

func TestEveryStockColourIsAToken(t *testing.T) {
	th := kit.NewTheme(kit.Dark, 1)
	for _, name := range []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameButton, theme.ColorNameDisabledButton, theme.ColorNameDisabled,
		theme.ColorNameError, theme.ColorNameFocus, theme.ColorNameHeaderBackground, theme.ColorNameHover,
		theme.ColorNameHyperlink, theme.ColorNameInputBackground, theme.ColorNameInputBorder, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNamePressed, theme.ColorNameScrollBar, theme.ColorNameSelection,
		theme.ColorNameSeparator, theme.ColorNameShadow, theme.ColorNameSuccess, theme.ColorNameWarning,
	} {
		if th.Color(name, 0) == th.Color(kit.ColorText, 0) {
			t.Errorf("%s falls back to the colour of text", name)
		}
	}
}

func TestTextSizeIsHeldWithinLimits(t *testing.T) {
	for factor, want := range map[float32]float32{0.1: 10, 1: 13, 1.5: 20, 9: 26} {
		if got := kit.NewTheme(kit.Light, factor).Size(theme.SizeNameText); got != want {
			t.Errorf("factor %v: text is %v, want %v", factor, got, want)
		}
	}
}

func TestWidgetsGrowWithTheTextSize(t *testing.T) {
	settings := fyne.CurrentApp().Settings()
	settings.SetTheme(kit.NewTheme(kit.Light, 1))
	button := kit.NewButton(kit.Outlined, "Ingen ändring", nil)
	small := button.MinSize()
	settings.SetTheme(kit.NewTheme(kit.Light, 1.5))
	if large := button.MinSize(); large.Height != 45 || large.Width < small.Width*1.4 {
		t.Errorf("at 150 %% the button is %v, at 100 %% %v", large, small)
	}
}
