package exchange

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	ical "github.com/arran4/golang-ical"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Calendar is the review duties, planning windows, mandate periods, meetings and
// their deadlines of a file as an iCalendar file (RFC 5545), to be imported or
// subscribed to. Its events keep their UIDs for as long as the file lives.
type Calendar struct {
	Register plan.Register
	Words    *i18n.Printer
	Today    plan.Date
	Now      time.Time
	Version  string // of the program
}

// zone is where meetings are held. Whole days have none.
const zone = "Europe/Stockholm"

// digest is the property that remembers what an event said.
const digest = ical.ComponentProperty("X-LEDSTJARNA-DIGEST")

// mostCalendar is the size of a calendar file up to which it is read.
const mostCalendar = 32 << 20

// told is what an earlier file said of an event.
type told struct {
	sequence  int
	stamp     string
	digest    string
	cancelled bool
	event     *ical.VEvent
}

// Write writes the calendar. previous is the file that was written before, or
// empty: an event that says what it said there keeps its SEQUENCE and time stamp,
// one that says something else has the next SEQUENCE, and one that is no longer
// there is cancelled once; a planning window of a year gone by stays. Events of
// another file are not taken over. What cannot be read as a calendar of this program is
// taken for none.
func (c Calendar) Write(w io.Writer, previous []byte) error {
	f := calendarFile{
		name: c.Words.T("ics.name", "name", c.Register.Organisation().Text(plan.KeyName)), version: c.Version, now: c.Now,
		ours: func(uid string) bool {
			return strings.HasSuffix(uid, c.domain()) && !strings.HasPrefix(uid, activityEvent)
		},
		goneBy: c.goneBy,
	}
	return f.write(w, c.events(), previous)
}

// calendarFile is one file of events, which keeps their sequence from one time that it
// is written to the next.
type calendarFile struct {
	name    string
	version string // of the program
	now     time.Time
	ours    func(uid string) bool // of those events that the file tells of
	goneBy  func(uid string) bool // of those that stay when they are no longer told of
}

func (c calendarFile) write(w io.Writer, events []calendarEvent, previous []byte) error {
	before := c.toldBefore(previous)
	cal := ical.NewCalendarFor("Ledstjärna")
	cal.SetMethod(ical.MethodPublish)
	cal.SetProductId("-//Ledstjarna//" + c.version + "//SV")
	cal.SetName(c.name)
	cal.SetXWRCalName(c.name)
	cal.SetXWRTimezone(zone)
	addZone(cal)
	for _, e := range events {
		c.add(cal, e, before[e.uid])
		delete(before, e.uid)
	}
	for _, uid := range sortedKeys(before) {
		switch old := before[uid]; {
		case old.cancelled:
		case c.goneBy(uid):
			cal.AddVEvent(old.event)
		default:
			c.cancel(cal, old)
		}
	}
	if err := cal.SerializeTo(w, ical.WithNewLineWindows); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	return nil
}

// add adds an event with the sequence that follows from what was told before.
func (c calendarFile) add(cal *ical.Calendar, e calendarEvent, old told) {
	v := ical.NewEvent(e.uid)
	v.SetSummary(e.summary)
	if e.description != "" {
		v.SetDescription(e.description)
	}
	if e.location != "" {
		v.SetLocation(e.location)
	}
	if e.from == e.to {
		v.SetProperty(ical.ComponentPropertyDtStart, basic(e.first), ical.WithValue("DATE"))
		v.SetProperty(ical.ComponentPropertyDtEnd, basic(e.last.AddDays(1)), ical.WithValue("DATE"))
	} else {
		v.SetProperty(ical.ComponentPropertyDtStart, basic(e.first)+e.from.basic(), ical.WithTZID(zone))
		v.SetProperty(ical.ComponentPropertyDtEnd, basic(e.first)+e.to.basic(), ical.WithTZID(zone))
	}
	v.SetTimeTransparency(ical.TransparencyTransparent)
	if e.from != e.to {
		v.SetTimeTransparency(ical.TransparencyOpaque)
	}
	v.SetStatus(ical.ObjectStatusConfirmed)
	sum := e.digest()
	stamp, sequence := c.now.UTC().Format("20060102T150405Z"), 0
	switch {
	case old.digest == sum && !old.cancelled:
		stamp, sequence = old.stamp, old.sequence
	case old.event != nil:
		sequence = old.sequence + 1
	}
	v.SetProperty(ical.ComponentPropertyDtstamp, stamp)
	v.SetProperty(ical.ComponentPropertyLastModified, stamp)
	v.SetSequence(sequence)
	v.SetProperty(digest, sum)
	cal.AddVEvent(v)
}

// cancel takes an event back that is no longer there.
func (c calendarFile) cancel(cal *ical.Calendar, old told) {
	stamp := c.now.UTC().Format("20060102T150405Z")
	old.event.SetStatus(ical.ObjectStatusCancelled)
	old.event.SetProperty(ical.ComponentPropertyDtstamp, stamp)
	old.event.SetProperty(ical.ComponentPropertyLastModified, stamp)
	old.event.SetSequence(old.sequence + 1)
	cal.AddVEvent(old.event)
}

// digest is the hash of all that the event says.
func (e calendarEvent) digest() string {
	h := sha256.Sum256([]byte(fmt.Sprintf("%q", []string{
		e.summary, e.description, e.location, e.first.String(), e.last.String(), strconv.Itoa(int(e.from)), strconv.Itoa(int(e.to)),
	})))
	return hex.EncodeToString(h[:8])
}

func basic(d plan.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

func (c dayTime) basic() string { return fmt.Sprintf("T%02d%02d00", c/60, c%60) }

// addZone describes the zone's two times, so that no program has to know it.
func addZone(cal *ical.Calendar) {
	tz := cal.AddTimezone(zone)
	add := func(b *ical.ComponentBase, start, from, to, name, rule string) {
		b.SetProperty(ical.ComponentPropertyDtStart, start)
		b.SetProperty(ical.ComponentProperty("TZOFFSETFROM"), from)
		b.SetProperty(ical.ComponentProperty("TZOFFSETTO"), to)
		b.SetProperty(ical.ComponentProperty("TZNAME"), name)
		b.SetProperty(ical.ComponentPropertyRrule, rule)
	}
	standard := tz.AddStandard()
	add(&standard.ComponentBase, "19961027T030000", "+0200", "+0100", "CET", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
	summer := &ical.Daylight{}
	add(&summer.ComponentBase, "19810329T020000", "+0100", "+0200", "CEST", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
	tz.Components = append(tz.Components, summer)
}

// goneBy reports whether the event is the planning window of a year that is no
// longer told of because it has passed.
func (c Calendar) goneBy(uid string) bool {
	y, ok := strings.CutPrefix(strings.TrimSuffix(uid, c.domain()), window)
	year, err := strconv.Atoi(y)
	return ok && err == nil && year < c.Today.Year-1
}

// toldBefore reads what an earlier calendar of the file said, by UID.
func (c calendarFile) toldBefore(previous []byte) map[string]told {
	out := map[string]told{}
	if len(previous) == 0 || len(previous) > mostCalendar {
		return out
	}
	cal, err := ical.ParseCalendar(bytes.NewReader(previous))
	if err != nil {
		return out
	}
	for _, v := range cal.Events() {
		text := func(p ical.ComponentProperty) string {
			if x := v.GetProperty(p); x != nil {
				return x.Value
			}
			return ""
		}
		sequence, err := strconv.Atoi(text(ical.ComponentPropertySequence))
		if err != nil || sequence < 0 || sequence > 1<<30 || !c.ours(v.Id()) || text(digest) == "" {
			continue
		}
		out[v.Id()] = told{
			sequence: sequence, stamp: text(ical.ComponentPropertyDtstamp), digest: text(digest), event: v,
			cancelled: text(ical.ComponentPropertyStatus) == string(ical.ObjectStatusCancelled),
		}
	}
	return out
}

// sortedKeys returns the keys in order, so that the same calendar has the same
// bytes.
func sortedKeys(m map[string]told) []string {
	keys := slices.Collect(maps.Keys(m))
	slices.Sort(keys)
	return keys
}
