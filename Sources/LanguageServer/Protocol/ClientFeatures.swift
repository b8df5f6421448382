/// What a client can do.
struct ClientFeatures {
    var hasSnippets = false
    var hasMarkdown = false
    var hasNestedSymbols = false
    var hasDocumentChanges = false
    var canRenameFiles = false

    init(_ capabilities: LSP.ClientCapabilities? = nil) {
        let document = capabilities?.textDocument
        hasSnippets = document?.completion?.completionItem?.snippetSupport ?? false
        hasMarkdown = document?.hover?.contentFormat?.contains("markdown") ?? false
        hasNestedSymbols = document?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false
        let edit = capabilities?.workspace?.workspaceEdit
        canRenameFiles = edit?.resourceOperations?.contains("rename") ?? false
        // Files are renamed in this form only; Neovim names the operation and not the form.
        hasDocumentChanges = edit?.documentChanges ?? canRenameFiles
    }
}
