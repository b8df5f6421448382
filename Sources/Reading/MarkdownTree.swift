import CCommonMark
import CPlatform

/// A parsed Markdown text. The only file that imports libcmark.
enum MarkdownTree {
    static var libraryVersion: String { String(cString: cmark_version_string()) }

    /// Parses UTF-8 without NUL, and passes the document node to a closure; nodes are valid only inside it.
    ///
    /// - Parameter isMarked: whether the text has `EmphasisMarks`; nodes are read without them.
    /// - Returns: nil only if memory ran out.
    static func parse<Result>(
        _ bytes: ArraySlice<UInt8>, isMarked: Bool = false, _ body: (MarkdownNode) -> Result
    ) -> Result? {
        // Frees the parser and the tree too, so they are not freed one by one.
        let mark = parsing_memory_begin()
        defer { parsing_memory_end(mark) }
        var memory = cmark_mem(
            calloc: parsing_memory_calloc, realloc: parsing_memory_realloc, free: parsing_memory_free)
        return withUnsafeMutablePointer(to: &memory) { memory in
            guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory) else { return nil }
            bytes.withContiguousStorageIfAvailable { bytes in
                bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
            }
            return cmark_parser_finish(parser).map { body(MarkdownNode($0, isMarked)) }
        }
    }
}

/// A node of a parsed text. Lines count from 1; columns count bytes from 1.
struct MarkdownNode: Equatable {
    fileprivate let pointer: OpaquePointer
    fileprivate let isMarked: Bool

    fileprivate init(_ pointer: OpaquePointer, _ isMarked: Bool) {
        self.pointer = pointer
        self.isMarked = isMarked
    }

    enum Kind {
        case text, softBreak, lineBreak, code, rawInline, emphasis, strong, link, image
        case paragraph, heading, list, item, quote, codeBlock, rawBlock, thematicBreak, document, other

        var isInline: Bool {
            switch self {
            case .text, .softBreak, .lineBreak, .code, .rawInline, .emphasis, .strong, .link, .image: true
            default: false
            }
        }
    }

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_HTML_INLINE: .rawInline
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .rawBlock
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        default: .other
        }
    }

    /// Appends the content of a text, code or raw HTML, without escapes.
    func appendLiteral(to text: inout [UInt8]) {
        append(cmark_node_get_literal, to: &text)
    }

    var literal: [UInt8] { bytes(cmark_node_get_literal) }
    /// The destination of a link or image, with escapes and entities resolved, not percent-encoded.
    var destination: [UInt8] { bytes(cmark_node_get_url) }
    var titleBytes: [UInt8] { bytes(cmark_node_get_title) }
    var title: String { String(decoding: titleBytes, as: UTF8.self) }
    /// The text after the opening fence of a code block.
    var fenceInfo: [UInt8] { bytes(cmark_node_get_fence_info) }

    private typealias Text = (OpaquePointer?) -> UnsafePointer<CChar>?

    private func append(_ string: Text, to text: inout [UInt8]) {
        let start = text.count
        text.append(contentsOf: UnsafeBufferPointer(cString: string(pointer)))
        if isMarked { EmphasisMarks.remove(from: &text, after: start) }
    }

    private func bytes(_ string: Text) -> [UInt8] {
        var bytes: [UInt8] = []
        append(string, to: &bytes)
        return bytes
    }

    var next: MarkdownNode? { cmark_node_next(pointer).map { MarkdownNode($0, isMarked) } }
    var parent: MarkdownNode? { cmark_node_parent(pointer).map { MarkdownNode($0, isMarked) } }
    var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map { MarkdownNode($0, isMarked) } }

    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
}

/// A walk over a node and everything below it, without recursion.
struct MarkdownWalk: ~Copyable {
    private let iterator: OpaquePointer?
    private let isMarked: Bool

    init(_ node: MarkdownNode) {
        iterator = cmark_iter_new(node.pointer)
        isMarked = node.isMarked
    }

    deinit { cmark_iter_free(iterator) }

    /// The next node and whether it is entered or left; leaves of the tree are only entered.
    mutating func next() -> (node: MarkdownNode, isEntering: Bool)? {
        let event = cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return nil }
        return (MarkdownNode(node, isMarked), event == CMARK_EVENT_ENTER)
    }

    /// Continues after a node and skips the rest of its contents.
    mutating func skip(past node: MarkdownNode) {
        cmark_iter_reset(iterator, node.pointer, node.firstChild == nil ? CMARK_EVENT_ENTER : CMARK_EVENT_EXIT)
    }
}
