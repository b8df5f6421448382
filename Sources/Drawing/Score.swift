/// A standoff of three and more: a key, then the demands grouped by who asked, in the order of the parties.
struct Score {
    let standoff: Standoff
    let form: PictureForm

    /// The demands of the same askers.
    struct Group {
        let askers: [Int]
        var lanes: [Lane]
    }

    /// A part is closed when it is as high as this, so that a printed page can hold it.
    private let highestPart = 900.0

    /// In the order of the first asker, then of the further ones; those without an asker last.
    var groups: [Group] {
        var groups: [Group] = []
        for demand in standoff.demands {
            let lane = Lane(demand, partyCount: standoff.parties.count)
            if let index = groups.firstIndex(where: { $0.askers == lane.askers }) {
                groups[index].lanes.append(lane)
            } else {
                groups.append(Group(askers: lane.askers, lanes: [lane]))
            }
        }
        return groups.sorted { one, other in
            if one.askers.isEmpty != other.askers.isEmpty { return other.askers.isEmpty }
            return one.askers.lexicographicallyPrecedes(other.askers)
        }
    }

    func draw(into builder: inout PictureBuilder) {
        var canvas = builder.canvas()
        var height = PartyKey(parties: standoff.parties, form: form).draw(on: &canvas, from: 0)
        if standoff.demands.isEmpty {
            let none = WrappedText(standoff.labels.noDemands, .meta, measure: form.width)
            canvas.text(none, 0, height + 8)
            height += 16 + none.depth
        }
        builder.add(canvas, height: height, title: standoff.title)
        for group in groups { draw(group, into: &builder) }
    }

    private func draw(_ group: Group, into builder: inout PictureBuilder) {
        let name = headline(of: group)
        var canvas = builder.canvas()
        var title = name
        var y: Double
        switch form {
        case .wide:
            let score = ScoreWide(standoff: standoff, group: group)
            y = score.drawHead(name, on: &canvas)
            for (index, lane) in group.lanes.enumerated() {
                if index > 0 { closeIfHigh(&canvas, &y, &title, name, &builder) }
                y = score.draw(lane, isFirst: index == 0, on: &canvas, from: y)
            }
        case .narrow:
            let score = ScoreNarrow(standoff: standoff)
            y = score.drawHead(name, on: &canvas)
            for (index, lane) in group.lanes.enumerated() {
                y = score.draw(lane, isFirst: index == 0, on: &canvas, from: y)
            }
        }
        builder.add(canvas, height: y, title: title)
    }

    private func closeIfHigh(
        _ canvas: inout Canvas, _ y: inout Double, _ title: inout String, _ name: String,
        _ builder: inout PictureBuilder
    ) {
        guard y > highestPart else { return }
        builder.add(canvas, height: y, title: title)
        canvas = builder.canvas()
        title = standoff.labels.continued.filled(with: name)
        y = 0
    }

    /// "Harbour Authority and Dockers’ Union asked".
    private func headline(of group: Group) -> String {
        let names = group.askers.map { standoff.parties[$0].name }
        guard let last = names.last else { return standoff.labels.demand }
        let first = names.dropLast().joined(separator: standoff.labels.comma)
        let all = first.isEmpty ? last : standoff.labels.and.filled(with: first).filled(with: last)
        return standoff.labels.asked.filled(with: all)
    }
}
