import Drawing
import Model

/// A state line: the state, its mark, and what is to be known besides.
struct StateView {
    /// With its markup, without a full stop.
    let word: [UInt8]
    let mark: [UInt8]
    let sentence: [UInt8]
}

extension PageContext {
    /// The state of one demand.
    func state(of demand: Handle<Demand>) -> StateView { view(context.exports.state(of: demand)) }

    func state(ofEvent event: Int) -> StateView {
        cache.state(ofEvent: event) { view(context.exports.state(ofEvent: event)) }
    }

    private func view(_ state: StateSentence) -> StateView {
        StateView(word: html(state.lead), mark: state.mark.map(mark) ?? [], sentence: html(state.rest))
    }

    private func html(_ pieces: [StateSentence.Piece]) -> [UInt8] {
        var writer = HTMLWriter()
        for piece in pieces {
            switch piece {
            case .text(let text): writer.text(text)
            case .date(let value): writer.html(date(value).html.bytes)
            }
        }
        return writer.bytes
    }
}
