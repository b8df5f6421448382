// The template engine: Jinja's language, typed, checked before any page is rendered, and compiled.
//
// In:   a folder's template files, a `Schema` (what templates may name, with types) and the host's own filters.
// Out:  a `TemplateSet` with one flat program a page, and every fault of the folder at once.
// Then: `Renderer` walks a page's program over one `Record` and appends bytes to a buffer.
// Never: it knows nothing of what the pages are about, never compiles data, never prints text unescaped.
//
//     let loaded = TemplateSet.load(files: files, schema: Schema(pages: [.init("event", EventPage.self, …)]))
//     let renderer = loaded.value.renderer()
//     var bytes: [UInt8] = []
//     let faults = renderer.render("event.html", EventPage(…), at: "event/index.html", into: &bytes)
