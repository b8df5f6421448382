import Model
import Reading

/// Which sources a page cites, and from where on it; which terms it uses. Gathered before the page is rendered, so that
/// numbers do not depend on what a template prints first.
package struct PageContents {
    /// A place on a page that cites a source. Its anchor and its title are put together only where a source links back
    /// to it, which most pages do for few of their places.
    package enum Place: Hashable {
        case keyFacts
        /// A citation of the page's own text, by its number from 1.
        case citation(Int, section: String?)
        case entry(AnyHandle)
        /// An entry's line in a timeline.
        case timeline(AnyHandle)
    }

    package private(set) var sources: [Handle<Source>] = []
    /// The place of each source among them, from 1.
    private var numbers: [Handle<Source>: Int] = [:]
    /// The number of each source; empty where the page numbers its sources by their places.
    private var ordinals: [Handle<Source>: Int] = [:]
    package private(set) var places: [[Place]] = []
    /// The same places of sources that are cited often, by the source's number.
    private var seen: [Int: Set<Place>] = [:]
    package private(set) var terms: [Handle<Term>] = []
    /// Terms that the page's own body uses.
    package private(set) var bodyTerms: Set<Handle<Term>> = []
    private var knownTerms: Set<Handle<Term>> = []
    /// Sources are numbered by their place in a list elsewhere (sources.html), not listed on this page.
    package var anchorsByID = false

    package init() {
        // What an ordinary page cites.
        sources.reserveCapacity(16)
        places.reserveCapacity(16)
        numbers.reserveCapacity(16)
    }

    /// The number of a source, from 1; the same on all pages of an event. Nil if the page does not cite it.
    package func number(of source: Handle<Source>) -> Int? {
        numbers[source].map { ordinals.isEmpty ? $0 : ordinals[source] ?? $0 }
    }

    /// The places that cite a source.
    package func places(citing source: Handle<Source>) -> [Place] { numbers[source].map { places[$0 - 1] } ?? [] }

    /// The sources by their numbers.
    package var numberedSources: [(source: Handle<Source>, number: Int)] {
        sources.map { ($0, number(of: $0) ?? 0) }.sorted { $0.1 < $1.1 }
    }

    /// Numbers the sources as the event does. Those that it does not cite come after its own.
    package mutating func number(by event: [Handle<Source>: Int]) {
        ordinals = event
        for source in sources where ordinals[source] == nil { ordinals[source] = ordinals.count + 1 }
    }

    package mutating func cite(_ source: Handle<Source>?, at place: Place?) {
        guard let source else { return }
        let number: Int
        if let known = numbers[source] {
            number = known
        } else {
            sources.append(source)
            places.append([])
            number = sources.count
            numbers[source] = number
        }
        guard let place, places[number - 1].last != place else { return }
        if places[number - 1].count >= 8 {
            guard seen[number, default: Set(places[number - 1])].insert(place).inserted else { return }
        }
        places[number - 1].append(place)
    }

    package mutating func cite(_ uses: [SourceUse], at place: Place?) {
        for use in uses { cite(use.source.target, at: place) }
    }

    /// The sources and terms of a Markdown text that the page shows at a place.
    package mutating func gather(_ prose: Prose, site: Site, scope: Int, at place: Place?) {
        gatherSources(prose, site: site, scope: scope, at: place)
        for reference in prose.references where reference.kind == "term" {
            use(site.index.find(.term, reference.id, from: scope).found?.typed())
        }
    }

    /// The sources of a Markdown text alone.
    package mutating func gatherSources(_ prose: Prose, site: Site, scope: Int, at place: Place?) {
        for citation in prose.citations {
            cite(site.index.find(.source, citation.id, from: scope).found?.typed(), at: place)
        }
    }

    /// The page's own body: each citation is a place of its own, named after its section.
    package mutating func gatherBody(_ prose: Prose, site: Site, scope: Int) {
        var count = 0
        for section in prose.sections {
            let title = site.title(of: section, in: prose, scope: scope)
            for target in prose.targets(in: section.nodes) {
                switch target {
                case .citation(let citations):
                    count += 1
                    for citation in citations {
                        cite(
                            site.index.find(.source, citation.id, from: scope).found?.typed(),
                            at: .citation(count, section: title))
                    }
                case .reference(let reference) where reference.kind == "term":
                    let term: Handle<Term>? = site.index.find(.term, reference.id, from: scope).found?.typed()
                    use(term)
                    if let term { bodyTerms.insert(term) }
                default: break
                }
            }
        }
    }

    package mutating func use(_ term: Handle<Term>?) {
        if let term, knownTerms.insert(term).inserted { terms.append(term) }
    }
}
