import Diagnostics
import Reading

/// Reads `site.md`. Without a title, which is an error, the site goes by a stand-in, so that all else is checked too.
package func readSettings(_ document: Document) -> Outcome<SiteSettings> {
    var fields = Fields(document.frontMatter, in: document.file, of: "site")
    let truth = fields.truth("raw_html")?.value ?? false
    let options = MarkdownOptions(allowsRawHTML: truth)
    var reader = EntryReader(document: document, options: options)
    let title = fields.requiredText("title")
    let description = fields.text("description")
    let start = TextRange(at: Int(document.frontMatter.range.start))
    let language = reader.languageTag(&fields, "language") ?? Located("en", start)
    let zone = reader.clockZone(&fields) ?? .utc
    let baseURL = reader.address(&fields, "base_url")
    var publisher: SiteSettings.Publisher?
    if var item = fields.mapping("publisher", of: "publisher") {
        let name = item.requiredText("name")
        let url = reader.address(&item, "url")
        let logo = item.text("logo")
        let kind = item.choice("kind", of: Party.Kind.self)
        reader.diagnostics += item.finish()
        publisher = name.map { SiteSettings.Publisher(name: $0, url: url, logo: logo, kind: kind) }
    }
    var policies: [(policy: SiteSettings.Policy, target: Located<String>)] = []
    if var item = fields.mapping("policies", of: "policies") {
        for policy in SiteSettings.Policy.allCases {
            if let target = item.text(policy.rawValue) { policies.append((policy, target)) }
        }
        reader.diagnostics += item.finish()
    }
    var navigation: [SiteSettings.NavigationItem] = []
    for node in fields.items("navigation") {
        switch node.kind {
        case .scalar(let text, _): navigation.append(.init(title: nil, to: Located(text, node.range)))
        case .mapping:
            var item = Fields(node, in: document.file, of: "navigation item")
            let title = item.requiredText("title")
            let to = item.requiredText("to")
            reader.diagnostics += item.finish()
            if let title, let to { navigation.append(.init(title: title, to: to)) }
        case .sequence:
            fields.reportWrongType("navigation", node, expected: "a page's id, or a mapping with 'title' and 'to'")
        }
    }
    let checks = readLevels(&fields, document.file)
    reader.diagnostics += fields.finish()
    let introduction = reader.absorb(Markdown.prose(document.body, in: document.file, options: options))
    let settings = SiteSettings(
        file: document.file, title: title ?? Located("site", start), description: description, language: language,
        zone: zone, baseURL: baseURL,
        publisher: publisher, policies: policies, navigation: navigation, allowsRawHTML: truth, checks: checks,
        introduction: introduction.isEmpty ? nil : introduction)
    return Outcome(settings, reader.diagnostics)
}

/// `checks`: a code's name to off, warning or error. Whether the code exists is for Checking to say.
private func readLevels(
    _ fields: inout Fields, _ file: TextFile
) -> [(code: Located<String>, level: SiteSettings.CheckLevel)] {
    guard let node = fields.node("checks") else { return [] }
    guard case .mapping(let pairs) = node.kind else {
        fields.reportWrongType("checks", node, expected: "a mapping of codes to off, warning or error")
        return []
    }
    var levels: [(code: Located<String>, level: SiteSettings.CheckLevel)] = []
    var checks = Fields(node, in: file, of: "checks")
    defer { fields.absorb(checks.diagnostics) }
    for pair in pairs {
        guard case .scalar(let text, _) = pair.value.kind else {
            checks.reportWrongType(pair.key.value, pair.value, expected: "off, warning or error")
            continue
        }
        guard let level = SiteSettings.CheckLevel(rawValue: text) else {
            checks.reportUnknownValue(
                Located(text, pair.value.range), of: pair.key.value,
                among: SiteSettings.CheckLevel.allCases.map(\.rawValue))
            continue
        }
        levels.append((pair.key, level))
    }
    return levels
}
