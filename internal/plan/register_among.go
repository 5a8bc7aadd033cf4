package plan

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// among finds what only shows between the entries of a list.
func (s *registerSurvey) among() {
	switch s.list {
	case ListOrganisation:
		s.window()
		s.colour()
	case ListPeriods:
		s.periods()
	case ListCycles:
		s.twice("cycle-twice", Error, KeyYear, func(e Entry) string { return e.Fields.Get(KeyYear).Number().String() })
	case ListMeetings:
		s.twice("meeting-twice", Warning, KeyDate, func(e Entry) string {
			body, day := e.Fields.Get(KeyBody).ID(), e.Fields.Get(KeyDate).Date()
			if body == "" || day.IsZero() {
				return ""
			}
			return string(body) + " " + day.String() + " " + e.Fields.Text(KeyTime)
		})
	case ListBodies, ListRoles, ListMembers, ListAudiences, ListChannels:
		s.twice("name-twice", Warning, KeyName, func(e Entry) string { return NameKey(e.Fields.Text(KeyName)) })
	case ListMessages:
		s.twice("name-twice", Warning, KeyText, func(e Entry) string { return NameKey(e.Fields.Text(KeyText)) })
	case ListAssignments:
		s.twice("number-twice", Warning, KeyNo, func(e Entry) string { return NameKey(e.Fields.Text(KeyNo)) })
	case ListPackets:
	}
}

// NameKey returns what two names are compared by: composed letters, without
// regard to capitals and to the amount of white space.
func NameKey(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(name)), " "))
}

// twice finds the entries whose key an earlier one has too; "" is no key.
func (s *registerSurvey) twice(rule string, sev Severity, k Key, key func(Entry) string) {
	first := map[string]ID{}
	for _, e := range s.r.lists[s.list] {
		x := key(e)
		if x == "" || x == "0" {
			continue
		}
		if other, seen := first[x]; seen {
			s.entry = e
			s.add(sev, rule, k, RegisterFinding{Other: other})
			continue
		}
		first[x] = e.ID
	}
}

// window looks at the usual planning window: where the organisation has none
// that can be read, the year needs one of its own.
func (s *registerSurvey) window() {
	o := s.r.Organisation()
	if s.entry.ID != OrganisationID {
		return // there is no organisation yet
	}
	for _, k := range []Key{KeyWindowOpens, KeyWindowEnds} {
		if _, err := ParseDate("2024-" + o.Text(k)); err == nil {
			continue
		}
		if c := s.r.Cycle(s.today.Year); c.ID == "" {
			s.add(Warning, "cycle-missing", k, RegisterFinding{From: c.Opens, To: c.Closes, Count: c.Year})
			return
		}
	}
}

// colour looks at the colour of printed pages: one that cannot be read is not
// used.
func (s *registerSurvey) colour() {
	if s.entry.ID != OrganisationID {
		return
	}
	if text := s.r.Organisation().Text(KeyAccent); text != "" {
		if _, err := ParseColour(text); err != nil {
			s.add(Warning, "colour", KeyAccent, RegisterFinding{})
		}
	}
}

func (s *registerSurvey) periods() {
	for _, x := range PeriodSpans(s.r.Periods()) {
		if x.Earlier == "" {
			continue
		}
		s.entry = Entry{ID: x.Period}
		f := RegisterFinding{Other: x.Earlier, From: x.Start, To: x.End, Count: x.Days()}
		if x.Gap {
			s.add(Warning, "period-gap", KeyStart, f)
		} else {
			s.add(Error, "period-overlap", KeyStart, f)
		}
	}
}
