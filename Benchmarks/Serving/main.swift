// Times what `explainer serve` does after a save, stage by stage: ServingStages <content> <templates> <document> [runs]
// A word of the document is changed and changed back. The page is that of the document.

import Building
import Foundation
import Platform

let arguments = CommandLine.arguments
guard arguments.count >= 4 else {
    print("usage: ServingStages <content> <templates> <document> [runs]")
    exit(2)
}
let (content, templates, document) = (arguments[1], arguments[2], arguments[3])
let runs = arguments.count > 4 ? Int(arguments[4]) ?? 20 : 20
let file = URL(filePath: content + "/" + document)
let original = try Data(contentsOf: file)
defer { try? original.write(to: file) }

var workspace = Workspace(
    Configuration(content: content, templates: templates), in: World(now: 1_790_000_000, cores: Cores(jobs: 2)))
var times: [(name: String, times: [Duration])] = []

@MainActor func note(_ name: String, _ time: Duration) {
    if let place = times.firstIndex(where: { $0.name == name }) {
        times[place].times.append(time)
    } else {
        times.append((name, [time]))
    }
}

let first = ContinuousClock.now
_ = workspace.refresh(.everything).problems()
note("first refresh", .now - first)
for run in 0..<runs {
    try (original + Data("\nEdit \(run).\n".utf8)).write(to: file, options: [])
    let start = ContinuousClock.now
    let refresh = workspace.refresh(SourceChanges(files: [content + "/" + document]))
    note("refresh", .now - start)
    for stage in refresh.stages { note("  " + stage.name, stage.duration) }
    guard let site = refresh.site else { continue }
    let page = ContinuousClock.now
    _ = site.file(at: document.replacingOccurrences(of: ".md", with: ".html"))
    note("page", .now - page)
    let checks = ContinuousClock.now
    let problems = refresh.problems()
    note("checks", .now - checks)
    if run == 0 { print("problems: \(problems.count)") }
}
for (name, times) in times {
    let sorted = times.sorted()
    let microseconds = sorted[sorted.count / 2] / .microseconds(1)
    print("\(name): \((microseconds / 10).rounded() / 100) ms")
}
