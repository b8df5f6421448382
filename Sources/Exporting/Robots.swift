import Model

extension ExportType {
    /// `robots.txt` (RFC 9309).
    static let robots = ExportType(
        OutputKind("robots", .robots, .site { _ in ["robots.txt"] }),
        bytes: { context, _ in context.robots() })
}

extension ExportContext {
    /// `robots.txt`: everything may be read; names the sitemap, if there is one.
    ///
    /// It counts only at a host's root; below a folder it does no harm.
    package func robots() -> [UInt8] {
        var text = "User-agent: *\nDisallow:\n"
        if let address, let sitemap = plan.route(to: ExportType.sitemap.kind) {
            text += "\nSitemap: \(address.url(of: sitemap))\n"
        }
        return Array(text.utf8)
    }
}
