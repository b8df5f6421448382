extension LanguageServer {
    typealias RequestHandler = (inout LanguageServer, MessageContent) throws(ResponseError) -> (any Encodable)?
    typealias NotificationHandler = (inout LanguageServer, MessageContent) throws(ResponseError) -> Void

    /// The notifications of a running server, by method. Others are ignored, as the protocol says.
    var notificationHandlers: [String: NotificationHandler] {
        [
            "textDocument/didOpen": notification { $0.didOpen($1) },
            "textDocument/didChange": notification { $0.didChange($1) },
            "textDocument/didClose": notification { $0.didClose($1) },
            "workspace/didChangeWatchedFiles": notification { $0.didChangeWatchedFiles($1) },
        ]
    }

    /// The requests of a running server, by method.
    var requestHandlers: [String: RequestHandler] {
        [
            "textDocument/codeAction": request { $0.codeActions($1) },
            "textDocument/completion": request { $0.complete($1) },
            "textDocument/hover": request { $0.hover($1) },
            "textDocument/definition": request { $0.definition($1) },
            "textDocument/references": request { $0.references($1) },
            "textDocument/documentHighlight": request { $0.highlights($1) },
            "textDocument/documentLink": request { $0.links($1) },
            "textDocument/documentSymbol": request { $0.symbols($1) },
            "textDocument/semanticTokens/full": request { $0.semanticTokens($1) },
            "textDocument/foldingRange": request { $0.foldingRanges($1) },
            "workspace/symbol": request { $0.workspaceSymbols($1) },
            "textDocument/prepareRename": { server, content throws(ResponseError) in
                try server.prepareRename(content.parameters(LSP.DocumentPosition.self))
            },
            "textDocument/rename": { server, content throws(ResponseError) in
                try server.rename(content.parameters(LSP.RenameParameters.self))
            },
            "workspace/executeCommand": { server, content throws(ResponseError) in
                try server.execute(content.parameters(LSP.ExecuteCommand.self))
                return nil
            },
        ]
    }

    private func notification<Parameters: Decodable>(
        _ body: @escaping (inout LanguageServer, Parameters) -> Void
    ) -> NotificationHandler {
        { server, content throws(ResponseError) in
            body(&server, try content.parameters(Parameters.self))
        }
    }

    private func request<Parameters: Decodable>(
        _ body: @escaping (inout LanguageServer, Parameters) -> (any Encodable)?
    ) -> RequestHandler {
        { server, content throws(ResponseError) in
            body(&server, try content.parameters(Parameters.self))
        }
    }
}
