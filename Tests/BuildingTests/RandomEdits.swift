import Foundation
import TestSupport

/// A site of three disputes that name one another, and edits of it that a seed decides.
struct RandomEdits {
    let folder: TemporaryFolder
    private var random: SeededRandom
    private var demands: [String] = []
    private var number = 0

    init(seed: UInt64) throws {
        folder = try TemporaryFolder()
        random = SeededRandom(state: seed)
        try folder.copy(FileTree.project + "templates", to: "theme")
        try folder.write(
            "---\ntitle: Harbours\nbase_url: https://example.org/\n---\nThree disputes.\n", to: "content/site.md")
        try folder.write("---\ntitle: About\n---\nSee [the first](event:one).\n", to: "content/about.md")
        try folder.write(
            "---\nname: The Council\nkind: government\n---\nIt is asked by all.\n", to: "content/parties/council.md")
        try folder.write(
            "---\nname: A. Mayor\nroles:\n  - title: mayor\n    party: council\n---\n", to: "content/people/mayor.md")
        try folder.write("---\ntitle: The Gazette\ntype: article-newspaper\n---\n", to: "content/sources/gazette.md")
        try folder.write("---\nname: Dues\ndefinition: What ships pay.\n---\n", to: "content/terms/dues.md")
        for event in ["one", "two", "three"] {
            try folder.write(
                """
                ---
                title: Dispute \(event)
                summary: What the union of \(event) asks of the council.
                sources: [gazette]
                ---
                The [council](party:council) and its [dues](term:dues). [@gazette]
                """, to: "content/\(event)/event.md")
            try folder.write(
                "---\nname: Union \(event)\nkind: union\n---\n", to: "content/\(event)/parties/union.md")
            try folder.write(
                """
                ---
                title: Pay in \(event)
                from: union
                to: council
                date: 2026-03-01
                sources: [gazette]
                ---
                """, to: "content/\(event)/demands/pay.md")
            demands.append("content/\(event)/demands/pay.md")
            try folder.write(
                """
                ---
                title: The council says no in \(event)
                answers: pay
                from: council
                date: 2026-03-02
                sources: [gazette]
                ---
                """, to: "content/\(event)/refusals/no.md")
        }
    }

    /// Keeps the files as they are for `restore()`.
    func save() throws {
        for name in ["content", "theme"] {
            try? FileManager.default.removeItem(atPath: folder.path("saved-" + name))
            try FileManager.default.copyItem(atPath: folder.path(name), toPath: folder.path("saved-" + name))
        }
    }

    /// Puts the files back; the values of before the edit are the caller's to put back.
    func restore() throws {
        for name in ["content", "theme"] {
            try FileManager.default.removeItem(atPath: folder.path(name))
            try FileManager.default.moveItem(atPath: folder.path("saved-" + name), toPath: folder.path(name))
        }
    }

    /// These files, with the numbers that another value has come to.
    func continuing(_ other: RandomEdits) -> RandomEdits {
        var result = self
        result.random = other.random
        result.number = other.number
        return result
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[random.below(list.count)] }

    private func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path(path))), as: UTF8.self)
    }

    /// Makes one edit of the content, the settings or the templates, and says which.
    mutating func edit() throws -> String {
        number += 1
        let event = pick(["one", "two", "three"])
        let other = pick(["one", "two", "three"])
        switch random.below(14) {
        case 0:
            let path = "content/\(event)/demands/more-\(number).md"
            try folder.write(
                "---\ntitle: More \(number)\nfrom: union\nto: council\ndate: 2026-03-0\(1 + random.below(9))\nsources: [gazette]\n---\nText.\n",
                to: path)
            demands.append(path)
            return "added \(path)"
        case 1 where demands.count > 3:
            let place = 3 + random.below(demands.count - 3)
            try FileManager.default.removeItem(atPath: folder.path(demands[place]))
            return "removed \(demands.remove(at: place))"
        case 2 where demands.count > 3:
            let place = 3 + random.below(demands.count - 3)
            let path = demands[place].replacing(".md", with: "-x\(number).md")
            try FileManager.default.moveItem(atPath: folder.path(demands[place]), toPath: folder.path(path))
            demands[place] = path
            return "renamed to \(path)"
        case 3:
            let path = pick(demands)
            try folder.write(text(path).replacing("title: ", with: "title: \(pick(["New", "Old", "Odd"])) "), to: path)
            return "retitled \(path)"
        case 4:
            try folder.write(
                "---\ntitle: Notes \(number)\n---\nIn [another](demand:\(other)/pay) and [here](../\(other)/demands/pay.md).\n",
                to: "content/\(event)/notes.md")
            return "a page of \(event) names \(other)"
        case 5:
            try folder.write(
                "---\nname: The Council\(random.below(4))\nkind: government\n---\nIt.\n",
                to: "content/parties/council.md")
            return "renamed the council"
        case 6:
            try folder.write(
                text("content/site.md").replacing("title: ", with: "title: \(pick(["A", "B"]))"), to: "content/site.md")
            return "retitled the site"
        case 7:
            let path = "theme/\(pick(["demand.html", "event.html", "base.html", "home.html"]))"
            try folder.write(text(path) + "{# \(number) #}", to: path)
            return "a comment in \(path)"
        case 8:
            let path = "theme/\(pick(["demand.html", "timeline.html"]))"
            try folder.write(text(path).replacing("</h1>", with: " \(number % 10)</h1>"), to: path)
            return "changed \(path)"
        case 9:
            try folder.write(
                "---\nspeaker: mayor\ndate: 2026-03-0\(1 + random.below(9))\nwords: Word \(number).\nmedium: speech\nabout: [demand:pay]\nsources: [gazette]\n---\n",
                to: "content/\(event)/statements/said-\(number % 5).md")
            return "a statement in \(event)"
        case 10:
            try folder.write(
                "---\nname: Link \(number)\nkind: group\npart_of: \(other)/union\n---\nSee [](demand:\(other)/pay).\n",
                to: "content/\(event)/parties/link.md")
            return "a party of \(event) is part of one of \(other)"
        case 11:
            let path = "content/\(event)/event.md"
            try folder.write(
                text(path) + "\nMore \(number), as in [that one](event:\(other)).\n\n## Part \(number)\n", to: path)
            return "a section in \(event)"
        case 12:
            let path = pick(demands)
            let isDraft = try text(path).contains("draft: true\n")
            try folder.write(
                isDraft
                    ? text(path).replacing("draft: true\n", with: "")
                    : text(path).replacing("title: ", with: "draft: true\ntitle: "), to: path)
            return "draft or no draft: \(path)"
        default:
            try folder.write("bytes \(number)", to: "content/\(event)/paper-\(number % 3).txt")
            return "a file in \(event)"
        }
    }
}
