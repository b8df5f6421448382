import Model
import Presenting

extension ClosedList {
    /// The words of the list, as writers and templates type them.
    static var listed: [String] { allCases.map(\.rawValue) }
}

/// The ways in which an exchange between two parties is parted.
let gates: [String] = {
    var gates: [String] = []
    for gate in Response.Kind.allCases.map(\.gate) + ["missing"] where !gates.contains(gate) { gates.append(gate) }
    return gates
}()
