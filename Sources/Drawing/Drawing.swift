/// Drawing turns plain values into pictures: inline SVG as UTF-8 bytes.
///
/// Comes in: parties, demands, answers, dates and finished words, as values that know nothing of files or Markdown.
/// Goes out: `Picture`, whole `<svg>` elements with real text and links, and counts of what was drawn, so that a check
/// can hold them against the text beside the picture.
/// This stage never reads a file, a clock or a locale, never writes a style (only classes and presentation attributes,
/// so that a content security policy of `default-src 'self'` holds), and never fails: every input gives a picture.
///
///     let standoff = Standoff(title: "Who wants what from whom", description: "…", parties: parties, demands: demands)
///     let wide = standoff.drawn(.wide, idPrefix: "so-w")
///     html.append(contentsOf: wide.parts.joined())
package enum Drawing {
    /// The class of every picture, under which `templates/assets/style.css` has the rules they need.
    package static let cssClass = "pic"
}
