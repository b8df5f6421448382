// Writes a page with sample pictures to standard output, for a browser to show or to measure.
//
//     DrawingSamples pentagon|harbour|seven|marks|times|edges [ltr|rtl]
//     DrawingSamples random FIRST COUNT [ltr|rtl]
//     DrawingSamples time             (microseconds for the pictures of an event; build with -c release)
//
// The page links no style; Tests/Browser/drawing_page.py adds templates/assets/style.css.

let arguments = CommandLine.arguments.dropFirst()
let rightToLeft = arguments.last == "rtl"
var page = Page(rightToLeft: rightToLeft)
switch arguments.first {
case "pentagon": page.add(.pentagon)
case "harbour": page.add(.harbour)
case "seven": page.add(.seven)
case "marks": page.addMarks()
case "times": for sample in Sample.times { page.add(sample) }
case "edges": for sample in Sample.edges { page.add(sample) }
case "random":
    let numbers = arguments.compactMap { Int($0) }
    let first = numbers.first ?? 1
    for seed in first..<first + (numbers.count > 1 ? numbers[1] : 1) { page.add(.random(seed: seed)) }
case "time":
    for sample in [Sample.pentagon, .harbour, .random(seed: 9, parties: 7)] {
        var fastest = Duration.seconds(9)
        for _ in 0..<300 {
            var trial = Page(rightToLeft: false)
            let took = ContinuousClock().measure { trial.add(sample) }
            fastest = min(fastest, took)
        }
        print(sample.name, sample.items.count, "items:", fastest / .microseconds(1), "µs")
    }
default: page.add(.pentagon)
}
if arguments.first != "time" { page.print() }
