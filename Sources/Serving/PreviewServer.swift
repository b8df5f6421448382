import NIOCore
import NIOHTTP1
import NIOPosix
import Platform
import Synchronization

/// The HTTP server: connections, and the state of the site that requests see.
package final class PreviewServer: Sendable {
    /// Where to listen.
    package struct Address: Sendable {
        /// An IP address or a name. Only programs on this machine reach a loopback address.
        package var host: String
        package var port: Int
        /// How many further ports are tried if one is in use.
        package var further: Int
        /// Names that requests may have in their Host header, besides those of this machine.
        package var allowedHosts: [String]
        /// A request has to arrive, and its response has to be read, within this time.
        package var longestRequest: Duration

        package init(
            host: String = "127.0.0.1", port: Int, further: Int = 0, allowedHosts: [String] = [],
            longestRequest: Duration = .seconds(30)
        ) {
            self.longestRequest = longestRequest
            self.host = host
            self.port = port
            self.further = further
            self.allowedHosts = allowedHosts
        }
    }

    /// Why a server does not start.
    package struct Failure: Error {
        package let reason: String
        package let isPortInUse: Bool
    }

    let rules: RequestRules
    let streams: EventStreams
    private let current: Mutex<ServedSite>
    private let channel: any Channel

    private init(rules: RequestRules, streams: EventStreams, site: ServedSite, channel: any Channel) {
        self.rules = rules
        self.streams = streams
        self.channel = channel
        current = Mutex(site)
    }

    /// The state that requests see.
    package var site: ServedSite { current.withLock { $0 } }

    /// The port that the server listens on.
    package var port: Int { rules.hosts.port }

    /// The IP address that the server listens on.
    package var host: String { channel.localAddress?.ipAddress ?? "127.0.0.1" }

    /// How many streams of changes are open.
    package var openStreams: Int { streams.count }

    /// Replaces the state, and tells open pages.
    package func show(_ site: ServedSite) {
        current.withLock { $0 = site }
        streams.send(site.numbers)
    }

    /// Waits until the server is stopped.
    package func wait() { try? channel.closeFuture.wait() }

    package func stop() { try? channel.close().wait() }

    /// Sends a comment to each open stream from time to time.
    func keepStreamsAlive() {
        channel.eventLoop.scheduleRepeatedTask(initialDelay: .seconds(20), delay: .seconds(20)) { [streams] _ in
            streams.keepAlive()
        }
    }

    /// Starts to listen.
    package static func start(_ address: Address, site: ServedSite) throws(Failure) -> PreviewServer {
        for port in address.port...(address.port + address.further) {
            do throws(Failure) {
                return try start(address, port: port > 65_535 ? 0 : port, site)
            } catch  where error.isPortInUse && port < address.port + address.further {
                continue
            }
        }
        throw Failure(reason: "no port is free", isPortInUse: true)
    }

    private static func start(_ address: Address, port: Int, _ site: ServedSite) throws(Failure) -> PreviewServer {
        let box = ServerBox()
        do {
            let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.backlog, value: 128)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
                .childChannelOption(.maxMessagesPerRead, value: 1)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        guard let server = box.server else { throw ChannelError.ioOnClosedChannel }
                        try channel.pipeline.syncOperations.configureHTTPServerPipeline(
                            withPipeliningAssistance: true, withErrorHandling: true)
                        try channel.pipeline.syncOperations.addHandler(
                            RequestHandler(server, within: TimeAmount(address.longestRequest)))
                    }
                }
                .bind(host: address.host, port: port).wait()
            let listening = channel.localAddress?.ipAddress ?? address.host
            let hosts = HostRules(
                port: channel.localAddress?.port ?? port, address: listening, allowed: address.allowedHosts)
            let server = PreviewServer(
                rules: RequestRules(hosts: hosts), streams: EventStreams(), site: site, channel: channel)
            box.set(server)
            server.keepStreamsAlive()
            server.streams.send(site.numbers)
            return server
        } catch let error as IOError {
            throw Failure(
                reason: Errno(rawValue: error.errnoCode).description,
                isPortInUse: error.errnoCode == Errno.addressInUse.rawValue)
        } catch {
            throw Failure(reason: "\(error)", isPortInUse: false)
        }
    }
}

/// The server of connections that are accepted, which exists only after it listens.
private final class ServerBox: Sendable {
    private let value = Mutex<PreviewServer?>(nil)

    var server: PreviewServer? { value.withLock { $0 } }

    func set(_ server: PreviewServer) { value.withLock { $0 = server } }
}
