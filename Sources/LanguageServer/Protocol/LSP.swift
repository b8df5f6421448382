/// The types of the Language Server Protocol 3.17 that this server uses. Their members have the names of the protocol.
package enum LSP {}

extension LSP {
    /// A place in a text: line and character from 0; the character counts units of the encoding that was negotiated.
    package struct Position: Codable, Hashable, Comparable, Sendable {
        package var line: Int
        package var character: Int

        package init(line: Int, character: Int) {
            self.line = line
            self.character = character
        }

        package static func < (left: Self, right: Self) -> Bool {
            (left.line, left.character) < (right.line, right.character)
        }
    }

    package struct Range: Codable, Hashable, Sendable {
        package var start: Position
        package var end: Position

        package init(start: Position, end: Position) {
            self.start = start
            self.end = end
        }
    }

    package struct Location: Codable, Hashable, Sendable {
        package var uri: String
        package var range: Range
    }

    package struct TextDocument: Codable, Sendable {
        package var uri: String
    }

    /// A place in a document: what most requests ask about.
    package struct DocumentPosition: Codable, Sendable {
        package var textDocument: TextDocument
        package var position: Position
    }

    package struct DocumentParameters: Codable, Sendable {
        package var textDocument: TextDocument
    }

    package struct TextEdit: Codable, Hashable, Sendable {
        package var range: Range
        package var newText: String
    }
}

// MARK: - Lifecycle

extension LSP {
    package struct InitializeParameters: Decodable, Sendable {
        package var rootPath: String?
        package var rootUri: String?
        package var workspaceFolders: [WorkspaceFolder]?
        package var capabilities: ClientCapabilities?
    }

    package struct WorkspaceFolder: Decodable, Sendable {
        package var uri: String
    }

    package struct ClientCapabilities: Decodable, Sendable {
        package var general: General?
        package var textDocument: TextDocument?
        package var workspace: Workspace?

        package struct General: Decodable, Sendable { package var positionEncodings: [String]? }

        package struct TextDocument: Decodable, Sendable {
            package var completion: Completion?
            package var hover: Hover?
            package var documentSymbol: DocumentSymbol?

            package struct Completion: Decodable, Sendable {
                package var completionItem: Item?
                package struct Item: Decodable, Sendable { package var snippetSupport: Bool? }
            }
            package struct Hover: Decodable, Sendable { package var contentFormat: [String]? }
            package struct DocumentSymbol: Decodable, Sendable {
                package var hierarchicalDocumentSymbolSupport: Bool?
            }
        }

        package struct Workspace: Decodable, Sendable {
            package var workspaceEdit: Edit?
            package struct Edit: Decodable, Sendable {
                package var documentChanges: Bool?
                package var resourceOperations: [String]?
            }
        }
    }

    package struct InitializeResult: Encodable, Sendable {
        package var capabilities: ServerCapabilities
        package var serverInfo: ServerInfo
    }

    package struct ServerInfo: Encodable, Sendable {
        package var name: String
        package var version: String
    }

    package struct ServerCapabilities: Encodable, Sendable {
        package var positionEncoding: String
        package var textDocumentSync = Sync()
        package var codeActionProvider = CodeActions()
        package var executeCommandProvider = Commands()
        package var completionProvider = Completion()
        package var hoverProvider = true
        package var definitionProvider = true
        package var referencesProvider = true
        package var documentHighlightProvider = true
        package var documentSymbolProvider = true
        package var workspaceSymbolProvider = true
        package var renameProvider = Rename()
        package var foldingRangeProvider = true
        package var documentLinkProvider = DocumentLinks()
        package var semanticTokensProvider: Tokens

        package struct Sync: Encodable, Sendable {
            package var openClose = true
            /// Incremental.
            package var change = 2
            package var save = true
        }

        package struct CodeActions: Encodable, Sendable {
            package var codeActionKinds = [CodeAction.quickFix, CodeAction.fixAll]
        }

        package struct Commands: Encodable, Sendable {
            package var commands = [Command.explain]
        }

        package struct Completion: Encodable, Sendable {
            /// A word is completed while it is typed; these begin one that is not a word.
            package var triggerCharacters = [":", "@", "#", "(", "/", "[", ",", " ", "-"]
        }

        package struct Rename: Encodable, Sendable { package var prepareProvider = true }
        package struct DocumentLinks: Encodable, Sendable {}

        package struct Tokens: Encodable, Sendable {
            package var legend: Legend
            package var full = true

            package struct Legend: Encodable, Sendable {
                package var tokenTypes: [String]
                package var tokenModifiers: [String]
            }
        }
    }
}

// MARK: - Documents

extension LSP {
    package struct DidOpen: Decodable, Sendable {
        package var textDocument: Item

        package struct Item: Decodable, Sendable {
            package var uri: String
            package var version: Int
            package var text: String
        }
    }

    package struct DidChange: Decodable, Sendable {
        package var textDocument: VersionedTextDocument
        package var contentChanges: [ContentChange]
    }

    package struct VersionedTextDocument: Codable, Hashable, Sendable {
        package var uri: String
        package var version: Int?
    }

    package struct ContentChange: Decodable, Sendable {
        /// Nil if the text replaces all.
        package var range: Range?
        package var text: String

        package init(range: Range?, text: String) {
            self.range = range
            self.text = text
        }
    }

    package struct DidChangeWatchedFiles: Decodable, Sendable {
        package var changes: [Change]
        package struct Change: Decodable, Sendable { package var uri: String }
    }

    package struct CancelParameters: Decodable, Sendable { package var id: RequestID }
}

// MARK: - Diagnostics

extension LSP {
    package struct PublishDiagnostics: Encodable, Equatable, Sendable {
        package var uri: String
        package var version: Int?
        package var diagnostics: [Diagnostic]
    }

    package struct Diagnostic: Encodable, Hashable, Sendable {
        package var range: Range
        /// 1 error, 2 warning.
        package var severity: Int
        package var code: String
        package var source = "explainer"
        package var message: String
        package var relatedInformation: [RelatedInformation]?
        package var data: Command

        package struct RelatedInformation: Codable, Hashable, Sendable {
            package var location: Location
            package var message: String
        }
    }

    package struct Command: Codable, Hashable, Sendable {
        package var title: String
        package var command: String
        package var arguments: [String]

        /// Shows the article of a code.
        package static let explain = "explainer.explain"
    }

    package struct ExecuteCommand: Decodable, Sendable {
        package var command: String
        package var arguments: [String]?
    }

    package struct ShowMessage: Encodable, Sendable {
        /// 1 error, 2 warning, 3 information.
        package var type: Int
        package var message: String
    }
}

// MARK: - Edits

extension LSP {
    package struct CodeActionParameters: Decodable, Sendable {
        package var textDocument: TextDocument
        package var range: Range
        package var context: Context?

        package struct Context: Decodable, Sendable { package var only: [String]? }
    }

    package struct CodeAction: Encodable, Sendable {
        package var title: String
        package var kind: String?
        package var diagnostics: [Diagnostic]?
        package var isPreferred: Bool?
        package var edit: WorkspaceEdit?
        package var command: Command?

        package static let quickFix = "quickfix"
        package static let fixAll = "source.fixAll.explainer"
    }

    /// Edits of several documents, in the form that the client supports.
    package struct WorkspaceEdit: Encodable, Sendable {
        package var changes: [String: [TextEdit]]?
        package var documentChanges: [DocumentChange]?
    }

    package enum DocumentChange: Encodable, Sendable {
        case edit(VersionedTextDocument, [TextEdit])
        case rename(oldURI: String, newURI: String)

        private enum Key: CodingKey { case textDocument, edits, kind, oldUri, newUri }

        package func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Key.self)
            switch self {
            case .edit(let document, let edits):
                // A document that is not open has the version null.
                var own = members.nestedContainer(keyedBy: DocumentKey.self, forKey: .textDocument)
                try own.encode(document.uri, forKey: .uri)
                try own.encode(document.version, forKey: .version)
                try members.encode(edits, forKey: .edits)
            case .rename(let oldURI, let newURI):
                try members.encode("rename", forKey: .kind)
                try members.encode(oldURI, forKey: .oldUri)
                try members.encode(newURI, forKey: .newUri)
            }
        }

        private enum DocumentKey: CodingKey { case uri, version }
    }
}
