// Package exchange carries a plan file's data to and from other formats. It
// works on values; who opens and saves the file is the caller.
//
// # The JSON document
//
// A dump is one JSON object that holds a whole file and loads into an identical
// one: every version's content has the same bytes and SHA-256 as before. It is
// made to be read, kept under version control and written by hand. Its keys, in
// the order in which a dump writes them; none but "format" and "version" must be
// there, and a key that is none of them is refused, so that nothing is dropped
// unseen:
//
//	{
//	  "format": "ledstjarna",
//	  "version": 1,
//	  "lists": {
//	    "organisation": [{"@": "organisation", "name": "Länsförbundet"}],
//	    "periods": [{"@": "p-2023", "start": "2023-01-01", "end": "2026-12-31"}]
//	  },
//	  "documents": [{
//	    "id": "d-web", "kind": "policy", "quick": false,
//	    "rule": "R2", "rule-reason": "…",
//	    "versions": [{
//	      "id": "v-web-1", "major": 1, "minor": 0, "draft": 2, "stage": "ready",
//	      "created": "2023-02-01T09:00:00Z",
//	      "hash": "…", "content": {"title": "Webbpolicy"}
//	    }]
//	  }],
//	  "relations": [{"kind": "tied-to", "from": "d-web", "to": "d-strategy"}],
//	  "events": [{
//	    "id": "e-1", "kind": "decision", "at": "2023-03-09T14:00:00Z", "by": "Nämndsekreterare",
//	    "document": "d-web", "version": "v-web-1", "assignment": "", "corrects": "",
//	    "fields": {"outcome": "adopted", "decision-date": "2023-03-09"}
//	  }]
//	}
//
// "lists" has the register's lists by name (plan.ListNames); each entry is its
// fields (plan.ListFields) and its ID under "@". Entries keep their order. A
// list's entry, an event's fields and a version's content are contents: fields
// by their key in the catalogue, dates as "YYYY-MM-DD", numbers as JSON numbers
// with at most four decimals, choices by their code, references by ID, lists and
// checklists as arrays of rows with their ID under "@" (or "id"; a list's row
// without one gets a new one; so does an entry without one). A key that the
// catalogue does not know is kept. "#" in a version's content is the number of
// the catalogue with which it was written; it may be left out.
//
// IDs are any text without space, unique among their kind (entries of one list,
// documents, versions, events); a dump has those of the file, which are UUIDs.
// Times are RFC 3339 in whole seconds. "versions" are oldest first, "events" in
// the order in which they were registered. A document needs id, kind and at
// least one version; a version id, stage (draft, in-preparation, ready), created
// and content; "draft" is 1 where it is missing. "rule" is a review rule of the
// document's own; it, "rule-reason", "quick", "document", "version", "assignment",
// "corrects" and "hash" may be left out. An adopted version has the number of its
// adoption (1.0) and stage "ready"; that it is adopted is said by the decision
// among the events alone.
//
// "hash" is the SHA-256 of the content's stored bytes. Where it is given, the
// content must fit it; without it the content is stored as new.
//
// # Fragments
//
// A document may be cut into several files, each with "format" and "version" and
// any part of the rest; LoadFS reads all files *.json of a folder in the order
// of their names and joins lists, documents, relations and events in that order.
// A document stands in one file, with all its versions.
package exchange
