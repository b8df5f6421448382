import Bytes
import Model
import Presenting

extension Theme {
    /// The files that are copied, as they are published, by path. The stylesheet has the parties' own colours, and the
    /// colours that the site has chosen.
    func publishedAssets(of site: Site) -> [String: [UInt8]] {
        var files = Dictionary(assets.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        if let style = files[ThemeFile.stylesheet] {
            let appearance = site.settings.appearance?.value ?? .auto
            files[ThemeFile.stylesheet] = (style + site.ownColorStyles).showing(appearance)
        }
        return files
    }

    /// The versions of stylesheets and scripts for the addresses by which pages name them. Fonts and pictures have none,
    /// since stylesheets name them too.
    func fileVersions(in loaded: CheckedSite) -> [String: String] {
        let own = publishedAssets(of: loaded.site).filter { [".css", ".js"].contains(where: $0.key.hasSuffix) }
        return loaded.styleVersions.merging(own.mapValues { ContentHash(of: $0).shortText }) { style, _ in style }
    }
}

extension Site {
    /// The rules that are appended to the stylesheet: the colours that writers gave to parties.
    fileprivate var ownColorStyles: [UInt8] {
        let rules = ownColorRules
        return rules.isEmpty ? [] : Array(("\n" + rules.joined(separator: "\n") + "\n").utf8)
    }
}

extension [UInt8] {
    /// A stylesheet that shows its light or its dark colours only, if readers cannot choose.
    fileprivate func showing(_ appearance: SiteSettings.Appearance) -> [UInt8] {
        if appearance == .auto { return self }
        let media = appearance == .dark ? "@media screen{" : "@media not all{"
        let style = String(decoding: self, as: UTF8.self)
            .replacing("color-scheme: light dark", with: "color-scheme: " + appearance.rawValue)
            .replacing("@media screen and (prefers-color-scheme: dark) {", with: media)
            .replacing("@media screen and (prefers-color-scheme:dark){", with: media)
        return Array(style.utf8)
    }
}
