/// One party that was asked, in a score: its tile, and its answer in words.
struct AnswerRow {
    let party: Int
    let answer: PictureAnswer?
    private let standoff: Standoff
    private let word: WrappedText
    private let date: WrappedText?

    init(_ row: Lane.Row, standoff: Standoff, measure: Double) {
        party = row.party
        answer = row.answer
        self.standoff = standoff
        if let answer = row.answer {
            word = WrappedText(answer.title ?? answer.word, .name, measure: measure)
            date = WrappedText(answer.label ?? answer.date, .meta, measure: measure)
        } else {
            word = WrappedText(standoff.labels.noAnswer, .meta, measure: measure)
            date = nil
        }
    }

    private var lineCount: Int { word.lines.count + (date?.lines.count ?? 0) }

    /// From the first baseline to the last.
    var depth: Double { 19 * Double(max(lineCount - 1, 0)) }

    /// 52 at least: a tile of 28 and 24 to the next.
    var height: Double { max(52, 19 * Double(lineCount) + 14) }

    /// The answer in a word, and its date under it, both one link.
    func drawWords(on canvas: inout Canvas, _ x: Double, _ baseline: Double) {
        if answer == nil { canvas.counts.missingAnswers += 1 } else { canvas.counts.answers += 1 }
        guard let date, !date.isEmpty else { return canvas.linkedText(word, x, baseline, link: answer?.link) }
        canvas.link(answer?.link) {
            $0.text(word, x, baseline)
            $0.text(date, x, baseline + word.height)
        }
    }

    /// The initials in the party's colour, before the words.
    func drawInitials(on canvas: inout Canvas, _ x: Double, _ baseline: Double) {
        let initials = WrappedText(fitting: standoff.parties[party].initials, .name, into: 27)
        canvas.raw("<g class=\"q ")
        canvas.append(standoff.parties[party].color.className)
        canvas.raw("\">")
        canvas.text(initials, x, baseline)
        canvas.raw("</g>")
    }

    func drawAskedTile(on canvas: inout Canvas, _ x: Double, _ y: Double, size: Double) {
        canvas.tile(standoff.parties[party], answer == nil ? .silent : .asked, x, y, size: size)
    }

    /// The exchange at fixed places: the asker's tile first, further askers under it.
    func drawFixed(
        _ lane: Lane, on canvas: inout Canvas, asker x: Double, asked: Double, y: Double, _ size: Exchange.Size
    ) {
        for (index, asker) in lane.askers.enumerated() {
            canvas.tile(standoff.parties[asker], .acts, x, y + 32 * Double(index), size: size.tile)
        }
        if let asker = lane.askers.first {
            Exchange(
                size: size, asker: x + size.tile, asked: asked, y: y + size.tile / 2,
                askerColor: standoff.parties[asker].color, askedColor: standoff.parties[party].color,
                kind: answer?.kind
            ).draw(on: &canvas)
        }
        drawAskedTile(on: &canvas, asked, y, size: size.tile)
    }
}
