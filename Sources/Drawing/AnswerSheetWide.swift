/// The wide answer sheet: a row for each demand, a column for each party asked.
struct AnswerSheetWide {
    let sheet: AnswerSheetDrawing
    /// At most seven.
    let columns: [Int]
    let isFirst: Bool

    /// A part is closed when it is as high as this, so that a printed page can hold it.
    private let highestPart = 900.0

    private var labelWidth: Double {
        switch columns.count {
        case 0...2: 400
        case 3...4: 320
        case 5: 280
        case 6: 240
        default: 200
        }
    }

    private var columnWidth: Double { (960 - labelWidth) / Double(max(columns.count, 1)) }
    private func columnX(_ index: Int) -> Double { labelWidth + Double(index) * columnWidth + 12 }
    /// The words of an answer stand beside its mark, and are quoted.
    private var isRoomy: Bool { columnWidth >= 300 }
    private var wordStyle: TextStyle { fitted(.name) }
    private var dateStyle: TextStyle { fitted(.meta) }
    private func fitted(_ style: TextStyle) -> TextStyle {
        columns.count < 7 ? style : TextStyle(face: style.face, size: 14, lineHeight: 18, isMute: style.isMute)
    }

    func draw(_ lanes: [Lane], into builder: inout PictureBuilder) {
        var canvas = builder.canvas()
        var title = isFirst ? sheet.title : sheet.labels.continued.filled(with: sheet.title)
        var y = drawHead(on: &canvas, from: isFirst ? 0 : 40)
        for (index, lane) in lanes.enumerated() {
            if y > highestPart {
                builder.add(canvas, height: y + 1, title: title)
                canvas = builder.canvas()
                title = sheet.labels.continued.filled(with: sheet.title)
                y = drawHead(on: &canvas, from: 32, isContinued: true)
            } else if index > 0 {
                canvas.line(0, y + 0.5, 960, y + 0.5, class: "r")
            }
            y = draw(lane, on: &canvas, from: y)
        }
        if lanes.isEmpty {
            canvas.text(WrappedText(sheet.labels.noDemands, .meta, measure: 900), 0, y + 29)
            y += 48
        }
        canvas.line(0, y + 0.5, 960, y + 0.5, class: "j")
        builder.add(canvas, height: y + 1, title: title)
    }

    /// The columns' heads, with names where they have room, else under a key; gives where the first row begins.
    private func drawHead(on canvas: inout Canvas, from start: Double, isContinued: Bool = false) -> Double {
        let hasNames = columnWidth >= 150
        let key = PartyKey(parties: columns.map { sheet.parties[$0] }, form: .wide)
        // The key stands once, above the first part; later parts repeat the tiles.
        let top = hasNames || isContinued ? start : key.draw(on: &canvas, from: start)
        var height = 28.0
        canvas.text(WrappedText(sheet.labels.demand, .meta, measure: labelWidth - 20), 0, top + 20)
        for (index, column) in columns.enumerated() {
            let party = sheet.parties[column]
            canvas.tile(party, .acts, columnX(index), top, size: 28)
            guard hasNames else { continue }
            if !isContinued { canvas.counts.parties += 1 }
            let name = WrappedText(
                isRoomy ? party.name : party.shortName, .name, measure: columnWidth - 12 - 36 - 8)
            let first = name.lines.count == 1 ? 19.5 : 12
            canvas.linkedText(name, columnX(index) + 36, top + first, link: party.link)
            height = max(height, first + name.depth + 5)
        }
        let rule = (top + height + 20).rounded() + 0.5
        canvas.line(0, rule, 960, rule, class: "j")
        return rule + 0.5
    }

    /// One demand with its cells; gives where the next row begins.
    private func draw(_ lane: Lane, on canvas: inout Canvas, from top: Double) -> Double {
        canvas.counts.demands += 1
        for (index, asker) in lane.askers.enumerated() {
            canvas.tile(sheet.parties[asker], .acts, 0, top + 10 + 32 * Double(index), size: 28)
        }
        let title = WrappedText(lane.demand.title, .title, measure: labelWidth - 40 - 16)
        canvas.linkedText(title, 40, top + 28.5, link: lane.demand.link)
        var bottom = top + max(28.5 + title.depth, 38 + 32 * Double(lane.askers.count - 1))
        for (index, column) in columns.enumerated() {
            guard let row = lane.rows.first(where: { $0.party == column }) else { continue }
            if let answer = row.answer {
                bottom = max(bottom, drawAnswer(answer, on: &canvas, columnX(index), top))
            } else {
                bottom = max(bottom, drawHole(on: &canvas, columnX(index), top))
            }
        }
        drawDashes(lane, on: &canvas, top)
        return (bottom + 22).rounded()
    }

    /// A dash in each column of a party that was not asked.
    private func drawDashes(_ lane: Lane, on canvas: inout Canvas, _ top: Double) {
        let unasked = columns.indices.filter { index in !lane.rows.contains { $0.party == columns[index] } }
        guard !unasked.isEmpty else { return }
        canvas.path(class: "dash") {
            for index in unasked {
                $0.point("M", columnX(index), top + 24)
                $0.raw("H")
                $0.number($0.across(columnX(index) + 8))
            }
        }
    }

    /// Mark, word and date; gives the last baseline.
    private func drawAnswer(_ answer: PictureAnswer, on canvas: inout Canvas, _ x: Double, _ top: Double) -> Double {
        canvas.counts.answers += 1
        canvas.mark(.answer(answer.kind), x, top + 11)
        var last = top + (isRoomy ? 29 : 52)
        let measure = columnWidth - 12 - (isRoomy ? 42 : 0) - 8
        let textX = isRoomy ? x + 42 : x
        canvas.link(answer.link) {
            if isRoomy {
                let separator = answer.date.isEmpty ? "" : sheet.labels.comma
                let line = WrappedText(answer.word + separator + answer.date, wordStyle, measure: measure)
                $0.text(line, textX, last)
                last += line.depth
                if let words = answer.words {
                    let quoted = WrappedText(words, .words, measure: measure)
                    $0.text(quoted, textX, last + 27)
                    last += 27 + quoted.depth
                }
            } else {
                let word = WrappedText(answer.word, wordStyle, measure: measure)
                $0.text(word, textX, last)
                last += word.depth
                let date = WrappedText(answer.shortDate, dateStyle, measure: measure)
                if !date.isEmpty {
                    $0.text(date, textX, last + wordStyle.lineHeight)
                    last += wordStyle.lineHeight + date.depth
                }
            }
        }
        return last
    }

    /// The dashed box of an answer that is not recorded; gives its last baseline.
    private func drawHole(on canvas: inout Canvas, _ x: Double, _ top: Double) -> Double {
        canvas.counts.missingAnswers += 1
        let text = WrappedText(sheet.labels.noAnswer, dateStyle, measure: columnWidth - 12 - 18)
        let boxWidth = isRoomy ? text.width + 26 : columnWidth - 9
        canvas.rect(x - 4, top + 10, boxWidth, text.height + 16, class: "gap")
        canvas.text(text, x + 6, top + 30)
        return top + 30 + text.depth
    }
}
