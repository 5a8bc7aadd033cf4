package plan

import (
	"slices"
	"strings"
)

// RegisterFinding is one thing to mend in the lists of the register: of the
// file, not of a document. Its words are "register-finding.<Rule>" with the
// names and days below for the placeholders.
type RegisterFinding struct {
	Severity Severity
	Rule     string
	List     ListName
	Entry    ID
	Key      Key  // the field to mend; "" where it is the entry as a whole
	Other    ID   // the entry of the same list that it collides with
	From, To Date // the days that lie in both periods or in none; the deadline and the meeting
	Count    int  // days, or the year
}

// RegisterFindingRules returns the rules of all findings about the register.
func RegisterFindingRules() []string {
	return []string{
		"missing", "recommended", "dangling", "out-of-bounds", "too-many-words", "ends-before-start", "period-overlap", "period-gap",
		"cycle-reversed", "cycle-twice", "cycle-year", "cycle-missing", "colour", "meeting-without-body", "meeting-twice",
		"deadline-after-meeting", "dispatch-before-stop", "name-twice", "number-twice", "size-class-differs",
	}
}

// RegisterFindings returns what is to be mended in the lists of the register,
// list by list and within a list in the order of its entries. What is missing
// but only recommended is a hint, and not asked for of a meeting that has been.
func RegisterFindings(r Register, today Date) []RegisterFinding {
	s := registerSurvey{r: r, today: today}
	for _, l := range ListNames() {
		if l == ListPackets {
			continue // papers have rules of their own
		}
		s.list, s.entry = l, Entry{}
		from := len(s.out)
		for _, e := range r.lists[l] {
			s.entry = e
			s.fields()
			s.days()
		}
		s.among()
		s.inOrder(from)
	}
	return s.out
}

// FindingsOf returns the findings about one entry.
func FindingsOf(all []RegisterFinding, l ListName, id ID) []RegisterFinding {
	var out []RegisterFinding
	for _, f := range all {
		if f.List == l && f.Entry == id {
			out = append(out, f)
		}
	}
	return out
}

// registerSurvey looks through the register.
type registerSurvey struct {
	r     Register
	today Date
	list  ListName
	entry Entry
	out   []RegisterFinding
}

func (s *registerSurvey) add(sev Severity, rule string, k Key, f RegisterFinding) {
	f.Severity, f.Rule, f.List, f.Entry, f.Key = sev, rule, s.list, s.entry.ID, k
	s.out = append(s.out, f)
}

// inOrder sorts the findings of a list by the order of its entries.
func (s *registerSurvey) inOrder(from int) {
	place := map[ID]int{}
	for i, e := range s.r.lists[s.list] {
		place[e.ID] = i
	}
	slices.SortStableFunc(s.out[from:], func(a, b RegisterFinding) int {
		if d := place[a.Entry] - place[b.Entry]; d != 0 {
			return d
		}
		return int(a.Severity) - int(b.Severity)
	})
}

// fields finds what the declaration of the list alone can tell.
func (s *registerSurvey) fields() {
	c := s.entry.Fields
	been := s.list == ListMeetings && c.Get(KeyDate).Date().Before(s.today)
	for _, f := range ListFields(s.list) {
		v := c.Get(f.Key)
		empty := v.IsZero() || (f.Kind == Line || f.Kind == LongText) && strings.TrimSpace(v.text) == ""
		switch {
		case f.Retired || f.Kind == Checklist || f.Key == KeyWindowOpens || f.Key == KeyWindowEnds: // told by cycle-missing
		case empty && f.Key == KeyBody && s.list == ListMeetings:
			s.add(Error, "meeting-without-body", f.Key, RegisterFinding{})
		case empty && f.Need == Mandatory:
			s.add(Error, "missing", f.Key, RegisterFinding{})
		case empty && f.Need == Recommended && !been:
			s.add(Hint, "recommended", f.Key, RegisterFinding{})
		case empty:
		case f.Kind == Decimal && (f.Min != 0 || f.Max != 0) && (v.number < f.Min || v.number > f.Max):
			s.add(Warning, "out-of-bounds", f.Key, RegisterFinding{})
		case f.MaxWords > 0 && Words(v.text) > f.MaxWords:
			s.add(Warning, "too-many-words", f.Key, RegisterFinding{Count: Words(v.text)})
		case f.Kind == Reference && f.Target.List != "":
			if _, there := s.r.Entry(f.Target.List, v.ID()); !there {
				s.add(Warning, "dangling", f.Key, RegisterFinding{})
			}
		}
	}
}

// days finds days in the wrong order within an entry.
func (s *registerSurvey) days() {
	day := func(k Key) Date { return s.entry.Fields.Get(k).Date() }
	start, end := day(KeyStart), day(KeyEnd)
	opens, closes := day(KeyOpens), day(KeyCloses)
	meeting, stop, dispatch := day(KeyDate), day(KeyStopDate), day(KeyDispatch)
	if !start.IsZero() && !end.IsZero() && end.Before(start) {
		s.add(Error, "ends-before-start", KeyEnd, RegisterFinding{From: start, To: end})
	}
	switch s.list {
	case ListCycles:
		year := int(s.entry.Fields.Get(KeyYear).Number().Round())
		switch {
		case !opens.IsZero() && !closes.IsZero() && closes.Before(opens):
			s.add(Error, "cycle-reversed", KeyCloses, RegisterFinding{From: opens, To: closes})
		case !opens.IsZero() && year != 0 && opens.Year != year:
			s.add(Warning, "cycle-year", KeyOpens, RegisterFinding{From: opens, Count: year})
		}
	case ListMeetings:
		for _, k := range []Key{KeyStopDate, KeyDispatch} {
			if d := day(k); !meeting.IsZero() && d.After(meeting) {
				s.add(Error, "deadline-after-meeting", k, RegisterFinding{From: d, To: meeting})
			}
		}
		if !stop.IsZero() && !dispatch.IsZero() && dispatch.Before(stop) {
			s.add(Warning, "dispatch-before-stop", KeyDispatch, RegisterFinding{From: stop, To: dispatch})
		}
	case ListMembers:
		class, people := s.entry.Fields.Text(KeySizeClass), s.entry.Fields.Get(KeyPopulation)
		if class != "" && !people.IsZero() && class != SizeClassOf(people.Number()) {
			s.add(Hint, "size-class-differs", KeySizeClass, RegisterFinding{})
		}
	case ListOrganisation, ListPeriods, ListBodies, ListRoles, ListAssignments, ListAudiences, ListMessages, ListChannels, ListPackets:
	}
}
