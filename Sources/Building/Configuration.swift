import Platform
import Model

/// The cores that a build may use.
package typealias Concurrency = Cores

/// What a run is to do, with every default filled in: the command's raw options become one of these.
package struct Configuration: Sendable {
    /// The content folder.
    package var content: String
    /// The site's own templates; files in it take the place of the default theme's. Need not exist where there is a theme.
    package var templates: String
    /// The default theme's folder; nil where none is installed (the site's own templates are then all there is).
    package var theme: String?
    /// The output folder.
    package var output: String
    /// Whether warnings count as errors.
    package var isStrict: Bool
    package var asOf: EventDate?
    package var includesDrafts: Bool
    package var concurrency: Concurrency
    /// Seconds since 1970 UTC: decides whether embargoes have passed, and nothing else.
    package var now: Int
    /// Which program this is: what another one left of an earlier build is not used.
    package var program = ""
    package var adopt: Bool
    package var force: Bool
    package var durable: Bool
    package var wait: Bool
    /// Called once before waiting for another build, with its process id where that is known.
    package var willWait: (@Sendable (Int32?) -> Void)?

    package init(
        content: String = "content", templates: String = "templates", theme: String? = nil, output: String = "public",
        isStrict: Bool = false, asOf: EventDate? = nil, includesDrafts: Bool = false,
        concurrency: Concurrency = Concurrency(jobs: 1), now: Int, adopt: Bool = false, force: Bool = false,
        durable: Bool = false, wait: Bool = false
    ) {
        self.content = content
        self.templates = templates
        self.theme = theme
        self.output = output
        self.isStrict = isStrict
        self.asOf = asOf
        self.includesDrafts = includesDrafts
        self.concurrency = concurrency
        self.now = now
        self.adopt = adopt
        self.force = force
        self.durable = durable
        self.wait = wait
    }
}
