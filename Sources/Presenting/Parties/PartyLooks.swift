import Drawing
import Model

/// Initials and colours of a whole site, such that a party that several events share looks the same on every page.
///
/// A shared party takes the look of its place in the first event that names it, unless that is taken by another shared
/// party of any event that it is in. An event's own parties keep theirs where no shared party of the event has it.
package struct PartyLooks {
    private let site: Site
    private let tables: [PartyTable]
    /// The words that the names of several parties of an event share.
    private let sharedWords: [Set<String>]
    /// What is taken in each event.
    private var takenInitials: [Set<String>]
    private var takenNumbers: [Set<Int>]
    private var initials: [Handle<Party>: String] = [:]
    private var numbers: [Handle<Party>: Int] = [:]

    /// From the tables of the events, in their order.
    package init(_ tables: [PartyTable], in site: Site) {
        self.site = site
        self.tables = tables
        sharedWords = tables.map { table in Initials.sharedWords(of: table.parties.map { site[$0].badge.text }) }
        takenInitials = Array(repeating: [], count: tables.count)
        takenNumbers = takenInitials.map { _ in [] }
        var events: [Handle<Party>: [Int]] = [:]
        var places: [(party: Handle<Party>, position: Int)] = []
        for (event, table) in tables.enumerated() {
            for (position, party) in table.parties.enumerated() where party.isShared {
                if events[party] == nil { places.append((party, position)) }
                events[party, default: []].append(event)
            }
        }
        for (party, position) in places { take(party, position, in: events[party] ?? []) }
        for position in site.shared.parties.indices {
            let party = Handle<Party>(scope: -1, index: position)
            if numbers[party] == nil { take(party, position, in: []) }
        }
    }

    private mutating func take(_ party: Handle<Party>, _ position: Int, in events: [Int]) {
        let pair = Initials.choose(for: site[party].badge, shared: sharedWords(in: events)) { pair in
            events.contains { takenInitials[$0].contains(pair) }
        }
        let number = Self.number(position) { number in events.contains { takenNumbers[$0].contains(number) } }
        initials[party] = pair
        numbers[party] = number
        for event in events {
            takenInitials[event].insert(pair)
            takenNumbers[event].insert(number)
        }
    }

    private func sharedWords(in events: [Int]) -> Set<String> {
        events.reduce(into: []) { $0.formUnion(sharedWords[$1]) }
    }

    /// The colour of a position, from 1 to 7; if that is taken the first that is not, if all are, the position's own.
    private static func number(_ position: Int, isTaken: (Int) -> Bool) -> Int {
        let own = position % 7 + 1
        return isTaken(own) ? (1...7).first { !isTaken($0) } ?? own : own
    }

    private func color(_ party: Handle<Party>, _ number: Int) -> PartyColor {
        site[party].color.flatMap { OwnColor($0.value) }.map(PartyColor.own) ?? .palette(number)
    }

    /// The table of an event's pages.
    package func table(ofEvent event: Int) -> PartyTable {
        let table = tables[event]
        guard !takenNumbers[event].isEmpty else { return table }
        var (pairs, taken) = (takenInitials[event], takenNumbers[event])
        var initials: [String] = []
        var colors: [PartyColor] = []
        for (position, party) in table.parties.enumerated() {
            if let number = numbers[party], let pair = self.initials[party] {
                initials.append(pair)
                colors.append(color(party, number))
                continue
            }
            let own = table.initials[position]
            let pair =
                pairs.contains(own)
                ? Initials.choose(for: site[party].badge, shared: sharedWords[event]) {
                    pairs.contains($0) || table.initials.contains($0)
                }
                : own
            let number = Self.number(position) { taken.contains($0) }
            pairs.insert(pair)
            taken.insert(number)
            initials.append(pair)
            colors.append(color(party, number))
        }
        return PartyTable(table, initials: initials, colors: colors)
    }

    /// The table of all shared parties, for pages outside events.
    package var shared: PartyTable {
        let parties = site.shared.parties.indices.map { Handle<Party>(scope: -1, index: $0) }
        return PartyTable(
            PartyTable(parties: parties, in: site), initials: parties.map { initials[$0] ?? "" },
            colors: parties.map { color($0, numbers[$0] ?? 1) })
    }
}
