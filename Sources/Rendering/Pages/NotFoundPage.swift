import Model
import Presenting
import Templates

extension PageType {
    static let notFound = PageType(
        OutputKind("not-found", .page, .site { _ in ["404.html"] }, isListed: false), template: "404.html",
        "The page for addresses that lead nowhere.", title: .pageNotFound,
        hasAbsoluteLinks: true, subject: { _, _ in .notFound }
    ) {
        EventsRoot(common: $0)
    }
}
