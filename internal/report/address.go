package report

import (
	"slices"
	"strings"
)

// Follows reports whether an address may become a link in a paper: one of the web or
// of mail. Others could open files or run programs of whoever reads the paper.
func Follows(address string) bool {
	scheme, rest, ok := strings.Cut(address, ":")
	return ok && rest != "" && slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(scheme))
}
