import Building
import BuildingSupport
import TestSupport

/// The result of building a test site.
struct BuiltSite: Sendable {
    /// Every file's bytes by its path.
    let files: [String: [UInt8]]
    let exitStatus: Int32
    let errors: Int
    let messages: [String]
    let written: Int

    init(_ site: TestSite, jobs: Int = 2) throws {
        let folder = try TemporaryFolder()
        let report = build(site.configuration(output: folder.path("public")), jobs: jobs)
        exitStatus = report.exitStatus
        errors = report.errors
        // Where there are errors, these alone are of interest.
        messages = report.diagnostics.filter { report.errors == 0 || $0.severity == .error }.map(\.message)
        written = report.summary?.written ?? 0
        files = exitStatus == 0 ? try folder.contents(of: "public") : [:]
    }

    var pages: [String: BuiltPage] { files.filter { $0.key.hasSuffix(".html") }.mapValues(BuiltPage.init) }
}

/// Every test site's output, built once for all tests.
actor BuiltSites {
    static let shared = BuiltSites()
    private var sites: [String: BuiltSite] = [:]

    subscript(name: String) -> BuiltSite? { sites[name] }

    func site(_ site: TestSite) throws -> BuiltSite {
        if let known = sites[site.name] { return known }
        let made = try BuiltSite(site)
        sites[site.name] = made
        return made
    }
}
