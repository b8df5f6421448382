/// Draws pictures from plain values: inline SVG as UTF-8 bytes.
///
/// Input: parties, dates and texts, as values without files or Markdown.
/// Output: `Picture`: whole `<svg>` elements with real text and links, and counts of what was drawn, which a test can
/// compare with the text next to the picture.
/// This module does not read files, the clock or a locale. It writes classes and presentation attributes but no styles, so
/// that pages work with a content security policy of `default-src 'self'`. It never fails: every input gives a picture.
///
///     let chart = TimelineChart(lanes: lanes, acts: acts, …)
///     for part in ChartSpans(chart).parts { … chart.drawn(part, title: "Timeline", …).bytes … }
package enum Drawing {
    /// The class of every picture, used by the rules in `templates/assets/style.css`.
    package static let cssClass = "pic"
}
