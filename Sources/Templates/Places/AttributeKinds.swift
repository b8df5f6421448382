/// The kinds of HTML and SVG attributes and elements that decide what may be printed in them.
enum AttributeKinds {
    /// Elements whose content is not markup. Nothing may be printed in them.
    static let rawElements = names("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext")

    /// Elements with text-only content.
    static let escapableElements = names("title", "textarea")

    private static let kinds: [MarkupName: Place.AttributeKind] = {
        var kinds: [MarkupName: Place.AttributeKind] = [:]
        for name in urls { kinds[name] = .url }
        for name in urlSets { kinds[name] = .urlSet }
        for name in code { kinds[name] = .forbidden }
        return kinds
    }()

    private static let urls = names(
        "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href",
        "icon", "longdesc", "lowsrc", "manifest", "poster", "profile", "src", "usemap", "xlink:href", "xml:base")

    private static let urlSets = names("srcset", "imagesrcset", "ping", "attributionsrc")

    private static let code = names("style", "srcdoc")

    private static let animations = names("animate", "set", "animatemotion", "animatetransform")

    private static let animated = names("attributename", "to", "from", "by", "values")

    static func kind(of attribute: MarkupName, in tag: MarkupName) -> Place.AttributeKind {
        if isHandler(attribute, from: 0) { return .forbidden }
        if let kind = kinds[attribute] { return kind }
        // A name with another prefix for the same namespace: `x:href`.
        if let colon = (0..<attribute.count).last(where: { attribute[$0] == UInt8(ascii: ":") }) {
            if attribute.text.hasSuffix(":href") { return .url }
            if isHandler(attribute, from: colon + 1) { return .forbidden }
        }
        return animations.contains(tag) && animated.contains(attribute) ? .forbidden : .plain
    }

    /// Whether nothing may be printed in elements of this name, in SVG and XML too.
    static func isRaw(_ tag: MarkupName) -> Bool { rawElements.contains(tag) }

    static func isEscapable(_ tag: MarkupName) -> Bool { escapableElements.contains(tag) }

    /// `onload`, `onclick` and every other name that begins with `on`.
    private static func isHandler(_ name: MarkupName, from start: Int) -> Bool {
        name.count >= start + 2 && name[start] == UInt8(ascii: "o") && name[start + 1] == UInt8(ascii: "n")
    }

    private static func names(_ texts: String...) -> Set<MarkupName> { Set(texts.map { MarkupName($0) }) }
}
