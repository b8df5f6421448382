import Bytes

/// All filters of the language.
enum Filters {
    static let all: [Filter] = textFilters + numberFilters + listFilters + markupFilters

    static let byName: [String: Filter] = {
        var result: [String: Filter] = [:]
        for filter in all { for name in [filter.name] + filter.aliases { result[name] = filter } }
        return result
    }()

    /// Filters that are compiled to more than a call, with their entries in the reference.
    static let special: [(name: String, aliases: [String], takes: String, arguments: String, documentation: String)] = [
        ("default", ["d"], "anything", "value=\"\", boolean=false", "The value, or a default if it is absent."),
        ("map", [], "a list", "attribute= or a filter", "One field of each element, or each element filtered."),
        ("select", [], "a list", "test", "The elements that pass a test, or are true."),
        ("reject", [], "a list", "test", "The elements that do not pass it."),
        ("selectattr", [], "a list", "field, test, value", "The elements with a field that passes a test."),
        ("rejectattr", [], "a list", "field, test, value", "The elements with a field that does not pass it."),
        ("where", [], "a list", "field, value", "The elements with a field that has a value, or is true."),
        ("sort", [], "a list", "reverse=false, case_sensitive=false, attribute=", "The elements in order."),
        (
            "groupby", ["group_by"], "a list", "attribute, default=, case_sensitive=false",
            "The elements in groups by a field, each with `grouper` and `list`, sorted."
        ),
        ("unique", [], "a list", "case_sensitive=false, attribute=", "The elements without repeats."),
        ("min", [], "a list", "case_sensitive=false, attribute=", "The least element."),
        ("max", [], "a list", "case_sensitive=false, attribute=", "The greatest element."),
        ("sum", [], "a list", "attribute=, start=0", "The sum of numbers."),
        ("join", [], "a list", "separator=\"\", attribute=", "The elements as one text."),
        ("first", [], "a list or text", "", "The first element."),
        ("last", [], "a list or text", "", "The last element."),
        ("escape", ["e"], "text", "", "The value escaped. Printed values are always escaped."),
        ("forceescape", [], "text or html", "", "The value escaped, even if it is html."),
        (
            "json", ["tojson"], "text, numbers, lists of them", "",
            "The value as JSON, for a `data-` attribute that a script reads. In a `.json` export, values are JSON without it."
        ),
    ]

    static let specialNames: [String: String] = {
        var result: [String: String] = [:]
        for filter in special { for name in [filter.name] + filter.aliases { result[name] = filter.name } }
        return result
    }()

    /// Every name that may follow `|`, for hints.
    static let names: [String] = (Array(byName.keys) + Array(specialNames.keys)).sorted()

    static let textFilters: [Filter] = [
        .text("upper", "In capitals.") { .text(PythonText.uppered($0.text(0))) },
        .text("lower", "In small letters.") { .text(PythonText.lowered($0.text(0))) },
        .text("title", "Each word with a capital.") { .text(PythonText.titled($0.text(0))) },
        .text("capitalize", "The first letter a capital, the rest small.") {
            .text(PythonText.capitalized($0.text(0)))
        },
        .text(
            "replace", "With each occurrence of one text replaced by another.",
            [.init("old", .text, optional: false), .init("new", .text, optional: false), .init("count", .number)]
        ) { frame in
            let count = frame.isGiven(3) ? frame.integer(3, standard: -1) : nil
            return .text(PythonText.replacing(frame.text(0), frame.text(1), frame.text(2), count: count))
        },
        .text(
            "truncate", "Cut to a length, at a word's end, with dots; a text up to `leeway` longer stays whole.",
            [.init("length", .number), .init("killwords", .truth), .init("end", .text), .init("leeway", .number)]
        ) { frame in
            let length = frame.integer(1, standard: 255)
            let end = frame.isGiven(3) ? frame.text(3) : "..."
            let leeway = frame.integer(4, standard: 5)
            guard length >= end.unicodeScalars.count, leeway >= 0 else {
                frame.failure =
                    "'truncate' needs a length of at least \(end.unicodeScalars.count), and no negative leeway"
                return .absent
            }
            return .text(
                PythonText.truncated(
                    frame.text(0), length: length, killsWords: frame.truth(2), end: end, leeway: leeway))
        },
        .text("trim", "Without white space (or other characters) at both ends.", [.init("chars", .text)]) { frame in
            guard frame.isGiven(1) else { return .text(PythonText.trimmed(frame.text(0), PythonText.isSpace)) }
            let characters = Set(frame.text(1).unicodeScalars)
            return .text(PythonText.trimmed(frame.text(0)) { characters.contains($0) })
        },
        .text("wordcount", "How many words it has.", gives: .number) { .int(PythonText.wordCount($0.text(0))) },
        .text(
            "indent", "With each line except the first indented.",
            [.init("width", .number), .init("first", .truth), .init("blank", .truth)]
        ) { frame in
            let width = min(max(0, frame.integer(1, standard: 4)), 1000)
            return .text(
                PythonText.indented(
                    frame.text(0), by: String(repeating: " ", count: width), first: frame.truth(2),
                    blank: frame.truth(3)))
        },
        .text("center", "With spaces on both sides.", [.init("width", .number)]) { frame in
            .text(PythonText.centered(frame.text(0), width: frame.integer(1, standard: 80)))
        },
        .text("urlencode", "Percent-encoded, for a part of a URL.") { frame in
            .text(percentEncoded(frame.text(0), allowing: isUnreservedOrSlash))
        },
        Filter(
            "string", "As text.", takes: "a value",
            typing: { input, _ in
                switch input {
                case .html, .markup, .faulty: input
                case .text, .url, .number, .truth, .date: .text
                default: nil
                }
            }
        ) { frame in
            if case .html = frame[0] { return frame[0] }
            return .text(frame.text(0))
        },
        Filter(
            "date", "A date by a pattern as of `strftime`, in English: `\"%-d %B %Y\"`.", [.init("format", .text)],
            takes: "a date", typing: { input, _ in input == .date || input == .faulty ? .text : nil }
        ) { frame in
            guard case .date(let date) = frame[0] else { return .absent }
            return .text(frame.isGiven(1) ? date.formatted(frame.text(1)) : date.iso)
        },
    ]
}
