import Drawing
import Model

/// A state line: the state, its mark, and what is to be known besides.
package struct StateView {
    package let state: StateSentence
    /// The event whose dates it tells.
    package let event: Int
    package let page: PageContext
}

extension PageContext {
    /// The state of one demand.
    package func state(of demand: Handle<Demand>) -> StateView {
        StateView(
            state: cache.state(of: demand) { context.state(of: demand) }, event: Int(demand.scope), page: self)
    }

    package func state(ofEvent event: Int) -> StateView {
        StateView(state: cache.state(ofEvent: event) { context.state(ofEvent: event) }, event: event, page: self)
    }
}
