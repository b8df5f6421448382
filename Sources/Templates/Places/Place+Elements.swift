extension Place {
    mutating func stepComment(_ byte: UInt8) {
        let ends = language == .xml ? depth == 2 : depth >= 2
        if byte == UInt8(ascii: ">"), ends {
            position = .text
            depth = 0
            return
        }
        // 0 within, 1 and 2 after as many dashes, 3 after `--!`, 4 at the start, 5 after a dash at the start.
        switch (byte, depth) {
        case (UInt8(ascii: "-"), 0), (UInt8(ascii: "-"), 3): depth = 1
        case (UInt8(ascii: "-"), 4): depth = 5
        case (UInt8(ascii: "-"), _): depth = 2
        case (UInt8(ascii: "!"), 2): depth = 3
        default: depth = 0
        }
    }

    mutating func stepDeclaration(_ byte: UInt8) -> PlaceEvent? {
        switch (byte, depth) {
        case (UInt8(ascii: ">"), _):
            position = .text
            depth = 0
        case (UInt8(ascii: "-"), 0): depth = 1
        case (UInt8(ascii: "-"), 1):
            position = .comment
            depth = 4
        case (UInt8(ascii: "["), 0):
            guard language == .xml else { return .fault("HTML has no CDATA sections") }
            position = .cdata
            depth = 0
        default: depth = 2
        }
        return nil
    }

    /// Looks for the end tag of an element with text-only content.
    mutating func stepElement(_ byte: UInt8) {
        let matched = Int(depth)
        if matched == tag.count + 2 {
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || Place.isSpace(byte) {
                isEndTag = true
                position = .inTag
                depth = 0
                if byte == UInt8(ascii: ">") { endTag() }
                return
            }
            depth = 0
        } else {
            let wanted = matched == 0 ? UInt8(ascii: "<") : matched == 1 ? UInt8(ascii: "/") : tag[matched - 2]
            if Place.lowered(byte) == wanted {
                depth += 1
                return
            }
            if matched >= 1, position == .escapable { isDoubtful = true }
            depth = 0
        }
        if byte == UInt8(ascii: "<") { depth = 1 }
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
    }

    static func lowered(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
}
