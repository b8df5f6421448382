/// The sign that runs through the pictures: a demand goes across in the asker's colour, its answer comes back below in
/// the answerer's, and a bar before the tile of who was asked stops what was refused.
struct Exchange {
    /// The measures of an exchange; lengths are in units of the viewBox.
    struct Size {
        let tile: Double
        /// Of each track from the centre.
        let spread: Double
        /// The length of an arrowhead, and half its width.
        let head: Double
        let headHalf: Double
        let barWidth: Double
        let barHeight: Double
        /// From the answer's arrowhead to the tile it points at.
        let clearance: Double

        /// Face to face, wide.
        static let large = Size(
            tile: 36, spread: 9, head: 8, headHalf: 5, barWidth: 10, barHeight: 48, clearance: 6)
        /// Face to face, narrow.
        static let medium = Size(
            tile: 32, spread: 9, head: 8, headHalf: 5, barWidth: 10, barHeight: 40, clearance: 5)
        /// In a score.
        static let small = Size(
            tile: 28, spread: 7, head: 7, headHalf: 4.5, barWidth: 8, barHeight: 28, clearance: 5)
        /// In a score of six or seven.
        static let smallest = Size(
            tile: 28, spread: 7, head: 6, headHalf: 4, barWidth: 8, barHeight: 28, clearance: 5)
    }

    let size: Size
    /// The edge of the asker's tile that faces the other, and the edge of the tile of who was asked.
    let asker: Double
    let asked: Double
    /// The height of the tiles' centre.
    let y: Double
    let askerColor: PartyColor
    let askedColor: PartyColor
    /// Nil where no answer is recorded.
    let kind: AnswerKind?

    private var length: Double { abs(asked - asker) }
    private var direction: Double { asked < asker ? -1 : 1 }
    /// A place by its distance from the asker's tile.
    private func place(_ distance: Double) -> Double { asker + direction * distance }
    private var demandY: Double { y - size.spread }
    private var answerY: Double { y + size.spread }
    /// The bar's edge that faces the asker.
    private var gate: Double { length - 10 - size.barWidth }

    func draw(on canvas: inout Canvas) {
        switch kind {
        case nil:
            demand(on: &canvas, to: length - 5)
        case .refused, .refusedForNow, .challengedInCourt:
            demand(on: &canvas, to: gate - 1)
            answer(on: &canvas, from: gate)
            bar(on: &canvas)
        case .accepted, .complied:
            demand(on: &canvas, to: length - 5)
            answer(on: &canvas, from: length - 5)
        case .acceptedWithConditions, .partlyAccepted:
            demand(on: &canvas, to: length - 5)
            answer(on: &canvas, from: gate)
            bar(on: &canvas)
        case .negotiating:
            arrow(on: &canvas, askerColor, demandY, from: size.clearance, to: length - 5, hasBothHeads: true)
            arrow(on: &canvas, askedColor, answerY, from: length - 5, to: size.clearance, hasBothHeads: true)
        case .counterOffer:
            demand(on: &canvas, to: length - 5)
            let radius = size.spread > 8 ? 6.0 : 5
            answer(on: &canvas, from: length - 12 - radius)
            canvas.colored(askedColor) {
                $0.circle(place(length - 12), answerY, radius, class: "ring")
            }
        case .declinedToComment, .noResponse:
            demand(on: &canvas, to: length - 5)
            canvas.line(place(length - 5), answerY, place(size.clearance), answerY, class: "dots")
        case .reversed:
            turn(on: &canvas)
        case .unknown:
            demand(on: &canvas, to: length - 24)
            question(on: &canvas)
        }
    }

    private func demand(on canvas: inout Canvas, to end: Double) {
        arrow(on: &canvas, askerColor, demandY, from: 4, to: end)
    }

    private func answer(on canvas: inout Canvas, from start: Double) {
        arrow(on: &canvas, askedColor, answerY, from: start, to: size.clearance)
    }

    /// A line of 3 with a solid head, by distances from the asker's tile.
    private func arrow(
        on canvas: inout Canvas, _ color: PartyColor, _ y: Double, from start: Double, to end: Double,
        hasBothHeads: Bool = false
    ) {
        let way: Double = end < start ? -1 : 1
        let neck = end - way * (size.head - 1)
        canvas.colored(color) {
            $0.line(place(hasBothHeads ? start + way * (size.head - 1) : start), y, place(neck), y, class: "k")
            head(on: &$0, tip: end, y, way: way)
            if hasBothHeads { head(on: &$0, tip: start, y, way: -way) }
        }
    }

    private func head(on canvas: inout Canvas, tip: Double, _ y: Double, way: Double) {
        let back = tip - way * size.head
        canvas.path(class: "f") {
            $0.point("M", place(tip), y)
            $0.point("L", place(back), y - size.headHalf)
            $0.raw("V")
            $0.number(y + size.headHalf)
            $0.raw("z")
        }
    }

    /// The gate: solid, in three pieces, hollow, or half.
    private func bar(on canvas: inout Canvas) {
        let x = min(place(gate), place(gate + size.barWidth))
        let top = y - size.barHeight / 2
        switch kind {
        case .refusedForNow:
            let gap = size.barHeight > 30 ? 6.0 : 5
            let piece = (size.barHeight - 2 * gap) / 3
            for index in 0..<3 {
                canvas.rect(x, top + Double(index) * (piece + gap), size.barWidth, piece, class: "i")
            }
        case .challengedInCourt:
            canvas.rect(x + 1, top + 1, size.barWidth - 2, size.barHeight - 2, class: "hollow")
        case .acceptedWithConditions, .partlyAccepted:
            // A little longer than half where it would else be a mere dot.
            canvas.rect(x, y, size.barWidth, size.barHeight / 2 + (size.barHeight < 30 ? 4 : 0), class: "i")
        default:
            canvas.rect(x, top, size.barWidth, size.barHeight, class: "i")
        }
    }

    /// An answer that was taken back: the line turns round before it arrives.
    private func turn(on canvas: inout Canvas) {
        let bend = length - 10 - size.spread
        canvas.colored(askerColor) { $0.line(place(4), demandY, place(bend), demandY, class: "k") }
        canvas.colored(askedColor) { canvas in
            canvas.path(class: "k") {
                $0.point("M", place(bend), demandY)
                for (dx, dy) in [(0.55, -1.0), (1.0, -0.55), (1.0, 0.0), (1.0, 0.55), (0.55, 1.0), (0.0, 1.0)] {
                    let command: StaticString = dx == 0.55 && dy == -1 || dx == 1 && dy == 0.55 ? "C" : " "
                    $0.point(command, place(bend + dx * size.spread), y + dy * size.spread)
                }
                $0.raw("H")
                $0.number($0.across(place(size.clearance + size.head - 1)))
            }
            head(on: &canvas, tip: size.clearance, answerY, way: -1)
        }
    }

    private func question(on canvas: inout Canvas) {
        let mark = WrappedText(
            "?", TextStyle(face: .sansSemibold, size: size.spread > 8 ? 22 : 18, lineHeight: 20), measure: 40)
        canvas.text(mark, place(length - 13), y + 0.36 * mark.style.size, anchor: .middle)
    }
}
