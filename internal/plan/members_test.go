package plan

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMembersAreTakenOver(t *testing.T) {
	people := func(n int64) Value { return Num(Int(n)) }
	r := registerWith(ListMembers,
		Filled{KeyName: Text("Ale"), KeyPopulation: people(32_000), KeySizeClass: Text("15000-50000")},
		Filled{KeyName: Text("Borås stad"), KeyPopulation: people(114_000)},
		Filled{KeyName: Text("Mark")},
		Filled{KeyName: Text("Orust"), KeyPopulation: people(15_000)},
		Filled{KeyName: Text("Sala")}, Filled{KeyName: Text("sala")},
	)
	rows := []MemberRow{
		{Line: 1, Name: "Ale kommun", Population: people(32_500)},
		{Line: 2, Name: "1490 Borås", Population: people(114_000)},
		{Line: 3, Name: "Marks kommun"},
		{Line: 4, Name: "Tjörn", Population: people(16_000)},
		{Line: 5, Name: "TJÖRN", Population: people(17_000)},
		{Line: 6, Name: "Summa", Population: people(1_000_000)},
		{Line: 7, Name: "Lerum", Wrong: WrongNumber},
		{Line: 8, Name: "Härryda", Population: people(-1)},
		{Line: 9, Name: "Partille", Population: people(20_000_001)},
		{Line: 10, Name: strings.Repeat("å", 201)},
		{Line: 11, Name: "SALA", Population: people(1)},
		{Line: 12, Name: "Kungälv", Population: Num(Int(1) / 2)},
		{Line: 13, Name: "Öckerö"},
	}
	m := r.ImportMembers(rows)
	type line struct {
		State  RowState
		Wrong  string
		Entry  ID
		Called string
		First  int
	}
	var got []line
	for _, l := range m.Lines {
		got = append(got, line{l.State, l.Wrong, l.Entry, l.Called, l.First})
	}
	if d := cmp.Diff([]line{
		{State: RowChanged, Entry: "members-1", Called: "Ale"},
		{State: RowUnchanged, Entry: "members-2", Called: "Borås stad"},
		{State: RowUnchanged, Entry: "members-3", Called: "Mark"},
		{State: RowNew},
		{State: RowRefused, Wrong: WrongTwice, First: 4},
		{State: RowRefused, Wrong: WrongSum},
		{State: RowRefused, Wrong: WrongNumber},
		{State: RowRefused, Wrong: WrongBounds},
		{State: RowRefused, Wrong: WrongBounds},
		{State: RowRefused, Wrong: WrongName},
		{State: RowRefused, Wrong: WrongUnclear},
		{State: RowRefused, Wrong: WrongNumber},
		{State: RowNew},
	}, got); d != "" {
		t.Error(d)
	}
	if m.Count(RowNew) != 2 || m.Count(RowChanged) != 1 || m.Count(RowRefused) != 8 || m.Kept != 3 {
		t.Errorf("%d new, %d changed, %d refused, %d kept", m.Count(RowNew), m.Count(RowChanged), m.Count(RowRefused), m.Kept)
	}
	after := r.Apply(m.Edit)
	var names []string
	for _, e := range after.Entries(ListMembers) {
		names = append(names, e.Fields.Text(KeyName)+" "+e.Fields.Get(KeyPopulation).Number().String()+" "+e.Fields.Text(KeySizeClass))
	}
	if d := cmp.Diff([]string{"Ale 32500 15000-50000", "Borås stad 114000 ", "Mark 0 ", "Orust 15000 ", "Sala 0 ", "sala 0 ", "Tjörn 16000 ", "Öckerö 0 "}, names); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(r.Entries(ListMembers), after.Apply(m.Edit.Inverse()).Entries(ListMembers), cmp.Comparer(Content.Equal)); d != "" {
		t.Errorf("taken back: %s", d)
	}
	if again := after.ImportMembers(rows); !again.Edit.IsEmpty() {
		t.Errorf("a second time changes %d members", len(again.Edit.Changes))
	}
}

// Names that differ in more than "kommun" and "stad" are different members.
func TestMembersAreToldApart(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		same bool
	}{
		{"Ale", "ale kommun", true},
		{"Göteborgs stad", "Göteborg", true},
		{"1440 Ale", "Ale", true},
		{"Borås", "Borås kommun", true},
		{"Habo", "Håbo", false},
		{"Mora", "Moras", true},
		{"Region Skåne", "Skåne", false},
		{"Upplands Väsby", "Upplands-Bro", false},
		{"3 kronor", "kronor", false},
	} {
		if got := memberKey(tc.a) == memberKey(tc.b); got != tc.same {
			t.Errorf("%q and %q: same %v", tc.a, tc.b, got)
		}
	}
}
