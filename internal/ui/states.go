package ui

import (
	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// statusLooks are the symbol and family of every status of a version.
var statusLooks = map[plan.Status]struct {
	symbol assets.Icon
	family kit.Family
}{
	plan.StatusDraft:         {assets.StateDraft, kit.Neutral},
	plan.StatusInPreparation: {assets.StateHalf, kit.Active},
	plan.StatusReady:         {assets.StateReady, kit.Active},
	plan.StatusAdopted:       {assets.StateMet, kit.Done},
	plan.StatusReaffirmed:    {assets.StateDone, kit.Done},
	plan.StatusReferredBack:  {assets.StateUrgent, kit.Urgent},
	plan.StatusDeferred:      {assets.StatePaused, kit.Deviation},
	plan.StatusRejected:      {assets.StateCancelled, kit.Neutral},
	plan.StatusUnderReview:   {assets.StateUnderReview, kit.Active},
	plan.StatusSuperseded:    {assets.StateClosed, kit.Neutral},
	plan.StatusRepealed:      {assets.StateClosed, kit.Neutral},
	plan.StatusExpired:       {assets.StateUrgent, kit.Urgent},
	plan.StatusEnded:         {assets.StateDash, kit.Neutral},
}

// statusState is the pill of a status.
func statusState(p *i18n.Printer, s plan.Status) kit.State {
	look := statusLooks[s]
	return kit.State{Symbol: look.symbol, Family: look.family, Word: p.T("status." + string(s))}
}

// activityState is the pill of an activity; being late is computed.
func activityState(p *i18n.Printer, a plan.Activity, today plan.Date) kit.State {
	if a.Late(today) {
		return kit.State{
			Symbol: assets.StateLate, Family: kit.Late, Word: p.T("activity.late"), Detail: p.N("days.late", a.Last().DaysUntil(today)),
		}
	}
	s := kit.State{Symbol: assets.StateRing, Family: kit.Neutral, Word: p.T("activity.planned")}
	switch a.Status {
	case "ongoing":
		s = kit.State{Symbol: assets.StateHalf, Family: kit.Active, Word: p.T("activity.ongoing")}
	case "done":
		s = kit.State{Symbol: assets.StateDone, Family: kit.Done, Word: p.T("activity.done")}
	case "paused":
		s = kit.State{Symbol: assets.StatePaused, Family: kit.Deviation, Word: p.T("activity.paused")}
	case "cancelled":
		s = kit.State{Symbol: assets.StateCancelled, Family: kit.Neutral, Word: p.T("activity.cancelled")}
	}
	return s
}

// severityLook is the symbol and family of a finding.
func severityLook(s plan.Severity) (assets.Icon, kit.Family) {
	switch s {
	case plan.Error:
		return assets.StateLate, kit.Late
	case plan.Warning:
		return assets.StateUrgent, kit.Urgent
	case plan.Hint:
	}
	return assets.IconInfo, kit.Neutral
}

// markLook is the symbol and family of a section's mark.
func markLook(m plan.Mark) (assets.Icon, kit.Family, string) {
	switch m {
	case plan.MarkComplete:
		return assets.StateDone, kit.Done, "mark.complete"
	case plan.MarkPartial:
		return assets.StateHalf, kit.Urgent, "mark.partial"
	case plan.MarkRequired:
		return assets.StateLate, kit.Late, "mark.required"
	case plan.MarkDerived:
		return assets.StateDerived, kit.Neutral, "mark.derived"
	case plan.MarkEmpty:
	}
	return assets.StateRing, kit.Neutral, "mark.empty"
}
