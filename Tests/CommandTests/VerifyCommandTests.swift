import Foundation
import Testing

@Suite struct VerifyCommandTests {
    @Test func findsAFreshSiteAsItShouldBe() throws {
        let place = try Workplace()
        _ = try place.run("build")
        let run = try place.run("verify")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Verified public: "))
        #expect(run.errors.isEmpty)
    }

    @Test func namesWhatDiffersAndChangesNothing() throws {
        let place = try Workplace()
        _ = try place.run("build")
        try place.folder.write("mine", to: "public/index.html")
        let run = try place.run("verify")
        #expect(run.status == 1)
        #expect(run.errors.contains("error: 'index.html' differs [stale-output]"))
        #expect(try place.text("public/index.html") == "mine")
    }

    @Test func saysWhereTheTimeWent() throws {
        let place = try Workplace()
        let run = try place.run("build", "--profile", "--profile-json", "profile.json")
        #expect(run.status == 0)
        #expect(run.output.contains("render and write"))
        #expect(run.output.contains("demand.html"))
        let data = try Data(contentsOf: URL(filePath: place.folder.path("profile.json")))
        let profile = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(profile["version"] as? Int == 1)
        let templates = try #require(profile["templates"] as? [[String: Any]])
        #expect(templates.contains { $0["template"] as? String == "demand.html" && $0["pages"] as? Int == 1 })
        let stages = try #require(profile["stages"] as? [[String: Any]])
        #expect(stages.contains { $0["name"] as? String == "read" })
    }

    @Test func saysThatAProfileCannotBeWritten() throws {
        let place = try Workplace()
        let run = try place.run("build", "--profile-json", "nowhere/profile.json")
        #expect(run.status == 3)
        #expect(run.errors.contains("cannot write 'nowhere/profile.json'"))
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func deletesItsTemporarySiteWhenItIsInterrupted(signal: Int32, status: Int32) throws {
        let place = try Workplace()
        try place.grow(to: 400)
        _ = try place.run("build")
        try place.folder.write("x", to: "temporary/theirs.txt")
        let run = try place.run(
            "verify", "--jobs", "2", environment: ["TMPDIR": place.folder.path("temporary")]
        ) { program in
            #expect(program.waits { (try? place.folder.contents(of: "temporary").count) ?? 0 > 20 })
            program.send(signal)
        }
        #expect(run.status == status)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path("temporary")) == ["theirs.txt"])
    }
}
