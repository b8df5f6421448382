import Drawing
import Model

/// A state line: the state, its mark, and what is to be known besides.
package struct StateView {
    package let state: StateSentence
    package let page: PageContext
}

extension PageContext {
    /// The state of one demand.
    package func state(of demand: Handle<Demand>) -> StateView {
        StateView(state: context.state(of: demand), page: self)
    }

    package func state(ofEvent event: Int) -> StateView {
        StateView(state: cache.state(ofEvent: event) { context.state(ofEvent: event) }, page: self)
    }
}
