import Bytes
import Foundation
import Testing

/// Which texts may be changed by Unicode's Normalization Form C.
@Suite struct ComposedTextTests {
    /// Of every Unicode scalar: one that the normal form changes, alone or after another character, is never passed over.
    @Test func passesOverNoScalarThatTheNormalFormChanges() {
        var missed: [UInt32] = []
        var passedOver = 0
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar)
            if text.withSpan(mayNeedComposing) { continue }
            passedOver += 1
            let isMark = scalar.properties.canonicalCombiningClass != .notReordered
            let composed = text.precomposedStringWithCanonicalMapping
            if isMark || !composed.utf8.elementsEqual(text.utf8) { missed.append(value) }
        }
        #expect(missed.isEmpty, "\(missed.prefix(20))")
        #expect(passedOver > 40_000)
    }

    @Test(arguments: [
        ("plain text", "plain text"), ("“quoted” – and 中文", "“quoted” – and 中文"), ("cafe\u{301}", "caf\u{E9}"),
        ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("\u{212B}", "\u{C5}"), ("😀e\u{300}", "😀\u{E8}"), ("", ""),
    ]) func composes(_ text: String, _ composed: String) {
        #expect(Array(text.composed.utf8) == Array(composed.utf8))
    }

    @Test(arguments: [[0x61, 0xE2, 0x80], [0xF0, 0x9F, 0x98], [0x61, 0xCC]] as [[UInt8]])
    func endsAtACharacterThatIsCutOff(_ bytes: [UInt8]) {
        let mayChange = mayNeedComposing(bytes.span)
        #expect(!mayChange)
    }
}
