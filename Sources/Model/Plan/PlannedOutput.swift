/// One file that a build will write.
package struct PlannedOutput: Sendable {
    /// From the site's root.
    package let path: String
    private let entryKind: EntryKind?
    private let entryScope: Int32
    private let entryIndex: Int32
    private let owner: Int32
    private let kindPlace: Int32
    /// Of a list that is long, which of its pages this is, from 0; of a redirect, the place of its target.
    private let place: Int32

    /// What its bytes depend on.
    package enum Inputs: Hashable, Sendable {
        /// What the fingerprint of the event at this index is made from.
        case event(Int)
        /// Any document of the site.
        case site
    }

    init(_ path: String, kind: Int, event: Int? = nil, entry: AnyHandle? = nil, place: Int = 0) {
        self.path = path
        entryKind = entry?.kind
        entryScope = entry?.scope ?? 0
        entryIndex = entry?.index ?? 0
        owner = Int32(event ?? -1)
        kindPlace = Int32(kind)
        self.place = Int32(place)
    }

    /// The place of its kind in `SitePlan.kinds`.
    package var kindIndex: Int { Int(kindPlace) }

    /// The index of the event that it belongs to; nil if it belongs to the site.
    package var event: Int? { owner < 0 ? nil : Int(owner) }

    /// The scope whose entries it lists: an event's index, or -1 for what all events share.
    package var scope: Int { Int(owner) }

    /// Whose page it is, or whose redirect; nil for lists and exports.
    package var entry: AnyHandle? {
        entryKind.map { AnyHandle($0, scope: Int(entryScope), index: Int(entryIndex)) }
    }

    /// Of a list that is long, which of its pages this is, from 0.
    package var part: Int { Int(place) }

    /// Of a redirect, the place of its target in the plan's list of targets.
    var target: Int { Int(place) }

    /// A free page may list all events, whatever event it belongs to.
    package var inputs: Inputs { entryKind == .page ? .site : event.map(Inputs.event) ?? .site }
}
