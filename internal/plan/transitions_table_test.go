package plan

// transitions are all legal and illegal steps: a place in the lifecycle, and what
// each action makes of it. A version is written with its number, its draft number
// and its status on 30 June 2026.
const transitions = `
draft
	to draft, adopted, referred-back, deferred, rejected, reaffirmed, extended, repealed, by officer -> no: not from here
	to in-preparation -> 0.1 (1) in-preparation
	to ready -> 0.2 (2) ready
	noted, edit -> 0.1 (1) draft
	new version, editorial -> no: a draft is open
in-preparation
	to draft -> 0.1 (1) draft
	to in-preparation, adopted, referred-back, deferred, rejected, reaffirmed, extended, repealed, by officer -> no: not from here
	to ready -> 0.2 (2) ready
	noted, edit -> 0.1 (1) in-preparation
	new version, editorial -> no: a draft is open
ready
	to draft -> 0.2 (2) draft
	to in-preparation -> 0.2 (2) in-preparation
	to ready, reaffirmed, extended, repealed -> no: not from here
	adopted -> 1.0 (2) adopted
	referred-back -> 0.2 (2) referred-back
	deferred -> 0.2 (2) deferred
	rejected -> 0.2 (2) rejected
	noted -> 0.2 (2) ready
	by officer -> no: lacks something
	new version, editorial -> no: a draft is open
	edit -> no: locked
deferred
	to draft -> 0.2 (2) draft
	to in-preparation -> 0.2 (2) in-preparation
	to ready, reaffirmed, extended, repealed -> no: not from here
	adopted -> 1.0 (2) adopted
	referred-back -> 0.2 (2) referred-back
	deferred, noted -> 0.2 (2) deferred
	rejected -> 0.2 (2) rejected
	by officer -> no: lacks something
	new version, editorial -> no: a draft is open
	edit -> no: locked
referred-back
	to draft, adopted, referred-back, deferred, rejected, reaffirmed, extended, repealed, by officer -> no: not from here
	to in-preparation -> 0.2 (2) in-preparation
	to ready -> 0.3 (3) ready
	noted, edit -> 0.2 (2) referred-back
	new version, editorial -> no: a draft is open
rejected
	to draft, to in-preparation, to ready, edit -> no: frozen
	adopted, referred-back, deferred, rejected, reaffirmed, extended, repealed, by officer, editorial -> no: not from here
	noted -> 0.2 (2) rejected
	new version -> 0.3 (3) draft
adopted
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed -> 1.0 (2) reaffirmed
	extended -> no: not from here
	repealed -> 1.0 (2) repealed
	noted -> 1.0 (2) adopted
	new version -> 2.0 (1) draft
	editorial -> 1.1 (1) draft
adopted until May
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed, noted -> 1.0 (2) expired
	extended -> 1.0 (2) adopted
	repealed -> 1.0 (2) repealed
	new version -> 2.0 (1) draft
	editorial -> 1.1 (1) draft
under-review
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed -> 1.0 (2) reaffirmed
	extended -> no: not from here
	repealed -> 1.0 (2) repealed
	noted -> 1.0 (2) under-review
	new version -> 2.0 (1) draft
	editorial -> 1.1 (1) draft
reaffirmed
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed, noted -> 1.0 (2) reaffirmed
	extended -> no: not from here
	repealed -> 1.0 (2) repealed
	new version -> 2.0 (1) draft
	editorial -> 1.1 (1) draft
beside a draft
	to draft, adopted, referred-back, deferred, rejected, reaffirmed, extended, repealed, by officer -> no: not from here
	to in-preparation -> 2.0 (1) in-preparation
	to ready -> 2.0 (2) ready
	noted, edit -> 2.0 (1) draft
	new version, editorial -> no: a draft is open
in force beside a draft
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed -> 1.0 (2) reaffirmed
	extended -> no: not from here
	repealed -> 1.0 (2) repealed
	noted -> 1.0 (2) adopted
	new version, editorial -> no: a draft is open
succeeded by 2.0
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed, extended, repealed -> no: not from here
	noted -> 1.0 (2) superseded
	new version -> 3.0 (1) draft
	editorial -> 2.1 (1) draft
2.0 ready
	to draft -> 2.0 (2) draft
	to in-preparation -> 2.0 (2) in-preparation
	to ready, reaffirmed, extended, repealed -> no: not from here
	adopted -> 2.0 (2) adopted
	referred-back -> 2.0 (2) referred-back
	deferred -> 2.0 (2) deferred
	rejected -> 2.0 (2) rejected
	noted -> 2.0 (2) ready
	by officer -> no: lacks something
	new version, editorial -> no: a draft is open
	edit -> no: locked
1.1 ready
	to draft -> 1.1 (2) draft
	to in-preparation -> 1.1 (2) in-preparation
	to ready, reaffirmed, extended, repealed -> no: not from here
	adopted, by officer -> 1.1 (2) adopted
	referred-back -> 1.1 (2) referred-back
	deferred -> 1.1 (2) deferred
	rejected -> 1.1 (2) rejected
	noted -> 1.1 (2) ready
	new version, editorial -> no: a draft is open
	edit -> no: locked
2.0 rejected
	to draft, to in-preparation, to ready, edit -> no: frozen
	adopted, referred-back, deferred, rejected, reaffirmed, extended, repealed, by officer -> no: not from here
	noted -> 2.0 (2) rejected
	new version -> 2.0 (3) draft
	editorial -> 1.1 (1) draft
superseded
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed, extended, repealed, new version, editorial -> no: not from here
	noted -> 1.0 (2) superseded
repealed
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed, extended, repealed, new version, editorial -> no: not from here
	noted -> 1.0 (2) repealed
ended
	to draft, to in-preparation, to ready, adopted, referred-back, deferred, rejected, by officer, edit -> no: frozen
	reaffirmed, noted -> 1.0 (2) ended
	extended -> no: not from here
	repealed -> 1.0 (2) repealed
	new version -> 2.0 (1) draft
	editorial -> 1.1 (1) draft
`
