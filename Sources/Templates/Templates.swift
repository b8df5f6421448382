// The template engine: Jinja's language, typed, checked before any page is rendered, and compiled.
//
// In:   the template files of a folder, a `Schema` (the names that templates may use, with types) and filters of the host.
// Out:  a `TemplateSet` with one flat program, and every fault of the folder at once.
// Then: `Renderer` runs the program of a page with one `TemplateRecord` and appends bytes to an array.
// Never: it does not depend on the content of the pages, compile data, or print text unescaped.
//
//     let loaded = TemplateSet.load(files: files, schema: Schema(pages: [.init("event", EventPage.self, …)]))
//     let renderer = loaded.value.renderer()
//     var bytes: [UInt8] = []
//     let faults = renderer.render("event.html", EventPage(…), at: "event/index.html", into: &bytes)
