import Diagnostics
import Testing

/// "Did you mean …?"
@Suite struct NearestNameTests {
    @Test(arguments: [
        ("carried-out", ["imposed", "not-carried-out"], nil),
        ("not-caried-out", ["imposed", "not-carried-out"], "not-carried-out"),
        ("strike-pay", ["no-strike-pay"], nil), ("noon-pay", ["moon-pay"], "moon-pay"),
        ("dock-unoin", ["dock-union"], "dock-union"),
        ("agency-notnow", ["agency-not-now"], "agency-not-now"), ("zebra", ["dock-union"], nil),
    ]) func suggestsNamesThatMeanTheSame(_ name: String, _ names: [String], _ wanted: String?) {
        #expect(nearestName(to: name, among: names) == wanted)
    }
}
