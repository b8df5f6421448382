import Building
import BuildingSupport
import Foundation
import Model
import TestSupport
import Testing

/// What the plan says of a site is what a build makes.
@Suite struct SitePlanTests {
    private func built(_ site: TestSite) throws -> (listing: SiteListing, files: [String: [UInt8]]) {
        let folder = try TemporaryFolder()
        let configuration = site.configuration(output: folder.path("public"))
        try #require(build(configuration).exitStatus == 0)
        let files = try folder.contents(of: "public").filter { !$0.key.hasPrefix(".") }
        return (try #require(list(configuration).listing), files)
    }

    @Test(arguments: TestSite.all)
    func everyFileIsPlannedAndEveryPlannedFileIsWritten(_ site: TestSite) throws {
        let (listing, files) = try built(site)
        let planned = listing.plan.outputs.map(\.path)
        #expect(planned.count > 10)
        #expect(planned.sorted() == files.keys.sorted())
        #expect(listing.plan.collisions.isEmpty)
    }

    @Test(arguments: TestSite.all)
    func everyPlannedAnchorIsOnThePage(_ site: TestSite) throws {
        let (listing, files) = try built(site)
        var checked = 0
        for output in listing.plan.outputs where listing.plan.kind(of: output).form == .page {
            let ids = Set(BuiltPage(files[output.path] ?? []).ids)
            let anchors = listing.anchors(of: output)
            checked += anchors.count
            let missing = anchors.filter { !ids.contains($0) }
            #expect(missing.isEmpty, "\(output.path) lacks \(missing)")
        }
        #expect(checked > 20)
    }

    /// Elements of the kinds of entries that the plan names for a page, its headings and its sections.
    @Test(arguments: TestSite.all)
    func everyElementOfThePagesOwnKindsIsPlanned(_ site: TestSite) throws {
        let (listing, files) = try built(site)
        let plan = listing.plan
        for output in plan.outputs where plan.kind(of: output).form == .page {
            let page = BuiltPage(files[output.path] ?? [])
            let anchors = listing.anchors(of: output)
            let known = Set(anchors + listing.optionalAnchors(of: output))
            let words = EntryKind.allCases.map { $0.word + "-" } + ["on-"]
            let named = words.filter { word in anchors.contains { $0.hasPrefix(word) } }
            // In a page's numbered list of sources, an element is named by its number.
            let unplanned = page.ids.filter { id in
                named.contains { id.hasPrefix($0) } && !known.contains(id)
                    && id.wholeMatch(of: /source-[0-9]+/) == nil
            }
            #expect(unplanned.isEmpty, "\(output.path) has \(unplanned)")
        }
    }

    @Test(arguments: TestSite.all)
    func entriesAreFoundByHandleAndByPathInAnyCase(_ site: TestSite) throws {
        let (listing, _) = try built(site)
        let plan = listing.plan
        for output in plan.outputs {
            #expect(plan.output(at: output.path)?.path == output.path)
            #expect(plan.output(at: output.path.uppercased())?.path == output.path)
            if let entry = output.entry, plan.kind(of: output).isListed {
                #expect(plan.path(of: entry) == output.path)
                #expect(plan.target(ofPath: output.path) == .entry(entry))
            }
        }
        #expect(plan.output(at: "no-such-page.html") == nil)
    }
}
