import Checking
import Diagnostics
import Model
import Reading
import Rendering
import Templates
import Writing

/// Builds a site: reads, checks, renders and writes it. Nothing is written while an error stands.
package func build(
    _ configuration: Configuration, files: FileSystem = .live, progress: Progress = .silent
) -> Report {
    var report = Report()
    guard let loaded = load(configuration, files, progress, &report) else { return report }
    let theme = report.time("templates") { report in loadTheme(configuration, files, &report) }
    report.settle(isStrict: configuration.isStrict)
    guard let theme, report.exitStatus == 0 else { return report }
    do {
        let session = try WriteSession.open(configuration.writeOptions)
        report.diagnostics += loaded.levels.applied(to: session.notices)
        try report.time("render and write") { report in
            let written = try write(loaded, theme, configuration, progress, to: session)
            report.diagnostics += loaded.levels.applied(to: written.faults)
            report.unsearchable = written.unsearchable
        }
        report.settle(isStrict: configuration.isStrict)
        guard report.exitStatus == 0 else {
            session.abandon()
            return report
        }
        report.summary = try report.time("commit") { _ in try session.commit() }
    } catch let fault as WriteFault {
        report.stop(fault.diagnostics, status: fault.exitStatus)
    } catch {
        report.stop([Diagnostic(environment: "\(error)", path: nil)], status: 3)
    }
    return report
}

/// Reads and checks a site and its templates, and writes nothing.
package func check(
    _ configuration: Configuration, files: FileSystem = .live, progress: Progress = .silent
) -> Report {
    var report = Report()
    guard load(configuration, files, progress, &report) != nil else { return report }
    _ = report.time("templates") { report in loadTheme(configuration, files, &report) }
    report.settle(isStrict: configuration.isStrict)
    return report
}
