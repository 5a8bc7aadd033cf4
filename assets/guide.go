package assets

import (
	"embed"
	"io/fs"
)

//go:embed guide
var guide embed.FS

// Guide returns the user guide: a folder of chapters in Markdown for each language,
// "sv" and "en", named by number and name, and the table of commands.
func Guide() fs.FS {
	sub, err := fs.Sub(guide, "guide")
	if err != nil { // the folder is embedded above
		return guide
	}
	return sub
}
