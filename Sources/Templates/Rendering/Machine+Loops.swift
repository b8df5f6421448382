extension Machine {
    static func loopValue(_ property: Int, _ loop: Loop) -> Value {
        switch LoopProperty(rawValue: property) {
        case .index: .int(loop.index + 1)
        case .index0: .int(loop.index)
        case .first: .truth(loop.index == 0)
        case .last: .truth(loop.index == loop.count - 1)
        case .length: .int(loop.count)
        case .revindex: .int(loop.count - loop.index)
        case .revindex0: .int(loop.count - loop.index - 1)
        case .previtem: loop.index > 0 ? loop.list.element(at: loop.index - 1) : .absent
        case .nextitem: loop.index + 1 < loop.count ? loop.list.element(at: loop.index + 1) : .absent
        case .depth: .int(1)
        case .depth0: .int(0)
        case nil: .absent
        }
    }
}
