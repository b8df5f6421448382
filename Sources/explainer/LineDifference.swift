/// The differences of two texts, line by line, as a unified diff with three lines around each change.
struct LineDifference {
    fileprivate enum Line: Equatable {
        case same(String), removed(String), added(String)

        var isChange: Bool { if case .same = self { false } else { true } }

        var text: String {
            switch self {
            case .same(let text): " " + text
            case .removed(let text): "-" + text
            case .added(let text): "+" + text
            }
        }
    }

    private let lines: [Line]

    init(from old: [UInt8], to new: [UInt8]) {
        let (before, after) = (Self.lines(of: old), Self.lines(of: new))
        let difference = after.difference(from: before)
        var removed: Set<Int> = []
        var added: [Int: String] = [:]
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, let text, _): added[offset] = text
            }
        }
        var result: [Line] = []
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if left < before.count, removed.contains(left) {
                result.append(.removed(before[left]))
                left += 1
            } else if let text = added[right] {
                result.append(.added(text))
                right += 1
            } else {
                result.append(.same(before[left]))
                left += 1
                right += 1
            }
        }
        lines = result
    }

    private static func lines(of bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Empty if the texts are equal.
    func text(from old: String, to new: String) -> String {
        guard lines.contains(where: \.isChange) else { return "" }
        var shown = [Bool](repeating: false, count: lines.count)
        for (index, line) in lines.enumerated() where line.isChange {
            for near in max(0, index - 3)..<min(lines.count, index + 4) { shown[near] = true }
        }
        var text = "--- \(old)\n+++ \(new)\n"
        var (left, right) = (1, 1)
        var index = 0
        while index < lines.count {
            if !shown[index] {
                left += 1
                right += 1
                index += 1
                continue
            }
            let end = shown[index...].firstIndex(of: false) ?? lines.count
            let hunk = lines[index..<end]
            let (olds, news) = (hunk.count { $0.isOld }, hunk.count { $0.isNew })
            text += "@@ -\(left),\(olds) +\(right),\(news) @@\n"
            for line in hunk { text += line.text + "\n" }
            left += olds
            right += news
            index = end
        }
        return text
    }
}

extension LineDifference.Line {
    fileprivate var isOld: Bool { if case .added = self { false } else { true } }
    fileprivate var isNew: Bool { if case .removed = self { false } else { true } }
}
