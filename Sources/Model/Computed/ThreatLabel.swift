extension Site {
    /// What the party is said to have done: as written, else by the kind of threat. Going to law is no threat, and what a
    /// court says that it will do is none either.
    package func label(of threat: Threat) -> Threat.Label {
        if let written = threat.writtenLabel { return written.value }
        if areCourts(threat.from) { return .saidItWould }
        return switch threat.kindOfThreat.value {
        case .lawsuit, .compelByLaw: .saidItWould
        default: .threatened
        }
    }
}

extension Threat {
    /// Whether it is said of it that somebody threatened.
    package func isCalledThreat(in site: Site) -> Bool { site.label(of: self) == .threatened }
}
