import Building
import BuildingSupport
import Diagnostics
import Model
import TestSupport
import Testing

/// The writer's own data with types that site.md declares.
@Suite struct ExtraFieldTests {
    private static func site(_ template: String, declares: String? = nil) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let fields =
            declares
            ?? "{beat: text, desk_date: date, photo: file, readers: number, live: truth, thread: url, tags: list}"
        for (path, text) in [
            ("site.md", "title: Harbour\nextra_fields: \(fields)\nextra: {beat: all}"),
            (
                "event.md",
                "title: The dispute\nsummary: The port wants dues.\nextra: {beat: ports, desk_date: 2026-02-27, "
                    + "photo: quay.png, readers: 12, live: true, thread: 'https://example.org/t', tags: [a, b]}"
            ),
            ("parties/port.md", "name: The port\nkind: company\nextra: {beat: sea, photo: ../quay.png}"),
            ("parties/fishers.md", "name: Fishers\nkind: union\nextra: {readers: 0.5}"),
            ("demands/dues.md", "title: Pay\nfrom: port\nto: fishers\ndate: 2026-01-10"),
            ("about.md", "title: About\nextra: {beat: us}"),
        ] { try folder.write("---\n\(text)\n---\nText.\n", to: "content/" + path) }
        try folder.write("no picture", to: "content/quay.png")
        try folder.write(
            "{% extends \"theme/base.html\" %}{% block before_main %}[\(template)]{% endblock %}",
            to: "templates/base.html")
        return folder
    }

    private static func configuration(_ folder: TemporaryFolder) -> Configuration {
        Configuration(
            content: folder.path("content"), templates: folder.path("templates"),
            theme: FileTree.project + "templates", output: folder.path("public"))
    }

    private static func eventTemplate(_ folder: TemporaryFolder, _ template: String) throws {
        try folder.write(
            "{% extends \"theme/event.html\" %}{% block after_main %}[\(template)]{% endblock %}",
            to: "templates/event.html")
    }

    private static let values: [(String, String)] = [
        ("{{ site.extra.beat or '' }}", "all"),
        ("{{ event.extra.beat or '' }}", "ports"),
        ("{% if event.extra.beat %}{{ event.extra.beat|upper }}{% endif %}", "PORTS"),
        ("{{ event.extra.beat|default('none') }}", "ports"),
        ("{% if event.extra.desk_date %}{{ event.extra.desk_date.words }}{% endif %}", "27\u{A0}February 2026"),
        ("{% if event.extra.readers is defined %}{{ event.extra.readers + 1 }}{% endif %}", "13"),
        ("{{ 'yes' if event.extra.live else 'no' }}", "yes"),
        ("<a href=\"{{ event.extra.thread or '' }}\">x</a>", "<a href=\"https://example.org/t\">x</a>"),
        (
            "{% if event.extra.photo %}<img src=\"{{ event.extra.photo }}\" alt=\"\">{% endif %}",
            "<img src=\"quay.png\" alt=\"\">"
        ),
        ("{{ event.extra.tags|join('+') }}", "a+b"),
        ("{% for item in event.extra %}{{ item.name }} {% endfor %}", "beat desk_date photo readers live thread tags "),
        (
            "{% for demand in event.demands %}{% for party in demand.from %}{{ party.name }}{% endfor %}"
                + "{{ demand.extra.beat|default('-') }}{% endfor %}", "The port-"
        ),
        ("{{ event.demands|selectattr('extra.beat')|list|length }}", "0"),
    ]

    @Test(arguments: values) func areNamedAfterADot(_ template: String, _ text: String) throws {
        let folder = try Self.site("")
        try Self.eventTemplate(folder, template)
        let report = build(Self.configuration(folder))
        #expect(report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let page = try #require(try folder.contents(of: "public")["index.html"])
        #expect(String(decoding: page, as: UTF8.self).contains("[\(text)]"))
    }

    /// A file that only `extra` names is published, since it is declared to be one.
    @Test func aFileIsPublished() throws {
        let folder = try Self.site("")
        #expect(build(Self.configuration(folder)).errors == 0)
        #expect(try folder.contents(of: "public")["quay.png"] != nil)
    }

    private static let mistakes: [(String, String, String)] = [
        (
            "{{ event.extra.baet }}", "record 'extra' has no field 'baet'", "did you mean 'beat'?"
        ),
        (
            "{{ event.extra.headline }}", "record 'extra' has no field 'headline'",
            "declare it in site.md, as in 'extra_fields: {beat: text}'"
        ),
        (
            "{{ event.extra.beat }}", "'event.extra.beat' may be absent",
            "check it first: '{% if event.extra.beat %}', or write 'event.extra.beat|default(\"…\")'"
        ),
        (
            "{{ event.extra.readers|upper }}", "'event.extra.readers' may be absent",
            "check it first: '{% if event.extra.readers %}', or write 'event.extra.readers|default(\"…\")'"
        ),
    ]

    @Test(arguments: mistakes) func aMistakeIsReported(_ template: String, _ message: String, _ hint: String) throws {
        let folder = try Self.site("")
        try Self.eventTemplate(folder, template)
        var workspace = Workspace(Self.configuration(folder), in: World(now: 0))
        let errors = workspace.check().diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.message) == [message])
        #expect(errors.first?.hint == hint)
    }

    @Test func withoutADeclarationTheHintSaysHowToDeclare() throws {
        let folder = try Self.site("", declares: "{}")
        try Self.eventTemplate(folder, "{{ event.extra.beat }}")
        var workspace = Workspace(Self.configuration(folder), in: World(now: 0))
        let errors = workspace.check().diagnostics.filter { $0.severity == .error }
        #expect(errors.first?.hint == "declare it in site.md, as in 'extra_fields: {beat: text}'")
    }

    @Test(arguments: [
        ("{beat: txet}", "'beat' of extra_fields cannot be 'txet'"),
        ("{desk-date: date}", "templates cannot write 'desk-date' after a dot"),
    ])
    func aMistakeInTheDeclarationIsReported(_ fields: String, _ message: String) throws {
        let folder = try Self.site("", declares: fields)
        var workspace = Workspace(Self.configuration(folder), in: World(now: 0))
        let errors = workspace.check().diagnostics.filter { $0.severity == .error }
        #expect(errors.contains { $0.message.contains(message) }, "\(errors.map(\.message))")
    }

    @Test func theSchemaTypesThem() throws {
        let fields = ExtraFields([
            .init(Located("beat", TextRange(at: 0)), .text), .init(Located("live", TextRange(at: 0)), .truth),
        ])
        let text = String(
            decoding: try #require(FrontMatterSchema("event", extra: fields)).document.encoded(indent: nil),
            as: UTF8.self)
        #expect(text.contains("\"beat\"") && text.contains("\"live\""))
        #expect(
            !String(decoding: try #require(FrontMatterSchema("event")).document.encoded(indent: nil), as: UTF8.self)
                .contains("\"beat\""))
    }
}
