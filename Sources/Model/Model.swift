// Input: documents, each with located fields and a body (Reading).
// Output: a `Site`: its settings, its events and their shared entries, typed, with all references resolved; what is
// computed from it (`EventRecord`: statuses, the answer sheet, the timeline, the record's date); and the `SitePlan`,
// the list of every file that a build will write. A reference to a missing entry stays unresolved; Checking reports it.
//
//     let outcome = assembleSite(settings: settings, placing: placing, entries: entries, assets: assets, options:
//     options) site.events[0].demands[0].title.value           // "Allow use of the model for all lawful purposes"
