import Foundation
import TestSupport
import Testing

/// `explainer lsp` as an editor runs it: a process with pipes.
@Suite struct LSPCommandTests {
    private static func message(_ json: String) -> Data {
        Data("Content-Length: \(json.utf8.count)\r\n\r\n\(json)".utf8)
    }

    /// Sends bytes, closes the input, and returns the exit status and the answers.
    private static func run(_ input: Data, in place: Workplace) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = BuiltProducts.explainer
        process.arguments = ["lsp"]
        process.currentDirectoryURL = URL(filePath: place.folder.path)
        let file = URL(filePath: place.folder.path("messages"))
        let output = URL(filePath: place.folder.path("answers"))
        try input.write(to: file)
        try Data().write(to: output)
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
    }

    private static func initialize(_ place: Workplace) -> Data {
        let root = "file://\(place.folder.path)"
        return message(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"rootUri\":\"\(root)\",\"capabilities\":{}}}"
        )
    }

    private static let shutdown = message("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}")
    private static let exit = message("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}")

    @Test func speaksWithAClient() throws {
        let place = try Workplace()
        let run = try Self.run(Self.initialize(place) + Self.shutdown + Self.exit, in: place)
        #expect(run.status == 0)
        #expect(run.output.contains("\"positionEncoding\":\"utf-16\"") && run.output.hasSuffix("\"result\":null}"))
    }

    @Test func publishesTheProblemsOfTheSite() throws {
        let place = try Workplace()
        try place.folder.write("---\ntitle: A\n---\n", to: "content/site.md")
        try place.folder.write("---\nname: A\nkind: nothing\n---\n", to: "content/parties/a.md")
        let run = try Self.run(Self.initialize(place), in: place)
        // The client did not say that it ends.
        #expect(run.status == 1)
        #expect(run.output.contains("textDocument/publishDiagnostics") && run.output.contains("parties/a.md"))
    }

    @Test func goesOnAfterBytesThatAreNoMessage() throws {
        let place = try Workplace()
        let noise =
            Data("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8) + Data((0..<5_000).map { UInt8(truncatingIfNeeded: $0) })
        let run = try Self.run(noise + Self.initialize(place) + Self.shutdown + Self.exit, in: place)
        #expect(run.status == 0)
        #expect(run.output.contains("\"code\":-32700") && run.output.contains("positionEncoding"))
        #expect(try Self.run(Data(), in: place).status == 1)
    }
}
