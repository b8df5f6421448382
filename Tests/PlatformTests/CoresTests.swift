import Platform
import Synchronization
import Testing

@Suite struct CoresTests {
    @Test(arguments: [1, 2, 7], [0, 1, 15, 16, 17, 1_000])
    func mapsInTheOrderOfTheElements(_ jobs: Int, _ count: Int) {
        let cores = Cores(jobs: jobs)
        #expect(cores.map(Array(0..<count)) { "\($0)" } == (0..<count).map { "\($0)" })
        #expect(cores.map(count) { $0 * 2 } == (0..<count).map { $0 * 2 })
    }

    @Test(arguments: [1, 3])
    func coversEachNumberOnce(_ jobs: Int) {
        let seen = Mutex([Int](repeating: 0, count: 1_000))
        Cores(jobs: jobs).forEachBlock(1_000, block: 7) { range in
            seen.withLock { for index in range { $0[index] += 1 } }
        }
        #expect(seen.withLock { $0.allSatisfy { $0 == 1 } })
    }

    @Test(arguments: [1, 2])
    func runsTwoFunctionsAndReturnsBothResults(_ jobs: Int) {
        let (first, second) = Cores(jobs: jobs).run({ 1 }, beside: { "2" })
        #expect(first == 1 && second == "2")
    }

    @Test func hasAtLeastOneCore() { #expect(Cores(jobs: -3).jobs == 1) }
}
