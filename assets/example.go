package assets

import (
	"embed"
	"io/fs"
)

//go:embed example/*.json
var example embed.FS

// Example returns the example organisation as fragments of one JSON document.
func Example() fs.FS {
	sub, err := fs.Sub(example, "example")
	if err != nil { // the folder is embedded above
		return example
	}
	return sub
}
