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
    if let earlier, let folders, earlier.repeats(folders, configuration, in: &report) { return report }
    let sources = loadAll(configuration, files, progress, &report, scanned: folders)
    guard let (loaded, theme) = sources, report.exitStatus == 0 else { return report }
    report.remains = [loaded, theme]
    do {
        let session = try earlier?.session ?? WriteSession.open(configuration.writeOptions)
        report.diagnostics += loaded.levels.applied(to: session.notices)
        let written = try report.time("render and write") { report in
            let context = RenderContext(loaded)
            let written = try write(
                loaded.plan, context, theme, keys: eventKeys(of: loaded, context, theme),
                after: earlier?.memory?.keys ?? [:], from: shown(configuration.content), configuration.concurrency,
                progress, to: session)
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
    _ = loadAll(configuration, files, progress, &report)
    return report
}

/// Reads, plans and checks a site, and writes nothing. The listing is nil if there is no site to plan.
package func list(_ configuration: Configuration, files: FileSystem = .live) -> (report: Report, listing: SiteListing?)
{
    var report = Report()
    let themes = scanThemes(configuration, files, &report)
    let loaded = load(
        configuration, files, .silent, &report, themeAssets: themes.map(Theme.assetPaths) ?? [], scanned: nil)
    report.settle(isStrict: configuration.isStrict)
    return (report, loaded.map(SiteListing.init))
}

/// Reads and checks the content, and beside it the templates; nil where there is nothing to render, or to render with.
/// The report is settled.
private func loadAll(
    _ configuration: Configuration, _ files: FileSystem, _ progress: Progress, _ report: inout Report,
    scanned folders: (content: Outcome<SiteFolder>, themes: [Outcome<SiteFolder>])? = nil
) -> (LoadedSite, Theme)? {
    let themes = folders?.themes ?? scanThemes(configuration, files, &report)
    let assets = themes.map(Theme.assetPaths) ?? []
    let (loaded, (theme, themeReport)) = configuration.concurrency.run {
        load(configuration, files, progress, &report, themeAssets: assets, scanned: folders?.content)
    } beside: {
        var report = Report()
        let theme = report.time("templates") { report in
            themes.flatMap { loadTheme($0, configuration, &report) }
        }
        return (theme, report)
    }
    // Without a site there is nothing that templates could be wrong for.
    guard let loaded else { return nil }
    report.add(themeReport)
    report.settle(isStrict: configuration.isStrict)
    return theme.map { (loaded, $0) }
}

extension RenderContext {
    convenience init(_ loaded: LoadedSite) {
        self.init(
            plan: loaded.plan, records: loaded.records, log: loaded.log, indexes: loaded.indexes,
            keptTexts: loaded.keptTexts, imageSizes: loaded.imageSizes)
    }
}
