// Package assets holds what the programs carry with them: typefaces, the
// colour profile of printed pages, icons, words in two languages, the user
// guide in both, and the data of the example organisation.
//
// Everything is embedded in the binary. Each function returns a fresh copy that
// belongs to the caller. The names are typed constants; a name that is none of
// them is a programming error and panics, so no caller has to handle a missing
// asset. Files from others lie beside their licence, see Notices.
package assets

import "embed"

//go:embed fonts hyphenation profile translations icons Icon.svg Icon.png
var files embed.FS

// read returns a fresh copy of an embedded file.
func read(name string) []byte {
	data, err := files.ReadFile(name)
	if err != nil {
		panic("assets: " + err.Error())
	}
	return data
}
