import Checking
import Diagnostics
import Model
import Presenting
import Reading
import Rendering
import Templates

/// The problems of addresses that are written out in templates: each must be right on every page that prints it.
func templateAddressProblems(_ sources: Sources) -> [Diagnostic] {
    guard sources.theme.templates.hasOwnAddresses else { return [] }
    let context = RenderContext(sources.site, nil)
    var check = TemplateAddressCheck(context: context, sources: sources)
    var pages: [String: [PlannedOutput]] = [:]
    for output in context.plan.outputs {
        if let file = context.template(of: output) { pages[file, default: []].append(output) }
    }
    // The page for missing addresses comes last: what is wrong on it only is wrong in another way.
    func isBefore(_ left: String, _ right: String) -> Bool {
        (left.hasPrefix("404") ? 1 : 0, left) < (right.hasPrefix("404") ? 1 : 0, right)
    }
    for (file, outputs) in pages.sorted(by: { isBefore($0.key, $1.key) }) {
        for address in sources.theme.templates.addresses(of: file) where !address.isOfTheme {
            check.check(address, on: outputs, of: file)
        }
    }
    return check.problems
}

/// Checks addresses on the pages of a template, and reports each at the first page on which it is wrong.
private struct TemplateAddressCheck {
    let context: RenderContext
    let sources: Sources
    var problems: [Diagnostic] = []
    private var reported: Set<WrittenAddress> = []

    init(context: RenderContext, sources: Sources) {
        self.context = context
        self.sources = sources
    }

    private var plan: SitePlan { context.plan }

    mutating func check(_ address: WrittenAddress, on outputs: [PlannedOutput], of file: String) {
        guard !reported.contains(address) else { return }
        var seen: Set<String> = []
        for output in outputs {
            // Pages of one folder, and pages of one event, agree.
            let place = address.function == nil ? folder(of: output.path) : String(output.event ?? -1)
            guard address.text.hasPrefix("#") || seen.insert(place).inserted else { continue }
            let found =
                if let function = address.function {
                    problem(of: function, address, on: output)
                } else {
                    problem(ofValue: address, on: output, of: file)
                }
            guard let found else { continue }
            problems.append(found)
            reported.insert(address)
            return
        }
    }

    private func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    // MARK: Functions

    private func problem(
        of function: AddressFunction, _ address: WrittenAddress, on output: PlannedOutput
    ) -> Diagnostic? {
        let scope = output.event ?? (plan.site.isOneEvent ? 0 : -1)
        switch plan.address(function, address.text, from: scope) {
        case .withheld: return nil
        case .found(let found):
            guard case .place(let place) = found, let anchor = place.anchor else { return nil }
            return problem(ofAnchor: anchor, at: place.path, address)
        case .missing: break
        }
        if function == .asset { return missingAsset(address) }
        let names = linkNames(from: scope)
        let near = nearestName(to: address.text, among: names)
        let isEvent = output.event != nil && !plan.site.isOneEvent
        return Diagnostic(
            .deadAddress, "'\(address.text)' names nothing on this site", at: address.location,
            notes: isEvent ? [Diagnostic.Note("on the page '\(output.path)'")] : [],
            hint: near.map { "did you mean '\($0)'?" }
                ?? "write a kind and an id, as in 'page:imprint' for imprint.md, or a path from the site's root",
            fixIt: near.flatMap { replacing(address, with: $0) })
    }

    private func missingAsset(_ address: WrittenAddress) -> Diagnostic {
        let name = address.text
        if plan.site.hasAsset(name) {
            return Diagnostic(
                .deadAddress, "'\(name)' is in the content folder and is not published", at: address.location,
                hint: "list it in site.md: publish: [\(name)]")
        }
        let assets = plan.outputs.filter { plan.kind(of: $0).form == .asset }.map(\.path)
        let names = assets.map { $0.hasPrefix("assets/") ? String($0.dropFirst("assets/".count)) : $0 }
        let near = nearestName(to: name, among: names)
        return Diagnostic(
            .deadAddress, "there is no file '\(name)'", at: address.location,
            hint: near.map { "did you mean '\($0)'?" } ?? "put it into 'templates/assets/'",
            fixIt: near.flatMap { replacing(address, with: $0) })
    }

    /// What `link` takes: entries with their kinds.
    private func linkNames(from scope: Int) -> [String] {
        EntryKind.allCases.flatMap { kind in
            plan.site.index.names(kind, from: scope).map { "\(kind.word):\($0)" }
        }
    }

    // MARK: Values of attributes

    private func problem(
        ofValue address: WrittenAddress, on output: PlannedOutput, of file: String
    ) -> Diagnostic? {
        let text = address.text
        guard !text.isEmpty, !text.hasPrefix("//"), !hasScheme(text) else { return nil }
        let anchor = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
            .map { decoded(String($0)) }
        let path = decoded(String(text.prefix { $0 != "#" && $0 != "?" }))
        if path.isEmpty {
            guard let anchor, !anchor.isEmpty, !sources.theme.templates.mayHave(id: anchor, on: file) else {
                return nil
            }
            return problem(ofAnchor: anchor, at: output.path, address)
        }
        let full: String?
        if path.hasPrefix("/") {
            let root = context.exports.address?.folder ?? "/"
            guard path.hasPrefix(root) else {
                return dead(
                    address, "'\(text)' leads out of the site, which is in the folder '\(root)' of its server",
                    page: nil)
            }
            full = String(path.dropFirst(root.count))
        } else if plan.kind(of: output).name == "not-found" {
            return dead(address, "'\(text)' is relative, and this page is shown at any address", page: output)
        } else {
            full = contentPath(path, relativeTo: output.path)
        }
        guard let full else { return dead(address, "'\(text)' leads out of the site", page: output) }
        let isFolder = full.isEmpty || path.hasSuffix("/")
        let file = !isFolder ? full : full.isEmpty ? SitePlan.home : full + "/" + SitePlan.home
        guard let target = plan.output(at: file), target.path == file else {
            return dead(address, "'\(text)' leads nowhere: there is no '\(file)'", page: output)
        }
        return anchor.flatMap { $0.isEmpty ? nil : problem(ofAnchor: $0, at: file, address) }
    }

    private func dead(_ address: WrittenAddress, _ message: String, page: PlannedOutput?) -> Diagnostic {
        let name = address.text.split(separator: "#").first.map(String.init) ?? ""
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return Diagnostic(
            .deadAddress, message, at: address.location,
            notes: page.map { [Diagnostic.Note("on the page '\($0.path)'")] } ?? [],
            hint: "write \(suggestion(last)): it is right on every page")
    }

    /// The call that gives the address of what has a name; a general one if nothing has.
    private func suggestion(_ name: String) -> String {
        let functions: [AddressFunction] = [.asset, .link]
        for function in functions {
            if case .found(.page) = plan.address(function, name, from: -1) {
                return "{{ \(function.name)(\"\(name)\") }}"
            }
        }
        if name.hasSuffix(".html") {
            let id = String(name.dropLast(".html".count))
            if case .found(.page) = plan.address(.link, "page:" + id, from: -1) { return "{{ link(\"page:\(id)\") }}" }
            return "{{ link(\"…\") }}"
        }
        return "{{ asset(\"…\") }}"
    }

    private func problem(ofAnchor anchor: String, at path: String, _ address: WrittenAddress) -> Diagnostic? {
        guard let output = plan.output(at: path), let file = context.template(of: output),
            plan.kind(of: output).form == .page
        else { return nil }
        let (records, log) = (context.views.records, context.views.log)
        let anchors = plan.anchors(of: output, records, log)
        let known = anchors.headings + anchors.elements
        let templates = sources.theme.templates
        if known.contains(anchor) || templates.mayHave(id: anchor, on: file)
            || plan.optionalAnchors(of: output, records, log).contains(anchor)
        {
            return nil
        }
        let near = nearestName(to: anchor, among: known)
        return Diagnostic(
            .deadAddress, "there is no '#\(anchor)' on '\(path)'", at: address.location,
            hint: near.map { "did you mean '#\($0)'?" }
                ?? (known.isEmpty
                    ? nil : "its anchors: " + known.prefix(12).map { "#" + $0 }.joined(separator: ", ")))
    }

    private func replacing(_ address: WrittenAddress, with name: String) -> FixIt? {
        let file = address.location.file
        let range = address.location.range
        // The argument stands in quotes.
        let inner = TextRange(Int(range.start) + 1, Int(range.end) - 1)
        guard file.text(in: inner) == address.text else { return nil }
        return FixIt(
            replacing: TextLocation(file, inner), with: name, title: "replace '\(address.text)' with '\(name)'")
    }

    private func hasScheme(_ text: String) -> Bool {
        guard let end = text.firstIndex(where: { ":/?#".contains($0) }) else { return false }
        return text[end] == ":"
    }

    /// A path with percent-encoding resolved; as it is if the encoding is broken.
    private func decoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(validating: result, as: UTF8.self) ?? text
    }
}
