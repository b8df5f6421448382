import Diagnostics

extension Compiler {
    // MARK: Capturing

    /// Compiles code whose output becomes a value, and returns its type.
    func capture(into register: Int, _ range: TextRange, _ body: () -> Void) -> ValueType {
        let (outer, checked) = (place, checksNesting)
        checksNesting = false
        defer { checksNesting = checked }
        let language: Place.Language = outer.language == .json || outer.language == .csv ? .plain : outer.language
        place = Place(language)
        function.emit(.captureStart)
        body()
        if place.position != .text, place.position != .plain {
            report(.unsettledMarkup, "the captured output ends \(place.description)", range)
        }
        let isMarkup = language != .plain
        mark(range)
        function.emit(.captureEnd, register, isMarkup ? 1 : 0)
        place = outer
        return isMarkup ? .markup : .text
    }
}
