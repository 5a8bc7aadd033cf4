package ui

import (
	"os"
	"os/user"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// preferences are settings of the computer, not of a file.
type preferences struct{ p fyne.Preferences }

const (
	prefLanguage = "language" // "sv", "en"; "" for the system's
	prefMode     = "theme"    // "light", "dark"; "" for the system's
	prefTextSize = "text-size"
	prefName     = "person"
	prefRecent   = "recent"
	prefLast     = "last"
	prefRemind   = "reminders"           // "no" for none
	prefReminded = "reminded."           // and the file
	prefReview   = "begun-review."       // and file and document
	prefSchedule = "scheduled-reminder." // and the file
	prefPreview  = "preview"             // "yes" while pages are shown beside
	prefFindings = "findings"            // "no" while what is to be mended is folded
	prefColumns  = "columns."            // and the list
	prefSynced   = "synced."             // and the file: "yes" where the person knows
	prefWidth    = "window-width"        // as the window was left, in the toolkit's units
	prefHeight   = "window-height"
	prefFrame    = "window-frame" // one of the below; "" where it is not known
	prefX        = "window-x"     // in the system's coordinates
	prefY        = "window-y"

	frameFree      = "free"
	frameMaximized = "maximized"

	mostRecent  = 8
	largestText = 1.3
)

func (p preferences) language() string     { return p.p.String(prefLanguage) }
func (p preferences) setLanguage(s string) { p.p.SetString(prefLanguage, s) }

func (p preferences) mode() kit.Mode {
	switch p.p.String(prefMode) {
	case "light":
		return kit.Light
	case "dark":
		return kit.Dark
	}
	return kit.FollowSystem
}

func (p preferences) setMode(s string) { p.p.SetString(prefMode, s) }

// columns returns the columns a person has chosen for the table of a list; none
// where it shows the usual ones.
func (p preferences) columns(list string) []string { return p.p.StringList(prefColumns + list) }

func (p preferences) setColumns(list string, columns []string) {
	if len(columns) == 0 {
		p.p.RemoveValue(prefColumns + list)
		return
	}
	p.p.SetStringList(prefColumns+list, columns)
}

// previews reports whether pages are shown beside what is written.
func (p preferences) previews() bool { return p.p.String(prefPreview) == "yes" }

func (p preferences) setPreviews(on bool) {
	if on {
		p.p.SetString(prefPreview, "yes")
		return
	}
	p.p.RemoveValue(prefPreview)
}

// findings reports whether what is to be mended in a document is listed.
func (p preferences) findings() bool { return p.p.String(prefFindings) != "no" }

func (p preferences) setFindings(listed bool) {
	if !listed {
		p.p.SetString(prefFindings, "no")
		return
	}
	p.p.RemoveValue(prefFindings)
}

func (p preferences) textSize() float32 {
	f := p.p.FloatWithFallback(prefTextSize, 1)
	if !(f >= 1 && f <= largestText) { // a settings file can say anything, even what is no number
		return 1
	}
	return float32(f)
}

// The sizes of a window, in the toolkit's units: what it opens with at first, the least
// that is of use, and the largest that a screen may have.
const (
	usualWidth, usualHeight     = 1280, 800
	leastWidth, leastHeight     = 900, 600
	largestWidth, largestHeight = 16384, 16384
)

// windowSize returns how large the window was when it was left. A side that no screen
// could have is taken for the usual one.
func (p preferences) windowSize() fyne.Size {
	side := func(key string, usual, least, largest float64) float32 {
		f := p.p.FloatWithFallback(key, usual)
		if !(f > 0 && f <= largest) { // a settings file can say anything, even what is no number
			f = usual
		}
		return float32(max(f, least))
	}
	return fyne.NewSize(side(prefWidth, usualWidth, leastWidth, largestWidth), side(prefHeight, usualHeight, leastHeight, largestHeight))
}

func (p preferences) setWindowSize(s fyne.Size) {
	p.p.SetFloat(prefWidth, float64(s.Width))
	p.p.SetFloat(prefHeight, float64(s.Height))
}

// frame returns how the window lay when it was left; false where that is not known.
func (p preferences) frame() (Frame, bool) {
	switch p.p.String(prefFrame) {
	case frameFree, frameMaximized:
	default:
		return Frame{}, false
	}
	x, y := p.corner()
	return Frame{X: x, Y: y, Maximized: p.p.String(prefFrame) == frameMaximized}, true
}

func (p preferences) setFrame(f Frame) {
	how := frameFree
	if f.Maximized {
		how = frameMaximized
	}
	p.p.SetString(prefFrame, how)
	p.p.SetInt(prefX, f.X)
	p.p.SetInt(prefY, f.Y)
}

// corner is where the window lay when it last did not fill the screen.
func (p preferences) corner() (x, y int) { return p.p.Int(prefX), p.p.Int(prefY) }

func (p preferences) setTextSize(f float64) { p.p.SetFloat(prefTextSize, f) }

// person returns the name and role that registrations and the lock carry: what
// the person has set, else the system's user name.
func (p preferences) person() string {
	if s := strings.TrimSpace(p.p.String(prefName)); s != "" {
		return s
	}
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return ""
}

func (p preferences) setPerson(s string) { p.p.SetString(prefName, s) }

// reminds reports whether the person wants to be told on the desktop what waits.
func (p preferences) reminds() bool { return p.p.String(prefRemind) != "no" }

func (p preferences) setReminds(on bool) {
	if on {
		p.p.RemoveValue(prefRemind)
		return
	}
	p.p.SetString(prefRemind, "no")
}

// reminded returns the day on which the person was last told what waits in the
// file.
func (p preferences) reminded(path string) string { return p.p.String(prefReminded + path) }

func (p preferences) setReminded(path, day string) { p.p.SetString(prefReminded+path, day) }

// begunReview returns what was written of a review and not registered, "" for
// nothing.
func (p preferences) begunReview(path, doc string) string {
	return p.p.String(prefReview + path + "/" + doc)
}

func (p preferences) setBegunReview(path, doc, text string) {
	if text == "" {
		p.p.RemoveValue(prefReview + path + "/" + doc)
		return
	}
	p.p.SetString(prefReview+path+"/"+doc, text)
}

// scheduled returns what the platform calls the file's reminder that it is to
// deliver, and when; "" for none.
func (p preferences) scheduled(path string) (id string, at time.Time) {
	when, id, _ := strings.Cut(p.p.String(prefSchedule+path), " ")
	at, err := time.Parse(time.RFC3339, when)
	if err != nil {
		return "", time.Time{}
	}
	return id, at
}

func (p preferences) setScheduled(path, id string, at time.Time) {
	if id == "" {
		p.p.RemoveValue(prefSchedule + path)
		return
	}
	p.p.SetString(prefSchedule+path, at.Format(time.RFC3339)+" "+id)
}

// recent returns the files opened lately, the latest first.
func (p preferences) recent() []string {
	list := p.p.StringList(prefRecent)
	return list[:min(len(list), mostRecent)]
}

// last returns the file that was open when the program was left, or "".
func (p preferences) last() string {
	s := p.p.String(prefLast)
	if _, err := os.Stat(s); err != nil {
		return ""
	}
	return s
}

func (p preferences) opened(path string) {
	list := slices.DeleteFunc(p.recent(), func(s string) bool { return s == path })
	list = append([]string{path}, list...)
	p.p.SetStringList(prefRecent, list[:min(len(list), mostRecent)])
	p.p.SetString(prefLast, path)
}

func (p preferences) closed() { p.p.SetString(prefLast, "") }

// systemLocale returns the languages that the system prefers.
func systemLocale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if s := os.Getenv(name); s != "" {
			return s
		}
	}
	return ""
}

func (p preferences) knowsSynced(path string) bool { return p.p.String(prefSynced+path) == "yes" }
func (p preferences) setKnowsSynced(path string)   { p.p.SetString(prefSynced+path, "yes") }
