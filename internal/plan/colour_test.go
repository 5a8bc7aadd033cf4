package plan

import (
	"errors"
	"testing"
)

func TestParseColour(t *testing.T) {
	for text, want := range map[string][3]uint8{"#0B4F6C": {0x0B, 0x4F, 0x6C}, " ff8000 ": {0xFF, 0x80, 0}, "#000000": {}} {
		if got, err := ParseColour(text); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "#", "#12345", "#1234567", "blå", "#12345g", "+12345", "0x1234"} {
		if _, err := ParseColour(text); !errors.Is(err, ErrColour) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
