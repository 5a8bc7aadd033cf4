package plan

import "time"

// CoreAudience is an audience that every new file begins with; its name is
// given in the language of the person who makes the file.
type CoreAudience struct {
	Code     string // names the words "audience.core.<code>"
	Category string
}

// CoreAudiences returns the audiences of the work: the four that carry the
// dialogue with the members, the external ones and the organisation's own staff.
func CoreAudiences() []CoreAudience {
	return []CoreAudience{
		{"board-chair", "political-leadership"},
		{"municipal-director", "management"},
		{"committee-chair", "committee"},
		{"head-of-department", "department"},
		{"municipalities", "external"},
		{"region", "external"},
		{"county-board", "external"},
		{"government", "external"},
		{"authorities", "external"},
		{"organisations", "external"},
		{"staff", "internal"},
	}
}

// Start returns the edit that fills a new file: the organisation with the usual
// window, the mandate period of today, the core audiences by their names, and
// the first day of the year as the day from which reviews are watched, so that
// an old archive brings no backlog.
func Start(organisation string, audienceName func(code string) string, today Date) Edit {
	var r Register
	var e Edit
	add := func(l ListName, f Filled) {
		step, _, err := r.AddEntry(l, NewContent(f))
		if err != nil { // cannot happen: one period, all dates made here
			return
		}
		r, e = r.Apply(step), e.Then(step)
	}
	start, end := MandatePeriodOn(today)
	add(ListOrganisation, Filled{
		KeyName: Text(organisation), KeyWindowOpens: Text("09-01"), KeyWindowEnds: Text("11-30"),
		KeyWatchFrom: Day(Date{today.Year, time.January, 1}), KeyUseDnr: Text(Yes), KeyUseSecrecy: Text(No),
	})
	add(ListPeriods, Filled{KeyStart: Day(start), KeyEnd: Day(end)})
	for _, a := range CoreAudiences() {
		add(ListAudiences, Filled{KeyName: Text(audienceName(a.Code)), KeyCategory: Text(a.Category)})
	}
	return e
}

// firstPeriodYear is the first year of a known municipal mandate period; they
// follow each other every four years.
const firstPeriodYear = 2023

// MandatePeriodOn returns the mandate period of Swedish municipalities that the
// day lies in, 1 January to 31 December.
func MandatePeriodOn(d Date) (start, end Date) {
	n := (d.Year - firstPeriodYear) / 4
	if d.Year < firstPeriodYear && (d.Year-firstPeriodYear)%4 != 0 {
		n--
	}
	y := firstPeriodYear + 4*n
	return Date{y, time.January, 1}, Date{y + 3, time.December, 31}
}
