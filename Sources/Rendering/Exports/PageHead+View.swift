import Model

extension PageHead {
    /// The head of a page as its view tells it.
    init(_ view: PageView) {
        let plan = view.plan
        let scope = plan.event ?? -1
        let subject: Subject
        switch plan.kind {
        case .home: subject = .home
        case .timeline: subject = .timeline(event: scope)
        case .terms: subject = .terms(scope: scope)
        case .sources: subject = .sources(scope: scope)
        case .corrections: subject = .corrections
        case .search: subject = .search
        case .notFound: subject = .notFound
        case .redirect: subject = .redirect(plan.target ?? Route("index.html"))
        case .event, .party, .person, .demand, .response, .threat, .statement, .page:
            subject = plan.own.map(Subject.entry) ?? .home
        }
        self.init(
            subject, path: plan.path, title: view.title, description: view.description, language: view.language,
            updated: view.updated.date, crumbs: view.breadcrumbs.map { Crumb(title: $0.title, route: $0.route) },
            previous: view.previous?.route, next: view.next?.route)
    }
}
