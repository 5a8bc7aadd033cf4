package foreign

import (
	"bytes"
	"encoding/binary"
)

// orientation is how a camera says that its picture is to be turned, 1 to 8; 1
// where it says nothing.
func orientation(jpeg []byte) int {
	for at := 2; at+4 <= len(jpeg) && jpeg[at] == 0xFF; {
		marker, size := jpeg[at+1], int(binary.BigEndian.Uint16(jpeg[at+2:]))
		if marker == 0xDA || size < 2 || at+2+size > len(jpeg) {
			break
		}
		if body := jpeg[at+4 : at+2+size]; marker == 0xE1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return noted(body[6:])
		}
		at += 2 + size
	}
	return 1
}

// noted reads the orientation in the first directory of a TIFF header.
func noted(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	const entry, tag = 12, 0x0112
	for i := range int(order.Uint16(tiff[at:])) {
		from := at + 2 + i*entry
		if from+entry > len(tiff) {
			break
		}
		if order.Uint16(tiff[from:]) == tag {
			if n := int(order.Uint16(tiff[from+8:])); n >= 1 && n <= 8 {
				return n
			}
		}
	}
	return 1
}
