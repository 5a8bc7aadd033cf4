package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// logoModel is what the card of the logo shows.
type logoModel struct {
	image   image.Image // nil where there is none that can be shown
	text    string      // in its place, or about it
	choose  string      // the words of the button
	removes bool
}

// logoOf reads the logo as it was read from the file.
func logoOf(w *i18n.Printer, b []byte, failed error) logoModel {
	if b == nil && failed == nil {
		return logoModel{text: w.T("logo.none"), choose: w.T("logo.choose")}
	}
	m := logoModel{choose: w.T("logo.replace"), removes: true}
	if failed != nil {
		m.text = w.T("logo.unreadable")
		return m
	}
	img, kind, err := plan.ReadImage(b)
	if err != nil {
		m.text = w.T("logo.unreadable")
		return m
	}
	m.image = img
	m.text = w.T("logo.measures", "type", w.T("media-type."+kind.Code()), "width", w.Int(img.Bounds().Dx()),
		"height", w.Int(img.Bounds().Dy()), "size", w.FileSize(int64(len(b))))
	return m
}

const logoWidth, logoHeight = 240, 96

// logo is the card in the settings where the logo is shown and changed.
func (d *desk) logo() fyne.CanvasObject {
	b, err := d.file.Logo()
	m := logoOf(d.words, b, err)
	var parts []fyne.CanvasObject
	if m.image != nil {
		picture := canvas.NewImageFromImage(m.image)
		picture.FillMode = canvas.ImageFillContain
		// On paper, as it is printed: a dark logo would not be seen in a dark window.
		parts = append(parts, kit.Fixed(logoWidth, logoHeight, kit.NewGround(kit.ColorPaper, kit.Pad(kit.Around(8), picture))))
	}
	buttons := []fyne.CanvasObject{d.editing(kit.NewButton(kit.Outlined, m.choose, d.askLogo).Small())}
	if m.removes {
		buttons = append(buttons, d.editing(kit.NewButton(kit.Outlined, d.words.T("logo.remove"), d.removeLogo).Small()))
	}
	parts = append(parts, kit.NewParagraph(m.text, kit.Caption, kit.ColorText2), kit.Bar(8, append(buttons, kit.Spring())...))
	return kit.NewCard(d.words.First("field.organisation.logo"), kit.Pad(kit.Around(16), kit.Column(10, parts...)))
}

func (d *desk) askLogo() {
	d.app.askPath(pathQuestion{title: "logo.choose-title", confirm: "logo.use"}, func(path string) {
		d.app.examine(path, func(a plan.Attachment) {
			edit, err := d.register().SetLogo(a)
			d.do(editor.Op{Key: "op.set-logo"}, edit, err)
		})
	})
}

func (d *desk) removeLogo() {
	edit, err := d.register().RemoveLogo()
	d.do(editor.Op{Key: "op.remove-logo"}, edit, err)
}
