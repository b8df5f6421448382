import Diagnostics
import Reading

/// What `site.md` says.
@dynamicMemberLookup
@usableFromInline package struct SiteSettings: Sendable {
    package struct Publisher: Record {
        package var name = Located<String>.absent
        package var url: Located<String>?
        package var logo: Located<String>?
        package var darkLogo: Located<String>?
        package var kind: Located<Party.Kind>?

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "publisher", "Who publishes the site.", place: "'publisher' in site.md",
            fields: [
                Field("name", \.name, "Its name."),
                Field("url", \.url, "Its own site.", form: .address),
                Field("logo", \.logo, "A picture of its logo, also an SVG.", form: .pathOrAddress),
                Field("dark_logo", \.darkLogo, "The same for dark pages.", form: .path),
                Field("kind", \.kind, "What it is."),
            ])
    }

    package enum Policy: String, CaseIterable, Sendable {
        case corrections, ethics, sources, feedback, imprint, privacy, terms, licence

        fileprivate var path: KeyPath<Policies, Located<String>?> {
            switch self {
            case .corrections: \.corrections
            case .ethics: \.ethics
            case .sources: \.sources
            case .feedback: \.feedback
            case .imprint: \.imprint
            case .privacy: \.privacy
            case .terms: \.terms
            case .licence: \.licence
            }
        }
    }

    package struct Policies: Record {
        package var corrections: Located<String>?
        package var ethics: Located<String>?
        package var sources: Located<String>?
        package var feedback: Located<String>?
        package var imprint: Located<String>?
        package var privacy: Located<String>?
        package var terms: Located<String>?
        package var licence: Located<String>?

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "policies", "Pages by id, or addresses, that say how you work.", place: "'policies' in site.md",
            fields: [
                Field("corrections", \.corrections, "How mistakes are corrected.", form: .pageOrAddress),
                Field("ethics", \.ethics, "What you hold yourselves to.", form: .pageOrAddress),
                Field("sources", \.sources, "How sources are chosen and named.", form: .pageOrAddress),
                Field("feedback", \.feedback, "How readers reach you.", form: .pageOrAddress),
                Field("imprint", \.imprint, "Who is responsible for the site.", form: .pageOrAddress),
                Field("privacy", \.privacy, "What is stored of readers.", form: .pageOrAddress),
                Field("terms", \.terms, "The terms of use.", form: .pageOrAddress),
                Field("licence", \.licence, "The licence of texts and data.", form: .pageOrAddress),
            ])
    }

    package struct NavigationItem: Record {
        /// Nil: the page's own title.
        package var title: Located<String>?
        /// A page's id, or an address.
        package var to = Located<String>.absent

        package init() {}

        package static let record = RecordDeclaration<Self>(
            "navigation item", "A link of the header.", place: "an item of 'navigation' in site.md",
            shorthand: Shorthand(
                field: "to", words: "a page's id", plural: "page ids or event folders"),
            fields: [
                Field("title", \.title, "The link's words.", isRequired: true),
                Field("to", \.to, "Where it leads; 'term:cap' names an entry.", form: .linkTarget),
            ])
    }

    /// What the header has by itself.
    package enum AutomaticItem: String, CaseIterable, Sendable {
        case home, event, timeline, terms, sources, corrections, search
    }

    /// Which colours pages have.
    package enum Appearance: String, ClosedList {
        case auto, light, dark

        /// The schemes of CSS that pages have.
        package var colorSchemes: String { self == .auto ? "light dark" : rawValue }
    }

    /// Servers that redirect by a file of rules.
    package enum RedirectFile: String, ClosedList {
        case nginx, netlify, apache

        /// Its name in the site's folder, where the server looks for it, or from where nginx includes it.
        package var name: String {
            switch self {
            case .nginx: "redirects.nginx.conf"
            case .netlify: "_redirects"
            case .apache: ".htaccess"
            }
        }
    }

    /// In which form the site has pictures for those who pass a link on.
    package enum SharePictures: String, ClosedList {
        case svg, png
    }

    package enum CheckLevel: String, ClosedList {
        case off, warning, error
    }

    package let file: TextFile
    @usableFromInline package let fields: SettingsFields
    /// The home page's introduction.
    package var introduction: Prose?

    @inlinable @inline(__always)
    package subscript<Value>(dynamicMember path: KeyPath<SettingsFields, Value>) -> Value { fields[keyPath: path] }

    package var policies: [(policy: Policy, target: Located<String>)] {
        Policy.allCases.compactMap { policy in fields.policyPages?[keyPath: policy.path].map { (policy, $0) } }
    }

    package var checks: [(code: Located<String>, level: CheckLevel)] { fields.checkLevels.levels }
}

@usableFromInline package struct SettingsFields: Record {
    package var title = Located<String>.absent
    package var description: Located<String>?
    package var language = Located<String>.absent
    package var zone = ClockZone.utc
    package var baseURL: Located<String>?
    package var publisher: SiteSettings.Publisher?
    package var policyPages: SiteSettings.Policies?
    package var navigation: [SiteSettings.NavigationItem] = []
    package var allowsRawHTML = false
    package var thirdParty: [Located<String>] = []
    package var checkLevels = CheckLevels()
    package var publish: [Located<String>] = []
    package var ignore: [Located<String>] = []
    package var format: Located<Int>?
    package var extra: OwnData?
    package var extraFields = ExtraFields()
    package var authors: [Author] = []
    package var appearance: Located<SiteSettings.Appearance>?
    package var gone: [Located<String>] = []
    package var redirects: [Located<SiteSettings.RedirectFile>] = []
    package var embeds = false
    package var sharePictures: Located<SiteSettings.SharePictures>?

    package init() {}

    /// The version of the vocabulary that this program reads.
    static let newestFormat = 1

    package static let record = RecordDeclaration<Self>(
        "site", "The site's settings; the text below is the home page's introduction.", place: "site.md",
        fields: [
            Field("title", \.title, "The site's name."),
            Field("description", \.description, "One sentence about the site."),
            Field(
                "language", \.language, "The language of your texts, as in 'de'; 'en' where it is absent.",
                form: .languageTag, isRequired: false),
            Field(
                "zone", \.zone, "The zone in which clock times are shown, as in 'Europe/Berlin'; else UTC.",
                isRequired: false),
            Field("base_url", \.baseURL, "Where the site will be, for feed, sitemap and previews.", form: .address),
            Field("publisher", \.publisher, "Who publishes the site."),
            Field("policies", \.policyPages, "Where readers find how you work."),
            Field(
                "navigation", \.navigation,
                "What the header links to. If it names one of the header's own items (home, event, timeline, terms, sources, corrections, search), only the items listed are shown, in this order."
            ),
            Field("raw_html", \.allowsRawHTML, "Whether Markdown may hold HTML; false where it is absent."),
            Field(
                "third_party", \.thirdParty,
                "Other sites from which pages may load pictures, styles and scripts: 'https://media.example.org'.",
                form: .address),
            Field("checks", \.checkLevels, "How warnings count: 'unused-term: off'."),
            Field(
                "publish", \.publish,
                "Files and folders that are published although no page refers to them: 'CNAME', '.well-known/'.",
                form: .path),
            Field(
                "ignore", \.ignore, "Patterns of files that are not content: 'notes/', '*.bak'.", form: .filePattern),
            Field(
                "format", \.format, "The version of these fields that the content is written for; 1 if it is absent."),
            Field("extra", \.extra, "Your own data, in a mapping."),
            Field(
                "extra_fields", \.extraFields,
                "The types of members of 'extra', here and in every other document: 'beat: text'."),
            Field("authors", \.authors, "Who wrote it, if an event or a page does not say so."),
            Field("appearance", \.appearance, "The colours of pages: as readers set them, or always light or dark."),
            Field(
                "gone", \.gone, "Addresses that were taken away for good: 'demands/old.html', 'old-event/'.",
                form: .filePattern),
            Field(
                "redirects", \.redirects,
                "Servers for which a file of rules is written, which redirect from the addresses in 'moved_from'."),
            Field(
                "embeds", \.embeds,
                "Whether other sites may show quotes, demands and pictures in frames, with pages that are made for this; false where it is absent."
            ),
            Field(
                "share_pictures", \.sharePictures,
                "The form of the pictures that go with links to the site: 'png' for those that networks show."),
        ])

    /// Without a title, which is an error, the site goes by a stand-in, so that all else is checked too.
    package mutating func finish(_ fields: inout Fields, _ reader: inout EntryReader) -> Bool {
        let start = TextRange(at: Int(fields.range.start))
        if title.isAbsent { title = Located("site", start) }
        if language.isAbsent { language = Located("en", start) }
        if let format, !(1...Self.newestFormat).contains(format.value) {
            let isNewer = format.value > Self.newestFormat
            fields.report(
                Diagnostic(
                    isNewer ? .newerFormat : .invalidValue,
                    isNewer
                        ? "the content is written for format \(format.value); this program reads up to \(Self.newestFormat)"
                        : "there is no format \(format.value)",
                    at: TextLocation(fields.file, format.range),
                    hint: isNewer
                        ? "install a newer version of explainer, or write the content for format \(Self.newestFormat)"
                        : "write 'format: \(Self.newestFormat)'"))
        }
        return true
    }

    /// `checks`: a code's name to off, warning or error. Whether the code exists is for Checking to say.
    package struct CheckLevels: FieldValue {
        package fileprivate(set) var levels: [(code: Located<String>, level: SiteSettings.CheckLevel)] = []

        package static var absent: CheckLevels { CheckLevels() }
        package static var isRequired: Bool { false }
        package static func shape(_ form: TextForm) -> FieldShape {
            .levels(SiteSettings.CheckLevel.values, of: "codes")
        }

        package static func read(
            _ node: YAMLNode, _ field: FieldDescription, _ fields: inout Fields, _ reader: inout EntryReader
        ) -> CheckLevels? {
            guard case .mapping(let pairs) = node.kind else {
                fields.reportWrongType(field.name, node, expected: "a mapping of codes to off, warning or error")
                return nil
            }
            var result = CheckLevels()
            var checks = Fields(node, in: fields.file, of: field.name)
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
                result.levels.append((pair.key, level))
            }
            fields.absorb(checks.diagnostics)
            return result
        }

        package var data: FieldData { .absent }
    }
}

/// Reads `site.md`.
package func readSettings(_ document: Document) -> Outcome<SiteSettings> {
    var fields = Fields(document.frontMatter, in: document.file, of: SettingsFields.record.description.name)
    var reader = EntryReader(document: document, options: MarkdownOptions())
    var settings = SettingsFields()
    _ = settings.read(&fields, &reader)
    reader.diagnostics += fields.finish()
    let options = MarkdownOptions(allowsRawHTML: settings.allowsRawHTML)
    let introduction = reader.absorb(Markdown.prose(document.body, in: document.file, options: options))
    return Outcome(
        SiteSettings(
            file: document.file, fields: settings, introduction: introduction.isEmpty ? nil : introduction),
        reader.diagnostics)
}
