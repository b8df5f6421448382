/// The narrow answer sheet: for each demand, a row of tile, mark, word and date for each party asked.
struct AnswerSheetNarrow {
    let sheet: AnswerSheetDrawing

    func draw(_ lanes: [Lane], into builder: inout PictureBuilder) {
        var canvas = builder.canvas()
        var y = 0.0
        if sheet.parties.count > 2 {
            y = PartyKey(parties: sheet.parties, form: .narrow).draw(on: &canvas, from: 0)
        }
        canvas.line(0, y + 0.5, 320, y + 0.5, class: "j")
        if lanes.isEmpty {
            canvas.text(WrappedText(sheet.labels.noDemands, .meta, measure: 320), 0, y + 29)
            y += 48
        }
        for (index, lane) in lanes.enumerated() {
            if index > 0 { canvas.line(0, y + 0.5, 320, y + 0.5, class: "r") }
            y = draw(lane, on: &canvas, from: y)
        }
        canvas.line(0, y + 0.5, 320, y + 0.5, class: "j")
        builder.add(canvas, height: y + 1, title: sheet.title)
    }

    /// One demand with its rows; gives where the next one begins.
    private func draw(_ lane: Lane, on canvas: inout Canvas, from top: Double) -> Double {
        canvas.counts.demands += 1
        for (index, asker) in lane.askers.enumerated() {
            canvas.tile(sheet.parties[asker], .acts, 0, top + 12 + 32 * Double(index), size: 28)
        }
        let title = WrappedText(lane.demand.title, .narrowTitle, measure: 280)
        canvas.linkedText(title, 40, top + 31, link: lane.demand.link)
        var y = top + 45 + title.depth
        for row in lane.rows {
            canvas.tile(sheet.parties[row.party], row.answer == nil ? .silent : .asked, 40, y, size: 28)
            canvas.mark(row.answer.map { .answer($0.kind) } ?? .noAnswer, 77, y + 1)
            let first = y + (row.answer == nil ? 19 : 14)
            var last = first
            if let answer = row.answer {
                canvas.counts.answers += 1
                let word = WrappedText(answer.word, .name, measure: 200)
                let date = WrappedText(answer.date, .meta, measure: 200)
                canvas.link(answer.link) {
                    $0.text(word, 120, first)
                    $0.text(date, 120, first + word.height)
                }
                last += word.depth + date.height
            } else {
                canvas.counts.missingAnswers += 1
                let text = WrappedText(sheet.labels.noAnswer, .meta, measure: 200)
                canvas.text(text, 120, first)
                last += text.depth
            }
            y = max(last + 20, y + 40).rounded()
        }
        return max(y + 4, top + 50 + 32 * Double(lane.askers.count - 1)).rounded()
    }
}
