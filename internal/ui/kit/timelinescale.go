package kit

import (
	"fmt"
	"math"
	"strconv"
	"time"
)

// timeScale is how days lie on a width.
type timeScale struct {
	left float64 // the day at the left edge, with its fraction
	per  float64 // units a day
}

const daysOfMonth = 365.25 / 12

// x is where a day begins.
func (s timeScale) x(d TimelineDay) float32 { return round(float32((float64(d) - s.left) * s.per)) }

// day is the day at a place.
func (s timeScale) day(x float32) TimelineDay {
	return TimelineDay(math.Floor(s.at(x)))
}

// at is the day at a place, with its fraction.
func (s timeScale) at(x float32) float64 { return s.left + float64(x)/s.per }

// timeUnit is what the head divides time by.
type timeUnit int

const (
	byMonth   timeUnit = 1
	byQuarter timeUnit = 3
	byYear    timeUnit = 12
)

// unit is the smallest one whose names have room.
func (s timeScale) unit() timeUnit {
	month := s.per * daysOfMonth
	switch {
	case month >= float64(px(58)):
		return byMonth
	case 3*month >= float64(px(70)):
		return byQuarter
	}
	return byYear
}

// weeks reports whether week numbers have room.
func (s timeScale) weeks() bool { return s.per*7 >= float64(px(36)) }

// division is a part of the head, until the next one.
type division struct {
	day   TimelineDay
	words string
}

// divisions are the parts that are seen on a width, and the one after them. Only
// the first and those that begin a year tell it.
func (s timeScale) divisions(w float32, words TimelineWords) []division {
	u := s.unit()
	first := s.day(0)
	y, m, _ := first.Date()
	m = (m-1)/time.Month(u)*time.Month(u) + 1
	var out []division
	for at := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC); ; at = at.AddDate(0, int(u), 0) {
		d := TimelineDay(at.Unix() / secondsOfDay)
		out = append(out, division{d, u.words(at, len(out) == 0, words)})
		if s.x(d) > w {
			return out
		}
	}
}

func (u timeUnit) words(at time.Time, first bool, words TimelineWords) string {
	year := strconv.Itoa(at.Year())
	name := year
	switch {
	case u == byYear:
		return year
	case u == byMonth && words.Month != nil:
		name = words.Month(at.Month())
	case u == byQuarter && words.Quarter != nil:
		name = words.Quarter((int(at.Month()) + 2) / 3)
	}
	if first || at.Month() == time.January {
		return fmt.Sprint(name, " ", year)
	}
	return name
}

// mondays are those that are seen on a width, and the one before them.
func (s timeScale) mondays(w float32) []TimelineDay {
	first := s.day(0)
	first -= TimelineDay((int(first.time().Weekday()) + 6) % 7)
	var out []TimelineDay
	for d := first; s.x(d) <= w; d += 7 {
		out = append(out, d)
	}
	return out
}

// step is how far one press of an arrow scrolls: the unit, at its usual length.
func (s timeScale) step() float64 { return float64(s.unit()) * daysOfMonth }
