import Diagnostics

/// A function of the host that makes an address from a name: `link("page:imprint")`, `asset("chart.js")`.
///
/// What a name means may differ between pages, so the host is asked for each page; see `Renderer.render`.
package struct AddressFunction: Sendable, Hashable {
    package let name: String
    /// One sentence.
    package let documentation: String

    package init(_ name: String, _ documentation: String) {
        self.name = name
        self.documentation = documentation
    }

    /// Gives the address of a name; nil if nothing has this name.
    package typealias Resolver = (_ function: AddressFunction, _ name: String) -> Address?
}

/// An address that is written out in a template. The host can check it before any page is rendered.
package struct WrittenAddress: Sendable, Hashable {
    /// The function that the address is an argument of; nil for the value of an attribute.
    package let function: AddressFunction?
    /// The name or the value, with character references resolved.
    package let text: String
    /// The attribute, in lower case; empty for a function.
    package let attribute: String
    package let location: TextLocation
    /// Whether the file is a theme's, which the authors of the site cannot change.
    package let isOfTheme: Bool

    package static func == (left: WrittenAddress, right: WrittenAddress) -> Bool {
        left.location.file === right.location.file && left.location.range == right.location.range
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(location.file))
        hasher.combine(location.range)
    }
}

/// The literal ids and addresses of one compiled page or macro.
struct PageMarks: Sendable {
    var addresses: [WrittenAddress] = []
    /// The values of `id` that are written out.
    var ids: Set<String> = []
    /// Whether a file of the site prints values into an `id`.
    var hasOwnIDs = false

    mutating func add(_ other: PageMarks) {
        addresses += other.addresses
        ids.formUnion(other.ids)
        hasOwnIDs = hasOwnIDs || other.hasOwnIDs
    }
}
