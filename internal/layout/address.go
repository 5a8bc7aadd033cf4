package layout

import "ledstjarna/internal/report"

// Follows reports whether an address in a file of another origin may stay a link; see
// report.Follows.
func Follows(address string) bool { return report.Follows(address) }
