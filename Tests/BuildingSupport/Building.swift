import Platform
import Building

/// Builds a site at a fixed time.
@discardableResult
package func build(_ configuration: Configuration, jobs: Int = 2, now: Int = 1_790_000_000) -> Report {
    var workspace = Workspace(configuration, in: World(now: now, cores: Cores(jobs: jobs)))
    return workspace.build()
}

/// Verifies a site at a fixed time.
package func verify(_ configuration: Configuration, jobs: Int = 2, now: Int = 1_790_000_000) -> Report {
    var workspace = Workspace(configuration, in: World(now: now, cores: Cores(jobs: jobs)))
    return workspace.verify()
}

/// Lists the files of a site at a fixed time.
package func list(_ configuration: Configuration) -> (report: Report, listing: SiteListing?) {
    var workspace = Workspace(configuration, in: World(now: 1_790_000_000, cores: Cores(jobs: 2)))
    return workspace.list()
}
