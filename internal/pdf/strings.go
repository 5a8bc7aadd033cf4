package pdf

import (
	"encoding/binary"
	"encoding/hex"
	"net/url"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// textString is a text for people, in UTF-16.
func textString(s string) types.HexLiteral {
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return types.HexLiteral(strings.ToUpper(hex.EncodeToString(b)))
}

// byteString is a string of bytes for programs.
func byteString(s string) types.HexLiteral {
	return types.HexLiteral(strings.ToUpper(hex.EncodeToString([]byte(s))))
}

// address returns a link's address in ASCII, as the file format wants it.
func address(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return url.PathEscape(s)
	}
	return u.String()
}
