/// The values that a field may have, where there is a fixed list of them. Adding a value is adding a case and its meaning.
package protocol ClosedList: LocatedValue, RawRepresentable, CaseIterable where RawValue == String {
    /// What the value says, in one sentence with an example.
    var meaning: String { get }
    /// Values of earlier formats, each with the one that takes its place.
    static var formerValues: KeyValuePairs<String, Self> { get }
}

extension ClosedList {
    package static var formerValues: KeyValuePairs<String, Self> { [:] }
}

/// One value of a closed list, for documentation and schemas.
package struct ListedValue: Sendable {
    package let name: String
    /// Empty if the list is a standard's own and its words are not explained here.
    package let meaning: String

    package init(name: String, meaning: String = "") {
        self.name = name
        self.meaning = meaning
    }
}

extension ClosedList {
    static var values: [ListedValue] { allCases.map { ListedValue(name: $0.rawValue, meaning: $0.meaning) } }
}
