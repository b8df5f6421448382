/// The signs of a deadline and of a threat.
enum Hanging {
    /// A diamond, 16 across, about its centre.
    static func diamond(on canvas: inout Canvas, _ x: Double, _ y: Double) {
        canvas.path(class: "i") {
            $0.point("M", x, y - 8)
            $0.point("L", x + 8, y)
            $0.point("L", x, y + 8)
            $0.point("L", x - 8, y)
            $0.raw("z")
        }
    }

    /// A triangle on its point, 16 across and 13 high, about its centre.
    static func weight(on canvas: inout Canvas, _ x: Double, _ y: Double) {
        canvas.path(class: "i") {
            $0.point("M", x, y + 7)
            $0.point("L", x - 8.5, y - 6)
            $0.point("L", x + 8.5, y - 6)
            $0.raw("z")
        }
    }
}
