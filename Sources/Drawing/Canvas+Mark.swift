extension Canvas {
    /// Draws a mark into the box of 34 by 26 whose start edge and top are given.
    mutating func mark(_ kind: MarkKind, _ x: Double, _ y: Double) {
        switch kind {
        case .answer(let answer): mark(answer, x, y)
        case .noAnswer:
            path(class: "gap") {
                $0.point("M", x + 1, y + 2)
                $0.raw("H")
                $0.number($0.across(x + 33))
                $0.raw("V")
                $0.number(y + 24)
                $0.raw("H")
                $0.number($0.across(x + 1))
                $0.raw("z")
            }
        case .mixed:
            arrow(x, from: 1, to: 17, y + 7, half: 4.5)
            rect(x + 18, y + 1, 5, 12, class: "i")
            arrow(x, from: 1, to: 31, y + 20, half: 4.5)
        case .settled:
            arrow(x, from: 1, to: 11.5, y + 13, half: 4.5)
            arrow(x, from: 33, to: 22.5, y + 13, half: 4.5)
            rect(x + 12.5, y + 4, 9, 18, class: "hollow")
        case .withdrawn: cut(x, y)
        case .replaced: step(x, y)
        case .demand: arrow(x, from: 5, to: 29, y + 13)
        case .offer:
            circle(x + 6, y + 13, 4.5, class: "circle")
            arrow(x, from: 11, to: 31, y + 13)
        case .deadline: diamond(x + 17, y + 13, 8, class: "i")
        case .moved:
            diamond(x + 8, y + 13, 6.5, class: "hollow")
            diamond(x + 25, y + 13, 8, class: "i")
        case .threat: weight(x + 17, y + 13)
        case .carriedOut:
            weight(x + 17, y + 11)
            rect(x + 6, y + 20, 22, 3, class: "i")
        case .vote:
            rect(x + 1, y + 8, 18, 10, class: "i")
            rect(x + 1, y + 8, 32, 10, class: "hollow")
            rect(x + 16, y + 3, 2, 20, class: "i")
        case .statement: speech(x, y)
        case .moment: circle(x + 17, y + 13, 6.5, class: "i")
        }
    }

    private mutating func mark(_ answer: AnswerKind, _ x: Double, _ y: Double) {
        switch answer {
        case .refused:
            arrow(x, from: 1, to: 19, y + 13)
            rect(x + 20, y + 2, 6, 22, class: "i")
        case .refusedForNow:
            arrow(x, from: 1, to: 18, y + 13)
            for top in [1.0, 10, 19] { rect(x + 20, y + top, 6, 6, class: "i") }
        case .challengedInCourt:
            arrow(x, from: 1, to: 19, y + 13)
            rect(x + 21, y + 2, 5, 22, class: "hollow")
        case .accepted, .complied:
            rect(x + 16, y + 2, 16, 22, class: "hollow")
            arrow(x, from: 1, to: 27, y + 13)
        case .acceptedWithConditions, .partlyAccepted:
            arrow(x, from: 1, to: 31, y + 9)
            rect(x + 17, y + 14, 6, 11, class: "i")
        case .counterOffer:
            arrow(x, from: 1, to: 31, y + 7, half: 4.5)
            arrow(x, from: 21.5, to: 2, y + 19, half: 4.5)
            circle(x + 26, y + 19, 4.5, class: "circle")
        case .negotiating:
            arrow(x, from: 9, to: 32, y + 8.5, half: 4.5)
            arrow(x, from: 25, to: 2, y + 17.5, half: 4.5)
        case .declinedToComment, .noResponse:
            arrow(x, from: 1, to: 17, y + 13)
            for dot in [20.0, 25, 30] { rect(x + dot, y + 11.5, 3, 3, class: "i") }
        case .reversed: turn(x, y)
        case .agreedInPrinciple:
            arrow(x, from: 1, to: 27, y + 13)
            path(class: "gap") {
                $0.point("M", x + 16, y + 3)
                $0.raw("H")
                $0.number($0.across(x + 31))
                $0.raw("V")
                $0.number(y + 23)
                $0.raw("H")
                $0.number($0.across(x + 16))
                $0.raw("z")
            }
        case .unknown:
            arrow(x, from: 1, to: 18, y + 13)
            question(x + 21, y)
        }
    }

    /// A stroke of 3 with a solid head of 9.5.
    private mutating func arrow(_ x: Double, from start: Double, to tip: Double, _ y: Double, half: Double = 5.5) {
        let back = tip > start ? tip - 9.5 : tip + 9.5
        path(class: "i") {
            $0.point("M", x + start, y - 1.5)
            $0.raw("H")
            $0.number($0.across(x + back))
            $0.raw("V")
            $0.number(y - half)
            $0.point("L", x + tip, y)
            $0.point("L", x + back, y + half)
            $0.raw("V")
            $0.number(y + 1.5)
            $0.raw("H")
            $0.number($0.across(x + start))
            $0.raw("z")
        }
    }

    private mutating func diamond(_ x: Double, _ y: Double, _ half: Double, class name: StaticString) {
        path(class: name) {
            $0.point("M", x, y - half)
            $0.point("L", x + half, y)
            $0.point("L", x, y + half)
            $0.point("L", x - half, y)
            $0.raw("z")
        }
    }

    /// A triangle on its point, 17 across and 13 high.
    private mutating func weight(_ x: Double, _ y: Double) {
        path(class: "i") {
            $0.point("M", x, y + 7)
            $0.point("L", x - 8.5, y - 6)
            $0.point("L", x + 8.5, y - 6)
            $0.raw("z")
        }
    }

    /// An arrow that was cut in two.
    private mutating func cut(_ x: Double, _ y: Double) {
        path(class: "i") {
            $0.point("M", x + 1, y + 11.5)
            $0.point("L", x + 10, y + 11.5)
            $0.point("L", x + 8.5, y + 14.5)
            $0.point("L", x + 1, y + 14.5)
            $0.raw("z")
        }
        arrow(x, from: 15, to: 29, y + 13)
        path(class: "hollow") {
            $0.point("M", x + 8, y + 21)
            $0.point("L", x + 14, y + 5)
            $0.point("M", x + 13, y + 21)
            $0.point("L", x + 19, y + 5)
        }
    }

    /// An arrow that goes on at another height.
    private mutating func step(_ x: Double, _ y: Double) {
        path(class: "stroke") {
            $0.point("M", x + 1, y + 8)
            $0.point("L", x + 17, y + 8)
            $0.point("L", x + 17, y + 18)
            $0.point("L", x + 22, y + 18)
        }
        path(class: "i") {
            $0.point("M", x + 21, y + 12.5)
            $0.point("L", x + 31, y + 18)
            $0.point("L", x + 21, y + 23.5)
            $0.raw("z")
        }
    }

    /// A square speech block.
    private mutating func speech(_ x: Double, _ y: Double) {
        path(class: "i") {
            $0.point("M", x + 7, y + 5)
            $0.raw("H")
            $0.number($0.across(x + 27))
            $0.raw("V")
            $0.number(y + 17)
            $0.raw("H")
            $0.number($0.across(x + 16.5))
            $0.point("L", x + 11, y + 22)
            $0.raw("V")
            $0.number(y + 17)
            $0.raw("H")
            $0.number($0.across(x + 7))
            $0.raw("z")
        }
    }

    /// An arrow that turns back.
    private mutating func turn(_ x: Double, _ y: Double) {
        path(class: "stroke") {
            $0.point("M", x + 4, y + 7.5)
            $0.raw("H")
            $0.number($0.across(x + 24))
            $0.point("C", x + 28, y + 7.5)
            $0.point(" ", x + 31, y + 10)
            $0.point(" ", x + 31, y + 13)
            $0.point("C", x + 31, y + 16)
            $0.point(" ", x + 28, y + 18.5)
            $0.point(" ", x + 24, y + 18.5)
            $0.raw("H")
            $0.number($0.across(x + 12))
        }
        path(class: "i") {
            $0.point("M", x + 3, y + 18.5)
            $0.point("L", x + 12.5, y + 13)
            $0.raw("V")
            $0.number(y + 24)
            $0.raw("z")
        }
    }

    /// A question mark of strokes, so that it needs no font.
    private mutating func question(_ x: Double, _ y: Double) {
        path(class: "stroke") {
            $0.point("M", x + 1.5, y + 8)
            $0.point("C", x + 1.5, y + 2.5)
            $0.point(" ", x + 10.5, y + 2.5)
            $0.point(" ", x + 10.5, y + 8)
            $0.point("C", x + 10.5, y + 11.5)
            $0.point(" ", x + 6, y + 11.5)
            $0.point(" ", x + 6, y + 16)
        }
        rect(x + 4.4, y + 19, 3.2, 3.2, class: "i")
    }
}
