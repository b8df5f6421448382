// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order in which a build runs through them; ARCHITECTURE.md tells the same story in prose.
let package = Package(
    name: "explainer",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "explainer", targets: ["explainer"])],
    dependencies: [
        // The command line: parsing, help texts, shell completion.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // File descriptors, errno and paths as typed values instead of bare C.
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // The system's libcmark: CommonMark parsing.
        .systemLibrary(
            name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        // The system's libyaml: front matter as events with marks.
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        // Memory for libcmark, by a variable of each thread, which Swift does not have.
        .target(name: "CParsingMemory"),
        // Values: runs of bytes, put together and looked at in blocks.
        .target(name: "Bytes"),
        // Values: texts, places in them, and the problems found there.
        .target(name: "Diagnostics", dependencies: ["Bytes"]),
        // Stage: a content folder becomes documents, each with located fields and parsed prose.
        .target(
            name: "Reading",
            dependencies: [
                "Bytes", "Diagnostics", "CCommonMark", "CParsingMemory", "CYAML",
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        // Values: the typed event, its entries, dates and references, and what is computed from them.
        .target(
            name: "Model",
            dependencies: ["Bytes", "Diagnostics", "Reading"],
            exclude: ["Guide/FIELDS.md"]),
        // Stage: a site becomes the list of what is wrong with it.
        .target(name: "Checking", dependencies: ["Diagnostics", "Reading", "Model"]),
        // The template engine: Jinja's language, typed and compiled. Knows nothing of events.
        .target(name: "Templates", dependencies: ["Diagnostics"], exclude: ["README.md"]),
        // Stage: plain values become SVG pictures. Knows nothing of events' files.
        // (libm, for rounding, because nothing here imports Foundation.)
        .target(
            name: "Drawing", dependencies: ["Bytes"], linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        // Stage: a site becomes pages, through views, templates, pictures and exports.
        .target(name: "Rendering", dependencies: ["Bytes", "Diagnostics", "Reading", "Model", "Templates", "Drawing"]),
        // Kernel calls that Swift's import of the C library leaves out: renameat2 and syncfs.
        .target(name: "CFileCalls"),
        // Stage: pages become files, safely and only where they differ.
        .target(
            name: "Writing",
            dependencies: [
                "Bytes", "Diagnostics", "CFileCalls", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        // A setting of the C library's memory that Swift's import of it leaves out.
        .target(name: "CMemory"),
        // The pipeline that runs the stages, its options and its spread over the cores.
        .target(
            name: "Building",
            dependencies: ["Bytes", "Diagnostics", "Reading", "Model", "Checking", "Templates", "Rendering", "Writing"]),
        // The command.
        .executableTarget(
            name: "explainer",
            dependencies: ["Building", "CMemory", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            // The toolchain's own linker; the system's warns of calls in Foundation that nothing here makes.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux]))]),

        .target(name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport"),
        // Times the stages of reading, beside libyaml and libcmark alone.
        .executableTarget(
            name: "ReadingStages", dependencies: ["Reading", "CYAML", "CCommonMark"], path: "Benchmarks/ReadingStages"),
        // Reads whatever bytes a fuzzer thinks of.
        .executableTarget(name: "ReadingFuzz", dependencies: ["Diagnostics", "Reading"], path: "Tests/Fuzz/Reading"),
        .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "TestSupport"]),
        .testTarget(name: "ModelTests", dependencies: ["Model", "TestSupport"]),
        .testTarget(name: "CheckingTests", dependencies: ["Building", "Checking", "TestSupport"], exclude: ["Cases"]),
        .testTarget(name: "TemplatesTests", dependencies: ["Templates", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(name: "DrawingTests", dependencies: ["Drawing", "DrawingSamples", "TestSupport"]),
        // Sample and random pictures on a page, for a browser to show and to measure.
        .executableTarget(name: "DrawingSamples", dependencies: ["Drawing"], path: "Tests/DrawingSamples"),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering", "TestSupport"]),
        .testTarget(name: "WritingTests", dependencies: ["Writing", "TestSupport", "WritingTortureTool"]),
        // Writes a site while the tests kill it.
        .executableTarget(
            name: "WritingTortureTool", dependencies: ["Writing", "TestSupport"], path: "Tests/WritingTortureTool"),
        .testTarget(name: "BuildingTests", dependencies: ["Building", "TestSupport"]),
        .testTarget(
            name: "SiteTests", dependencies: ["Building", "Rendering", "Templates", "TestSupport"],
            exclude: ["Golden", "Mistakes", "Sentences", "Sites"]),
        .testTarget(name: "CommandTests", dependencies: ["explainer", "TestSupport"]),
        .testTarget(name: "ConventionTests", dependencies: ["Building", "Diagnostics", "Rendering", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
