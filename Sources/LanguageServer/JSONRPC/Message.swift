#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The id of a request, which its response repeats.
package enum RequestID: Codable, Hashable, Sendable {
    case number(Int)
    case string(String)

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .string(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .string(let text): try container.encode(text)
        }
    }
}

/// A message of JSON-RPC 2.0 that arrived.
package enum Message: Sendable {
    case request(RequestID, method: String, MessageContent)
    case notification(method: String, MessageContent)
    /// An answer to a request of the server.
    case response(RequestID?)
    case invalid(ResponseError)

    package init(_ content: [UInt8]) {
        let content = MessageContent(bytes: content)
        do {
            let envelope = try JSONDecoder().decode(Envelope.self, from: Data(content.bytes))
            switch (envelope.method, envelope.id) {
            case (let method?, let id?): self = .request(id, method: method, content)
            case (let method?, nil) where !envelope.hasID: self = .notification(method: method, content)
            case (nil, let id) where envelope.isResponse: self = .response(id)
            default: self = .invalid(ResponseError(.invalidRequest, "the message is not a request and not a response"))
            }
        } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
            self = .invalid(ResponseError(.parseError, "the content is not JSON"))
        } catch {
            self = .invalid(ResponseError(.invalidRequest, "the message is not an object of JSON-RPC 2.0"))
        }
    }

    private struct Envelope: Decodable {
        let id: RequestID?
        let hasID: Bool
        let method: String?
        let isResponse: Bool

        private enum Key: CodingKey { case jsonrpc, id, method, result, error }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Key.self)
            hasID = members.contains(.id)
            id = try members.decodeIfPresent(RequestID.self, forKey: .id)
            method = try members.decodeIfPresent(String.self, forKey: .method)
            isResponse = members.contains(.result) || members.contains(.error)
        }
    }
}

/// The JSON of a message, from which the parameters are read when its method is known.
package struct MessageContent: Sendable {
    package let bytes: [UInt8]

    private struct Body<Parameters: Decodable>: Decodable { let params: Parameters }

    /// - Throws: `invalidParams` if they are not those of the method.
    package func parameters<Parameters: Decodable>(_: Parameters.Type) throws(ResponseError) -> Parameters {
        do {
            return try JSONDecoder().decode(Body<Parameters>.self, from: Data(bytes)).params
        } catch let error as DecodingError {
            throw ResponseError(.invalidParams, "the parameters cannot be read\(MessageContent.place(error))")
        } catch {
            throw ResponseError(.invalidParams, "the parameters cannot be read")
        }
    }

    private static func place(_ error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        return path.isEmpty ? "" : ": " + path.map(\.stringValue).joined(separator: ".")
    }
}

/// The codes of JSON-RPC 2.0 and of LSP 3.17.
package enum ErrorCode: Int, Codable, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case requestCancelled = -32800
}

/// Why a request has no result.
package struct ResponseError: Error, Codable, Sendable, Equatable {
    package let code: ErrorCode
    package let message: String

    package init(_ code: ErrorCode, _ message: String) {
        self.code = code
        self.message = message
    }
}

/// The JSON of messages that are sent.
package enum OutgoingMessage {
    /// - Parameter result: nil is sent as `null`.
    package static func response(_ id: RequestID, _ result: (any Encodable)?) -> [UInt8] {
        encoded(Response(id: id, result: result.map(AnyResult.init), error: nil))
    }

    /// - Parameter id: nil if the request's own could not be read.
    package static func failure(_ id: RequestID?, _ error: ResponseError) -> [UInt8] {
        encoded(Response(id: id, result: nil, error: error))
    }

    package static func notification(_ method: String, _ parameters: some Encodable) -> [UInt8] {
        encoded(Call(id: nil, method: method, params: AnyResult(parameters)))
    }

    package static func request(_ id: RequestID, _ method: String, _ parameters: some Encodable) -> [UInt8] {
        encoded(Call(id: id, method: method, params: AnyResult(parameters)))
    }

    private static func encoded(_ message: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // No value that is sent has a number that JSON lacks, which is all that encoding can fail at.
        return (try? encoder.encode(message)).map(Array.init) ?? []
    }

    private struct AnyResult: Encodable {
        let value: any Encodable

        init(_ value: any Encodable) { self.value = value }

        func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
    }

    private struct Response: Encodable {
        let id: RequestID?
        let result: AnyResult?
        let error: ResponseError?

        private enum Key: CodingKey { case jsonrpc, id, result, error }

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Key.self)
            try members.encode("2.0", forKey: .jsonrpc)
            try members.encode(id, forKey: .id)
            if let error {
                try members.encode(error, forKey: .error)
            } else {
                try members.encode(result, forKey: .result)
            }
        }
    }

    private struct Call: Encodable {
        let jsonrpc = "2.0"
        let id: RequestID?
        let method: String
        let params: AnyResult
    }
}
