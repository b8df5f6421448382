import Model
import Presenting
import Templates

extension AddressFunction {
    /// `link("page:imprint")`: the page of an entry, an event, or a file of the site.
    package static let link = AddressFunction(
        "link",
        "The address of an entry (`party:union`), a page (`page:imprint`), an event (`event:port-strike`) or a file of the site (`terms.html`); `#anchor` may follow."
    )
    /// `asset("chart.js")`: a file that is copied.
    package static let asset = AddressFunction(
        "asset",
        "The address of a file in `templates/assets/`, in another folder of the templates, or in `content/`: `chart.js`."
    )

    package static let all: [AddressFunction] = [.link, .asset]
}

extension SitePlan {
    /// What a name leads to, as the argument of a function of templates.
    package enum NamedAddress: Sendable {
        case found(Address)
        /// An entry that this build leaves out.
        case withheld
        case missing
    }

    /// - Parameter scope: the event on whose pages the name stands, whose entries come first; -1 outside events.
    package func address(_ function: AddressFunction, _ name: String, from scope: Int) -> NamedAddress {
        function == .asset ? asset(name) : link(name, from: scope)
    }

    private func link(_ name: String, from scope: Int) -> NamedAddress {
        guard let target = target(ofSetting: name, from: scope) else { return .found(.external(name)) }
        let anchor = name.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init)
        switch target {
        case .entry(let handle):
            let route = route(of: handle)
            return .found(.site(route.path, anchor: anchor ?? route.anchor))
        case .generated(let path), .asset(let path): return .found(.site(path, anchor: anchor))
        case .withheld: return .withheld
        case .outside, .nowhere: return .missing
        }
    }

    private func asset(_ name: String) -> NamedAddress {
        for path in ["assets/" + name, name] {
            if let output = output(at: path), output.path == path, kind(of: output).form == .asset {
                return .found(.site(path))
            }
        }
        return .missing
    }
}

extension PageRenderer {
    /// The results of `link` and `asset` on a page.
    func address(_ function: AddressFunction, _ name: String, on page: PageContext) -> Address? {
        switch context.plan.address(function, name, from: page.scope) {
        case .found(.page(let path)) where function == .asset: page.context.address(ofFile: path)
        case .found(let address): address
        case .withheld: .external("#")
        case .missing: nil
        }
    }
}
