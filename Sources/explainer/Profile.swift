import Bytes
import Building
import Diagnostics

/// The times of a build, as text and as JSON.
struct Profile {
    let report: Report
    /// From the start of the command.
    let duration: Duration

    /// One line per stage and per template; times in milliseconds.
    var text: String {
        var lines = ["Stage                      ms"]
        for stage in report.stages { lines.append(row(stage.name, [milliseconds(stage.duration)])) }
        lines.append(row("all", [milliseconds(duration)]))
        if !report.templates.isEmpty {
            lines += ["", "Template                pages  total ms  median ms"]
            for template in report.templates {
                lines.append(
                    padded(template.template, 20) + aligned(String(template.pages), 9)
                        + aligned(milliseconds(template.total), 10) + aligned(milliseconds(template.median), 11))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `{"version": 1, "stages": […], "templates": […]}`, times in microseconds.
    var json: String {
        let value = JSON.members([
            "version": .number(1), "documents": .number(report.documents), "microseconds": .number(micros(duration)),
            "stages": .array(
                report.stages.map {
                    .members(["name": .string($0.name), "microseconds": .number(micros($0.duration))])
                }),
            "templates": .array(
                report.templates.map {
                    .members([
                        "template": .string($0.template), "pages": .number($0.pages),
                        "total_microseconds": .number(micros($0.total)),
                        "median_microseconds": .number(micros($0.median)),
                    ])
                }),
        ])
        return String(decoding: value.encoded(indent: 2), as: UTF8.self) + "\n"
    }

    private func micros(_ duration: Duration) -> Int {
        let (seconds, atto) = duration.components
        return Int(seconds) * 1_000_000 + Int(atto / 1_000_000_000_000)
    }

    /// With two decimals.
    private func milliseconds(_ duration: Duration) -> String {
        let hundredths = micros(duration) / 10
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private func row(_ name: String, _ columns: [String]) -> String {
        padded(name, 20) + columns.map { aligned($0, 9) }.joined()
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func aligned(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
