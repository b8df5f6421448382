// What comes in: documents, each with located fields and a body (Reading).
// What goes out: a `Site`: its settings, its events and the entries they share, typed, with every reference looked up.
// What this module never does: judge. A reference that names nothing stays unresolved here; Checking says so.
// What is computed, never typed: which party a person spoke for, a demand's force and status, the answer sheet,
// the timeline, the record's date.
//
//     let outcome = readSite(documents, options)      // Outcome<Site>
//     site.events[0].demands[0].title.value           // "Allow use of the model for all lawful purposes"
