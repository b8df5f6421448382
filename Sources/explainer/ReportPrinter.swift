import Building
import Diagnostics
import Model
import Presenting

/// Prints a report: the problems, and the lines that end a run.
struct ReportPrinter {
    let options: SiteOptions
    let duration: Duration

    func printProblems(of report: Report, to stream: Console.Stream) {
        let formatter = DiagnosticFormatter(
            format: options.format, usesColor: Console.usesColor(stream), showsAllPlaces: options.verbose,
            isStrict: options.strict, version: Version.number)
        let text = formatter.text(
            for: options.errorsOnly ? report.diagnostics.filter { $0.severity == .error } : report.diagnostics)
        if !text.isEmpty { Console.write(text, to: stream) }
    }

    func printSummary(of report: Report, output: String) {
        printWithheld(report)
        var text = ""
        if let summary = report.summary {
            if options.verbose {
                text += lines("created", summary.created) + lines("changed", summary.changed)
                text += lines("removed", summary.removed)
            }
            text += lines("edited, not removed", summary.kept)
            text +=
                "Built \(output): \(count(summary.written, "file")) written, \(summary.unchanged) unchanged, \(summary.removed.count) removed"
            text += " (\(count(report.documents, "document")), \(seconds(duration)))\(problems(report)).\n"
            if report.unsearchable > 0 {
                text +=
                    "\(count(report.unsearchable, "entry", "entries")) left out of the search index (size limit).\n"
            }
            if report.hasDiscardedCache {
                text += "The cache of the last build could not be used; everything was built.\n"
            }
            if report.lacksAddress, summary.written > 0 {
                text +=
                    "Without 'base_url' in site.md there is no sitemap, feeds have relative links, and links of the page for lost addresses (404.html) need a script unless the site is at the root of its host.\n"
            }
            Console.write(text, to: .output)
        } else {
            let state =
                switch report.outputState {
                case .unchanged: "Nothing was written"
                case .mixed: "\(output) has files of the old and of the new site"
                case .built: "Built \(output)"
                }
            Console.write("\(state)\(problems(report)).\n", to: .errors)
        }
        printStages(report)
    }

    func printCheckSummary(of report: Report) {
        printWithheld(report)
        Console.write(
            "Checked \(count(report.documents, "document")) and \(count(report.links, "link")) in \(seconds(duration))\(problems(report)).\n",
            to: .output)
        if report.webLinks > 0 {
            Console.write("\(count(report.webLinks, "link")) to other sites not followed.\n", to: .output)
        }
        printStages(report)
    }

    func printVerification(of report: Report, output: String) {
        let same = report.summary.map { count($0.unchanged, "file") } ?? "nothing"
        let words =
            report.exitStatus == 0
            ? "Verified \(output): \(same) identical to a clean build"
            : "Compared \(output): \(same) identical to a clean build"
        Console.write("\(words) (\(seconds(duration)))\(problems(report)).\n", to: .output)
    }

    /// Names every entry that is left out, with the reason.
    private func printWithheld(_ report: Report) {
        guard !report.withheld.isEmpty else { return }
        let parts = report.withheld.count { $0.part != nil }
        var text = "Left out: \(count(report.withheld.count - parts, "entry", "entries"))"
        text += parts > 0 ? " and \(count(parts, "part")) of others\n" : "\n"
        for entry in report.withheld {
            let part = entry.part.map { ", \($0)" } ?? ""
            text +=
                "  \(entry.kind.word) '\(entry.name)'\(part): \(entry.reasonWords)\(entry.isHeld ? "; on hold" : "")\n"
        }
        Console.write(text, to: .output)
    }

    private func printStages(_ report: Report) {
        guard options.verbose else { return }
        for stage in report.stages { Console.write("  \(stage.name): \(seconds(stage.duration))\n", to: .output) }
    }

    private func problems(_ report: Report) -> String {
        switch (report.errors, report.warnings) {
        case (0, 0): ""
        case (0, let warnings) where options.strict: "; \(count(warnings, "warning")), counted as errors (--strict)"
        case (0, let warnings): "; \(count(warnings, "warning"))"
        case (let errors, 0): "; \(count(errors, "error"))"
        case (let errors, let warnings): "; \(count(errors, "error")), \(count(warnings, "warning"))"
        }
    }

    private func lines(_ word: String, _ paths: [String]) -> String {
        paths.map { "  \(word): \($0)\n" }.joined()
    }

    private func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }

    /// "0.03 s", "12.4 s".
    private func seconds(_ duration: Duration) -> String {
        let (whole, atto) = duration.components
        let hundredths = Int(whole) * 100 + Int(atto / 10_000_000_000_000_000)
        if hundredths >= 1_000 { return "\(hundredths / 100).\(hundredths / 10 % 10) s" }
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
    }
}

extension WithheldEntry {
    /// Why a build leaves the entry out.
    var reasonWords: String {
        switch reason {
        case .draft: "a draft"
        case .embargo(let date): "under embargo until \(date.words(in: .utc, language: Words.english.dates))"
        case .later: "not yet known on that date"
        case .namesLater(let other): "names \(other), not yet known on that date"
        case .dependsOn(let other): "depends on \(other), which is left out"
        case .onlyCitedByWithheld: "cited only by entries that are left out"
        }
    }
}
