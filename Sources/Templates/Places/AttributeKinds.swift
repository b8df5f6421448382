/// What the attributes of HTML and SVG hold, as far as it matters for what may be printed in them.
enum AttributeKinds {
    /// Elements whose content is not markup, and in which nothing may be printed.
    static let rawElements: Set<String> = [
        "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext",
    ]

    /// Elements whose content is text alone.
    static let escapableElements: Set<String> = ["title", "textarea"]

    private static let urls: Set<String> = [
        "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href",
        "icon",
        "longdesc", "lowsrc", "manifest", "poster", "profile", "src", "usemap", "xlink:href", "xml:base",
    ]

    private static let urlSets: Set<String> = ["srcset", "imagesrcset", "ping", "attributionsrc"]

    private static let animations: Set<String> = ["animate", "set", "animatemotion", "animatetransform"]

    private static let animated: Set<String> = ["attributename", "to", "from", "by", "values"]

    static func kind(of attribute: [UInt8], in tag: [UInt8]) -> Place.AttributeKind {
        let name = String(decoding: attribute, as: UTF8.self)
        if name.hasPrefix("on") || name == "style" || name == "srcdoc" { return .forbidden }
        if urls.contains(name) { return .url }
        if urlSets.contains(name) { return .urlSet }
        let colon = name.utf8.lastIndex(of: UInt8(ascii: ":"))
        // A name with another prefix for the same namespace: `x:href`.
        if let colon, name[name.index(after: colon)...] == "href" { return .url }
        if let colon, name[name.index(after: colon)...].hasPrefix("on") { return .forbidden }
        if animated.contains(name), animations.contains(String(decoding: tag, as: UTF8.self)) { return .forbidden }
        return .plain
    }

    /// Whether attributes of this name are code: nothing about them is left to chance in SVG and XML either.
    static func isRaw(_ tag: [UInt8]) -> Bool { rawElements.contains(String(decoding: tag, as: UTF8.self)) }

    static func isEscapable(_ tag: [UInt8]) -> Bool { escapableElements.contains(String(decoding: tag, as: UTF8.self)) }
}
