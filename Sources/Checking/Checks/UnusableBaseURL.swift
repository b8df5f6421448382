import Diagnostics
import Model
import Reading

extension DiagnosticCode {
    package static let unusableBaseURL = DiagnosticCode(
        "unusable-base-url", .error, title: "A base address that paths cannot be appended to",
        article: """
            `base_url` in site.md is the address of the site's home page. Feeds, the sitemap and link previews append the \
            paths of pages to it, so it cannot have a query (`?`), a fragment (`#`), `..` or the name of a file. It is \
            published, so it cannot have a password. A host in another script is written as `xn--…`, as in the name system.

            `base_url: https://example.org/explainers/?ref=x`: write `https://example.org/explainers/`.
            """)
}

extension Check {
    static let unusableBaseURL = Check(
        .unusableBaseURL,
        site: { whole, findings in
            let settings = whole.site.settings
            guard let base = settings.baseURL else { return }
            let path = base.value.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            if let fault = fault(of: base.value) {
                let place = TextLocation(settings.file, base.range)
                findings.report(
                    Diagnostic(
                        .unusableBaseURL, fault.message, at: place, hint: fault.hint,
                        fixIt: fault.replacement.flatMap { written in
                            settings.file.place(ofLast: base.value, in: base.range).map {
                                FixIt(
                                    replacing: TextLocation(settings.file, $0), with: written,
                                    title: "write '\(written)'")
                            }
                        }))
                return
            }
            let what: String
            if path.count < base.value.utf8.count {
                what = base.value.utf8.dropFirst(path.count).first == UInt8(ascii: "?") ? "a query" : "a fragment"
            } else if base.value.lowercased().hasSuffix(".html") {
                what = "the name of a file"
            } else {
                return
            }
            let short = what == "the name of a file" ? folder(base.value) : String(decoding: path, as: UTF8.self)
            let place = TextLocation(settings.file, base.range)
            findings.report(
                Diagnostic(
                    .unusableBaseURL, "the base address has \(what), so paths cannot be appended to it", at: place,
                    hint: "write '\(short)'",
                    fixIt: settings.file.place(ofLast: base.value, in: base.range).map {
                        FixIt(replacing: TextLocation(settings.file, $0), with: short, title: "write '\(short)'")
                    }))
        })
}

private func fault(of address: String) -> (message: String, hint: String, replacement: String?)? {
    guard let parts = WebAddress(address) else { return nil }
    if parts.hasUser {
        return (
            "the base address has a user's name or password, which would be published", "delete it with its '@'", nil
        )
    }
    if parts.path.split(separator: "/").contains("..") {
        return ("the base address has '..', so paths cannot be appended to it", "write the folder's own address", nil)
    }
    if let ascii = parts.withASCIIHost {
        return (
            "the host of the base address has letters that addresses of feeds cannot have", "write '\(ascii)'", ascii
        )
    }
    return nil
}

/// The address up to and with its last slash.
private func folder(_ address: String) -> String {
    guard let slash = address.utf8.lastIndex(of: UInt8(ascii: "/")) else { return address }
    return String(address[...slash])
}
