import Bytes
import ArgumentParser
import Building
import Diagnostics
import Model
import Rendering

/// `explainer list`
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List every file of the site, and what is left out.",
        discussion: """
            Each line has a file's path in the output, its kind, the event that it belongs to ('-' for the site), and the \
            title of its page. A redirect shows where it leads. Entries that this build leaves out follow, with the \
            reason. Nothing is written.

            A kind is that of a file (demand, timeline, feed, file) or a form of files (page, redirect, picture, data, \
            calendar, feed, search, sitemap, robots, asset); that of an export of your templates is the \
            template's path (exports/demands.csv). A state is 'published', or one of those that are left out: \
            'draft', 'embargoed', 'later' (not known at the date of --as-of), 'depends' (on an entry that is left out), \
            'held' (a person has put it on hold, whatever else is the reason).

            --lost lists the addresses that the last build had and that lead nowhere now, with the line that would lead on \
            from there, if an entry seems to have taken the place. --redirects prints the addresses in 'moved_from' as rules \
            for a server; 'redirects' in site.md lets builds write them into the output.

            Examples:
              explainer list
              explainer list --kind demand --event port-strike
              explainer list --state draft
              explainer list --lost
              explainer list --redirects nginx > redirects.conf
              explainer list --format json | jq '.outputs[].path'
            """)

    /// What a build does with something.
    enum State: String, ExpressibleByArgument, CaseIterable {
        case published, draft, embargoed, later, depends, held
    }

    @OptionGroup var site: SiteOptions

    @Option(help: "Only files and entries of this kind or form.")
    var kind: String?

    @Option(help: ArgumentHelp("Only what belongs to this event, named by its folder.", valueName: "folder"))
    var event: String?

    @Option(help: "Only what is in this state.")
    var state: State?

    @OptionGroup var work: WorkFolderOptions

    @Option(help: ArgumentHelp("The folder of the last build, for --lost (public).", valueName: "folder"))
    var output: String?

    @Flag(help: "Only addresses of the last build that neither exist nor redirect.")
    var lost = false

    @Option(
        help: ArgumentHelp(
            "Print rules that redirect from old addresses: for nginx, netlify or apache.", valueName: "server"))
    var redirects: SiteSettings.RedirectFile?

    func validate() throws {
        if lost || redirects != nil, kind != nil || event != nil || state != nil || lost && redirects != nil {
            throw ValidationError("--lost and --redirects are used without each other, --kind, --event and --state")
        }
        guard let kind, !ListCommand.kinds.contains(kind), PageType(export: kind) == nil else { return }
        let near = nearestName(to: kind, among: ListCommand.kinds).map { "Did you mean '\($0)'? " } ?? ""
        throw ValidationError(
            "there is no kind '\(kind)'. \(near)The kinds are \(ListCommand.kinds.joined(separator: ", "))")
    }

    /// Every name that `--kind` takes.
    private static let kinds: [String] = {
        var names = (outputKinds + [.themeAsset, .contentAsset]).map(\.name)
        names += OutputKind.Form.allCases.map(\.rawValue) + EntryKind.allCases.map(\.word)
        return names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
    }()

    func run() throws {
        var configuration = try site.configuration()
        configuration.nameLastBuild(output, work)
        var workspace = Workspace(configuration, in: site.world)
        let (report, listing) = workspace.list()
        let printer = ReportPrinter(options: site, duration: .zero)
        printer.printProblems(of: report, to: .errors)
        if let listing, lost {
            Console.write(site.format == .json ? listing.lost.json : listing.lost.text, to: .output)
        } else if let listing, let redirects {
            Console.write(listing.redirectRules(redirects), to: .output)
        } else if let listing {
            let rows = try ListedSite(
                listing, withheld: report.withheld.filter { $0.part == nil }, kind: kind, event: event, state: state)
            Console.write(site.format == .json ? rows.json : rows.text, to: .output)
        }
        throw ExitStatus(report.exitStatus)
    }
}

/// What is listed of a site, and its two forms.
private struct ListedSite {
    private let listing: SiteListing
    private let outputs: [PlannedOutput]
    private let withheld: [WithheldEntry]

    init(
        _ listing: SiteListing, withheld: [WithheldEntry], kind: String?, event: String?, state: ListCommand.State?
    ) throws {
        self.listing = listing
        let plan = listing.plan
        let folders = plan.site.events.map(\.shownFolder)
        if let event, !folders.contains(event), !withheld.contains(where: { $0.belongs(to: event) }) {
            let near = nearestName(to: event, among: folders).map { "Did you mean '\($0)'? " } ?? ""
            throw ValidationError("there is no event '\(event)'. \(near)")
        }
        outputs =
            state ?? .published != .published
            ? []
            : plan.outputs.filter { output in
                let own = plan.kind(of: output)
                return (kind == nil || own.name == kind || own.form.rawValue == kind)
                    && (event == nil || output.event.map { folders[$0] } == event)
            }
        self.withheld =
            state == .published
            ? []
            : withheld.filter { entry in
                (kind == nil || entry.kind.word == kind) && (event == nil || entry.belongs(to: event ?? ""))
                    && (state == nil || entry.state == state || state == .held && entry.isHeld)
            }
    }

    private func owner(_ output: PlannedOutput) -> String? {
        output.event.map { listing.plan.site.events[$0].shownFolder }
    }

    private func target(_ output: PlannedOutput) -> Route? {
        listing.plan.target(ofOld: output)
    }

    var text: String {
        let rows = outputs.map { output in
            let title = listing.title(of: output) ?? ""
            return [
                output.path, listing.plan.kind(of: output).name, owner(output) ?? "-",
                target(output).map { "\(title) -> \($0.path)" } ?? title,
            ]
        }
        let header = ["PATH", "KIND", "EVENT", "TITLE"]
        let widths = (0..<3).map { column in ([header] + rows).reduce(0) { max($0, $1[column].count) } }
        func line(_ cells: [String]) -> String {
            var line = ""
            for (cell, width) in zip(cells, widths) {
                line += cell + String(repeating: " ", count: width - cell.count + 2)
            }
            line += cells[3]
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }
        var text = rows.isEmpty ? "" : ([header] + rows).map(line).joined()
        if !withheld.isEmpty {
            text += (text.isEmpty ? "" : "\n") + "LEFT OUT\n"
            for entry in withheld {
                text += "\(entry.kind.word) '\(entry.name)': \(entry.reasonWords)\(entry.isHeld ? "; on hold" : "")\n"
            }
        }
        return text.isEmpty ? "Nothing matches.\n" : text
    }

    var json: String {
        let plan = listing.plan
        let files = outputs.map { output in
            let anchors = listing.anchors(of: output)
            return JSON.members([
                "path": .string(output.path), "kind": .string(plan.kind(of: output).name),
                "form": .string(plan.kind(of: output).form.rawValue), "event": owner(output).map(JSON.string),
                "entry": output.entry.map { .string("\($0.kind.word):\(plan.site.id(of: $0))") },
                "title": listing.title(of: output).map(JSON.string), "target": target(output).map { .string($0.path) },
                "depends_on": .string(output.inputs == .site ? "site" : "event"),
                "anchors": anchors.isEmpty ? nil : .strings(anchors),
            ])
        }
        let entries = withheld.map { entry in
            JSON.members([
                "kind": .string(entry.kind.word), "name": .string(entry.name), "state": .string(entry.state.rawValue),
                "reason": .string(entry.reasonWords), "held": .bool(entry.isHeld),
                "path": .string(entry.location.file.path), "line": .number(entry.location.position.line),
            ])
        }
        let list = JSON.members(["version": .number(1), "outputs": .array(files), "withheld": .array(entries)])
        return String(decoding: list.encoded(indent: 2), as: UTF8.self) + "\n"
    }
}

extension SiteSettings.RedirectFile: ExpressibleByArgument {}

extension LostAddresses {
    fileprivate var text: String {
        if paths.isEmpty { return "No address is lost.\n" }
        let width = paths.reduce(0) { max($0, $1.count) }
        return paths.map { path in
            guard let successor = successor(of: path) else { return path + "\n" }
            let space = String(repeating: " ", count: width - path.count + 2)
            return "\(path)\(space)\(successor.document): moved_from: \(successor.old)\n"
        }.joined()
    }

    fileprivate var json: String {
        let rows = paths.map { path in
            let successor = successor(of: path)
            return JSON.members([
                "path": .string(path), "successor": successor.map { .string($0.document) },
                "moved_from": successor.map { .string($0.old) },
            ])
        }
        let list = JSON.members(["version": .number(1), "lost": .array(rows)])
        return String(decoding: list.encoded(indent: 2), as: UTF8.self) + "\n"
    }
}

extension Event {
    /// What the event is called in lists: its folder; "event" for the only event of a site.
    fileprivate var shownFolder: String { folder.isEmpty ? "event" : folder }
}

extension WithheldEntry {
    fileprivate var state: ListCommand.State {
        switch reason {
        case .draft: .draft
        case .embargo: .embargoed
        case .onlyCitedByWithheld: .depends
        case .later, .namesLater: .later
        case .dependsOn: .depends
        }
    }

    /// Whether it is an event, or stands in it: names of entries begin with their event's folder.
    fileprivate func belongs(to event: String) -> Bool {
        kind == .event ? name == event : name.hasPrefix(event + "/") || event == "event" && !name.contains("/")
    }
}
