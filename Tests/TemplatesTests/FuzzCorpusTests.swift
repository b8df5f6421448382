import Foundation
import Testing

/// Runs the fuzzer's corpus, with the inputs of earlier bugs, through each target: nothing may crash. The targets are in
/// Tests/Fuzz/Templates/FuzzTargets.swift.
@Suite struct FuzzCorpusTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fuzz/Templates/corpus")

    static let inputs: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

    @Test func hasInputs() { #expect(Self.inputs.count >= 15) }

    @Test(arguments: inputs) func survives(_ input: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(input)))
        for target in FuzzTarget.allCases { target.run(bytes) }
    }
}
