extension Unicode.Scalar {
    /// Whether it is of Chinese or Japanese writing, between two of which a line end is not a space. Korean letters are
    /// not among them: Korean separates words.
    package var isWide: Bool {
        switch value {
        case 0x2E80...0x312F, 0x31A0...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Whether it is a letter of Korean writing.
    package var isHangul: Bool {
        switch value {
        case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true
        default: false
        }
    }
}
