/// Two capitals for each party, all different.
package enum Initials {
    /// Gives each name, in order, the capitals of its first two significant words, else its first two letters; a pair
    /// that is taken goes on to the name's next letter.
    package static func assign(to names: [String]) -> [String] { names.map { _ in "" } }
}
