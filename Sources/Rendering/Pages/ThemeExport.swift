import Model
import Templates

/// A file that a theme makes for programs, from a template in its folder `exports`.
///
/// `exports/demands.csv` is rendered once for each event, to `demands.csv` beside the event's page, with the names of
/// the event's page. `exports/site/events.json` is rendered once, to `events.json` beside the home page, with the names
/// of the home page. Addresses are absolute if the site has a `base_url`, since such a file is read elsewhere.
extension PageType {
    /// - Parameter template: the template's path in its folder; nil if no export is made from it.
    package init?(export template: String) {
        let folder = "exports/"
        let siteFolder = folder + "site/"
        guard template.hasPrefix(folder),
            [".csv", ".json", ".txt", ".xml"].contains(where: template.hasSuffix)
        else { return nil }
        if template.hasPrefix(siteFolder) {
            let path = String(template.dropFirst(siteFolder.count))
            self.init(
                OutputKind(template, .data, .site { _ in [path] }), template: template,
                "An export of the site; \(PageType.exportAddresses)", isExport: true,
                gather: { gatherer, _ in gatherer.home() }
            ) {
                HomeRoot(common: $0)
            }
        } else {
            let name = String(template.dropFirst(folder.count))
            self.init(
                OutputKind(template, .data, .scopes(name: name) { _, scope in scope >= 0 }), template: template,
                "An export of each event; \(PageType.exportAddresses)", isExport: true,
                gather: { $0.event($1.event ?? 0) }
            ) {
                EventRoot(common: $0)
            }
        }
    }

    /// What the reference of templates says of them, with `*` for a name.
    static let exportSamples = ["exports/*.csv", "exports/site/*.csv"].compactMap(PageType.init(export:))

    private static let exportAddresses =
        "also `.json`, `.xml` and `.txt`. Addresses are absolute if the site has a `base_url`."
}
