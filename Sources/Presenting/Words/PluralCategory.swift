/// The plural categories of CLDR. A language's rule gives the category of a number.
package enum PluralCategory: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}
