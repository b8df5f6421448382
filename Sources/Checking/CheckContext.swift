import Diagnostics
import Model
import Reading

/// What all checks of a run share; made once.
package struct CheckContext: Sendable {
    package let site: Site
    /// How grave each kind of problem is on this site.
    package let levels: CheckLevels
    /// Every code that `checks:` may name.
    let codes: [DiagnosticCode]
    /// The checks that are not switched off.
    let checks: [Check]
    let entryChecks: [Check.OnEntry]
    let proseChecks: [Check.OnProse]
    let referenceChecks: [Check.OnReference]
    /// The bytes of a file below `content/`, nil where there is none.
    let textOf: @Sendable (_ path: String) -> [UInt8]?
    /// The kept texts of the sources that all events share; nil where nothing is kept, or nobody wants to know.
    let sharedTexts: [KeptText?]

    /// The codes that reading content, the model and the checks report.
    package static let ownCodes: [DiagnosticCode] = DiagnosticCode.modelCodes + DiagnosticCode.checkCodes

    /// - Parameters:
    ///   - codes: every code that `checks:` in site.md may name, those of templates and output included.
    ///   - textOf: the bytes of a file below `content/`, nil where there is none; called at most once for each source
    ///     that keeps a text copy.
    package init(
        _ site: Site, codes: [DiagnosticCode] = CheckContext.ownCodes,
        textOf: @escaping @Sendable (_ path: String) -> [UInt8]?
    ) {
        self.site = site
        self.codes = codes
        self.textOf = textOf
        let levels = CheckLevels(site.settings)
        self.levels = levels
        checks = Check.all.filter { !levels.isOff($0.code) }
        entryChecks = checks.compactMap(\.entry)
        proseChecks = checks.compactMap(\.prose)
        referenceChecks = checks.compactMap(\.reference)
        let readsTexts = !levels.isOff(.wordsNotFound)
        sharedTexts = site.shared.sources.indices.map { index in
            readsTexts ? keptText(of: site.shared.sources[index], in: site, textOf) : nil
        }
    }
}

/// What is kept of a source's words; nil where nothing is.
func keptText(of source: Source, in site: Site, _ textOf: (String) -> [UInt8]?) -> KeptText? {
    guard source.text != nil || !source.excerpts.isEmpty else { return nil }
    let bytes = source.text.flatMap { site.contentPath($0.value, from: source.head.path) }.flatMap(textOf)
    let kept = KeptText(text: bytes, excerpts: source.excerpts.map(\.value))
    return kept.isEmpty ? nil : kept
}
