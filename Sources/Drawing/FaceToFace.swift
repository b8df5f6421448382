/// A standoff of two: heads at both ends, one lane for each demand; who asked from the right has a mirrored lane.
struct FaceToFace {
    let standoff: Standoff
    let form: PictureForm

    /// The measures of either form.
    private struct Layout {
        let headTile: Double
        let exchange: Exchange.Size
        /// From the picture's edge to names and titles beside or under a tile.
        let inset: Double
        let nameStyle: TextStyle
        let nameMeasure: Double
        let titleStyle: TextStyle
        let titleX: Double
        let titleMeasure: Double
        let wordStyle: TextStyle
        let hangingMeasure: Double

        static let wide = Layout(
            headTile: 44, exchange: .large, inset: 56,
            nameStyle: TextStyle(face: .serifBold, size: 22, lineHeight: 26), nameMeasure: 408,
            titleStyle: TextStyle(face: .serifBold, size: 24, lineHeight: 30), titleX: 56, titleMeasure: 848,
            wordStyle: TextStyle(face: .serifBold, size: 24, lineHeight: 29), hangingMeasure: 408)
        static let narrow = Layout(
            headTile: 32, exchange: .medium, inset: 44,
            nameStyle: TextStyle(face: .serifBold, size: 17, lineHeight: 20), nameMeasure: 108,
            titleStyle: TextStyle(face: .serifBold, size: 19, lineHeight: 23.5), titleX: 0, titleMeasure: 320,
            wordStyle: TextStyle(face: .serifBold, size: 19, lineHeight: 23), hangingMeasure: 276)
    }

    private var layout: Layout { form == .wide ? .wide : .narrow }
    private var width: Double { form.width }
    /// A part is closed when it is as high as this, so that a printed page can hold it.
    private let highestPart = 900.0

    func draw(into builder: inout PictureBuilder) {
        var canvas = builder.canvas()
        var y = drawHeads(on: &canvas)
        var title = standoff.title
        if standoff.demands.isEmpty {
            let none = WrappedText(standoff.labels.noDemands, .meta, measure: layout.titleMeasure)
            canvas.text(none, layout.titleX, y + 32)
            y += 48 + none.depth
        }
        for (index, demand) in standoff.demands.enumerated() {
            if index > 0, form == .wide, y > highestPart {
                builder.add(canvas, height: y, title: title)
                canvas = builder.canvas()
                title = standoff.labels.continued.filled(with: standoff.title)
                y = 0
            }
            if index > 0 { canvas.line(0, y + 0.5, width, y + 0.5, class: "r") }
            y = drawLane(Lane(demand, partyCount: standoff.parties.count), on: &canvas, from: y)
        }
        builder.add(canvas, height: y, title: title)
    }

    /// Party heads, and the rule under them; gives the rule's height.
    private func drawHeads(on canvas: inout Canvas) -> Double {
        var bottom = layout.headTile
        let first = layout.nameStyle.size * 0.77
        for (index, party) in standoff.parties.prefix(2).enumerated() {
            canvas.isMirrored = index == 1
            canvas.counts.parties += 1
            canvas.tile(party, .acts, 0, 0, size: layout.headTile)
            let name = WrappedText(party.name, layout.nameStyle, measure: layout.nameMeasure)
            canvas.linkedText(name, layout.inset, first, link: party.link)
            var last = first + name.depth
            if let role = party.role {
                let text = WrappedText(role, .meta, measure: layout.nameMeasure)
                canvas.text(text, layout.inset, last + (form == .wide ? 28 : 20))
                last += (form == .wide ? 28 : 20) + text.depth
            }
            bottom = max(bottom, last + 2)
        }
        canvas.isMirrored = false
        let rule = (bottom + (form == .wide ? 19 : 16)).rounded() + 0.5
        canvas.line(0, rule, width, rule, class: "j")
        return rule + 0.5
    }

    /// One demand, its answer and what hangs on it; gives where the next lane begins.
    private func drawLane(_ lane: Lane, on canvas: inout Canvas, from top: Double) -> Double {
        canvas.counts.demands += 1
        let asker = lane.askers.first ?? 0
        canvas.isMirrored = asker == 1
        defer { canvas.isMirrored = false }
        let demand = lane.demand
        let title = WrappedText(demand.title, layout.titleStyle, measure: layout.titleMeasure)
        let firstTitle = top + (form == .wide ? 43 : 37)
        canvas.linkedText(title, layout.titleX, firstTitle, link: demand.link)
        let tileTop = (firstTitle + title.depth + (form == .wide ? 21 : 17)).rounded()
        let tileBottom = tileTop + layout.exchange.tile
        drawExchange(lane, asker: asker, on: &canvas, tileTop: tileTop)

        let answerEnd = lane.rows.first.map { drawAnswer($0, on: &canvas, below: tileBottom) }
        let hangingFrom = form == .wide ? tileBottom + 27 : answerEnd.map { $0 + 44 } ?? tileBottom + 27
        let hangingEnd = drawHanging(demand, on: &canvas, lineTop: tileBottom, firstBaseline: hangingFrom)
        return (max(answerEnd ?? 0, hangingEnd ?? 0, tileBottom) + 28).rounded()
    }

    private func drawExchange(_ lane: Lane, asker: Int, on canvas: inout Canvas, tileTop: Double) {
        let size = layout.exchange
        guard standoff.parties.indices.contains(asker) else { return }
        canvas.tile(standoff.parties[asker], .acts, 0, tileTop, size: size.tile)
        guard let row = lane.rows.first else { return }
        Exchange(
            size: size, asker: size.tile, asked: width - size.tile, y: tileTop + size.tile / 2,
            askerColor: standoff.parties[asker].color, askedColor: standoff.parties[row.party].color,
            kind: row.answer?.kind
        ).draw(on: &canvas)
        canvas.tile(
            standoff.parties[row.party], row.answer == nil ? .silent : .asked, width - size.tile, tileTop,
            size: size.tile)
    }

    /// The answer at the end of who was asked; gives its last baseline.
    private func drawAnswer(_ row: Lane.Row, on canvas: inout Canvas, below tileBottom: Double) -> Double {
        let x = form == .wide ? width - layout.inset : width
        let first = tileBottom + (form == .wide ? 30 : 28)
        guard let answer = row.answer else {
            canvas.counts.missingAnswers += 1
            let text = WrappedText(standoff.labels.noAnswer, .meta, measure: layout.hangingMeasure)
            canvas.text(text, x, tileBottom + 27, anchor: .end)
            return tileBottom + 27 + text.depth
        }
        canvas.counts.answers += 1
        let word = WrappedText(answer.title ?? answer.word, layout.wordStyle, measure: layout.hangingMeasure)
        let date = WrappedText(answer.label ?? answer.date, .meta, measure: layout.hangingMeasure)
        let words = answer.words.map { WrappedText($0, .words, measure: min(380, layout.hangingMeasure)) }
        var last = first
        canvas.link(answer.link) {
            $0.text(word, x, last, anchor: .end)
            last += word.depth
            if !date.isEmpty {
                last += 24
                $0.text(date, x, last, anchor: .end)
                last += date.depth
            }
            if let words, !words.isEmpty {
                last += 28
                $0.text(words, x, last, anchor: .end)
                last += words.depth
            }
        }
        return last
    }

    /// When it was asked, and the plumb line; gives the last baseline, or nil where there is neither.
    private func drawHanging(
        _ demand: PictureDemand, on canvas: inout Canvas, lineTop: Double, firstBaseline: Double
    ) -> Double? {
        var last = firstBaseline - 27
        var isEmpty = true
        if let date = demand.date {
            let text = WrappedText(date, .meta, measure: layout.hangingMeasure)
            canvas.text(text, layout.inset, firstBaseline)
            last = firstBaseline + text.depth
            isEmpty = false
        }
        let plumb = PlumbLine(
            demand, labels: standoff.labels, x: layout.exchange.tile / 2, textX: layout.inset,
            measure: layout.hangingMeasure)
        if plumb.isEmpty { return isEmpty ? nil : last }
        return plumb.draw(on: &canvas, from: lineTop, below: last)
    }
}
