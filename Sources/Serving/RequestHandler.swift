import NIOCore
import NIOHTTP1
import NIOPosix

/// Answers the requests of one connection, one after the other.
final class RequestHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// Bodies are not used; one with more bytes closes the connection.
    static let largestBody = 64 * 1024

    private let server: PreviewServer
    private var head: HTTPRequestHead?
    private var bodySize = 0
    private var deadline: Scheduled<Void>?
    private var isStream = false

    /// A request has to arrive, and its response has to be read, within this time.
    private let longest: TimeAmount

    init(_ server: PreviewServer, within longest: TimeAmount) {
        self.server = server
        self.longest = longest
    }

    func channelActive(context: ChannelHandlerContext) {
        restart(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            bodySize = 0
        case .body(let bytes):
            bodySize += bytes.readableBytes
            if bodySize > RequestHandler.largestBody { context.close(promise: nil) }
        case .end:
            guard let head else { return }
            self.head = nil
            restart(context)
            answer(head, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// Closes the connection if nothing more happens.
    private func restart(_ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline =
            isStream ? nil : context.eventLoop.scheduleTask(in: longest) { channel.close(promise: nil) }
    }

    /// Makes the response on another thread, so that a large page does not delay other connections.
    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let request = WebRequest(
            head.method.rawValue, head.uri, head.headers.map { (name: $0.name, value: $0.value) })
        let keepsAlive = head.isKeepAlive
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        let server = server
        NIOThreadPool.singleton.runIfActive(eventLoop: context.eventLoop) {
            server.rules.response(to: request, from: server.site)
        }.whenComplete { result in
            let (handler, context) = bound.value
            guard context.channel.isActive else { return }
            switch result {
            case .success(let response):
                handler.send(response, isHead: request.method == "HEAD", keepsAlive: keepsAlive, context)
            case .failure: context.close(promise: nil)
            }
        }
    }

    private func send(_ response: WebResponse, isHead: Bool, keepsAlive: Bool, _ context: ChannelHandlerContext) {
        var response = response
        if case .stream = response.body, !isHead, server.streams.count >= EventStreams.most {
            response = WebResponse(503, "Too many streams are open.")
        }
        var head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: response.status),
            headers: HTTPHeaders(response.headers.map { ($0.name, $0.value) }))
        switch response.body {
        case .stream where !isHead:
            isStream = true
            restart(context)
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
            if !server.streams.add(context.channel) { context.close(promise: nil) }
        case .stream: finish(head, [], closes: !keepsAlive, context)
        case .bytes(let bytes):
            if !keepsAlive { head.headers.replaceOrAdd(name: "Connection", value: "close") }
            finish(head, isHead ? [] : bytes, closes: !keepsAlive, context)
        }
    }

    private func finish(_ head: HTTPResponseHead, _ bytes: [UInt8], closes: Bool, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !bytes.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
        }
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            let (handler, context) = bound.value
            if closes { context.close(promise: nil) } else { handler.restart(context) }
        }
    }
}
