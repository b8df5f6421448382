/// The contrast of two colours as WCAG 2.2 defines it, from 1 to 21.
package enum Contrast {
    /// Text and party colours reach this against the paper of either scheme.
    package static let least = 4.5
    /// The paper of the light and of the dark scheme.
    package static let lightPaper = RGB(red: 0xFC, green: 0xFC, blue: 0xFA)
    package static let darkPaper = RGB(red: 0x14, green: 0x15, blue: 0x17)

    package static func ratio(_ one: RGB, _ other: RGB) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// Relative luminance, from 0 (black) to 1 (white).
    static func luminance(_ color: RGB) -> Double {
        0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }

    private static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : powerOf2Point4((value + 0.055) / 1.055)
    }

    /// x to the power of 2.4 is x² times the fifth root of x²; the root by Newton's method, so that no library is needed.
    private static func powerOf2Point4(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<40 {
            let fourth = root * root * root * root
            let next = (4 * root + square / fourth) / 5
            if abs(next - root) < 1e-12 { break }
            root = next
        }
        return square * root
    }
}
