/// An event at a byte of literal text that the compiler reacts to.
enum PlaceEvent {
    /// The quote that opens an address was read.
    case addressOpens
    /// The quote that closes one was read.
    case addressCloses
    /// A fault of the markup, as a message.
    case fault(String)
}

extension Place {
    /// Advances by one byte of the template's literal text.
    mutating func step(_ byte: UInt8) -> PlaceEvent? {
        switch position {
        case .text: if byte == UInt8(ascii: "<") { position = .tagOpen }
        case .tagOpen: return stepTagOpen(byte)
        case .endTagOpen:
            if Place.isLetter(byte) {
                startTag(byte, isEnd: true)
            } else if byte == UInt8(ascii: ">") {
                position = .text
            } else {
                startDeclaration()
            }
        case .tagName:
            switch byte {
            case _ where Place.isSpace(byte): position = .inTag
            case UInt8(ascii: "/"):
                position = .inTag
                depth = 1
            case UInt8(ascii: ">"): endTag()
            case UInt8(ascii: "<"): return .fault("a tag has no '>'")
            default: tag.append(Place.lowered(byte))
            }
        case .inTag, .gap, .attributeName, .afterAttributeName, .beforeValue: return stepInTag(byte)
        case .doubleQuoted, .singleQuoted, .unquoted: return stepValue(byte)
        case .comment: stepComment(byte)
        case .declaration: return stepDeclaration(byte)
        case .cdata:
            if byte == UInt8(ascii: ">"), depth == 2 {
                position = .text
                depth = 0
            } else {
                depth = byte == UInt8(ascii: "]") ? min(2, depth + 1) : 0
            }
        case .escapable, .raw: stepElement(byte)
        case .plain: break
        case .json: if byte == UInt8(ascii: "\"") { position = .jsonString }
        case .jsonString:
            if byte == UInt8(ascii: "\"") {
                position = .json
            } else if byte == UInt8(ascii: "\\") {
                position = .jsonEscape
            }
        case .jsonEscape: position = .jsonString
        case .csv, .csvText, .csvValue, .csvQuoted, .csvQuoteEnd: return stepCSV(byte)
        }
        return nil
    }

    mutating func stepTagOpen(_ byte: UInt8) -> PlaceEvent? {
        switch byte {
        case _ where Place.isLetter(byte) || (language == .xml && (byte >= 0x80 || byte == UInt8(ascii: "_"))):
            startTag(byte, isEnd: false)
        case UInt8(ascii: "/"): position = .endTagOpen
        case UInt8(ascii: "!"), UInt8(ascii: "?"): startDeclaration()
        case UInt8(ascii: "<"): break
        default: position = .text
        }
        return nil
    }

    mutating func startTag(_ byte: UInt8, isEnd: Bool) {
        position = .tagName
        depth = 0
        tag = MarkupName(Place.lowered(byte))
        isEndTag = isEnd
    }

    mutating func startDeclaration() {
        position = .declaration
        depth = 0
    }

    /// Ends a tag at its `>`.
    mutating func endTag() {
        let closesItself = language == .xml && depth == 1
        attribute = MarkupName()
        attributeKind = .plain
        depth = 0
        isDoubtful = false
        if !isEndTag, !closesItself, AttributeKinds.isRaw(tag) {
            position = .raw
        } else if !isEndTag, language == .html, AttributeKinds.isEscapable(tag) {
            position = .escapable
        } else {
            position = .text
            tag = MarkupName()
        }
        isEndTag = false
    }

    mutating func stepInTag(_ byte: UInt8) -> PlaceEvent? {
        let isSpace = Place.isSpace(byte)
        if byte == UInt8(ascii: ">") {
            if position == .beforeValue { return .fault("an attribute has no value after '='") }
            endTag()
            return nil
        }
        if byte == UInt8(ascii: "/"), position != .beforeValue {
            position = .inTag
            depth = 1
            return nil
        }
        switch position {
        case .inTag where !isSpace: return startAttribute(byte)
        case .gap:
            if isSpace {
                position = .inTag
                depth = 0
            } else {
                return .fault("white space is missing between two attributes")
            }
        case .attributeName:
            if isSpace {
                position = .afterAttributeName
            } else if byte == UInt8(ascii: "=") {
                position = .beforeValue
            } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                return .fault("'\(Character(Unicode.Scalar(byte)))' cannot be part of an attribute's name")
            } else {
                attribute.append(Place.lowered(byte))
            }
        case .afterAttributeName where !isSpace:
            if byte == UInt8(ascii: "=") {
                position = .beforeValue
            } else {
                return startAttribute(byte)
            }
        case .beforeValue where !isSpace:
            attributeKind = AttributeKinds.kind(of: attribute, in: tag)
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                position = byte == UInt8(ascii: "\"") ? .doubleQuoted : .singleQuoted
                mayBeScheme = attributeKind == .url
                if attributeKind == .url { return .addressOpens }
            } else {
                position = .unquoted
            }
        default: break
        }
        return nil
    }

    mutating func startAttribute(_ byte: UInt8) -> PlaceEvent? {
        position = .attributeName
        depth = 0
        attribute = MarkupName(Place.lowered(byte))
        attributeKind = .plain
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: "="):
            return .fault("expected the name of an attribute, found '\(Character(Unicode.Scalar(byte)))'")
        default: return nil
        }
    }

    mutating func stepValue(_ byte: UInt8) -> PlaceEvent? {
        if position == .unquoted {
            if byte == UInt8(ascii: ">") {
                endTag()
            } else if Place.isSpace(byte) {
                position = .inTag
                depth = 0
            }
            return nil
        }
        let quote = position == .doubleQuoted ? UInt8(ascii: "\"") : UInt8(ascii: "'")
        guard byte == quote else {
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
                mayBeScheme = false
            }
            return nil
        }
        let wasAddress = attributeKind == .url
        position = .gap
        attribute = MarkupName()
        attributeKind = .plain
        mayBeScheme = false
        return wasAddress ? .addressCloses : nil
    }
}
