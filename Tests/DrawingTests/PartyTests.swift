import Testing

@testable import Drawing

@Suite struct InitialsTests {
    @Test func takesTheFirstTwoSignificantWordsElseTwoLetters() {
        #expect(
            Initials.assign(to: [
                "Department of War", "Anthropic", "City Council of Estmark", "The Dockers’ Union", "U.S. Army",
                "Élysée", "وزارة الدفاع", "国防部",
            ]) == ["DW", "AN", "CC", "DU", "US", "ÉL", "وا", "国防"])
    }

    @Test func goesOnToTheNextLetterWhenAPairIsTaken() {
        #expect(
            Initials.assign(to: ["Department of War", "Division West", "Anthropic", "Anchorage"]) == [
                "DW", "DE", "AN", "AC",
            ])
    }

    @Test func givesDifferentPairsToEqualAndEmptyNames() {
        let names = Array(repeating: "Q", count: 5) + ["", "…", "QQ"] + Array(repeating: "Port Authority", count: 30)
        let initials = Initials.assign(to: names)
        #expect(Set(initials).count == names.count)
        #expect(!initials.contains(""))
        #expect(initials[0] == "Q")
    }

    @Test func usesSmallWordsOnlyWhereThereIsNothingElse() {
        #expect(Initials.assign(to: ["The The", "Of"]) == ["TT", "OF"])
    }
}

@Suite struct PartyColorTests {
    @Test func agreesWithWCAGOnKnownPairs() {
        let black = RGB(red: 0, green: 0, blue: 0)
        let white = RGB(red: 255, green: 255, blue: 255)
        #expect(abs(Contrast.ratio(black, white) - 21) < 0.0001)
        #expect(abs(Contrast.ratio(white, white) - 1) < 0.0001)
        // #767676 is the lightest grey that passes on white, at 4.54.
        #expect(abs(Contrast.ratio(RGB("#767676")!, white) - 4.542) < 0.001)
    }

    @Test(arguments: [
        ("#0b5cad", 6.5), ("#a34a00", 5.8), ("#591463", 12.0), ("#207d63", 4.9), ("#631428", 12.3), ("#6d7431", 4.9),
        ("#3d4943", 9.2),
    ])
    func agreesWithTheTableOfTheLightPalette(hex: String, ratio: Double) throws {
        #expect(abs(Contrast.ratio(try #require(RGB(hex)), Contrast.lightPaper) - ratio) < 0.06)
    }

    @Test(arguments: [
        ("#74b3f2", 8.2), ("#eda04e", 8.5), ("#a885fe", 6.5), ("#37cdb8", 9.2), ("#e07c88", 6.5), ("#d3b61f", 9.1),
        ("#d8dade", 13.1),
    ])
    func agreesWithTheTableOfTheDarkPalette(hex: String, ratio: Double) throws {
        #expect(abs(Contrast.ratio(try #require(RGB(hex)), Contrast.darkPaper) - ratio) < 0.06)
    }

    @Test func makesEveryOwnColorReadableInBothSchemes() throws {
        for red in stride(from: 0, through: 255, by: 51) {
            for green in stride(from: 0, through: 255, by: 51) {
                for blue in stride(from: 0, through: 255, by: 51) {
                    let rgb = RGB(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
                    let color = try #require(OwnColor("#" + rgb.hex))
                    #expect(Contrast.ratio(color.light, Contrast.lightPaper) >= 4.5)
                    #expect(Contrast.ratio(color.dark, Contrast.darkPaper) >= 4.5)
                    if color.contrastOnLight >= 4.5 { #expect(color.light == rgb) }
                    if color.contrastOnDark >= 4.5 { #expect(color.dark == rgb) }
                }
            }
        }
    }

    @Test func readsThreeAndSixDigitsAndNothingElse() {
        #expect(OwnColor("#0b5cad")?.className == "c0b5cad")
        #expect(OwnColor("#ABC")?.className == "caabbcc")
        for wrong in ["", "#", "0b5cad", "#0b5ca", "#0b5cadd", "#ggg", "red", "#0b5cad;}"] {
            #expect(OwnColor(wrong) == nil, "\(wrong)")
        }
    }

    @Test func writesARuleForEitherScheme() throws {
        let color = try #require(OwnColor("#0b5cad"))
        #expect(
            color.rule
                == ".c0b5cad{--p:#0b5cad}@media screen and (prefers-color-scheme:dark){.c0b5cad{--p:#\(color.dark.hex)}}"
        )
    }

    @Test func givesColorsByPositionWhateverOthersSet() throws {
        let own = try #require(OwnColor("#123456"))
        let classes = PartyColor.assign(own: [nil, own, nil] + Array(repeating: nil, count: 6)).map(\.className)
        #expect(classes == ["p1", "c123456", "p3", "p4", "p5", "p6", "p7", "p1", "p2"])
    }
}
