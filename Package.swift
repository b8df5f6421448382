// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order in which a build runs through them; ARCHITECTURE.md tells the same story in prose.
let package = Package(
    name: "explainer",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "explainer", targets: ["explainer"])],
    dependencies: [
        // The command line: parsing, help texts, shell completion.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        // HTTP of `explainer serve`: bounds heads, rejects what is not HTTP and reports closed connections, which the
        // smaller FlyingFox does not. Costs a minute of a first build (FlyingFox 20 s) and 5 MB of the program.
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        // The system's libcmark: CommonMark parsing.
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        // The system's libyaml: front matter as events with marks.
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        // What Swift cannot reach by itself: some system calls, the allocator's settings, a variable of each thread.
        .target(name: "CPlatform"),
        // Values: bytes, with the one buffer, scanner, escaper, JSON writer, hash and civil day.
        .target(name: "Bytes"),
        // The operating system: calls for files and folders, their errors, the cores.
        .target(name: "Platform", dependencies: ["CPlatform"]),
        // Values: texts, places in them, and the problems found there.
        .target(name: "Diagnostics", dependencies: ["Bytes"]),
        // Stage: a content folder becomes documents, each with located fields and parsed prose.
        .target(
            name: "Reading",
            dependencies: ["Bytes", "Platform", "Diagnostics", "CCommonMark", "CPlatform", "CYAML"]),
        // Values: the typed event, its entries, dates and references, and what is computed from them.
        .target(
            name: "Model",
            dependencies: ["Bytes", "Platform", "Diagnostics", "Reading"]),
        // Stage: a site becomes the list of what is wrong with it.
        .target(name: "Checking", dependencies: ["Diagnostics", "Reading", "Model"]),
        // The template engine: Jinja's language, typed and compiled. Knows nothing of events.
        .target(name: "Templates", dependencies: ["Bytes", "Platform", "Diagnostics"], exclude: ["README.md"]),
        // Stage: plain values become SVG pictures. Knows nothing of events' files.
        // (libm, for rounding, because nothing here imports Foundation.)
        .target(
            name: "Drawing", dependencies: ["Bytes"], linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        // Stage: a site becomes words and views, which is what templates and pictures are told. No HTML.
        .target(
            name: "Presenting", dependencies: ["Bytes", "Diagnostics", "Reading", "Model", "Templates", "Drawing"]),
        // Stage: a site becomes files for programs, one format a file.
        .target(
            name: "Exporting", dependencies: ["Bytes", "Diagnostics", "Reading", "Model", "Drawing", "Presenting"]),
        // Stage: views, templates, pictures and prose become pages.
        .target(
            name: "Rendering",
            dependencies: [
                "Bytes", "Diagnostics", "Reading", "Model", "Templates", "Drawing", "Presenting", "Exporting",
            ]),
        // Stage: what a writer asks for becomes edits of content files; what an editor asks about a record.
        .target(
            name: "Editing", dependencies: ["Bytes", "Diagnostics", "Reading", "Model", "Presenting"]),
        // Stage: pages become files, safely and only where they differ.
        .target(name: "Writing", dependencies: ["Bytes", "Platform", "Diagnostics"]),
        // The pipeline that runs the stages, its options and its spread over the cores.
        .target(
            name: "Building",
            dependencies: [
                "Bytes", "Platform", "Diagnostics", "Reading", "Model", "Checking", "Templates", "Presenting",
                "Exporting",
                "Rendering", "Editing", "Writing",
            ]),
        // The development server: a workspace that is watched, and pages that are rendered when a browser asks for them.
        .target(
            name: "Serving",
            dependencies: [
                "Building", "Bytes", "Diagnostics", "Model", "Platform", "Reading",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        // The language server: what an editor asks about the documents that it has open, answered from a workspace.
        .target(
            name: "LanguageServer",
            dependencies: [
                "Building", "Bytes", "Checking", "Diagnostics", "Editing", "Model", "Platform", "Presenting", "Reading",
                "Serving",
            ]),
        // The command.
        .executableTarget(
            name: "explainer",
            dependencies: [
                "Building", "Bytes", "CPlatform", "Checking", "Diagnostics", "Editing", "LanguageServer", "Model",
                "Platform",
                "Presenting", "Reading", "Rendering", "Serving", "Templates", "Writing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport"),
        // Builds sites for tests.
        .target(name: "BuildingSupport", dependencies: ["Building", "Platform"], path: "Tests/BuildingSupport"),
        // Times the stages of reading, beside libyaml and libcmark alone.
        .executableTarget(
            name: "ReadingStages", dependencies: ["CCommonMark", "CYAML", "Diagnostics", "Reading"],
            path: "Benchmarks/ReadingStages"),
        // Times what the server does after a save, stage by stage.
        .executableTarget(
            name: "ServingStages", dependencies: ["Building", "Platform"], path: "Benchmarks/Serving",
            exclude: ["reload.py", "run.sh"]),
        // Reads whatever bytes a fuzzer thinks of.
        .executableTarget(name: "ReadingFuzz", dependencies: ["Diagnostics", "Reading"], path: "Tests/Fuzz/Reading"),
        .testTarget(name: "BytesTests", dependencies: ["Bytes", "TestSupport"]),
        .testTarget(name: "PlatformTests", dependencies: ["Platform", "TestSupport"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
        .testTarget(
            name: "ReadingTests", dependencies: ["Diagnostics", "Platform", "Reading", "TestSupport"],
            exclude: ["Suites"]),
        .testTarget(
            name: "ModelTests", dependencies: ["Diagnostics", "Model", "Presenting", "Reading", "TestSupport"]),
        .testTarget(
            name: "CheckingTests",
            dependencies: ["Building", "Checking", "Diagnostics", "Model", "Reading", "Rendering", "TestSupport"],
            exclude: ["Cases"]),
        .testTarget(
            name: "TemplatesTests", dependencies: ["Diagnostics", "Templates", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(name: "DrawingTests", dependencies: ["Bytes", "Drawing", "DrawingSamples", "TestSupport"]),
        // Sample and random pictures on a page, for a browser to show and to measure.
        .executableTarget(name: "DrawingSamples", dependencies: ["Drawing"], path: "Tests/DrawingSamples"),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "Bytes", "Diagnostics", "Drawing", "Exporting", "Model", "Presenting", "Reading", "Rendering",
                "Templates", "TestSupport",
            ]),
        .testTarget(
            name: "WritingTests", dependencies: ["Bytes", "Platform", "TestSupport", "Writing", "WritingTortureTool"]),
        // Writes a site while the tests kill it.
        .executableTarget(
            name: "WritingTortureTool", dependencies: ["Writing", "TestSupport"], path: "Tests/WritingTortureTool"),
        .testTarget(
            name: "EditingTests",
            dependencies: ["Building", "BuildingSupport", "Diagnostics", "Editing", "Model", "Reading", "TestSupport"]),
        .testTarget(
            name: "BuildingTests",
            dependencies: [
                "Building", "BuildingSupport", "Bytes", "Diagnostics", "Model", "Platform", "Reading", "Rendering",
                "TestSupport", "Writing",
            ]),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Building", "BuildingSupport", "Bytes", "Diagnostics", "Model", "Presenting", "Rendering", "Templates",
                "TestSupport",
            ],
            exclude: ["Golden", "Mistakes", "Newsroom", "Sentences", "Sites", "ThemeMistakes"]),
        .testTarget(
            name: "ServingTests",
            dependencies: ["Building", "Bytes", "Diagnostics", "Platform", "Serving", "TestSupport"]),
        .testTarget(
            name: "LanguageServerTests",
            dependencies: [
                "Building", "Diagnostics", "Editing", "LanguageServer", "Model", "Platform", "Reading", "TestSupport",
            ]),
        .testTarget(name: "CommandTests", dependencies: ["explainer", "TestSupport"]),
        .testTarget(
            name: "ConventionTests",
            dependencies: ["Building", "Diagnostics", "Model", "Presenting", "Rendering", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
