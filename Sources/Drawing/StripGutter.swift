import Bytes

/// The brackets beside the days of the narrow strip, each in the first column that is free.
struct StripGutter {
    private struct Bracket {
        /// The number of its row, counted over all bands.
        let row: Int
        let color: Int?
        /// The band in which it ends; nil where its end is open.
        let endBand: Int?
        let isOpenAtStart: Bool
        var column: Int
    }

    private var brackets: [Bracket] = []
    private var columnCount = 0
    /// More columns than this would leave no room for words; what finds none is drawn as long as its own entry.
    private static let mostColumns = 8

    /// What columns beyond the third move the rest to the side.
    var shift: Double { Double(max(columnCount - 3, 0)) * 9 }

    init(_ bands: [StripBand]) {
        /// For each column, the number of the first row after its last bracket.
        var free: [Int] = []
        var firstRow: [Int] = []
        var count = 0
        for band in bands {
            firstRow.append(count)
            count += band.rows.count
        }
        firstRow.append(count)
        var number = 0
        for band in bands {
            for row in band.rows {
                defer { number += 1 }
                guard row.extent.isBracket else { continue }
                let (from, until) = row.extent.bounds
                let last = until.map { $0.flooredQuotient(by: CivilDay.seconds) - 1 }
                let endBand = last.flatMap { last in bands.lastIndex { $0.day.map { $0 <= last } ?? false } }
                // A band that ends without rows still counts as taken, so that brackets never touch.
                let after = last == nil ? Int.max : firstRow[(endBand ?? 0) + 1]
                var column = free.firstIndex { $0 <= number } ?? free.count
                if column < Self.mostColumns {
                    if column == free.count { free.append(0) }
                    free[column] = max(after, number + 1)
                } else {
                    column = -1
                }
                brackets.append(
                    Bracket(row: number, color: row.party, endBand: endBand, isOpenAtStart: from == nil, column: column)
                )
            }
        }
        columnCount = free.count
    }

    /// Draws the brackets, once the rows have their places.
    func draw(
        on canvas: inout Canvas, strip: TimelineStrip, rowTops: [Double], rowEnds: [Double], bandEnds: [Double]
    ) {
        for bracket in brackets {
            let color = bracket.color.map { strip.parties[$0].color }
            let top = rowTops[bracket.row]
            let isShort = bracket.column < 0
            let x = isShort ? 97 + shift : 66 + 9 * Double(bracket.column)
            let whole = bracket.endBand.map { bandEnds[$0] - 5 } ?? (bandEnds.last ?? top)
            let bottom = isShort ? rowEnds[bracket.row] - 4 : max(whole, top + 12)
            let opensAtEnd = isShort || bracket.endBand == nil
            canvas.colored(color) { canvas in
                let from = bracket.isOpenAtStart ? top + 18 : top
                let until = opensAtEnd ? max(bottom - 22, from) : bottom
                canvas.path(class: "bar") {
                    if !bracket.isOpenAtStart { cap(on: &$0, x, from) }
                    $0.point("M", x, from)
                    $0.raw("V")
                    $0.number(until)
                    if !opensAtEnd { cap(on: &$0, x, until) }
                }
                if bracket.isOpenAtStart { canvas.line(x, from, x, top - 8, class: "fade") }
                if opensAtEnd { canvas.line(x, until, x, bottom, class: "fade") }
            }
        }
    }

    private func cap(on canvas: inout Canvas, _ x: Double, _ y: Double) {
        canvas.point("M", x - 3, y)
        canvas.raw("H")
        canvas.number(canvas.across(x + 3))
    }
}
