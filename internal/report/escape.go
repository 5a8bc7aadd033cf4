package report

import (
	"html"
	"strings"
)

// unescape resolves backslash escapes and character references, which the
// parser leaves in its segments.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunctuation(s[i+1]) {
			i++
			out.WriteByte(s[i])
			continue
		}
		if s[i] == '&' {
			if end := strings.IndexByte(s[i:], ';'); end > 1 && end < 12 {
				out.WriteString(html.UnescapeString(s[i : i+end+1]))
				i += end
				continue
			}
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

func isPunctuation(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
