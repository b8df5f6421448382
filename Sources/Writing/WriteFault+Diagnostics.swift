import Diagnostics

extension WriteFault {
    /// The exit status of the command: 1 invalid paths or files in the way, 2 usage, 3 the environment, 130
    /// interrupted.
    package var exitStatus: Int32 {
        switch self {
        case .conflicts: return 1
        case .forbiddenOutput, .forbiddenWorkFolder: return 2
        case .busy, .environment, .unfinished: return 3
        case .abandoned: return 130
        }
    }

    /// What the output folder has after the fault.
    package var outputState: OutputState {
        if case .unfinished(_, _, let state) = self { return state }
        return .unchanged
    }

    /// The fault as problems to print.
    package var diagnostics: [Diagnostic] {
        switch self {
        case .forbiddenOutput(let path, let reason):
            return [
                Diagnostic(
                    .forbiddenOutputFolder, "'\(path)' cannot be the output folder: \(reason)", at: nil,
                    hint: "name a folder of its own, for example 'public'")
            ]
        case .forbiddenWorkFolder(let path, let reason):
            return [
                Diagnostic(
                    .forbiddenWorkFolder, "'\(path)' cannot be the work folder: \(reason)", at: nil,
                    hint: "name a folder that nobody serves and that is not content, for example '.explainer-cache'")
            ]
        case .busy(let path, let processID):
            let owner = processID.map { " (process \($0))" } ?? ""
            return [
                Diagnostic(
                    .outputInUse, "another build\(owner) is writing to '\(path)'", at: nil,
                    hint: "wait for it with --wait")
            ]
        case .environment(let path, let operation, let reason, let hint):
            return [Diagnostic(.cannotWrite, "cannot \(operation) '\(path)': \(reason)", at: nil, hint: hint)]
        case .unfinished(let path, let reason, .built):
            return [
                Diagnostic(
                    .cannotWrite, "the site is in place, but '\(path)' may not survive a power cut: \(reason)", at: nil,
                    hint: "build again with --durable when the disk works")
            ]
        case .unfinished(let path, let reason, _):
            return [
                Diagnostic(
                    .cannotWrite,
                    "cannot write '\(path)', and could not undo what was written before: \(reason)", at: nil,
                    hint: "every file is complete, of the old or of the new site: build again when the disk works")
            ]
        case .conflicts(let conflicts):
            return conflicts.map(\.diagnostic)
        case .abandoned:
            return [Diagnostic(.abandonedBuild, "the build was interrupted", at: nil)]
        }
    }
}

extension WriteConflict {
    /// The conflict as a problem to print.
    package var diagnostic: Diagnostic {
        switch kind {
        case .invalidPath: return Diagnostic(.invalidPath, "the path '\(path)' \(detail)", at: nil)
        case .twice: return Diagnostic(.samePath, "two files of the site have the path '\(path)'", at: nil)
        case .alike:
            return Diagnostic(
                .alikePaths, "the paths '\(path)' and '\(detail)' are the same on macOS and Windows", at: nil)
        case .fileAndFolder:
            return Diagnostic(.fileAndFolder, "'\(path)' is a file, and '\(detail)' needs it to be a folder", at: nil)
        case .foreign:
            return Diagnostic(
                .foreignFile, "\(detail) that explainer did not write is in the way of '\(path)'", at: nil,
                path: folder + "/" + path, hint: "move it away, or let it be overwritten with --adopt")
        case .edited:
            return Diagnostic(
                .editedFile, "'\(path)' was edited since explainer wrote it", at: nil,
                path: folder + "/" + path,
                hint: "let it be overwritten with --force")
        case .changedMeanwhile:
            return Diagnostic(
                .editedFile, "'\(path)' was changed while the site was built", at: nil, path: folder + "/" + path,
                hint: "build again")
        }
    }
}
