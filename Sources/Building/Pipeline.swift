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
    let clock = SourceClock()
    let earlier = EarlierBuild(configuration)
    let folders = earlier.flatMap { earlier in report.time("scan") { _ in earlier.scan(configuration, files) } }
    if let earlier, let folders, earlier.isUpToDate(folders, configuration.concurrency) {
        earlier.report(&report)
        return report
    }
    guard let loaded = load(configuration, files, progress, &report, scanned: folders?.content) else { return report }
    let theme = report.time("templates") { report in loadTheme(configuration, files, &report, scanned: folders?.themes)
    }
    report.settle(isStrict: configuration.isStrict)
    guard let theme, report.exitStatus == 0 else { return report }
    report.remains = [loaded, theme]
    do {
        let session = try earlier?.session ?? WriteSession.open(configuration.writeOptions)
        report.diagnostics += loaded.levels.applied(to: session.notices)
        let written = try report.time("render and write") { report in
            let written = try write(loaded, theme, configuration, progress, to: session, after: earlier?.memory)
            report.diagnostics += loaded.levels.applied(to: written.faults)
            report.unsearchable = written.unsearchable
            report.templates = written.templates
            return written
        }
        report.settle(isStrict: configuration.isStrict)
        guard report.exitStatus == 0 else {
            session.abandon()
            return report
        }
        session.remember(clock.memory(of: loaded, theme, written, configuration, report).encoded())
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
