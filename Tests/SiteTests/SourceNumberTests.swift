import BuildingSupport
import Foundation
import TestSupport
import Testing

/// A source has one number on all pages of an event, and no two sources have the same.
@Suite struct SourceNumberTests {
    @Test(arguments: TestSite.all) func isTheSameOnEveryPage(_ test: TestSite) async throws {
        let site = try await BuiltSites.shared.site(test)
        let events = site.files.keys.filter { $0.hasSuffix("timeline.html") }.map { $0.dropLast("timeline.html".count) }
        #expect(!events.isEmpty)
        var listed = 0
        for event in events {
            var titles: [String: String] = [:]
            var numbers: [String: String] = [:]
            for (path, bytes) in site.files.sorted(by: { $0.key < $1.key })
            where path.hasPrefix(event) && path.hasSuffix(".html") {
                let page = String(decoding: bytes, as: UTF8.self)
                // On the pages of one event alone; those of others lie in folders of their own.
                if events.contains(where: { $0.count > event.count && path.hasPrefix($0) }) { continue }
                let list = /<li id="source-\d+"><span class="number">(\d+)<\/span>\s*<p>(.*?)<\/p>/.dotMatchesNewlines()
                var last = 0
                for match in page.matches(of: list) {
                    let (number, text) = (String(match.1), String(match.2.prefix { $0 != "\n" }))
                    listed += 1
                    #expect(titles[number, default: text] == text, "\(path): two sources are number \(number)")
                    #expect(numbers[text, default: number] == number, "\(path): \(text) has two numbers")
                    (titles[number], numbers[text]) = (text, number)
                    #expect((Int(number) ?? 0) > last, "\(path): the list is not in the order of numbers")
                    last = Int(number) ?? 0
                }
                // Each of the list is cited where the page says what rests on it.
                if !path.hasSuffix("sources.html") {
                    for number in titles.keys where page.contains("id=\"source-\(number)\"") {
                        #expect(page.contains("href=\"#source-\(number)\""), "\(path): nothing cites source \(number)")
                    }
                }
                // Each number in a text is one of the list.
                for match in page.matches(of: /href="#source-(\d+)"/) {
                    #expect(page.contains("id=\"source-\(match.1)\""), "\(path): no source \(match.1)")
                }
            }
        }
        #expect(listed > 0)
    }
}
