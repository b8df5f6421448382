import Diagnostics
import Testing

/// Whole numbers have one spelling: what other programs read in several ways is an error.
@Suite struct WholeNumberTests {
    private func problems(_ number: String) throws -> [Diagnostic] {
        let moment =
            "---\ntitle: M\ndate: 2026-02-24\nkind: meeting\norder: \(number)\nsources: [report]\n---\n"
        return try MemorySite.harbour(["moments/m.md": moment]).problems()
    }

    @Test(arguments: [
        "012", "-01", "00", "0x1F", "0o17", "1_000", "1e3", "1.5", ".nan", ".inf", "-.inf", "9999999999999999999999",
        "+1",
        "--1", "1:30", "٣", "one",
    ]) func isRejected(_ number: String) throws {
        #expect(try problems(number).map(\.code.name) == ["invalid-value"])
    }

    @Test(arguments: ["0", "1", "-1", "12", "999999999", "'7'"]) func isRead(_ number: String) throws {
        #expect(try problems(number).isEmpty)
    }
}
