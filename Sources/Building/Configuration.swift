import Model
import Reading

/// The options of a run, with all defaults filled in.
package struct Configuration: Sendable {
    /// The content folder.
    package var content: String
    /// The site's own templates, which override the default theme's. The folder is optional if there is a theme.
    package var templates: String
    /// Whether the folder of the site's own templates must exist, because the user named it.
    package var needsTemplates = false
    /// The default theme's folder; nil if none is installed; then the site's own templates must be complete.
    package var theme: String?
    /// The output folder.
    package var output: String
    /// Whether the user named the output folder.
    package var isOutputNamed = false
    /// The folder for caches; nil for one next to the output.
    package var workFolder: String?
    /// Whether files of the output get the dates of the record as their time stamps, not the time of writing.
    package var setsTimesFromRecord = false
    /// The most bytes of a document, a picture whose size is read, or another file of the content.
    package var largestText = Reading.largestText
    /// The most bytes of a file of a theme.
    package var largestThemeFile = 16 << 20
    /// Whether warnings count as errors.
    package var isStrict: Bool
    package var asOf: EventDate?
    package var includesDrafts: Bool
    /// The version of the program: the cache of another version is not used.
    package var program = ""
    package var adopt: Bool
    package var force: Bool
    package var durable: Bool
    package var wait: Bool
    /// Called once before waiting for another build, with its process id if it is known.
    package var willWait: (@Sendable (Int32?) -> Void)?

    package init(
        content: String = "content", templates: String = "templates", theme: String? = nil, output: String = "public",
        isStrict: Bool = false, asOf: EventDate? = nil, includesDrafts: Bool = false,
        adopt: Bool = false, force: Bool = false, durable: Bool = false, wait: Bool = false
    ) {
        self.content = content
        self.templates = templates
        self.theme = theme
        self.output = output
        self.isStrict = isStrict
        self.asOf = asOf
        self.includesDrafts = includesDrafts
        self.adopt = adopt
        self.force = force
        self.durable = durable
        self.wait = wait
    }
}
