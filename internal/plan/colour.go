package plan

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ErrColour reports a colour that cannot be read.
var ErrColour = errors.New("no colour in the form #0B4F6C")

// ParseColour reads a colour as it is written on the web, "#0B4F6C" or "0b4f6c":
// red, green and blue, each from 0 to 255.
func ParseColour(s string) ([3]uint8, error) {
	hex := strings.TrimPrefix(strings.TrimSpace(s), "#")
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		return [3]uint8{}, fmt.Errorf("read colour %q: %w", s, ErrColour)
	}
	return [3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)}, nil
}
