import Diagnostics
import Reading

/// What `site.md` says.
package struct SiteSettings: Sendable {
    package struct Publisher: Sendable {
        package let name: Located<String>
        package let url: Located<String>?
        package let logo: Located<String>?
        package let kind: Located<Party.Kind>?
    }

    package enum Policy: String, CaseIterable, Sendable {
        case corrections, ethics, sources, feedback
    }

    package struct NavigationItem: Sendable {
        /// Nil: the page's own title.
        package let title: Located<String>?
        /// A page's id, or an address.
        package let to: Located<String>
    }

    package enum CheckLevel: String, CaseIterable, Sendable {
        case off, warning, error
    }

    package let file: TextFile
    package let title: Located<String>
    package let description: Located<String>?
    package let language: Located<String>
    package let zone: ClockZone
    package let baseURL: Located<String>?
    package let publisher: Publisher?
    package let policies: [(policy: Policy, target: Located<String>)]
    package let navigation: [NavigationItem]
    package let allowsRawHTML: Bool
    package let checks: [(code: Located<String>, level: CheckLevel)]
    /// The home page's introduction.
    package var introduction: Prose?
}
