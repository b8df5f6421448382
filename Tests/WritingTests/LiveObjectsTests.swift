import Dispatch
import Synchronization
import Testing

@testable import Writing

@Suite struct LiveObjectsTests {
    private static let live = LiveObjects<Member>()
    private static let ended = Atomic<Int>(0)

    private final class Member: Sendable {
        deinit {
            LiveObjectsTests.live.remove(self)
            LiveObjectsTests.ended.add(1, ordering: .relaxed)
        }
    }

    /// An object ends while another thread looks at it: whoever lets go last ends it, and never inside the lock.
    @Test func letsObjectsEndWhileTheyAreListed() {
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for round in 0..<20_000 {
                let member = Member()
                Self.live.insert(member)
                if round % 100 == 0, Self.live.all.isEmpty { Issue.record("the member of this thread is not listed") }
            }
        }
        #expect(Self.ended.load(ordering: .relaxed) == 160_000)
        #expect(Self.live.all.isEmpty)
    }
}
