package plan

import (
	"errors"
	"fmt"
	"io"
)

// SetLogo returns the edit that makes the image the organisation's logo. It
// reads all of the image: ErrLogo where it is none that can be a logo,
// ErrFileDamaged where it cannot be read to its end.
func (r Register) SetLogo(a Attachment) (Edit, error) {
	if a.Type != TypePNG && a.Type != TypeJPEG || a.Size > MaxLogoSize {
		return Edit{}, fmt.Errorf("take %s as a logo: %w", a.Name, ErrLogo)
	}
	b := make([]byte, a.Size)
	if n, err := a.Source.ReadAt(b, 0); n < len(b) {
		return Edit{}, fmt.Errorf("read %s: %w", a.Name, errors.Join(err, io.ErrUnexpectedEOF))
	}
	if _, _, err := ReadImage(b); err != nil {
		return Edit{}, fmt.Errorf("take %s as a logo: %w", a.Name, err)
	}
	e, err := r.SetEntry(ListOrganisation, OrganisationID, r.Organisation().With(KeyLogo, Text(a.Hash)))
	e.Files = []Attachment{a}
	return e, err
}

// RemoveLogo returns the edit that takes the organisation's logo away; an empty
// edit where there is none.
func (r Register) RemoveLogo() (Edit, error) {
	return r.SetEntry(ListOrganisation, OrganisationID, r.Organisation().With(KeyLogo, Value{}))
}
