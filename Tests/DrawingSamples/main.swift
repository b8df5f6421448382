// Writes a page with sample pictures to standard output, for a browser to show or to measure.
//
//     DrawingSamples weeks|year|marks|edges [ltr|rtl]
//     DrawingSamples random FIRST COUNT [ltr|rtl]
//     DrawingSamples time             (microseconds for the pictures of an event; build with -c release)
//
// The page links no style; Tests/Browser/drawing_page.py adds templates/assets/style.css.

let arguments = CommandLine.arguments.dropFirst()
let rightToLeft = arguments.last == "rtl"
var page = Page(rightToLeft: rightToLeft)
switch arguments.first {
case "weeks": page.add(.weeks)
case "year": page.add(.year)
case "marks": page.addMarks()
case "edges": for sample in Sample.edges { page.add(sample) }
case "random":
    let numbers = arguments.compactMap { Int($0) }
    let first = numbers.first ?? 1
    for seed in first..<first + (numbers.count > 1 ? numbers[1] : 1) { page.add(.random(seed: seed)) }
case "time":
    for sample in [Sample.weeks, .year, .random(seed: 9, parties: 7)] {
        var fastest = Duration.seconds(9)
        for _ in 0..<300 {
            var trial = Page(rightToLeft: false)
            let took = ContinuousClock().measure { trial.add(sample) }
            fastest = min(fastest, took)
        }
        print(sample.name, sample.acts.count, "acts:", fastest / .microseconds(1), "µs")
    }
default: page.add(.weeks)
}
if arguments.first != "time" { page.print() }
