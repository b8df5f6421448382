import Diagnostics
import Reading

// Feeds bytes to everything that reads a writer's file: the text check, front matter, fields, prose.
//
// With `-sanitize=fuzzer -DFUZZING` libFuzzer calls it; without, the program reads the files it is given, so that what a fuzzer
// once found can be tried again in any build. The first byte chooses what reads the rest.

/// What must hold for every input, beyond not crashing.
private func read(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    let file = TextFile(path: "x.md", bytes: Array(bytes.dropFirst()))
    let outcome = parseDocument(file, path: "x.md")
    check(outcome.diagnostics, in: file)
    let document = outcome.value
    precondition(Int(document.body.end) <= file.bytes.count)
    var fields = Fields(document.frontMatter, in: file, of: "entry")
    let text = fields.text("text")
    _ = (fields.requiredText("title"), fields.requiredTexts("from"), fields.truth("draft"), fields.items("sources"))
    for nested in fields.mappings("grounds", of: "ground") { fields.absorb(nested) }
    check(fields.finish(), in: file)
    let options = MarkdownOptions(allowsRawHTML: choice & 1 == 1)
    check(Markdown.prose(document.body, in: file, options: options), in: file, options)
    if let text {
        check(Markdown.inline(text, in: file, options: options), in: file, options)
        check(Markdown.prose(text, in: file, options: options), in: file, options)
    }
}

private func check(_ diagnostics: [Diagnostic], in file: TextFile) {
    for diagnostic in diagnostics {
        for location in [diagnostic.location, diagnostic.fixIt?.location] + diagnostic.notes.map(\.location) {
            guard let location else { continue }
            precondition(location.range.start <= location.range.end && location.range.end <= file.bytes.count)
        }
    }
    if diagnostics.count < 30 { _ = DiagnosticFormatter(format: .human).text(for: diagnostics) }
}

private func check(_ outcome: Outcome<Prose>, in file: TextFile, _ options: MarkdownOptions) {
    check(outcome.diagnostics, in: file)
    let prose = outcome.value
    precondition(String(validating: prose.text, as: UTF8.self) != nil)
    var open: [Int] = []
    var walk = ProseWalk(prose, prose.nodes.indices)
    while let (index, isEntering) = walk.next() {
        // Each node lies in the one that is open, and its text is whole characters of the store.
        let node = prose.nodes[index]
        precondition(
            node.end > index && node.end <= open.last.map { prose.nodes[$0].end } ?? prose.nodes.count || !isEntering)
        switch node.content {
        case .text(let range), .code(let range), .codeBlock(let range):
            precondition(String(validating: prose.text(range), as: UTF8.self) != nil)
        case .rawBlock(let range), .rawInline(let range):
            precondition(options.allowsRawHTML && String(validating: prose.text(range), as: UTF8.self) != nil)
        case .link(let number), .citation(let number), .image(let number): precondition(number < prose.targets.count)
        case .heading(let number): precondition(number < prose.headings.count)
        default: break
        }
        if isEntering, node.end > index + 1 {
            open.append(index)
        } else if !isEntering, open.last == index {
            open.removeLast()
        }
    }
    precondition(prose.sections.allSatisfy { $0.body.upperBound <= prose.nodes.count })
}

#if FUZZING
    // SwiftPM names the entry point itself, so libFuzzer's driver is called and not its main.
    @_silgen_name("LLVMFuzzerRunDriver")
    private func runFuzzer(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    @main struct Fuzz {
        static func main() {
            var count = CommandLine.argc
            var arguments = CommandLine.unsafeArgv
            _ = runFuzzer(&count, &arguments) { start, count in
                read(Array(UnsafeBufferPointer(start: start, count: count)))
                return 0
            }
        }
    }
#else
    @main struct Replay {
        static func main() throws {
            for path in CommandLine.arguments.dropFirst() {
                let folder = try FileSystem.live.openFolder(".", ".")
                let file = FoundFile(path: path, displayPath: path)
                guard let bytes = try folder.read(file, 8 << 20) else { continue }
                read(bytes)
                print("read \(path)")
            }
        }
    }
#endif
