package report

import (
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// SalvageLine says in words what can be read of one thing of a damaged file.
type SalvageLine struct {
	Title  string
	Kind   string // "" but for a document
	State  string // what can be read
	Backup string // how it stands to the backup; "" where there is none, or nothing to say
	Whole  bool
	Lost   bool // nothing of it can be read
}

// SalvagedDocuments returns a line for each document, in their order.
func SalvagedDocuments(w *i18n.Printer, s plan.Salvaged) []SalvageLine {
	var out []SalvageLine
	for _, d := range s.Documents {
		l := SalvageLine{Title: d.Title, Whole: d.Whole(), Lost: d.Readable() == 0, State: salvageState(w, d)}
		if l.Title == "" {
			l.Title = w.T("salvage.untitled")
		}
		if d.Kind != "" {
			l.Kind = w.T("kind." + string(d.Kind))
		}
		if d.Standing != plan.SalvageAlone {
			l.Backup = w.T("salvage.standing." + string(d.Standing))
		}
		out = append(out, l)
	}
	return out
}

func salvageState(w *i18n.Printer, d plan.SalvagedDocument) string {
	readable, total := d.Readable(), len(d.Versions)
	if readable == 0 {
		return w.T("salvage.lost")
	}
	var parts []string
	switch {
	case readable < total:
		parts = append(parts, w.T("salvage.partly", "n", readable, "total", total))
	case d.Doubtful:
		parts = append(parts, w.T("salvage.doubtful"))
	}
	if d.LostFiles > 0 {
		parts = append(parts, w.N("salvage.lost-files", d.LostFiles))
	}
	if len(parts) == 0 {
		return w.T("salvage.whole")
	}
	return strings.Join(parts, ". ")
}

// SalvagedRegister returns a line for each list of the register that holds anything or
// lacks something, and for relations, registrations and attached files.
func SalvagedRegister(w *i18n.Printer, s plan.Salvaged) []SalvageLine {
	var out []SalvageLine
	for _, l := range s.Lists {
		x := counted(w, l.SalvagedCount, l.Cut)
		x.Title = w.T("register." + string(l.List))
		if l.Unsure > 0 {
			x.State += ", " + w.N("salvage.unsure", l.Unsure)
		}
		var backup []string
		if l.Newer > 0 {
			backup = append(backup, w.N("salvage.newer", l.Newer))
		}
		if l.Missing > 0 {
			backup = append(backup, w.N("salvage.missing", l.Missing))
		}
		x.Backup = strings.Join(backup, ", ")
		x.Whole = x.Whole && l.Missing == 0
		if l.Whole > 0 || !x.Whole {
			out = append(out, x)
		}
	}
	for _, c := range []struct {
		key   string
		count plan.SalvagedCount
	}{{"salvage.relations", s.Relations}, {"salvage.events", s.Events}, {"salvage.files", s.Files}} {
		if c.count == (plan.SalvagedCount{}) {
			continue
		}
		x := counted(w, c.count, false)
		x.Title = w.T(c.key)
		out = append(out, x)
	}
	return out
}

func counted(w *i18n.Printer, c plan.SalvagedCount, cut bool) SalvageLine {
	parts := []string{w.N("salvage.readable", c.Whole)}
	if c.Flawed > 0 {
		parts = append(parts, w.N("salvage.flawed", c.Flawed))
	}
	if cut {
		parts = append(parts, w.T("salvage.list-cut"))
	}
	return SalvageLine{State: strings.Join(parts, ", "), Whole: c.Flawed == 0 && !cut, Lost: c.Whole == 0 && (c.Flawed > 0 || cut)}
}
