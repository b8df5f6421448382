// MARK: - Completion and hover

extension LSP {
    package struct MarkupContent: Encodable, Hashable, Sendable {
        /// `markdown` or `plaintext`.
        package var kind: String
        package var value: String
    }

    package struct CompletionList: Encodable, Sendable {
        package var isIncomplete: Bool
        package var items: [CompletionItem]
    }

    package struct CompletionItem: Encodable, Sendable {
        package enum Kind: Int, Encodable, Sendable {
            case field = 5
            case value = 12
            case snippet = 15
            case file = 17
            case reference = 18
            case listed = 20
        }

        package var label: String
        package var kind: Kind
        package var detail: String?
        package var documentation: MarkupContent?
        package var sortText: String?
        /// 1 plain, 2 snippet.
        package var insertTextFormat = 1
        /// 2: further lines get the indent of the first.
        package var insertTextMode: Int?
        package var textEdit: TextEdit
        package var filterText: String?
    }

    package struct Hover: Encodable, Sendable {
        package var contents: MarkupContent
        package var range: Range?
    }
}

// MARK: - Symbols

extension LSP {
    package struct ReferenceParameters: Decodable, Sendable {
        package var textDocument: TextDocument
        package var position: Position
        package var context: Context?

        package struct Context: Decodable, Sendable { package var includeDeclaration: Bool }
    }

    package struct DocumentHighlight: Encodable, Sendable { package var range: Range }

    /// Kinds of symbols that editors have icons for.
    package enum SymbolKind: Int, Encodable, Sendable {
        case module = 2
        case namespace = 3
        case text = 15
        case key = 20
        case object = 19
        case event = 24
    }

    package struct DocumentSymbol: Encodable, Sendable {
        package var name: String
        package var detail: String?
        package var kind: SymbolKind
        package var range: Range
        package var selectionRange: Range
        package var children: [DocumentSymbol]
    }

    package struct SymbolInformation: Encodable, Sendable {
        package var name: String
        package var kind: SymbolKind
        package var location: Location
        package var containerName: String?
    }

    package struct WorkspaceSymbolParameters: Decodable, Sendable { package var query: String }

    package struct RenameParameters: Decodable, Sendable {
        package var textDocument: TextDocument
        package var position: Position
        package var newName: String
    }

    package struct PrepareRenameResult: Encodable, Sendable {
        package var range: Range
        package var placeholder: String
    }

    package struct FoldingRange: Encodable, Hashable, Sendable {
        package var startLine: Int
        package var endLine: Int
        package var kind: String?
    }

    package struct TokenData: Encodable, Sendable { package var data: [Int] }

    package struct DocumentLink: Encodable, Sendable {
        package var range: Range
        package var target: String
        package var tooltip: String?
    }
}
