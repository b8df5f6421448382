#if canImport(FoundationEssentials) && canImport(FoundationInternationalization)
    import FoundationEssentials
    // TimeZone finds its data only where this module is linked too.
    import FoundationInternationalization
#else
    import Foundation
#endif

/// A zone of the IANA time zone database: what clocks there show at any instant.
///
/// The data are those that Foundation brings along, not the machine's, so that the same content gives the same pages
/// everywhere; nothing here looks at the machine's own zone. This is the one file of the module that needs Foundation.
package struct ClockZone: Hashable, Sendable {
    /// The zone's name as the writer gave it: `America/New_York`.
    package let name: String
    /// The name's city in plain words, `New York`; nil where the name holds none (`UTC`, `Etc/GMT+5`, `EST5EDT`).
    package let place: String?
    /// Nil for UTC, which needs no data.
    private let rules: TimeZone?

    /// Coordinated Universal Time.
    package static let utc = ClockZone(name: "UTC", place: nil, rules: nil)

    /// The zone of an IANA name, nil where the database has none of that name.
    ///
    /// Looking a name up takes some microseconds; reading a site looks each of its zones up once and keeps the value.
    package init?(named name: String) {
        if ["UTC", "Etc/UTC", "Z", "Etc/GMT", "GMT"].contains(name) {
            self.init(name: name, place: nil, rules: nil)
            return
        }
        // Foundation also reads "GMT-5" and abbreviations such as "EST", which name no place's rules.
        guard name.utf8.contains(UInt8(ascii: "/")), let rules = TimeZone(identifier: name) else { return nil }
        self.init(name: name, place: ClockZone.city(in: name), rules: rules)
    }

    private init(name: String, place: String?, rules: TimeZone?) {
        self.name = name
        self.place = place
        self.rules = rules
    }

    /// What readers call it: "New York time"; the name itself where it holds no place.
    package func words(in language: DateLanguage) -> String {
        place.map { language.phrases.placeTime.filled(place: $0) } ?? name
    }

    package var isUTC: Bool { rules == nil }

    /// What clocks are ahead of UTC at an instant (seconds since 1970 in UTC), in seconds.
    package func offset(at instant: Int64) -> Int64 {
        guard let rules else { return 0 }
        return Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))))
    }

    /// Every name that `init(named:)` knows, sorted: for a "did you mean".
    package static var knownNames: [String] {
        TimeZone.knownTimeZoneIdentifiers.filter { $0.utf8.contains(UInt8(ascii: "/")) }.sorted() + ["UTC"]
    }

    /// Two zones are the same when their names are: the data come from one place.
    package static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// The last part of a name that begins with a region, underscores as spaces.
    private static func city(in name: String) -> String? {
        let parts = name.split(separator: "/")
        let regions = [
            "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
        ]
        guard parts.count > 1, let region = parts.first, regions.contains(String(region)), let last = parts.last else {
            return nil
        }
        return String(decoding: last.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
