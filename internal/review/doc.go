// Package review tells which reviews (översyn) an organisation owes, and records
// the ones it has made.
//
// A Duty is one review that one document owes: of a mandate period (rule R1,
// the strategy and the overall plan) or of one year's operations planning (rule
// R2, the other documents). What it concerns is named by a Concern. Nothing of
// a duty is stored: Duties derives all of them from the register and the day on
// which the question is asked, so a due date can never be typed, moved or lost.
// A Need, registered because the work has changed, makes a duty without a due
// date (rule R3), which stands beside the others until it is handled. Beside the
// duties stand the Prompts: things the register lacks, such as the next mandate
// period or an assignment's communication plan.
//
// A Snooze postpones the prompt of a duty and nothing else; a Postponement
// (avvikelse) is a decision to review past the due date. Pressing is what a
// person is to be told of on a day, NextChange the day on which there will be
// more, OverviewOf how all documents stand by years.
//
// A Review is the record of one review. Record checks a new one and returns the
// edit that stores it together with what follows from its outcome; RecordAnnual
// does so for all documents of a year. A review meets the duty that it names,
// and no other.
//
// Everything here is pure: values in, values out, and today is an argument.
package review
