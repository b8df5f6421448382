import Model

/// Where something that site.md names is: an item of `navigation`, a policy, the logo.
package enum SettingTarget: Hashable, Sendable {
    /// On the site.
    case route(Route)
    /// Elsewhere, with its scheme.
    case external(String)
}

extension SitePlan {
    /// What a setting names, as the check of these settings reads it too: nil for what this build leaves out.
    package func settingTarget(_ written: String) -> SettingTarget? {
        guard let target = target(ofSetting: written) else { return .external(written) }
        let fragment = written.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init)
        switch target {
        case .entry(let handle):
            let route = route(of: handle)
            return .route(fragment == nil ? route : Route(route.path, anchor: fragment))
        case .generated(let path), .asset(let path): return .route(Route(path, anchor: fragment))
        case .withheld, .outside, .nowhere: return nil
        }
    }
}
