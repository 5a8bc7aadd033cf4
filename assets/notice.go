package assets

// Notice is the licence of a work by others that the programs carry.
type Notice struct {
	Work string // its name, as its makers write it
	Text string // the licence text, with the copyright line
}

// Notices lists the licences of the embedded fonts, of the colour profile and of
// the hyphenation patterns, for the program to show.
func Notices() []Notice {
	return []Notice{
		{"Source Sans 3", string(read("fonts/SourceSans3-LICENSE.txt"))},
		{"Inter", string(read("fonts/Inter-LICENSE.txt"))},
		{"DejaVu Sans", string(read("fonts/DejaVuSans-LICENSE.txt"))},
		{"sRGB2014.icc", string(read("profile/sRGB2014-LICENSE.txt"))},
		{"hyph_sv.dic", string(read("hyphenation/hyph_sv-LICENSE.txt"))},
	}
}
