import Bytes
import Testing

@testable import Drawing
@testable import DrawingSamples

/// The rules of the chart, on 2,000 made-up records of 8 to 300 acts over a day to twenty years.
@Suite struct ChartTests {
    private static let samples = (1...2000).map { Sample.random(seed: $0) } + Sample.all

    /// What is drawn at a place, as a box.
    private struct Box {
        let name: String
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    /// Laid out once for all tests.
    private static let drawn: [(sample: Sample, layouts: [ChartLayout])] = samples.map { sample in
        let chart = sample.chart()
        return (sample, ChartSpans(chart).parts.map { ChartLayout(chart, $0) })
    }

    /// Looks at every chart and reports the first faults; an expectation a box would take minutes.
    private func look(_ check: (ChartLayout, (String) -> Void) -> Void) {
        var faults: [String] = []
        for (sample, layouts) in Self.drawn {
            for layout in layouts { check(layout) { faults.append("\(sample.name): \($0)") } }
        }
        #expect(faults.isEmpty, "\(faults.count) faults: \(faults.prefix(5).joined(separator: "\n"))")
    }

    /// Every text of a chart, from the top of its letters to their foot.
    private func texts(_ layout: ChartLayout) -> [Box] {
        var boxes: [Box] = []
        func add(_ text: WrappedText, _ x: Double, _ baseline: Double, _ anchor: Canvas.Anchor = .start) {
            if text.isEmpty { return }
            let start =
                switch anchor {
                case .start: x
                case .middle: x - text.width / 2
                case .end: x - text.width
                }
            let end = baseline + text.depth
            boxes.append(
                Box(
                    name: text.clean, left: start, right: start + text.width, top: baseline - text.style.size * 0.74,
                    bottom: end + text.style.size * 0.2))
        }
        for phase in layout.phases { if let name = phase.name { add(name, phase.start, 16) } }
        for block in layout.labels.blocks {
            var y = layout.labelsTop + block.top
            let x = block.turnsBack ? block.leader - ChartLabelBlock.inset : block.leader + ChartLabelBlock.inset
            for entry in block.entries {
                let anchor = block.turnsBack ? Canvas.Anchor.end : .start
                add(entry.name, x, y + 14, anchor)
                add(entry.date, x, y + entry.name.height + 14, anchor)
                y += entry.height + ChartLabelBlock.space
            }
        }
        for lane in layout.lanes {
            add(lane.name, layout.nameX, lane.top + 25)
            for count in lane.counts { add(count.words, count.x, count.baseline, .middle) }
        }
        for row in layout.deadlines.rows {
            let y = layout.deadlinesTop + 25 + Double(row.row) * ChartDeadlines.rowHeight
            add(row.title, row.titleX, y, row.turnsBack ? .end : .start)
        }
        for label in layout.ticks.labels { add(label.words, label.x, layout.axis + 19) }
        for label in layout.ticks.headings { add(label.words, label.x, layout.axis + 38) }
        return boxes
    }

    @Test func noTextMeetsAnotherOrLeavesTheChart() {
        look { layout, report in
            let boxes = texts(layout).sorted { $0.top < $1.top }
            for (index, box) in boxes.enumerated() {
                if box.left < -0.01 || box.right > 960.01 || box.top < 0 || box.bottom > layout.height {
                    report("\(box.name) leaves the chart")
                }
                for other in boxes[(index + 1)...] {
                    if other.top >= box.bottom { break }
                    if box.meets(other) { report("\(box.name) on \(other.name)") }
                }
            }
        }
    }

    @Test func noLineCrossesAText() {
        look { layout, report in
            let boxes = texts(layout)
            func check(_ name: String, _ x: Double, _ top: Double, _ bottom: Double) {
                let line = Box(name: name, left: x - 0.5, right: x + 0.5, top: top, bottom: bottom)
                if let box = boxes.first(where: line.meets) { report("the \(name) at \(x) crosses \(box.name)") }
            }
            for block in layout.labels.blocks {
                check("leader", block.leader, layout.labelsTop + block.top, layout.lanesTop)
                for entry in block.entries {
                    for lane in layout.lanes
                    where !lane.counts.contains(where: { entry.x > $0.start - 3 && entry.x < $0.end + 3 }) {
                        check("leader", entry.x, lane.top, lane.bottom)
                    }
                }
            }
            guard let end = layout.endX else { return }
            for span in layout.endSpans {
                check("record's end", end, span.lowerBound, span.upperBound)
            }
        }
    }

    @Test func noMarkLeavesItsLaneOrMeetsAnother() {
        look { layout, report in
            let texts = texts(layout)
            for lane in layout.lanes {
                var boxes = lane.marks.map { mark in
                    Box(
                        name: mark.sign.rawValue, left: mark.x - 5, right: mark.x + 5, top: mark.y - 6.4,
                        bottom: mark.y + 6.4)
                }
                boxes += lane.ranges.map { range in
                    Box(
                        name: "range", left: min(range.start, range.markX - 5), right: range.end, top: range.y - 6.4,
                        bottom: range.y + 6.4)
                }
                boxes.sort { $0.top < $1.top }
                for (index, box) in boxes.enumerated() {
                    if box.top < lane.top || box.bottom > lane.bottom { report("\(box.name) leaves its lane") }
                    if box.left < 160 || box.right > ChartScale.right { report("\(box.name) leaves the plot") }
                    for other in boxes[(index + 1)...] {
                        if other.top >= box.bottom { break }
                        if box.meets(other) { report("\(box.name) on \(other.name)") }
                    }
                }
                for text in texts where text.top >= lane.top && text.bottom <= lane.bottom {
                    if let box = boxes.first(where: text.meets) { report("\(text.name) on \(box.name)") }
                }
            }
        }
    }

    @Test func everyActHasAMarkOrACount() throws {
        for sample in Self.samples.prefix(600) + Sample.all {
            let chart = sample.chart()
            let spans = ChartSpans(chart)
            guard let whole = spans.parts.first else {
                #expect(chart.acts.allSatisfy { $0.extent.start == nil })
                continue
            }
            // Of those that are before the story the words say how many there are.
            let drawn = chart.acts.filter { act in act.extent.middle.map { $0 >= whole.from } ?? false }
            let undated = chart.acts.count { $0.extent.start == nil }
            #expect(drawn.count + spans.before + undated == chart.acts.count, "\(sample.name)")
            let marks = drawn.reduce(0) { $0 + $1.lanes.count }
            let picture = chart.drawn(whole, title: "t", description: "d", idPrefix: "x", hasShapes: true)
            #expect(picture.counts.acts == marks, "\(sample.name)")
            let deadlines = chart.deadlines.count { deadline in
                (deadline.second ?? deadline.earlier.last).map { $0 >= whole.from && $0 <= whole.until } ?? false
            }
            #expect(picture.counts.deadlines == deadlines, "\(sample.name)")
        }
    }

    @Test func noTextIsSmallerThanFourteen() {
        for sample in Self.samples.prefix(200) + Sample.all {
            let chart = sample.chart()
            for part in ChartSpans(chart).parts {
                let picture = chart.drawn(part, title: "t", description: "d", idPrefix: "x", hasShapes: true)
                let text = String(decoding: picture.bytes, as: UTF8.self)
                for size in text.matches(of: /font-size="([0-9.]+)"/) {
                    #expect(Double(size.1) ?? 0 >= 14, "\(sample.name)")
                }
            }
        }
    }

    @Test func keepsTheHeaviestLabelAndAtMostTen() {
        look { layout, report in
            guard layout.part.enlarged == nil else { return }
            let kept = layout.labels.blocks.flatMap(\.entries)
            let all = layout.chart.marks.filter { layout.part.contains($0.second) }
            if kept.count > 10 { report("\(kept.count) labels") }
            if kept.map(\.label.weight).max() != all.map(\.weight).max() { report("the heaviest label is left out") }
        }
    }

    @Test func placesTimesInOrderAndWhatIsAheadRightOfTheEnd() {
        for (until, end) in [(1000, nil), (1000, 400), (1000, 999), (1000, 0), (50, 49)] as [(Int, Int?)] {
            let part = ChartSpans.Part(from: 0, until: until, isEnlargement: false)
            let scale = ChartScale(part, recordEnd: end)
            var last = -Double.infinity
            var isRight = true
            for second in -10...(until + 10) {
                let place = scale.place(second)
                isRight = isRight && place >= max(last, ChartScale.left) && place <= ChartScale.lastPlace
                if let line = scale.end, let end {
                    isRight = isRight && (second > end ? place > line + 4 : place < line - 4)
                }
                last = place
            }
            #expect(isRight, "until \(until), end \(String(describing: end))")
        }
    }

    /// The parts of a record, by how many acts are left out before it and whether a part is enlarged.
    @Test(arguments: [
        ([0, 0, 1, 1, 2, 2, 2, 2, 3], 0, false), ([0, 10, 20, 30, 40, 50, 60, 70], 0, false),
        ([0, 900, 910, 920, 930, 940, 950, 1000], 1, false),
        ([0, 5, 900, 910, 920, 930, 940, 1000], 2, false), ([0, 5, 7, 8, 900, 910, 920, 930, 1000], 0, false),
        (Array(0..<20).map { $0 * 50 } + Array(980..<1000), 0, true), (Array(0..<50), 0, false),
    ]) func dividesTheTime(_ days: [Int], _ before: Int, _ isEnlarged: Bool) {
        var sample = Sample(name: "days", parties: Sample.parties([("Alpha", nil)]))
        sample.acts = days.map { TimelineChart.Act(sign: .asked, lanes: [0], extent: .day($0 * CivilDay.seconds)) }
        let spans = ChartSpans(sample.chart())
        #expect(spans.before == before)
        #expect(spans.parts.count == (isEnlarged ? 2 : 1))
    }
}
