import NIOCore
import NIOHTTP1
import Synchronization

/// The open streams of changes.
final class EventStreams: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var numbers = StateNumbers()
    }

    /// A browser needs one for all of its tabs.
    static let most = 128
    private let state = Mutex(State())

    var count: Int { state.withLock(\.channels.count) }

    /// Adds a stream and sends it the state of now; false if there are too many.
    func add(_ channel: any Channel) -> Bool {
        let numbers: StateNumbers? = state.withLock { state in
            if state.channels.count >= EventStreams.most { return nil }
            state.channels[ObjectIdentifier(channel)] = channel
            return state.numbers
        }
        guard let numbers else { return false }
        channel.closeFuture.whenComplete { _ in
            self.state.withLock { $0.channels[ObjectIdentifier(channel)] = nil }
        }
        send("retry: 500\n" + EventStreams.message(numbers), to: channel)
        return true
    }

    /// Tells every stream what the state is now.
    func send(_ numbers: StateNumbers) {
        let channels = state.withLock { state in
            state.numbers = numbers
            return Array(state.channels.values)
        }
        for channel in channels { send(EventStreams.message(numbers), to: channel) }
    }

    /// Sends a comment, so that a connection whose other end is gone is found and closed.
    func keepAlive() {
        for channel in state.withLock({ Array($0.channels.values) }) { send(":\n\n", to: channel) }
    }

    private static func message(_ numbers: StateNumbers) -> String { "data: \(numbers.json)\n\n" }

    private func send(_ text: String, to channel: any Channel) {
        // A reader that does not read gets nothing more: its page would be out of date anyway.
        guard channel.isWritable else { return channel.close(promise: nil) }
        channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))), promise: nil)
    }
}
