import Foundation

/// Programs of this package.
package enum BuiltProducts {
    /// The folder that holds the programs and the test bundle.
    package static var folder: URL {
        if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
            return bundle.bundleURL.deletingLastPathComponent()
        }
        return (Bundle.main.executableURL ?? Bundle.main.bundleURL).deletingLastPathComponent()
    }

    /// A program that was built together with the tests.
    package static func program(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// The command: the release that the environment variable `EXPLAINER` names, as `make test` sets it; without it, the
    /// one that was built together with the tests.
    package static var explainer: URL {
        ProcessInfo.processInfo.environment["EXPLAINER"].map { URL(filePath: $0) } ?? program("explainer")
    }

    /// Whether the command is compiled without optimization.
    package static var isDebugBuild: Bool { explainer.path.contains("/debug/") }
}
