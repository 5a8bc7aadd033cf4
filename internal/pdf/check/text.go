package check

import "strings"

// Text returns everything that a file says through its structure, squeezed: ready
// to be searched for the squeezed values of a content.
func Text(data []byte) (string, error) {
	tree, err := Read(data)
	if err != nil || tree == nil {
		return "", err
	}
	return Squeeze(tree.AllText()), nil
}

// Squeeze removes white space and soft hyphens, which line ends put in and take
// out.
func Squeeze(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), ""), "\u00AD", "")
}
