import ArgumentParser
import Building
import Bytes
import Diagnostics
import Editing

/// `explainer missing`
struct MissingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing",
        abstract: "List what an editor would ask about the record.",
        discussion: """
            The questions are grouped by event and by kind, what matters most first: deadlines that have passed without an \
            answer, threats that came to something without a date, plans whose day has passed, demands that are settled \
            with some of those asked, answers that are not recorded, accounts of one side only, answers without grounds, \
            speakers without a role, demands without their exact words, quotes without a kept text, sources without an \
            archive. A table shows how much room each party's own voice has. Nothing of this is an error, and the exit \
            code is 0.

            Deadlines are compared with today, or with the date of --as-of.

            Examples:
              explainer missing
              explainer missing --event port-strike
              explainer missing --kind past-deadlines --kind sources-without-archive
              explainer missing --format json | jq '.events[].questions[].kind'
            """)

    @OptionGroup var site: SiteOptions

    @Option(
        help: ArgumentHelp("Only questions of this kind; may be repeated.", valueName: "kind"),
        completion: .list(QuestionKind.all.map(\.name)))
    var kind: [String] = []

    @Option(help: ArgumentHelp("Only this event, named by its folder.", valueName: "folder"))
    var event: String?

    func validate() throws {
        let names = QuestionKind.all.map(\.name)
        for name in kind where !names.contains(name) {
            let near = nearestName(to: name, among: names).map { "Did you mean '\($0)'? " } ?? ""
            throw ValidationError("there is no kind '\(name)'. \(near)The kinds are \(names.joined(separator: ", "))")
        }
    }

    func run() throws {
        var workspace = Workspace(try site.configuration(), in: site.world)
        let kinds = kind.isEmpty ? QuestionKind.all : QuestionKind.all.filter { kind.contains($0.name) }
        let (report, questions) = workspace.openQuestions(kinds)
        guard let questions else {
            ReportPrinter(options: site, duration: .zero).printProblems(of: report, to: .errors)
            throw ExitStatus(report.exitStatus)
        }
        let names = questions.groups.compactMap(\.event)
        if let event, !names.contains(event) {
            let near = nearestName(to: event, among: names).map { "Did you mean '\($0)'? " } ?? ""
            throw ValidationError("there is no event '\(event)'. \(near)")
        }
        if report.errors > 0, !site.quiet {
            Console.write(
                "The content has errors, and what they are in may be missing here: see 'explainer check'.\n",
                to: .errors)
        }
        let groups = questions.groups.filter { event == nil || $0.event == event }
        let list = ListedQuestions(groups: groups, hasShares: kind.isEmpty)
        Console.write(site.format == .json ? list.json : list.text, to: .output)
    }
}

/// The two forms of the list.
private struct ListedQuestions {
    let groups: [OpenQuestions.Group]
    /// Whether the room of each party is shown too.
    let hasShares: Bool

    var text: String {
        var text = ""
        for group in groups {
            let parts = group.questions.map { questions($0.kind, $0.items) } + (hasShares ? [shares(group)] : [])
            let shown = parts.filter { !$0.isEmpty }
            if shown.isEmpty { continue }
            let name = group.event.map { $0 == "event" ? "" : " (\($0))" } ?? ""
            text += (text.isEmpty ? "" : "\n") + "\(group.title)\(name)\n\n" + shown.joined(separator: "\n")
        }
        return text.isEmpty ? "Nothing is missing.\n" : text
    }

    private func questions(_ kind: QuestionKind, _ items: [Question]) -> String {
        let rows = items.map { item in
            let position = item.location.position
            return [item.name, shortened(item.title), item.detail, "\(item.location.file.path):\(position.line)"]
        }
        return "\(kind.title) (\(items.count)): \(kind.question)\n" + table(rows)
    }

    /// A title as it fits into a column.
    private func shortened(_ title: String) -> String { title.count > 60 ? title.prefix(59) + "…" : title }

    private func shares(_ group: OpenQuestions.Group) -> String {
        if group.shares.isEmpty { return "" }
        let all = group.shares.reduce(0) { $0 + $1.allWords }
        let rows = group.shares.map { share in
            [
                share.name, "\(share.quotes)", "\(share.quotedWords)", "\(share.reportedWords)",
                all == 0 ? "-" : "\((share.allWords * 100 + all / 2) / all) %",
            ]
        }
        return "Room of each party: quotes, their words, words about its reasons and accounts, share of all words\n"
            + table([["PARTY", "QUOTES", "QUOTED WORDS", "REPORTED WORDS", "SHARE"]] + rows)
    }

    private func table(_ rows: [[String]]) -> String {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { column in rows.reduce(0) { max($0, $1[column].count) } }
        return rows.map { row in
            var line = " "
            for (cell, width) in zip(row, widths) where width > 0 {
                line += " " + cell + String(repeating: " ", count: width - cell.count + 1)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    var json: String {
        let events = groups.map { group in
            JSON.members([
                "event": group.event.map(JSON.string), "title": .string(group.title),
                "questions": .array(
                    group.questions.map { kind, items in
                        .members([
                            "kind": .string(kind.name), "title": .string(kind.title),
                            "question": .string(kind.question),
                            "items": .array(items.map(json)),
                        ])
                    }),
                "parties": hasShares
                    ? .array(
                        group.shares.map { share in
                            .members([
                                "party": .string(share.id), "name": .string(share.name),
                                "quotes": .number(share.quotes), "quoted_words": .number(share.quotedWords),
                                "reported_words": .number(share.reportedWords),
                            ])
                        }) : nil,
            ])
        }
        let list = JSON.members(["version": .number(1), "events": .array(events)])
        return String(decoding: list.encoded(indent: 2), as: UTF8.self) + "\n"
    }

    private func json(_ item: Question) -> JSON {
        .members([
            "entry": .string(item.name), "title": .string(item.title),
            "detail": item.detail.isEmpty ? nil : .string(item.detail), "path": .string(item.location.file.path),
            "line": .number(item.location.position.line),
        ])
    }
}
