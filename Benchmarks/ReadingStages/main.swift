import CCommonMark
import CYAML
import Glibc
import Diagnostics
import Reading

// Times each stage of reading over a content folder, one thread, medians of several rounds, in µs a document;
// beside it libyaml and libcmark alone on the same bytes.

func measure(_ name: String, _ count: Int, _ body: () throws -> Int) rethrows {
    if CommandLine.arguments.count > 2, !name.hasPrefix(CommandLine.arguments[2]) { return }
    var times: [Double] = []
    var sum = 0
    for _ in 0..<(CommandLine.arguments.count > 2 ? 100 : 15) {
        var start = timespec(), end = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
        sum = try body()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        times.append(
            (Double(end.tv_sec - start.tv_sec) * 1e6 + Double(end.tv_nsec - start.tv_nsec) / 1e3) / Double(count))
    }
    times.sort()
    func shown(_ value: Double) -> String { String((value * 100).rounded() / 100) }
    print("\(name): min \(shown(times[0])) median \(shown(times[times.count / 2])) µs a document (\(sum))")
}

let root = CommandLine.arguments[1]
let site = try SiteFolder.scan(root: root, displayedAs: "content", with: .live).value
let count = site.documents.count
try measure("scan folder", count) {
    try SiteFolder.scan(root: root, displayedAs: "content", with: .live).value.documents.count
}
let files = try site.documents.map { TextFile(path: $0.displayPath, bytes: try site.folder.read($0, 1 << 23) ?? []) }
try measure("read bytes", count) {
    try site.documents.reduce(0) { $0 + (try site.folder.read($1, 1 << 23)?.count ?? 0) }
}
let documents = files.map { parseDocument($0, path: $0.path).value }
measure("libyaml events alone", count) {
    var events = 0
    for document in documents where document.hasFrontMatter {
        document.file.bytes.withUnsafeBufferPointer { bytes in
            let start = 4
            let end = Int(document.body.start) - 4
            var parser = yaml_parser_t()
            var event = yaml_event_t()
            yaml_parser_initialize(&parser)
            yaml_parser_set_input_string(&parser, bytes.baseAddress! + start, end - start)
            while yaml_parser_parse(&parser, &event) == 1 {
                events += 1
                let done = event.type == YAML_STREAM_END_EVENT
                yaml_event_delete(&event)
                if done { break }
            }
            yaml_parser_delete(&parser)
        }
    }
    return events
}
measure("parse document (check, front matter, nodes)", count) {
    files.reduce(0) { $0 + parseDocument($1, path: $1.path).value.body.offsets.count }
}
let names = [
    "title", "name", "short_name", "kind", "answers", "from", "to", "date", "words", "type", "publisher", "published",
    "url", "began", "ended", "place", "definition", "summary", "updated", "status", "deadline", "channel",
]
measure("fields", count) {
    var found = 0
    for document in documents {
        var fields = Fields(document.frontMatter, in: document.file, of: "demand")
        for name in names where fields.text(name) != nil { found += 1 }
        for name in ["sources", "parties", "also_known_as"] { found += fields.texts(name).count }
        for var ground in fields.mappings("grounds", of: "ground") {
            found += ground.text("title") == nil ? 0 : 1
            fields.absorb(ground)
        }
        found += fields.finish().count * 1_000_000
    }
    return found
}
measure("libcmark parse alone", count) {
    var nodes = 0
    for document in documents {
        document.file.bytes.withUnsafeBufferPointer { bytes in
            let body = document.body.offsets
            bytes.baseAddress!.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
                let root = cmark_parse_document(text + body.lowerBound, body.count, 0)
                nodes += cmark_node_first_child(root) == nil ? 0 : 1
                cmark_node_free(root)
            }
        }
    }
    return nodes
}
measure("libcmark parse and its own HTML", count) {
    var size = 0
    for document in documents {
        document.file.bytes.withUnsafeBufferPointer { bytes in
            let body = document.body.offsets
            bytes.baseAddress!.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
                let root = cmark_parse_document(text + body.lowerBound, body.count, 0)
                let html = cmark_render_html(root, 0)!
                size += html[0] == 0 ? 0 : 1
                cmark_get_default_mem_allocator()!.pointee.free(html)
                cmark_node_free(root)
            }
        }
    }
    return size
}
measure("prose (scan, parse, build)", count) {
    documents.reduce(0) { $0 + Markdown.prose($1.body, in: $1.file).value.nodes.count }
}
measure("whole", count) {
    files.reduce(0) {
        let document = parseDocument($1, path: $1.path).value
        return $0 + Markdown.prose(document.body, in: document.file).value.text.count
    }
}
