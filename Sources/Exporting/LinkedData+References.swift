import Model
import Presenting

/// References to what has a page of its own, and schema.org's types.
extension LinkedData {
    mutating func parties(_ name: StaticString, _ list: [Reference<Party>]) {
        references(name, list.compactMap(\.target).map({ AnyHandle($0) }))
    }

    /// A member that names other things; nothing where there are none.
    mutating func references(_ name: StaticString, _ handles: [AnyHandle]) {
        guard let first = handles.first else { return }
        json.key(name)
        if handles.count == 1 { return reference(first) }
        json.openArray()
        for handle in handles { reference(handle) }
        json.closeArray()
    }

    /// Type, id and name of something that is told in full elsewhere.
    mutating func reference(_ handle: AnyHandle) {
        json.openObject()
        json.member("@type", literal: type(of: handle))
        id(of: handle)
        json.member(handle.kind == .event ? "headline" : "name", context.name(of: handle))
        json.closeObject()
    }

    mutating func reference(_ name: StaticString, _ type: StaticString, _ id: String, _ text: String) {
        json.openObject(name)
        json.member("@type", literal: type)
        json.member("@id", id)
        json.member("name", text)
        json.closeObject()
    }

    func type(of handle: AnyHandle) -> StaticString {
        switch handle.kind {
        case .event: "BackgroundNewsArticle"
        case .party: handle.typed(Party.self).map { schemaType(of: site[$0].kindOfParty.value) } ?? "Organization"
        case .person: "Person"
        case .demand: "AskAction"
        case .response: "ReplyAction"
        case .threat: "CommunicateAction"
        case .statement:
            handle.typed(Statement.self).flatMap { site[$0].words } == nil ? "CreativeWork" : "Quotation"
        case .moment: "Event"
        case .source: handle.typed(Source.self).map { schemaType(ofSource: site[$0].type.value) } ?? "CreativeWork"
        case .term: "DefinedTerm"
        case .page: "WebPage"
        }
    }

    /// schema.org's type for a kind of party.
    func schemaType(of kind: Party.Kind) -> StaticString {
        switch kind {
        case .government, .military, .legislature, .court, .police, .intelligence, .centralBank, .headOfState:
            "GovernmentOrganization"
        case .politicalParty: "PoliticalParty"
        case .company: "Corporation"
        case .union: "WorkersUnion"
        case .ngo: "NGO"
        case .newsMedia: "NewsMediaOrganization"
        case .university: "CollegeOrUniversity"
        case .research: "ResearchOrganization"
        case .person: "Person"
        case .association, .movement, .intergovernmental, .group, .unknown: "Organization"
        }
    }

    /// schema.org's type for CSL's type of a source.
    func schemaType(ofSource type: String) -> StaticString {
        switch type {
        case "article-newspaper": "NewsArticle"
        case "article", "article-magazine": "Article"
        case "article-journal", "paper-conference": "ScholarlyArticle"
        case "webpage": "WebPage"
        case "post": "SocialMediaPosting"
        case "post-weblog": "BlogPosting"
        case "report": "Report"
        case "book": "Book"
        case "chapter": "Chapter"
        case "thesis": "Thesis"
        case "dataset": "Dataset"
        case "map": "Map"
        case "bill", "legislation", "regulation": "Legislation"
        case "review", "review-book": "Review"
        case "periodical": "Periodical"
        case "collection": "Collection"
        case "motion-picture": "Movie"
        default: "CreativeWork"
        }
    }
}

extension ExportContext {
    /// The sources that an entry names in its fields or cites in its prose, each once, in that order.
    func sources(of handle: AnyHandle) -> [Handle<Source>] {
        var found: [Handle<Source>] = []
        var seen: Set<Handle<Source>> = []
        func add(_ source: Handle<Source>?) {
            if let source, seen.insert(source).inserted { found.append(source) }
        }
        for use in site.sources(of: handle) { add(use.source.target) }
        let scope = scope(of: handle)
        site.visitProse(of: handle) { prose in
            for citation in prose.citations {
                add(site.index.find(.source, citation.id, from: scope).found?.typed())
            }
        }
        return found
    }
}
