import Foundation

/// Programs of this package, as they were built together with the tests.
package enum BuiltProducts {
    /// The folder that holds the programs and the test bundle.
    package static var folder: URL {
        if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
            return bundle.bundleURL.deletingLastPathComponent()
        }
        return (Bundle.main.executableURL ?? Bundle.main.bundleURL).deletingLastPathComponent()
    }

    package static func program(_ name: String) -> URL { folder.appendingPathComponent(name) }
}
