import Bytes
import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let thirdPartyResource = DiagnosticCode(
        "third-party-resource", .error, title: "A page that loads something from another site",
        article: """
            A template, or HTML in a text, makes readers' browsers load a script, a stylesheet, a picture or a frame from \
            another site. That site learns who reads what, can change what readers see, and a script from it can do \
            anything that the page can. Copy the file into `templates/assets` or `content/`.

            If it has to be, list the site in site.md: `third_party: [https://media.example.org]`. A script from there \
            also needs `integrity`, the hash of its bytes, so that no other script can take its place. A value of the \
            content can never be the address of a script, and a page never sends its readers to another site by itself.

            `<script src="https://media.example.org/chart.js">`: copy it, and write `<script src="{{ … }}">` with the \
            address that the reference of templates lists.
            """)
}

extension Check {
    /// HTML in texts, where `raw_html` allows it. Templates are looked at where they are loaded.
    static let thirdPartyResource = Check(
        .thirdPartyResource,
        prose: { prose, place, scope, findings in
            guard scope.site.settings.allowsRawHTML else { return }
            let allowed = allowedHosts(scope.site.settings)
            for node in prose.nodes {
                let range: Range<UInt32>
                switch node.content {
                case .rawBlock(let stretch), .rawInline(let stretch): range = stretch
                default: continue
                }
                let html = Array(prose.text[Int(range.lowerBound)..<Int(range.upperBound)])
                let start = place.file.bytes.firstPlace(of: html)
                for problem in resourceProblems(in: html, allowed) {
                    let location = start.map {
                        TextLocation(
                            place.file, TextRange(Int(problem.range.start) + $0, Int(problem.range.end) + $0))
                    }
                    findings.report(
                        Diagnostic(
                            .thirdPartyResource, problem.message, at: location ?? place.location(TextRange(at: 0)),
                            hint: problem.hint))
                }
            }
        })
}

extension [UInt8] {
    /// Where other bytes first occur.
    fileprivate func firstPlace(of other: [UInt8]) -> Int? {
        guard let first = other.first else { return nil }
        return indices.first { self[$0] == first && self[$0...].starts(with: other) }
    }
}

/// What is wrong with the addresses that a template makes browsers load.
package func thirdPartyResources(in template: TextFile, _ settings: SiteSettings) -> [Diagnostic] {
    resourceProblems(in: template.bytes, allowedHosts(settings)).map {
        Diagnostic(.thirdPartyResource, $0.message, at: TextLocation(template, $0.range), hint: $0.hint)
    }
}

private func allowedHosts(_ settings: SiteSettings) -> Set<String> {
    Set(settings.thirdParty.compactMap { RemoteAddress($0.value)?.host })
}

private struct ResourceProblem {
    let message: String
    let range: TextRange
    let hint: String
}

private func resourceProblems(in html: [UInt8], _ allowed: Set<String>) -> [ResourceProblem] {
    var problems: [ResourceProblem] = []
    let bytes = withoutTags(html)
    var scanner = TagScanner(bytes)
    while let tag = scanner.nextTag() {
        let element = String(decoding: bytes[tag], as: UTF8.self).lowercased()
        var attributes: [(name: String, value: Range<Int>)] = []
        while let attribute = scanner.nextAttribute() {
            attributes.append((String(decoding: bytes[attribute.name], as: UTF8.self).lowercased(), attribute.value))
        }
        func text(_ name: String) -> String? {
            attributes.first { $0.name == name }.map { String(decoding: bytes[$0.value], as: UTF8.self) }
        }
        for (name, range) in attributes {
            let written = String(decoding: html[range], as: UTF8.self)
            if element == "script", name == "src", let value = dataAddress(written) {
                problems.append(
                    ResourceProblem(
                        message: "'\(value)' chooses a script: only addresses of the page's own files may",
                        range: TextRange(range),
                        hint: "use an address of 'page', such as 'page.enhance_url', or 'asset(\"…\")'"))
                continue
            }
            guard loads(element, name, rel: text("rel"), refresh: text("http-equiv")) else { continue }
            for address in addresses(String(decoding: bytes[range], as: UTF8.self), element, name) {
                guard let remote = RemoteAddress(address) else { continue }
                let isSending = element == "meta" || element == "base"
                if !isSending, allowed.contains(remote.host) {
                    if element != "script" || text("integrity")?.hasPrefix("sha") == true { continue }
                    problems.append(
                        ResourceProblem(
                            message: "a script from '\(remote.origin)' has no 'integrity'", range: TextRange(range),
                            hint: "add the hash of its bytes: integrity=\"sha384-…\" crossorigin=\"anonymous\""))
                    continue
                }
                let verb = isSending ? "sends readers to" : "is loaded from"
                let allow = remote.origin.hasPrefix("http") ? remote.origin : "https:" + remote.origin
                problems.append(
                    ResourceProblem(
                        message: "'\(element)' \(verb) '\(remote.origin)', another site", range: TextRange(range),
                        hint: isSending
                            ? "link to it instead"
                            : "copy the file, or allow the site in site.md: 'third_party: [\(allow)]'"))
            }
        }
    }
    return problems
}

/// Whether an attribute makes a browser load what it names, or go there, without a reader's doing.
private func loads(_ element: String, _ attribute: String, rel: String?, refresh: String?) -> Bool {
    switch (element, attribute) {
    case ("link", "href"):
        let words = Set((rel ?? "").lowercased().split(separator: " ").map(String.init))
        let harmless: Set = ["alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"]
        return words.isEmpty || !words.isSubset(of: harmless)
    case ("meta", "content"): return refresh?.lowercased() == "refresh"
    case ("base", "href"), ("image", "href"), ("image", "xlink:href"), ("use", "href"), ("use", "xlink:href"),
        ("feimage", "href"), ("feimage", "xlink:href"), ("object", "data"), ("video", "poster"), (_, "background"),
        (_, "src"), (_, "srcset"), (_, "imagesrcset"), (_, "style"):
        return true
    default: return false
    }
}

/// The addresses in an attribute's value.
private func addresses(_ value: String, _ element: String, _ attribute: String) -> [String] {
    let value = decoded(value)
    switch attribute {
    case "srcset", "imagesrcset": return value.split(separator: ",").map { String($0.drop { $0.isWhitespace }) }
    case "style":
        return value.lowercased().components(after: "url(").map {
            String($0.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" })
        }
    case "content": return value.lowercased().components(after: "url=").map { String($0.drop { "\"' ".contains($0) }) }
    default: return [value]
    }
}

extension Substring {
    /// The text without such characters at its ends.
    fileprivate func trimming(_ isOutside: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !isOutside($0) }) else { return "" }
        return self[...last].drop(while: isOutside)
    }
}

extension String {
    /// What follows each occurrence of a part.
    fileprivate func components(after part: String) -> [Substring] {
        var found: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            rest = rest[range.upperBound...]
            found.append(rest)
        }
        return found
    }
}

/// An address whose host is another site's, as browsers read it: with a scheme or without, with slashes of either kind.
private struct RemoteAddress {
    /// `https://media.example.org`; without the scheme if none is written.
    let origin: String
    /// `//media.example.org`
    let host: String

    init?(_ address: String) {
        var scalars = address.unicodeScalars.filter { ![0x09, 0x0A, 0x0D].contains($0.value) }[...]
        scalars = scalars.drop { $0.value <= 0x20 }
        var text = String(String.UnicodeScalarView(scalars)).lowercased().replacing("\\", with: "/")
        var scheme = ""
        for name in ["http:", "https:", "ws:", "wss:", "ftp:"] where text.hasPrefix(name) {
            scheme = name
            text = String(text.dropFirst(name.count))
        }
        guard !scheme.isEmpty || text.hasPrefix("//") else { return nil }
        let rest = text.drop { $0 == "/" }
        let name = rest.prefix { !"/?# \"'),".contains($0) }
        guard !name.isEmpty else { return nil }
        host = "//" + String(name.lastIndex(of: "@").map { name[name.index(after: $0)...] } ?? name)
        origin = scheme + host
    }
}

/// The expression in the address of a script that is not one of the page's own; nil if there is none.
private func dataAddress(_ value: String) -> String? {
    var rest = value[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
        let expression = rest[open.upperBound..<close.lowerBound].trimming { $0.isWhitespace || $0 == "-" }
        if expression.wholeMatch(of: /page\.[A-Za-z_]*_url|asset\([^()]*\)/) == nil { return String(expression) }
        rest = rest[close.upperBound...]
    }
    return nil
}

/// HTML whose template tags are blank, so that they are no part of its markup. Values stay as letters.
private func withoutTags(_ html: [UInt8]) -> [UInt8] {
    let brace = UInt8(ascii: "{")
    guard html.contains(brace) else { return html }
    var result = html
    var index = 0
    while index + 1 < html.count {
        let (kind, filler): (UInt8, UInt8)
        switch html[index + 1] {
        case UInt8(ascii: "%") where html[index] == brace: (kind, filler) = (UInt8(ascii: "%"), 0x20)
        case UInt8(ascii: "#") where html[index] == brace: (kind, filler) = (UInt8(ascii: "#"), 0x20)
        case brace where html[index] == brace: (kind, filler) = (UInt8(ascii: "}"), UInt8(ascii: "x"))
        default:
            index += 1
            continue
        }
        var end = index + 2
        while end + 1 < html.count, !(html[end] == kind && html[end + 1] == UInt8(ascii: "}")) { end += 1 }
        end = min(end + 2, html.count)
        for place in index..<end { result[place] = filler }
        index = end
    }
    return result
}

/// A value with the character references that an address may hide behind.
private func decoded(_ value: String) -> String {
    guard value.contains("&") else { return value }
    var result = ""
    var rest = value[...]
    while let start = rest.firstIndex(of: "&") {
        result += rest[..<start]
        rest = rest[start...]
        let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "#" }
        let named = ["sol": "/", "bsol": "\\", "colon": ":", "tab": "\t", "newline": "\n", "period": "."]
        var character = named[name.lowercased()]
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHex = digits.first == "x" || digits.first == "X"
            let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            character = number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
        result += character ?? "&"
        rest = character == nil ? rest.dropFirst() : rest[name.endIndex...]
        if character != nil, rest.first == ";" { rest = rest.dropFirst() }
    }
    return result + rest
}
