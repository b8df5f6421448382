/// The exit codes of the program.
enum ExitStatus: Error, Equatable {
    case done
    /// The content is wrong, or `check` found problems.
    case content
    /// The command line or the configuration is wrong.
    case usage
    /// The environment failed: disk, permission, lock.
    case environment
    /// A fault of the program itself: EX_SOFTWARE of sysexits.h.
    case defect
    case other(Int32)

    init(_ number: Int32) {
        switch number {
        case 0: self = .done
        case 1: self = .content
        case 2: self = .usage
        case 3: self = .environment
        case 70: self = .defect
        default: self = .other(number)
        }
    }

    var number: Int32 {
        switch self {
        case .done: 0
        case .content: 1
        case .usage: 2
        case .environment: 3
        case .defect: 70
        case .other(let number): number
        }
    }
}
