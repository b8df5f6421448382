// swift-tools-version: 6.1
import PackageDescription

// The template engine beside two others, on one page. A package of its own, so that the program does not depend on them.
// Sources/Bytes, Sources/Diagnostics and Sources/Templates are links to the program's own modules.
let package = Package(
    name: "template-benchmark",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
    ],
    targets: [
        .target(name: "Bytes"),
        .target(name: "Diagnostics", dependencies: ["Bytes"]),
        .target(name: "Templates", dependencies: ["Bytes", "Diagnostics"], exclude: ["README.md"]),
        // Counts what malloc gives out (Linux).
        .target(name: "CAllocations"),
        .executableTarget(
            name: "TemplateBenchmark",
            dependencies: [
                "Templates", "CAllocations", .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Stencil", package: "Stencil"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
