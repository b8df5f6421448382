import Bytes
import Diagnostics
import Model
import Platform
import Reading
import Presenting
import Rendering
import Writing

extension Workspace {
    /// Builds the site: scan, read, assemble, plan, check, render, write. If there is an error, nothing is written.
    package mutating func build(_ progress: Progress = .silent) -> Report {
        let stopwatch = Stopwatch()
        return stopwatch.timed { () throws(RunFault) in try build(stopwatch, progress) }
    }

    /// Does what a build does, and writes nothing: reports every problem that a build would, except for what is in the
    /// way in the output folder.
    package mutating func check(_ progress: Progress = .silent) -> Report {
        let stopwatch = Stopwatch()
        return stopwatch.timed { () throws(RunFault) in
            let folders = try scan()
            stopwatch.lap(.scan)
            let loaded = try load(folders, stopwatch, progress)
            var report = Report(loaded.map { $0?.site }, configuration)
            guard let sources = loaded.value, !report.diagnostics.hasErrors else { return report }
            let lost = lostAddresses(of: sources.site, since: lastAddresses)
            report.add(sources.site.levels.applied(to: lost.diagnostics), configuration)
            do throws(WriteFault) {
                let context = RenderContext(sources.site, sources.theme)
                let site = sources.site.site
                let keys = [ContentHash](repeating: ContentHash(of: []), count: site.events.count)
                let rendered = try write(
                    sources.site.plan, context, sources.theme, keys: keys, after: [:], world.cores, progress,
                    to: NoOutput(content: try contentFiles(folders.content.value)))
                let faults = missingRenderer(for: site) + rendered.faults
                report.add(rendered, sources.site.levels.applied(to: faults), configuration)
                stopwatch.lap(.render)
            } catch {
                report.stop(RunFault(error))
            }
            return report
        }
    }

    /// Reads, plans and checks the content, and writes nothing. The listing is nil if there is no site to plan.
    package mutating func list() -> (report: Report, listing: SiteListing?) {
        let stopwatch = Stopwatch()
        var listing: SiteListing?
        let report = stopwatch.timed { () throws(RunFault) in
            let folders = try scan()
            let loaded = try loadContent(folders.content, ThemeFiles(folders.themes), stopwatch, .silent)
            listing = loaded.value.map { site in
                SiteListing(site, lost: lostAddresses(of: site, since: lastAddresses))
            }
            return Report(loaded, configuration)
        }
        return (report, listing)
    }

    private mutating func build(_ stopwatch: Stopwatch, _ progress: Progress) throws(RunFault) -> Report {
        let start = world.fileTime()
        let earlier = EarlierBuild(configuration)
        let folders = try scan()
        stopwatch.lap(.scan)
        if let earlier, let same = earlier.report(ifUnchanged: folders, world) { return same }
        let loaded = try load(folders, stopwatch, progress)
        var report = Report(loaded.map { $0?.site }, configuration)
        guard let sources = loaded.value, report.exitStatus == 0 else { return report }
        let lost = lostAddresses(of: sources.site, since: earlier?.addresses)
        report.add(sources.site.levels.applied(to: lost.diagnostics), configuration)
        guard report.exitStatus == 0 else { return report }
        do throws(WriteFault) {
            let session = if let earlier { earlier.session } else { try WriteSession.open(configuration.writeOptions) }
            let sink = OutputSink(session: session, content: try contentFiles(folders.content.value))
            var context = RenderContext(sources.site, sources.theme)
            let pictures = try makePictures(context, after: earlier?.memory, progress, to: sink)
            if !pictures.made.isEmpty {
                context = RenderContext(sources.site, sources.theme, made: pictures.made.map(\.output))
            }
            let written = try write(
                sources.site.plan, context, sources.theme, keys: eventKeys(of: sources.site, context, sources.theme),
                after: earlier?.memory?.keys ?? [:], world.cores, progress, to: sink)
            stopwatch.lap(.render)
            let faults = session.notices + pictures.faults + written.faults
            report.add(written, sources.site.levels.applied(to: faults), configuration)
            guard report.exitStatus == 0 else {
                session.abandon()
                return report
            }
            session.remember(
                BuildMemory(
                    sources, folders, written, report, self, pictures, lost: lost.paths, start: start
                ).encoded())
            report.hasDiscardedCache = session.hasDiscardedMemory
            report.summary = try session.commit(time: configuration.setsTimesFromRecord ? fileTimes(of: context) : nil)
            stopwatch.lap(.commit)
        } catch {
            report.stop(RunFault(error))
        }
        return report
    }
}

extension Workspace {
    private func contentFiles(_ content: SiteFolder) throws(WriteFault) -> ContentFiles {
        let (name, stored) = (shown(configuration.content), content.otherwiseStored)
        if let folder = content.folder.descriptor { return ContentFiles(folder: folder, shown: name, stored: stored) }
        let folder = try WriteFault.naming("open", name) { () throws(Errno) in
            try Disk.openFolder(configuration.content, followsLink: true)
        }
        return ContentFiles(folder: folder, shown: name, stored: stored)
    }
}

extension RenderContext {
    /// - Parameters:
    ///   - theme: whose files pages name; nil if no page is rendered.
    ///   - made: pictures of the plan that the build has made already.
    ///   - marksUnresolved: whether pages mark references that name nothing.
    convenience init(
        _ loaded: CheckedSite, _ theme: Theme?, made: [PlannedOutput] = [], marksUnresolved: Bool = false
    ) {
        self.init(
            SiteContext(
                plan: loaded.plan, records: loaded.records, log: loaded.log, indexes: loaded.indexes,
                keptTexts: loaded.keptTexts, imageSizes: loaded.imageSizes,
                fileVersions: theme?.fileVersions(in: loaded) ?? [:], marksUnresolved: marksUnresolved),
            made: made)
    }
}
